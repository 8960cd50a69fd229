import type { ReadingOutcome } from "../../claims/reading/outcome-names.ts";
import type { ReadingEntry, ReadingReport } from "../../claims/reading/reading-report.ts";
import { formatNumber } from "../figures.ts";
import { hangingParagraph, wrapWords } from "../layout.ts";
import type { Paint } from "../paint.ts";
import { oneLine } from "../safe-text.ts";

const INDENT = "    ";
const MARK_WIDTH = 12;

/** In the order in which they are shown: what needs a look first. */
const titles: readonly (readonly [
  ReadingOutcome,
  mark: string,
  ofOne: string,
  ofSeveral?: string,
])[] = [
  ["disagrees", "✗", "does not agree", "do not agree"],
  ["near", "!", "near, revised since"],
  ["agrees-otherwise", "✓", "agrees under another reading", "agree under another reading"],
  ["agrees", "✓", "agrees", "agree"],
  ["unsure", "?", "not sure enough"],
  ["no-data", "?", "no data"],
  ["not-read", "-", "not read"],
];

/** The numbers of a document, those that disagree first; what was not read is summed up by its reasons. */
export function readingTable(
  report: ReadingReport,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string {
  const { file, written, asOf, numbers, summary } = report;
  const dated = written === null ? "no date found" : `written ${written}`;
  const read = asOf === null ? "read with the newest data" : `read with the data of ${asOf}`;
  const lines = wrapWords(oneLine(`${file}: ${dated}, ${read}`), width).map((line) =>
    paint.bold(line),
  );
  for (const [outcome, mark, title] of titles) {
    const own = numbers.filter((one) => one.outcome === outcome);
    if (own.length === 0 || outcome === "not-read") continue;
    lines.push("", paint.bold(`${title} (${own.length})`));
    for (const one of own) {
      const shown = hangingParagraph(headOf(one, mark), width);
      lines.push(...(outcome === "disagrees" ? shown.map(paint.red) : shown));
      for (const detail of detailsOf(one)) {
        const below = hangingParagraph(oneLine(detail), width - INDENT.length);
        lines.push(...below.map((line) => INDENT + line));
      }
    }
  }
  lines.push(...notRead(numbers, width, paint));
  const counts = titles.flatMap(([outcome, , ofOne, ofSeveral = ofOne]) => {
    const many = summary.outcomes[outcome];
    return many > 0 ? [`${many} ${many === 1 ? ofOne : ofSeveral}`] : [];
  });
  const total = `${summary.numbers} number${summary.numbers === 1 ? "" : "s"}: ${counts.join("; ") || "none"}; ${summary.ignored} more are years, pages and the like`;
  return `${[...lines, "", ...wrapWords(total, width)].join("\n")}\n`;
}

function headOf({ text, line, page, outcome, weak, tried }: ReadingEntry, mark: string): string {
  const place = page === null ? `line ${line}` : `page ${page}, line ${line}`;
  const tries = tried > 1 ? `, ${tried} readings tried` : "";
  const how = outcome.startsWith("agrees") && weak ? ", weakly" : "";
  return oneLine(`${mark} ${text.padEnd(MARK_WIDTH)} ${place}${how}${tries}`);
}

function detailsOf(entry: ReadingEntry): string[] {
  const { reading, computed, because, slip, outcome } = entry;
  const details: string[] = [];
  if (reading) {
    const value = computed === null ? "" : `: ${inPrintedUnit(entry, computed)}`;
    const counted =
      reading.definition === null || reading.product !== null ? "" : ` (${reading.definition})`;
    details.push(`${reading.says}${value}${counted}`);
    if (reading.instead !== null)
      details.push(`another ${partNames[reading.instead]} than the words say first`);
  }
  if (because !== null) details.push(because);
  if (outcome === "disagrees" || outcome === "near") details.push(`"${entry.sentence}"`);
  if (slip !== null) details.push(`likely slip: ${slip}`);
  return details;
}

const partNames = {
  quantity: "kind of figure",
  flow: "flow",
  partner: "partner",
  product: "product",
  period: "time",
  from: "beginning",
  sector: "sector",
} as const;

const scales: Readonly<Record<string, number>> = {
  ...{ hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
};

/** A computed number in the unit and scale that are printed, with a digit more. */
function inPrintedUnit({ text, unit, scale }: ReadingEntry, value: number): string {
  const decimals = /\d\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const sign = unit === "percent" ? " %" : scale === null ? "" : ` ${scale}`;
  const digits =
    unit === "rank"
      ? 0
      : unit === "ratio"
        ? 3
        : unit === "USD" && scale === null
          ? decimals
          : Math.min(4, decimals + 1);
  return `${formatNumber(value / (scale ? scales[scale]! : 1), digits)}${sign}`;
}

/** What was not read, by its reasons. */
function notRead(numbers: readonly ReadingEntry[], width: number, paint: Paint): string[] {
  const own = numbers.filter(({ outcome }) => outcome === "not-read");
  if (own.length === 0) return [];
  const reasons = new Map<string, string[]>();
  for (const { because, text, line } of own) {
    const known = reasons.get(because ?? "") ?? [];
    reasons.set(because ?? "", [...known, `${text} (line ${line})`]);
  }
  const lines = [...reasons].flatMap(([reason, texts]) =>
    hangingParagraph(oneLine(`- ${reason}: ${texts.join(", ")}`), width),
  );
  return ["", paint.bold(`not read (${own.length})`), ...lines];
}
