import { InputError } from "../errors.ts";
import { type Interval, linearInterval, pointInterval } from "../numbers/interval.ts";
import { scaleExponent } from "../numbers/printed.ts";
import type { Evaluator } from "./evaluate.ts";
import type { Claim, ClaimFile, Comparator, Formula } from "./file/schema.ts";
import { type Bounded, evaluateFormula, formulaParts, scaledLiterals } from "./formula.ts";
import { orientationOf } from "./guards/words.ts";
import { priceNote } from "./real-terms.ts";
import type { Recipe } from "./recipe.ts";
import type { ClaimRecipes } from "./recipes.ts";
import { isWord, type ReportedNumber, readNumber, readReported } from "./reported.ts";
import { type Check, judge, undecided } from "./verdict.ts";
import { laterVintage, servingVintage } from "./vintages.ts";

/** A claim with its reported number read and its checks made. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly reported: ReportedNumber;
  readonly checks: readonly Check[];
  /** The numbers of its formula, and the sign in which it is printed; null without one. */
  readonly formula: { readonly numbers: readonly number[]; readonly sign: 1 | -1 } | null;
  /** How the number is computed from data; null where it is not, or cannot be. */
  readonly recipe: Recipe | null;
  readonly data: readonly string[];
}

/** Makes every check of the claims of a file whose ids are wanted. */
export function checkClaims(
  file: ClaimFile,
  wanted: ReadonlySet<string>,
  recipes: ReadonlyMap<string, ClaimRecipes>,
  evaluator: Evaluator,
): CheckedClaim[] {
  const numbers = numbersOf(file);
  const claims = file.claims.filter(({ id }) => wanted.has(id));
  return claims.map((claim) => {
    const own = recipes.get(claim.id);
    const { size } = orientationOf(claim, own?.main ?? null);
    const reported = readReported({ ...claim, size });
    const fromData = own ? checkData(claim, reported, own, evaluator) : null;
    const checks = [
      ...(fromData ? [fromData.check] : []),
      ...(claim.formula
        ? [checkFormula(claim, claim.formula, reported, numbers, own ?? null)]
        : []),
      ...(claim.consistency ? [checkConsistency(claim, reported, numbers)] : []),
    ];
    if (checks.length === 0) {
      checks.push(undecided("data", "not-checkable", claim.needs ?? "no data"));
    }
    return {
      claim,
      reported,
      checks,
      formula: claim.formula ? formulaNumbers(claim, claim.formula, numbers, own ?? null) : null,
      recipe: fromData?.recipe ?? null,
      data: fromData?.data ?? [],
    };
  });
}

/** Every number that a formula may name: the claims as printed, and the facts. */
function numbersOf({ claims, facts }: ClaimFile): Map<string, Bounded> {
  const numbers = new Map<string, Bounded>();
  for (const claim of claims) {
    const { value, rounding } = readReported(claim);
    numbers.set(claim.id, { value, interval: rounding });
  }
  for (const { id, value, scale } of facts) {
    const read = readNumber(value, `${id}: value`);
    const factor = scale ? 10 ** (scaleExponent(scale) ?? 0) : 1;
    numbers.set(id, {
      value: read.value * factor,
      interval: linearInterval(read.interval, factor),
    });
  }
  return numbers;
}

function argumentFrom(numbers: ReadonlyMap<string, Bounded>, place: string) {
  return (name: string): Bounded => numbers.get(name) ?? readNumber(name, place);
}

