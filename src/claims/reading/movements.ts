import { impossibleMovement } from "../guards/directions.ts";
import { endpointsAt } from "../scan/endpoints.ts";
import type { ScannedNumber } from "../scan/scanned-number.ts";
import type { CheckedNumber } from "./checked.ts";

/** "Fell from 149.3 to 171.5": two numbers that agree, of which the text says what cannot be. */
export function withMovements(
  numbers: readonly CheckedNumber[],
  scanned: readonly ScannedNumber[],
): CheckedNumber[] {
  const places = new Map(scanned.map((number) => [number.place.offset, number]));
  return numbers.map((one) => {
    if (one.outcome !== "agrees" && one.outcome !== "agrees-otherwise") return one;
    const number = places.get(one.read.number.place.offset);
    const pair = number ? endpointsAt(number, scanned) : null;
    // It is told once, at the end of the two.
    const because = pair?.to === number && pair ? impossibleMovement(pair) : null;
    return because === null ? one : { ...one, outcome: "disagrees", because };
  });
}
