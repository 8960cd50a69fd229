import { metrics } from "../../metrics/registry.ts";
import { tableFigures } from "../../metrics/value-added-claims.ts";
import { claimFileSchema } from "../file/schema.ts";
import { comparators, verdicts } from "../file/words.ts";
import { readReported } from "../reported.ts";
import { guideExamples, guideHead } from "./examples.ts";
import { keysOf } from "./keys-of-schema.ts";

/** Rules that no layout can state. */
const RULES = [
  "One claim for each number of the text. State what is printed, not what is right: the run says what is right.",
  'Write "reported" in quotes, with the digits as printed ("17.10" is not "17.1"), without currency, percent sign, commas or scale words. Words become numbers: "doubled" is "2" with unit times, "two-thirds" is "2/3" with unit ratio.',
  'Unit and scale are those of the text or of the header of its table: "$1.1 trillion" is unit USD and scale trillion; a percent has no scale; points of a share are percentage-points.',
  'The words around a number are its comparator: "over" is more-than, "nearly" is nearly, "at least" is ">=". Without such words it is "=".',
  'Falls and deficits are written without a sign, as printed: "fell 31.4 percent" is "31.4", with "fell" in says (or direction: fall) or "deficit" in says (or as: deficit); a printed minus stays.',
  "A statement without a number is a claim with unit direction: reported is rise, fall, surplus, deficit, or, with than, larger or smaller. A place in a list is a rank (compute.rank, unit rank).",
  "compute takes the partner, period, flow and definition from the sentence; where it does not say, from the paragraph, the heading or the header of the table. Do not guess: where the text leaves a definition open, list the candidates under definitions.",
  "A number that the report computes from its other numbers is a formula over their ids, not a compute.",
  "A number that these data cannot settle (jobs, wages, tariffs, trade between others) gets needs, with the public table that would settle it; a number that states nothing goes to ignore with a reason.",
  'A number printed twice about one thing is one claim; the same digits about another partner or year are another claim. "where" names the line of the text.',
  "Check the file by running it: trade-metrics verify FILE --text REPORT recomputes the claims and lists the numbers of the text without a claim.",
];

const WIDTH = 100;

/** The maps of a claim file whose keys are told. */
const MAPS = [
  "report",
  "facts",
  "claims",
  "claims.compute",
  "claims.formula",
  "claims.consistency",
];

/** How claims are written, on a page: the rules, the keys of a claim file, and examples. */
export function claimsGuide(): string {
  const maps = keysOf(claimFileSchema, MAPS).map(({ title, keys }) =>
    wrapped(`${keys.join("; ")}`, `${title.padEnd(8)} `),
  );
  const readings = comparators.map((comparator) => {
    const { reading } = readReported({ id: comparator, reported: "50", comparator });
    return `${comparator} ${reading}`;
  });
  const units = metrics.map(({ id, unit }) => `${id} (${unit})`);
  const tables = tableFigures.map(
    ({ metric, required }) => `${metric.id} (${required.join(", ")})`,
  );
  const examples = guideExamples.flatMap(({ sentence, claims }) => [`# "${sentence}"`, claims]);
  return [
    "How to write claims\n",
    ...RULES.map((rule, at) => wrapped(rule, `${String(at + 1).padStart(2)}. `)),
    "\nKeys of report, facts, claims and ignore (text, reason, line); a ? may be left out",
    ...maps,
    wrapped(
      "What each key holds, and the keys of charts: trade-metrics schema claims. A claim has at least one of compute, formula, consistency and needs; a formula is of ids, or of numbers in quotes.",
      "",
    ),
    "\nComparators, and for which true values 50 holds",
    wrapped(`${readings.join("; ")}.`, ""),
    "\nMetrics for compute",
    wrapped(`flow (USD, with of); ${units.join("; ")}.`, ""),
    wrapped(
      `Of input-output tables, with the keys that they need: ${tables.join("; ")}. Their other keys and measures: trade-metrics value-added COMMAND --help.`,
      "",
    ),
    "",
    `${wrapped(verdicts.join(", "), "Verdicts: ")}.\n`,
    guideHead + examples.join("\n").replace(/^(?=.)/gm, "  "),
  ].join("\n");
}

/** A paragraph in lines of at most `WIDTH`, the first after the mark, the others below its text. */
function wrapped(text: string, mark: string): string {
  const lines = [mark];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    const bare = line.trim() === "" || line === mark;
    if (!bare && line.length + 1 + word.length > WIDTH) {
      lines.push(" ".repeat(mark.trim() === "" ? mark.length + 2 : mark.length) + word);
    } else lines[lines.length - 1] = bare ? line + word : `${line} ${word}`;
  }
  return lines.join("\n");
}
