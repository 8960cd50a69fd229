import type { Claim } from "../file/schema.ts";
import { isRank, type Recipe } from "../recipe.ts";
import { isWord } from "../reported.ts";
import type { TableFigure } from "../table-figure.ts";
import { isChange, isSigned } from "./units.ts";

const RISE =
  /\b(?:rose|ris(?:e|es|en|ing)|grew|grow[ns]?|increas(?:e|es|ed|ing)|widen(?:s|ed|ing)?|jump(?:s|ed)?|surg(?:e|es|ed)|soar(?:s|ed|ing)?|swell(?:s|ed|ing)?|expand(?:s|ed)?|climb(?:s|ed)?|gain(?:s|ed)?)\b/i;
const FALL =
  /\b(?:fell|fall(?:s|en|ing)?|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|decreas(?:e|es|ed|ing)|shr(?:ink|inks|ank|unk|inking)|narrow(?:s|ed|ing)?|reduc(?:ed|es|ing|tion)|plung(?:e|es|ed|ing)|slump(?:s|ed|ing)?|contract(?:ed|ing|ion)|slip(?:s|ped|ping)?|slid(?:es?|ing)?|tumbl(?:e|es|ed|ing)|sank|sunk|dip(?:s|ped)?|retreat(?:s|ed)?|dwindl(?:e|es|ed|ing)|collaps(?:e|es|ed|ing))\b/i;
/** Words that mean a fall only beside the number: "down 20 percent", "12 percent lower". */
const FALL_BESIDE =
  /\b(?:down|cut|lost|shed|lower)\s(?:(?:by|about|some|nearly|almost|over|more|than|another|roughly)\s){0,3}(?:US)?\$?\d|\d\s?(?:%|percent|per\scent|billion|million|trillion)\s(?:points?\s)?(?:lower|less(?!\sthan)|fewer|down)\b/i;
const DEFICIT = /\b(?:deficits?|shortfalls?|trade\sgaps?)\b/i;
const SURPLUS = /\bsurplus(?:es)?\b/i;

/** The one of two words that a text has; null where it has both or none. */
function either<Word>(text: string, one: [RegExp, Word], other: [RegExp, Word]): Word | null {
  const [has, hasOther] = [one[0].test(text), other[0].test(text)];
  if (has === hasOther) return null;
  return has ? one[1] : other[1];
}

/** Which way a claim says that its number went. */
export function directionOf({ says, direction }: Claim): "rise" | "fall" | null {
  if (direction !== undefined) return direction;
  const isFall = FALL.test(says) || FALL_BESIDE.test(says);
  if (RISE.test(says) === isFall) return null;
  return isFall ? "fall" : "rise";
}

export type Side = "deficit" | "surplus";

/** Which of the two a text names; null where it names both or none. */
export function sideOf(text: string): Side | null {
  return either(text, [DEFICIT, "deficit"], [SURPLUS, "surplus"]);
}

export interface Orientation {
  /** Whether the computed number is turned, since the printed one has no sign. */
  readonly negated: boolean;
  /** Whether the comparator is about the size of a negative number. */
  readonly size: boolean;
}

/**
 * A fall or a deficit is printed without a sign: "fell 31.4 percent" is 31.4. Where a claim says which
 * it is and prints no sign, what is computed is turned; where it prints one, a bound is about the size.
 */
export function orientationOf(claim: Claim, recipe: Recipe | null): Orientation {
  if (isWord(claim.reported)) return { negated: false, size: false };
  const unsigned = !/^\s*[-−–]/.test(claim.reported);
  const change = recipe === null ? isGrowth(claim) : isChange(recipe);
  const ofDeficit =
    recipe !== null &&
    isSigned(recipe) &&
    !recipe.than &&
    !isRank(recipe) &&
    !recipe.printing.as.startsWith("deficit") &&
    sideOf(claim.says) === "deficit";
  const fall = change && directionOf(claim) === "fall";
  if (unsigned) return { negated: ofDeficit !== fall, size: false };
  return { negated: false, size: ofDeficit || fall };
}

/** Whether a formula is of a change. */
export function isGrowth({ formula }: Claim): boolean {
  return Boolean(formula?.growth ?? formula?.["real-value"] ?? formula?.deflate);
}

/** Why the words of a claim contradict how it is computed; null where they do not. */
export function wordsProblem(claim: Claim, recipe: Recipe): string | null {
  const { says } = claim;
  if (recipe.printing.as === "deficit" && sideOf(claim.says) === "surplus") {
    return `compute.as: "deficit" contradicts what the claim says ("surplus")`;
  }
  // What is compared is both.
  if (recipe.inTable) return recipe.than ? null : tableProblem(says, recipe.inTable);
  if (recipe.metric === null) return valueAddedProblem(says, recipe.measure);
  return null;
}

/** What a figure of an input-output table is and what its claim says that it is, where both tell. */
function tableProblem(says: string, { meaning }: TableFigure): string | null {
  if (meaning === null) return null;
  const { key, written, kind } = meaning;
  if (kind === "gross" || kind === "value-added") {
    const said = either(says, [/\bgross\b/i, "gross"], [/\bvalue[\s-]added\b/i, "value-added"]);
    if (said === null || said === kind) return null;
    const what = kind === "gross" ? "gross" : "in value added";
    return `compute.${key}: ${written} is ${what}, the claim says ${said}`;
  }
  const origin = originSaid(says);
  if (origin === null || origin === kind) return null;
  return `compute.${key}: ${written} is ${kind} value added, the claim says ${origin}`;
}

/** Published shares of domestic and of foreign value added differ in the last letters of their codes. */
function valueAddedProblem(says: string, measure: string): string | null {
  const origin = originSaid(says);
  const measured = /_FVA/.test(measure) ? "foreign" : /_DVA/.test(measure) ? "domestic" : null;
  if (origin === null || measured === null || origin === measured) return null;
  return `compute.measure: ${measure} is ${measured} value added, the claim says ${origin}`;
}

function originSaid(says: string): "foreign" | "domestic" | null {
  return either(
    says,
    [/\bforeign\s(?:value[\s-]added|content)\b/i, "foreign"],
    [/\bdomestic\s(?:value[\s-]added|content)\b/i, "domestic"],
  );
}
