import type { Statement } from "../../statements/statement.ts";
import type { CheckedNumber } from "./checked.ts";
import type { Figures } from "./figures.ts";
import { chanceOf, digitsOf } from "./printed.ts";
import { agreeingTrial, type Trial, trialsOf } from "./try.ts";

type Slipped = Pick<CheckedNumber, "trial" | "slip">;

/** So many of the likeliest readings are held against these slips. */
const MOST_READINGS = 8;
/** How much likelier a reading must be than that a random number is its own with the slip. */
const BEYOND = 8;
/** So far away a share may be told of which a number is the change. */
const REACH = 4;

/**
 * The slip of a percentage that reads as a growth: taken over the end year, or the points of a share that
 * is told beside it. Null where it is neither.
 */
export function growthSlip(
  numbers: readonly CheckedNumber[],
  index: number,
  figures: Figures,
): Slipped | null {
  const { read } = numbers[index]!;
  if (read.number.unit !== "percent" || digitsOf(read.number) < 2) return null;
  const all = read.readings.reduce((sum, { weight }) => sum + weight, 0);
  for (const reading of read.readings.slice(0, MOST_READINGS)) {
    if (reading.statement.quantity !== "growth") continue;
    for (const trial of trialsOf(read, reading, figures)) {
      const isLikely = reading.weight / all >= BEYOND * chanceOf(trial.reported);
      if (isLikely && isOverEnd(trial))
        return {
          trial,
          slip: `in percent of the end year (${trial.computed.toFixed(1)} of the first)`,
        };
    }
  }
  return pointsOfShare(numbers, index, figures);
}

/** A change divided by the value at its end, not by that at its beginning. */
function isOverEnd({ computed, reported, agrees }: Trial): boolean {
  if (agrees || computed <= -100) return false;
  const over = computed / (1 + computed / 100);
  return over >= reported.holds.low && over <= reported.holds.high;
}

/** Percent for percentage points: how far a share moved that is told beside the number. */
function pointsOfShare(
  numbers: readonly CheckedNumber[],
  index: number,
  figures: Figures,
): Slipped | null {
  const { read } = numbers[index]!;
  const [first] = read.readings;
  if (!first || first.statement.direction === null) return null;
  const near = numbers.slice(Math.max(0, index - REACH), index + REACH + 1);
  for (const { read: other, outcome, trial } of near) {
    const share = trial?.reading.statement;
    if (share?.quantity !== "share" || !outcome.startsWith("agrees")) continue;
    if (other.passage !== read.passage) continue;
    for (const { period, from } of timesOf(
      read.readings.map(({ statement }) => statement),
      share,
    )) {
      const statement: Statement = {
        ...{ ...share, quantity: "points", direction: first.statement.direction },
        ...{ period, from },
      };
      const points = agreeingTrial(read, { statement, instead: null, weight: 1 }, figures);
      if (points && chanceOf(points.reported) <= 1 / BEYOND)
        return { trial: points, slip: "percentage points, not percent" };
    }
  }
  return null;
}

const MOST_TIMES = 6;

function timesOf(statements: readonly Statement[], share: Statement) {
  const found = new Map<string, Pick<Statement, "period" | "from">>();
  for (const { period, from } of statements) {
    if (period && from) found.set(`${from.label} ${period.label}`, { period, from });
    if (from && share.period && from.first < share.period.first)
      found.set(`${from.label} ${share.period.label}`, { period: share.period, from });
  }
  return [...found.values()].slice(0, MOST_TIMES);
}