function checkData(
  claim: Claim,
  reported: ReportedNumber,
  { main: recipe, definitions }: ClaimRecipes,
  evaluator: Evaluator,
): { check: Check; recipe: Recipe | null; data: readonly string[] } {
  try {
    if (definitions.length > 0) {
      return { ...checkDefinitions(claim, reported, definitions, evaluator), recipe };
    }
    const { value, reason } = evaluator.evaluate(recipe);
    if (value === null) {
      const later = laterVintage(recipe, reported, comparatorOf(claim), evaluator);
      if (later) return { ...later, data: evaluator.dataOf(later.recipe) };
      const note = claim.needs ?? `the data have no answer (${reason})`;
      const data = evaluator.dataOf(recipe);
      return { check: undecided("data", "not-checkable", note), recipe: null, data };
    }
    const computed = { value, interval: pointInterval(value) };
    const comparator = comparatorOf(claim);
    const check = judge("data", reported, computed, comparator);
    const served =
      check.verdict === "mismatch" ? servingVintage(recipe, reported, comparator, evaluator) : null;
    const noted = { ...check, note: check.note ?? priceNote(recipe) };
    const found = served ?? { check: noted, recipe };
    return { ...found, data: evaluator.dataOf(found.recipe) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { check: undecided("data", "error", error.message), recipe: null, data: [] };
  }
}

/** A statement of direction is true or false as an inequality is. */
function comparatorOf({ reported, comparator }: Claim): Comparator {
  return isWord(reported) ? ">" : comparator;
}

/** Computes under each definition: true under all, under none, or it depends. */
function checkDefinitions(
  claim: Claim,
  reported: ReportedNumber,
  definitions: ClaimRecipes["definitions"],
  evaluator: Evaluator,
): { check: Check; data: readonly string[] } {
  const outcomes = definitions.map(({ name, recipe }) => {
    const { value } = evaluator.evaluate(recipe);
    const data = evaluator.dataOf(recipe);
    const check =
      value === null
        ? undecided("definitions", "not-checkable", "no data")
        : judge(
            "definitions",
            reported,
            { value, interval: pointInterval(value) },
            comparatorOf(claim),
          );
    return { name, check, data };
  });
  const data = [...new Set(outcomes.flatMap((one) => one.data))];
  const known = outcomes.filter(({ check }) => check.computed !== null);
  if (known.length === 0) {
    return { check: undecided("definitions", "not-checkable", claim.needs ?? "no data"), data };
  }
  const agreeing = known.filter(({ check }) => check.verdict !== "mismatch");
  const note = known
    .map(({ name, check }) => `${name}: ${legible(check.computed!)} (${check.verdict})`)
    .join("; ");
  const first = (
    agreeing.length === known.length
      ? agreeing[0]!
      : known.find(({ check }) => check.verdict === "mismatch")!
  ).check;
  const depends = agreeing.length > 0 && agreeing.length < known.length;
  return {
    check: { ...first, verdict: depends ? "definition-dependent" : first.verdict, note },
    data,
  };
}

/** Enough digits to tell definitions apart, with the thousands of large numbers. */
function legible(value: number): string {
  return Math.abs(value) >= 1000
    ? value.toLocaleString("en-US", { maximumFractionDigits: 0 })
    : String(Number(value.toPrecision(5)));
}

function checkFormula(
  claim: Claim,
  formula: Formula,
  reported: ReportedNumber,
  numbers: ReadonlyMap<string, Bounded>,
  recipes: ClaimRecipes | null,
): Check {
  const scaled = scaledLiterals(formula, claim.scale ?? "", new Set(numbers.keys()));
  const found = evaluateFormula(scaled, argumentFrom(numbers, `${claim.id}: formula`));
  if (!found) {
    return undecided("formula", "not-checkable", "the formula is not defined for these numbers");
  }
  // A claim that is computed from data as well is oriented by its recipe.
  const computed = isTurned(claim, recipes)
    ? { value: -found.value, interval: linearInterval(found.interval, -1) }
    : found;
  const [name, arguments_] = formulaParts(formula);
  const check = judge("formula", reported, computed, claim.comparator);
  return { ...check, note: `${name} of ${arguments_.join(", ")}` };
}

function isTurned(claim: Claim, recipes: ClaimRecipes | null): boolean {
  return recipes === null && orientationOf(claim, null).negated;
}

function formulaNumbers(
  claim: Claim,
  formula: Formula,
  numbers: ReadonlyMap<string, Bounded>,
  recipes: ClaimRecipes | null,
): CheckedClaim["formula"] {
  const scaled = scaledLiterals(formula, claim.scale ?? "", new Set(numbers.keys()));
  const argument = argumentFrom(numbers, `${claim.id}: formula`);
  return {
    numbers: formulaParts(scaled)[1].map((name) => argument(name).value),
    sign: isTurned(claim, recipes) ? -1 : 1,
  };
}

/** Two numbers of one report are inconsistent where no rounding lets the relation between them hold. */
function checkConsistency(
  claim: Claim,
  reported: ReportedNumber,
  numbers: ReadonlyMap<string, Bounded>,
): Check {
  const { relation, to, tolerance, because } = claim.consistency!;
  const argument = argumentFrom(numbers, `${claim.id}: consistency`);
  const other = typeof to === "string" ? argument(to) : evaluateFormula(to, argument);
  if (!other) return undecided("consistency", "not-checkable", "the formula is not defined");
  const [low, high] = [
    widened(other.interval, tolerance).low,
    widened(other.interval, tolerance).high,
  ];
  const { rounding } = reported;
  const agrees =
    relation === "="
      ? rounding.low <= high && rounding.high >= low
      : relation === ">="
        ? rounding.high >= low
        : rounding.low <= high;
  return {
    by: "consistency",
    // That two numbers can both hold does not show that this one does, where data would.
    verdict: !agrees ? "inconsistent" : claim.needs ? "not-checkable" : "reproduced",
    computed: other.value,
    interval: other.interval,
    difference: other.value - reported.value,
    grave: null,
    note: because,
  };
}

function widened({ low, high }: Interval, percent: number): Interval {
  return {
    low: low - (Math.abs(low) * percent) / 100,
    high: high + (Math.abs(high) * percent) / 100,
  };
}
