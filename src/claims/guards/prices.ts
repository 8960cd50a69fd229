import { embeddedCatalog } from "../../sources/embedded/embedded.ts";
import type { Claim } from "../file/schema.ts";
import { type Recipe, singleFigures } from "../recipe.ts";

/** The year whose dollars are meant: "in 2024 dollars", "at prices of 2024". */
const OF_YEAR =
  /\b(?:(?:in|at)\s)?(?:constant\s|real\s|inflation[-\s]adjusted\s)?((?:19|20)\d\d)[-\s](?:US\s)?(?:dollars?|prices)\b|\b(?:in|at)\s(?:(?:constant|real)\s)?(?:dollars|prices)\sof\s((?:19|20)\d\d)\b/i;
const REAL =
  /\b(?:in\sreal\sterms|(?:not\s)?inflation[-\s]adjusted|(?:not\s)?adjust(?:ed|ing)\sfor\s(?:consumer\s)?(?:inflation|prices)|(?:in|at)\sconstant\s(?:dollars|prices)|after\sinflation)\b/i;

/** A text without the year whose dollars are meant, which is not that of the figure. */
export function withoutPriceYear(text: string): string {
  return text.replace(OF_YEAR, "");
}

/** Why the prices that a claim names are not those of its recipe; null where they can be. */
export function pricesProblem({ says, compute }: Claim, recipe: Recipe): string | null {
  if (recipe.metric === null || isOfFile(compute?.data)) return null;
  const year = OF_YEAR.exec(says);
  const words = year?.[0] ?? REAL.exec(says)?.[0];
  if (words === undefined || /^not\s/i.test(words)) return null;
  const terms = singleFigures(recipe).flatMap(({ real }) => real ?? []);
  const base = year?.[1] ?? year?.[2];
  if (terms.length === 0) {
    const written = base === undefined || recipe.metric.asks.change ? "true" : `"${base}"`;
    return `compute.real: is missing, the claim says "${words}" (add real: ${written})`;
  }
  const own = terms.flatMap((one) => one.base ?? []);
  if (base === undefined || own.length === 0 || own.some(({ label }) => label.startsWith(base))) {
    return null;
  }
  return `compute.real: "${own[0]!.label}" contradicts what the claim says ("${words}")`;
}

/** A file of the user may hold figures in constant prices. */
function isOfFile(data: string | undefined): boolean {
  return data !== undefined && !embeddedCatalog().some(({ id }) => id === data);
}
