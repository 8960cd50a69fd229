import type { Verdict } from "../comparison/gate.ts";
import type { FigureRequest } from "../metrics/cell.ts";
import type { Period } from "../records/period.ts";
import type { Cube } from "./cube.ts";
import type { CubeFigure } from "./cube-figure.ts";
import type { DataUseTally } from "./data-use.ts";
import type { UsedFigure } from "./flow-figure.ts";
import { verdictOf } from "./gate.ts";
import { vintageOf } from "./vintage-fields.ts";
import { roundedInterval } from "./vintage-origins.ts";
import { type WarningList, warnOfBases, warnOfParts, warnOfVerdict } from "./warnings.ts";
import { noteYears } from "./whole-notes.ts";

/** What is known of the figures of a row, whatever their amounts. */
export interface Noted {
  readonly verdict: Verdict;
  /** The vintages that they are of, where these are known. */
  readonly vintage: { readonly vintage?: string };
  /** The currencies that they are in. */
  readonly currency: string;
  /** Whether none of them was published rounded. */
  readonly isExact: boolean;
}

interface Known extends Noted {
  readonly period: Period;
  readonly lists: readonly (readonly UsedFigure[])[];
}

/**
 * Notes what the figures of rows are, and has the gate judge them. Figures of many rows are the same
 * but for their amounts, as those of one economy's products are: these are judged once.
 */
export class FigureNotes {
  /** The currencies of all figures that were used. */
  readonly currencies = new Set<string>();
  #latest: Known | null = null;

  constructor(
    readonly cube: Cube,
    readonly notes: { readonly warnings: WarningList; readonly tally: DataUseTally },
  ) {}

  noted(
    requests: Readonly<Record<string, FigureRequest>>,
    inputs: ReadonlyMap<string, CubeFigure>,
    period: Period,
  ): Noted {
    const lists = [...inputs.values()].map(({ figures }) => figures);
    if (this.#latest && areSame(this.#latest, lists, period)) return this.#latest;
    const { cube } = this;
    const { warnings, tally } = this.notes;
    const figures = lists.flat();
    if (!cube.isByProduct) warnOfParts(warnings, figures);
    warnOfBases(warnings, figures);
    const own = new Set<string>();
    for (const figure of figures) {
      tally.add(figure);
      if (figure.figure.provenance) own.add(figure.figure.provenance.currency);
    }
    for (const currency of own) this.currencies.add(currency);
    const verdict = verdictOf(requests, inputs, cube.areas);
    warnOfVerdict(warnings, verdict, figures, period);
    noteYears(figures, warnings);
    const known: Known = {
      verdict,
      vintage: vintageOf(inputs),
      currency: [...own].sort().join(", "),
      isExact: lists.every((own) => roundedInterval(0, own) === null),
      ...{ period, lists },
    };
    // Between periods the gate looks at areas as well, and lists have members.
    const isPlain = Object.values(requests).every(
      ({ at, each }) => each === undefined && at.period === period,
    );
    this.#latest = isPlain ? known : null;
    return known;
  }
}

function areSame(known: Known, lists: readonly (readonly UsedFigure[])[], period: Period): boolean {
  if (known.period !== period || known.lists.length !== lists.length) return false;
  return lists.every((one, at) => one === known.lists[at]);
}
