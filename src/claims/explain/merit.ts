import { tailProbability } from "./chance.ts";
import { type Change, changeKinds, type PrintingChange } from "./change.ts";
import type { SearchedClaim } from "./search.ts";

/** Changes tried on a group: what they give for each claim, null where they leave it alone. */
export interface Trial {
  readonly changes: readonly (Change | PrintingChange)[];
  readonly computed: readonly (number | null)[];
  readonly fits: readonly boolean[];
}

/** One way in which the author may have computed all claims of a group. */
export interface Alternative extends Trial {
  /** How many claims of the group it reproduces, those that it leaves alone included. */
  readonly reproduced: number;
  /** How many alternatives would be expected to do as well if the printed numbers were random. */
  readonly expectedByChance: number;
  /** Mean distance of the changed claims from what is printed, in percent of the printed number. */
  readonly distance: number;
}

export function judged(
  trial: Trial,
  claims: readonly SearchedClaim[],
  chances: readonly number[],
  tried: number,
): Alternative {
  let touched = 0;
  let fitted = 0;
  let chance = 0;
  let distance = 0;
  for (const [index, computed] of trial.computed.entries()) {
    if (computed === null) continue;
    const { reported } = claims[index]!;
    touched += 1;
    fitted += Number(trial.fits[index]);
    chance += chances[index]!;
    distance += Math.abs((computed - reported) / (reported || 1)) * 100;
  }
  return {
    ...trial,
    reproduced: trial.fits.filter((fit) => fit).length,
    expectedByChance: tried * tailProbability(touched, fitted, chance / touched),
    distance: distance / touched,
  };
}

/** The better alternative first. */
export function byMerit(a: Alternative, b: Alternative): number {
  return (
    b.reproduced - a.reproduced ||
    a.changes.length - b.changes.length ||
    rankOf(a) - rankOf(b) ||
    farOf(a) - farOf(b) ||
    a.expectedByChance - b.expectedByChance ||
    a.distance - b.distance
  );
}

function rankOf({ changes }: Alternative): number {
  return changes.reduce((sum, { what }) => sum + changeKinds.indexOf(what), 0);
}

/** An author errs more readily by one year than by ten. */
function farOf({ changes }: Alternative): number {
  return changes.reduce((sum, { far }) => sum + far, 0);
}
