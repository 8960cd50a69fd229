import type { Interval } from "../../numbers/interval.ts";
import { tailProbability } from "./chance.ts";
import type { Change, PrintingChange } from "./change.ts";

/** Changes tried on a group: what they give for each claim, null where they leave it alone. */
export interface Trial {
  readonly changes: readonly (Change | PrintingChange)[];
  readonly prior: number;
  readonly computed: readonly (number | null)[];
  readonly fits: readonly boolean[];
}

/** One way in which the author may have computed all claims of a group. */
export interface Alternative extends Trial {
  /** How many claims of the group it reproduces, those that it leaves alone included. */
  readonly reproduced: number;
  /** How many alternatives would be expected to do as well if the printed numbers were random. */
  readonly expectedByChance: number;
  /** How likely it is beside all others that were tried and what was not, from 0 to 1. */
  readonly confidence: number;
}

/** As much of a claim as its evidence depends on. */
export interface Evidence {
  readonly reported: number;
  readonly wanted: Interval;
  readonly holds: boolean;
}

/** A number that nobody can retrace lies anywhere within this factor of the right one, on a log scale. */
const SPREAD = Math.log(100);

/** How likely a random number would fall where the claim wants one. */
export function widthOf({ reported, wanted }: Evidence): number {
  if (reported === 0) return 1;
  const [low, high] = [wanted.low / reported, wanted.high / reported];
  if (!(low > 0) && !(high > 0)) return 1;
  const width = Math.abs(Math.log(Math.max(high, 1e-3) / Math.max(low, 1e-3)));
  return Math.min(1, Math.max(width, 1e-9) / SPREAD);
}

/** An author who computes all numbers of a group in one way still gets some of them wrong. */
const OTHERWISE = 0.03;

/** Prior times fit: how much better an alternative gives the claims than random numbers do. */
export function weightOf(trial: Trial, claims: readonly Evidence[], only: number | null): number {
  let weight = trial.prior;
  for (const [index, claim] of claims.entries()) {
    if (only !== null && index !== only) continue;
    if (trial.computed[index] === null) {
      if (only !== null) return 0;
      continue;
    }
    weight *= trial.fits[index] ? (claim.holds ? 1 : 1 / widthOf(claim)) : OTHERWISE;
  }
  return weight;
}

export function expectedByChance(trial: Trial, chances: readonly number[], tried: number): number {
  let touched = 0;
  let fitted = 0;
  let chance = 0;
  for (const [index, computed] of trial.computed.entries()) {
    if (computed === null) continue;
    touched += 1;
    fitted += Number(trial.fits[index]);
    chance += chances[index]!;
  }
  return tried * tailProbability(touched, fitted, chance / touched);
}
