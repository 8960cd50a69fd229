import { scaleExponent } from "../../numbers/printed.ts";
import { endpointMovement } from "./movements.ts";
import type { Movement, ScannedNumber } from "./scanned-number.ts";

/** Two levels that a sentence joins by a movement: "fell from 152 to 171". */
export interface Endpoints {
  readonly movement: Movement;
  readonly from: ScannedNumber;
  readonly to: ScannedNumber;
}

const WHEN = String.raw`(?:\s(?:in|during|for|of)\s(?:[\w-]+\s){0,3}(?:19|20)\d\d)?`;
/** What may stand between the level reached and the one that it came from. */
const GAP = new RegExp(`^${WHEN},?(?:\\s[a-z]+){1,5}\\s(?:US)?$`, "i");

/** The movement of which a number is one of the two levels, or null. */
export function endpointsAt(
  number: ScannedNumber,
  numbers: readonly ScannedNumber[],
): Endpoints | null {
  if (number.unit === "rank") return null;
  if (number.range?.kind === "change") {
    const other = numbers[number.range.other];
    if (!other) return null;
    const [from, to] = number.range.end === "first" ? [number, other] : [other, number];
    return ended(endpointMovement(before(from), "from"), from, to);
  }
  return turned(number, nextOf(number, numbers)) ?? turned(previousOf(number, numbers), number);
}

/** "171 in 2024, down from 152" and "fell to 171 in 2024 from 152". */
function turned(to: ScannedNumber | null, from: ScannedNumber | null): Endpoints | null {
  if (!to || !from || from.unit !== to.unit || from.range || to.range) return null;
  if (from.context.sentence !== to.context.sentence) return null;
  const gap = from.context.sentence.slice(to.context.end, from.context.at);
  if (!GAP.test(gap) || !FROM.test(gap)) return null;
  return ended(endpointMovement(gap, "from") ?? endpointMovement(before(to), "to"), from, to);
}

const FROM = /\bfrom\b/i;

function ended(
  movement: Movement | null,
  from: ScannedNumber,
  to: ScannedNumber,
): Endpoints | null {
  return movement && from.unit === to.unit ? { movement, from, to } : null;
}

const before = ({ context }: ScannedNumber) => context.sentence.slice(0, context.at);

function nextOf({ index }: ScannedNumber, numbers: readonly ScannedNumber[]) {
  return numbers.slice(index + 1, index + 4).find(({ ignored }) => ignored === null) ?? null;
}

function previousOf({ index }: ScannedNumber, numbers: readonly ScannedNumber[]) {
  const near = numbers.slice(Math.max(0, index - 3), index).reverse();
  return near.find(({ ignored }) => ignored === null) ?? null;
}

/** The size of a level with its sign. */
export function levelOf({ value, scale, sign }: ScannedNumber): number | null {
  const level = Number(value) * 10 ** (scale === null ? 0 : (scaleExponent(scale) ?? 0));
  return Number.isFinite(level) ? (sign === "-" ? -level : level) : null;
}
