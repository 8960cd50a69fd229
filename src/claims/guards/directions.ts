import type { Claim } from "../file/schema.ts";
import type { Recipe } from "../recipe.ts";
import { type Endpoints, levelOf } from "../scan/endpoints.ts";
import type { ScannedNumber } from "../scan/scanned-number.ts";
import { isChange, isSigned } from "./units.ts";
import { directionOf, isGrowth, type Side, sideOf } from "./words.ts";

/** "Fell from 149.3 to 171.5": what a text says of two of its own numbers that cannot be. */
export function impossibleMovement({ movement, from, to }: Endpoints): string | null {
  const [start, end] = [levelOf(from), levelOf(to)];
  if (start === null || end === null || start === end) return null;
  const isUp = movement.direction === "up";
  // A deficit with a minus rises as its size does.
  if (start < 0 || end < 0 || isUp === end > start) return null;
  const other = isUp ? "less" : "more";
  return `the text says "${movement.words}", ${to.raw} is ${other} than ${from.raw}`;
}

/** "Fell" in the text of what the claim says that it rose, where no sign is printed. */
export function otherDirection(
  { movement, sign, context }: ScannedNumber,
  claim: Claim,
  recipe: Recipe | null,
): string | null {
  if (movement === null || sign !== "") return null;
  if (recipe === null ? !isGrowth(claim) : !isChange(recipe)) return null;
  const ofBalance =
    recipe !== null &&
    (recipe.of === "balance" || isSigned(recipe) || recipe.printing.as === "deficit-change");
  const named = sideOf(context.sentence);
  if (ofBalance && (named === null || mayBeOfBalance(movement.words, context.sentence)))
    return null;
  const signed = /^\s*[-−–]/.test(claim.reported);
  const isFall = directionOf(claim) === "fall" || signed;
  // The more a balance falls, the more a deficit grows.
  const turned = ofBalance && named === "deficit" && isOfBalance(claim, recipe, signed);
  if ((isFall !== turned) === (movement.direction === "down")) return null;
  const claimed = isFall ? "fall" : "rise";
  return `the text says "${movement.words}", the claim a ${claimed}${turned ? " of the balance" : ""}`;
}

/** Better is of the balance, whatever a sentence calls it; one that names it may speak of either. */
function mayBeOfBalance(movement: string, sentence: string): boolean {
  return /^(?:improv|rebound|advanc|gain|lost|los|added)/.test(movement) || BALANCE.test(sentence);
}

const BALANCE = /\bbalances?\b/i;

/** Whether a change is that of the balance with its sign, and not of the size of a deficit. */
function isOfBalance(claim: Claim, recipe: Recipe, signed: boolean): boolean {
  if (!isSigned(recipe) || recipe.printing.as !== "change") return false;
  const said: Side | null = sideOf(claim.says);
  return signed || said !== "deficit";
}
