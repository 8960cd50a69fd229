import type { Origin, Statement } from "../../statements/statement.ts";
import type { Claim } from "../file/schema.ts";
import { type Recipe, singleFigures } from "../recipe.ts";
import type { Endpoints } from "../scan/endpoints.ts";
import type { ScannedNumber } from "../scan/scanned-number.ts";
import { chaptersOf, economiesOf, expectedFlow, isAsked, meets } from "./asked.ts";
import { impossibleMovement, otherDirection } from "./directions.ts";

/** What the words beside a printed number say of it. */
export interface PrintedWords {
  readonly number: ScannedNumber;
  /** The likeliest reading of its sentence alone; null where it has none. */
  readonly statement: Statement | null;
  /** Whether its sentence tells times by others, as "a year earlier" does. */
  readonly isRelative: boolean;
  /** The movement from one level to another of which it is the later, or the only one claimed. */
  readonly endpoints: Endpoints | null;
}

/** Words so near to a number are its own. */
const NEAR: ReadonlySet<Origin> = new Set(["beside", "table", "clause"]);
const BESIDE: ReadonlySet<Origin> = new Set(["beside", "table"]);
/** What relates two figures may be of either. */
const OF_ONE: ReadonlySet<Statement["quantity"]> = new Set([
  ...(["level", "average", "change", "growth", "annual-growth", "share", "points"] as const),
]);

/** What a text says of a printed number otherwise than its claim does, in words; null where nothing. */
export function contradictionInText(
  words: PrintedWords,
  claim: Claim,
  recipe: Recipe | null,
  nameOf: (code: string) => string,
): string | null {
  const bound = otherBound(words.number, claim);
  if (bound) return bound;
  const told =
    (words.endpoints && impossibleMovement(words.endpoints)) ??
    otherDirection(words.number, claim, recipe);
  if (told || !recipe?.metric) return told;
  const { statement } = words;
  return statement && OF_ONE.has(statement.quantity)
    ? otherSubject({ ...words, statement }, recipe, nameOf)
    : null;
}

const FROM_ABOVE = [">", ">=", "more-than"];
const FROM_BELOW = ["<", "<=", "nearly"];

/** "Less than" in the text, and more-than in the claim, or a bound that the text does not print. */
function otherBound({ comparator, comparatorWords }: ScannedNumber, claim: Claim): string | null {
  const [above, below] = [FROM_ABOVE, FROM_BELOW].map((list) => list.includes(claim.comparator));
  const contrary = above ? FROM_BELOW : below ? FROM_ABOVE : [];
  if (!contrary.includes(comparator)) return null;
  return `the text says "${comparatorWords ?? comparator}", its comparator is ${claim.comparator}`;
}

function otherSubject(
  { statement, isRelative }: PrintedWords & { readonly statement: Statement },
  recipe: Recipe,
  nameOf: (code: string) => string,
): string | null {
  const { subject, against, period, origins } = statement;
  const both = [subject, ...(against ? [against] : [])];
  const told = (said: string, key: string, asked: string) =>
    `the text says ${said}, ${key} is ${asked}`;
  const codes = both.flatMap(({ partners }) => partners);
  const asked = singleFigures(recipe).flatMap(economiesOf);
  if (NEAR.has(origins.partner) && !codes.some((code) => isAsked(code, asked))) {
    const said = subject.partners.map(nameOf).join(" and ");
    return told(said, "compute.partner", recipe.partners.map(({ name }) => name).join(", "));
  }
  const own = singleFigures(recipe).flatMap((one) => [one.period, ...(one.from ? [one.from] : [])]);
  if (
    NEAR.has(origins.period) &&
    !isRelative &&
    period &&
    !own.some((one) => meets(one, period) || (statement.from && meets(one, statement.from)))
  ) {
    return told(period.label, "compute.period", recipe.period.label);
  }
  const flow = expectedFlow(recipe);
  if (
    BESIDE.has(origins.flow) &&
    flow !== null &&
    ![flow, "total"].includes(subject.flow) &&
    against?.flow !== flow
  ) {
    return told(subject.flow, "what is computed", flow);
  }
  const chapters = chaptersOf(recipe);
  if (
    BESIDE.has(origins.product) &&
    subject.product !== null &&
    chapters !== null &&
    !both.some(({ product }) => product !== null && chapters.includes(product))
  ) {
    return told(subject.product, "compute.product", recipe.product.title);
  }
  return null;
}
