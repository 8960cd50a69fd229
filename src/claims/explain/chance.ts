import type { Interval } from "../../numbers/interval.ts";

/** Candidates within this factor of the printed number tell how dense they lie around it. */
const WINDOW = Math.E;

/**
 * How likely it is that one candidate gives the printed number by chance: the share of candidates
 * of the same sign within a factor of e of it, times the part of that stretch (on a logarithmic
 * scale) which the wanted interval takes up. Half a candidate is added, so that a chance is never
 * put at nothing.
 * @param values the numbers that candidates give.
 * @param tried how many candidates there are, those without a number included.
 */
export function chanceOf(
  reported: number,
  wanted: Interval,
  values: readonly number[],
  tried: number,
): number {
  if (reported === 0 || tried === 0) return 1 / (tried + 1);
  let near = 0;
  for (const value of values) {
    const ratio = value / reported;
    if (ratio > 1 / WINDOW && ratio < WINDOW) near += 1;
  }
  const share = (near + 0.5) / (tried + 1);
  const low = clamp(wanted.low / reported);
  const high = clamp(wanted.high / reported);
  const width = Math.abs(Math.log(high / low)) / 2;
  return Math.min(1, share * Math.max(width, Number.EPSILON));
}

function clamp(ratio: number): number {
  return Math.min(WINDOW, Math.max(1 / WINDOW, ratio));
}

/** The probability of at least `successes` in `trials` independent trials of one probability. */
export function tailProbability(trials: number, successes: number, probability: number): number {
  let tail = 0;
  for (let count = successes; count <= trials; count += 1) {
    tail +=
      combinations(trials, count) * probability ** count * (1 - probability) ** (trials - count);
  }
  return Math.min(1, tail);
}

function combinations(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
  return result;
}
