import { embeddedCatalog } from "../../sources/embedded/embedded.ts";
import type { Claim } from "../file/schema.ts";
import { unitOf } from "../printing.ts";
import { isRank, type Recipe } from "../recipe.ts";
import { isWord } from "../reported.ts";

/** The units in which the number of a recipe can be printed, the usual one first. */
function unitsOf(recipe: Recipe): readonly string[] {
  const { than, perMonth, printing, metric } = recipe;
  if (isRank(recipe)) return ["rank"];
  if (than?.as === "times") return MULTIPLES;
  if (than?.as === "percent") return ["percent"];
  if (printing.as === "times") return MULTIPLES;
  if (printing.as === "fraction") return ["ratio"];
  const unit = unitOf(recipe);
  if (printing.as === "change" || printing.as === "deficit-change") {
    return metric?.asks.change || unit === "USD" ? ["USD"] : changes[unit];
  }
  if (than && unit === "percent") return ["percentage-points"];
  if (unit === "USD") return perMonth ? ["USD", "USD per month"] : ["USD"];
  return [...values[unit], ...(metric?.printedAs ?? [])];
}

const MULTIPLES = ["times", "ratio"];
const PLAIN = ["ratio", "times", "index", "points", "number", "count"];
const values = { USD: ["USD"], percent: ["percent"], ratio: PLAIN, index: PLAIN };
const changes = { ...values, percent: ["percentage-points"] };

/** Why the unit or scale of a claim cannot be that of its recipe; null where it can. */
export function unitProblem(claim: Claim, recipe: Recipe): string | null {
  if (isWord(claim.reported)) return wordProblem(claim.reported, claim.unit, recipe);
  const units = unitsOf(recipe);
  const what = describe(recipe);
  if (!units.includes(claim.unit) && !isOtherCurrency(claim, units)) {
    return `unit: "${claim.unit}" is not that of ${what} (use ${units.slice(0, 2).join(" or ")})`;
  }
  if (claim.scale && ["percent", "percentage-points", "rank"].includes(claim.unit)) {
    return `scale: ${claim.unit} has none (remove "${claim.scale}")`;
  }
  return null;
}

/** Money of a file is in the currency of the file. */
function isOtherCurrency({ unit, compute }: Claim, units: readonly string[]): boolean {
  const data = compute?.data;
  const own = data !== undefined && !embeddedCatalog().some(({ id }) => id === data);
  return own && units.includes("USD") && /^[A-Z]{3}(?: per month)?$/.test(unit);
}

function describe(recipe: Recipe): string {
  const { metric, inTable, than, printing } = recipe;
  const name = inTable?.name ?? metric?.id ?? "value-added";
  if (isRank(recipe)) return `a rank by ${name}`;
  if (than) return `${name} compared by ${than.as}`;
  return printing.as === "value" ? name : `${name} as ${printing.as}`;
}

/** Whether a change from one period to another is what is computed. */
export function isChange({ metric, printing }: Recipe): boolean {
  return metric?.asks.change !== undefined || printing.as.endsWith("change");
}

/** Whether a deficit makes the number negative. */
export function isSigned({ metric, of, inTable }: Recipe): boolean {
  if (inTable) return inTable.isBalance;
  if (!metric || metric.asks.change) return false;
  return /^negative for a deficit/.test(metric.sign) || (of === "balance" && !metric.inverseOf);
}

function wordProblem(word: string, unit: string, recipe: Recipe): string | null {
  if (unit !== "direction") return `unit: "${word}" states no number (use direction)`;
  if (recipe.printing.as === "deficit")
    return `compute.as: "${word}" is stated of the value itself`;
  if ((word === "rise" || word === "fall") && !isChange(recipe)) {
    return `reported: "${word}" is stated of a change (use a metric such as growth, or as: change)`;
  }
  if ((word === "larger" || word === "smaller") && !recipe.than) {
    return `reported: "${word}" needs compute.than, the figure with which it is compared`;
  }
  if ((word === "deficit" || word === "surplus") && !isSigned(recipe)) {
    return `reported: "${word}" is stated of a balance`;
  }
  return null;
}
