import { InputError } from "../errors.ts";
import { firstNames } from "../first-names.ts";
import { productSystem } from "../products/product.ts";
import type { Question } from "../question/question.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";
import type { ResultRow } from "./result.ts";

/** How many levels the refusal names. */
const NAMED = 8;
const TIMES: readonly string[] = ["day", "month", "year"];

/**
 * Refuses a question by a level of products that the data do not have: an answer of the total alone would
 * look as if there were no such products.
 * @throws InputError which names the levels that there are.
 */
export function refuseWithoutLevel(
  question: Question,
  datasets: OpenDatasets,
  rows: readonly ResultRow[],
): void {
  const { level, byText, eachText } = question;
  const isMember = ({ row, value }: ResultRow) =>
    value !== null && row !== "rest" && row !== "total";
  if (level.system === null || rows.some(isMember)) return;
  const wanted = `${level.system}${level.digits ?? ""}`;
  const asked = [byText, eachText ?? ""].flatMap((words) => words.split(","));
  const text = asked.find((word) => word.trim().toLowerCase() === wanted)?.trim() ?? wanted;
  if (TIMES.includes(text)) {
    throw new InputError(
      `--by: "${text}" is no level of products (use --step ${text === "day" ? "month" : text} for periods)`,
    );
  }
  const dataset = datasets.withProducts(null);
  const there = levelsOf(dataset);
  const isNarrower = (one: string) =>
    level.digits !== null &&
    one.startsWith(level.system!) &&
    Number(one.slice(level.system!.length)) > level.digits;
  // Broader levels are added up from narrower ones.
  if (there.size === 0 || there.has(wanted) || [...there].some(isNarrower)) return;
  throw new InputError(
    `--by: ${dataset.description.id} has no products at the level "${text}" (use ${firstNames([...there].sort(), NAMED)})`,
    "Name a file that has it with --data.",
  );
}

/** The levels of its products: systems, and systems with the digits of their codes. */
function levelsOf(dataset: TradeDataset): ReadonlySet<string> {
  const levels = new Set<string>();
  for (const partner of dataset.partners) {
    for (const { key } of dataset.seriesOf(partner.code)) {
      const system = productSystem(key.product);
      if (system === null) continue;
      const digits = /^\d+/.exec(key.product.slice(system.length + 1))?.[0].length;
      levels.add(system).add(`${system}${digits ?? ""}`);
    }
  }
  return levels;
}
