import type { Reading, Statement } from "../../statements/statement.ts";
import { changedPart, choicesOf, neighboursOf, timesOf, withParts } from "./choices.ts";
import type { Figures } from "./figures.ts";
import { chanceOf, isBound, printedAs } from "./printed.ts";
import { BEYOND_CHANCE, type Tried, trialsOf } from "./try.ts";

/** With fewer digits too many readings would agree. */
const MOST_CHANCE = 0.02;
/** So many readings are tried at most, and none that is less likely. */
const MOST_READINGS = 80;
const LEAST_WEIGHT = 0.002;

/**
 * Numbers that no reading confirmed, read once more with what the data confirmed of those around them,
 * before and behind: each part that no word beside the number says may be that of any of them. It counts,
 * as ever, only where it is so much likelier than that a random number agrees.
 */
export function secondLook(tried: readonly Tried[], figures: Figures): Tried[] {
  return tried.map((one, index) => {
    const { read, confirmed, trials } = one;
    const [first] = read.readings;
    if (confirmed || !first || isBound(read.number.comparator)) return one;
    const reported = printedAs(read.number, first.statement);
    const chance = reported === null ? 1 : chanceOf(reported);
    if (chance > MOST_CHANCE) return one;
    const readings = readingsOf(tried, index);
    const all = readings.reduce((sum, { weight }) => sum + weight, 0);
    const known = new Set(trials.map(({ reading }) => keyOf(reading.statement)));
    for (const reading of readings.slice(0, MOST_READINGS)) {
      if (reading.weight / all < BEYOND_CHANCE * chance) break;
      const isSure = trials.find(
        (own) => own.agrees && keyOf(own.reading.statement) === keyOf(reading.statement),
      );
      if (isSure) return { ...one, confirmed: isSure };
      if (known.has(keyOf(reading.statement))) continue;
      const agreeing = trialsOf(read, reading, figures).find(({ agrees }) => agrees);
      if (agreeing) return { ...one, trials: [...trials, agreeing], confirmed: agreeing };
    }
    return one;
  });
}

function keyOf({ quantity, subject, against, period, from }: Statement): string {
  return JSON.stringify([quantity, subject, against, period?.label, from?.label]);
}

/** Every choice of one of each part that is likely enough, with its own readings, the likeliest first. */
function readingsOf(tried: readonly Tried[], index: number): Reading[] {
  const { readings } = tried[index]!.read;
  const near = neighboursOf(tried, index);
  const { statement: first, weight: most } = readings[0]!;
  const partners = choicesOf("partner", ({ partners: codes }) => codes, readings, near);
  const flows = choicesOf("flow", ({ flow, as }) => ({ flow, as }), readings, near);
  const products = choicesOf(
    "product",
    ({ product, without }) => ({ product, without }),
    readings,
    near,
  );
  const sectors = choicesOf("sector", ({ sector }) => sector, readings, near);
  const times = timesOf(readings, near);
  const found = new Map<string, Reading>();
  const put = (reading: Reading) => {
    const key = keyOf(reading.statement);
    const known = found.get(key);
    if (!known || known.weight < reading.weight) found.set(key, reading);
  };
  for (const reading of readings) put({ ...reading, weight: Math.min(1, reading.weight / most) });
  for (const partner of partners) {
    for (const flow of flows) {
      for (const product of products) {
        for (const sector of sectors) {
          for (const time of times) {
            const weight =
              partner.weight * flow.weight * product.weight * sector.weight * time.weight;
            if (weight < LEAST_WEIGHT) break;
            const subject = {
              ...{ partners: partner.value, sector: sector.value },
              ...flow.value,
              ...product.value,
            };
            const statement = withParts(first, subject, time.value);
            put({ statement, weight, instead: changedPart(first, statement) });
          }
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}
