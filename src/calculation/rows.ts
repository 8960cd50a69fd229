import type { Verdict } from "../comparison/gate.ts";
import type { Cell, Dimension, FigureRequest } from "../metrics/cell.ts";
import type { ComputeContext, Outcome, Parameters } from "../metrics/metric.ts";
import type { Place, Question, Subject } from "../question/question.ts";
import { type Period, periodOf } from "../records/period.ts";
import { DOLLARS } from "../records/record.ts";
import { boundsOfValue } from "./bounds-of-value.ts";
import type { Cube } from "./cube.ts";
import { type CubeFigure, cellOf } from "./cube-figure.ts";
import type { DataUseTally } from "./data-use.ts";
import { FigureNotes, type Noted } from "./figure-notes.ts";
import { withoutMixed } from "./gate.ts";
import { joined } from "./joined.ts";
import { type Names, namesOf, titledProduct, withMember } from "./names.ts";
import { componentsOf, passed } from "./outcome.ts";
import { basePeriodOf, indexBaseOf, type ShownPeriod, yearsBetween } from "./periods.ts";
import { namedIntervals, type ResultRow } from "./result.ts";
import { isSame } from "./same-figure.ts";
import { roundedIntervals, vintageOf } from "./vintage-fields.ts";
import {
  type WarningList,
  warnOfCoverage,
  warnOfIndex,
  warnOfLengths,
  warnOfMissing,
} from "./warnings.ts";
import { notePartAboveWhole } from "./whole-notes.ts";

/** What a row says of itself, where rows are broken into members. */
export type RowKind = "member" | "rest" | "total";

/** A row, and the figures that it was computed from. */
export interface ComputedRow {
  readonly row: ResultRow;
  readonly requests: Readonly<Record<string, FigureRequest>>;
  readonly inputs: ReadonlyMap<string, CubeFigure>;
  /** What the gate said of the figures, which holds for what follows from them. */
  readonly verdict: Verdict;
}

/** Where a row stands: its place and what that is called. */
export interface Standing {
  readonly place: Place;
  /** The place whose members the rows are. */
  readonly broken: Place;
  readonly names: Names;
}

export function standingOf(question: Question, { place, partner }: Subject): Standing {
  return { place, broken: place, names: namesOf(question, place, partner) };
}

/** The standing of one member of a dimension. */
export function memberOf(
  question: Question,
  { place, broken, names }: Standing,
  by: Dimension,
  member: string,
): Standing {
  const own = withMember(names, by, member, question);
  return { place: cellOf(place, by, member), broken, names: own };
}

/** Computes rows of a question, and notes what was used for them and what is to be said of it. */
export class RowComputer {
  readonly #figures: FigureNotes;
  /** The currencies of the first row, and of each that has others: so few of a million are kept. */
  #usual: string | null = null;
  readonly #unusual = new WeakMap<ResultRow, string>();

  constructor(
    readonly question: Question,
    readonly cube: Cube,
    readonly notes: { readonly warnings: WarningList; readonly tally: DataUseTally },
  ) {
    this.#figures = new FigureNotes(cube, notes);
  }

  /** The currencies of all figures that were used. */
  get currencies(): ReadonlySet<string> {
    return this.#figures.currencies;
  }

  /** The currencies of a row; none for one that follows from others. */
  currencyOf(row: ResultRow): string {
    return this.#unusual.get(row) ?? this.#usual ?? "";
  }

  row({ place, broken, names }: Standing, shown: ShownPeriod, kind: RowKind): ComputedRow {
    const { question, cube, notes } = this;
    const { metric } = question;
    const base = metric.asks.change ? basePeriodOf(question, shown.period) : null;
    if (base) warnOfLengths(notes.warnings, base, shown.period);
    const at: Cell = { ...place, period: shown.period };
    const requests = metric.figures(at, this.#parameters(base, shown.period, broken));
    const { indexBase } = requests;
    if (indexBase) warnOfIndex(notes.warnings, indexBase.at.period, shown.period);
    const found = cube.figures(requests);
    const noted = this.#figures.noted(requests, found, shown.period);
    const context = this.#context(base, shown.period);
    const { verdict } = noted;
    const inputs = verdict.differs.length > 0 ? withoutMixed(requests, found) : found;
    const outcome = passed(metric, inputs, context, verdict);
    notePartAboveWhole(requests, inputs, notes.warnings, metric.unit !== DOLLARS);
    cube.areas?.noteAreas(requests, inputs, cube, notes.warnings);
    if (outcome.reason === "outside-coverage") {
      const periods = base ? [base, shown.period] : [shown.period];
      warnOfCoverage(notes.warnings, cube.datasetOf(place.product), periods);
    } else if (outcome.value === null) {
      warnOfMissing(notes.warnings, inputs, shown.period);
      const { period } = shown;
      cube.areas?.noteMissing(inputs, names, period, question.preferences, notes.warnings);
    }
    const computed = { requests, inputs, verdict };
    cube.areas?.noteGroups(this, computed, outcome, context, shown.period);
    const row = this.#rowOf(names, shown, base, kind, inputs, outcome, context, noted);
    this.#usual ??= noted.currency;
    if (noted.currency !== this.#usual) this.#unusual.set(row, noted.currency);
    return { row, ...computed };
  }

  /** The inputs that all members of a dimension share, such as the whole of a share. */
  sharedInputs({ place, broken }: Standing, by: Dimension): ReadonlySet<string> {
    const { metric } = this.question;
    const period = ANY_PERIOD;
    const parameters = this.#parameters(period, period, broken);
    const [whole, member] = [place, cellOf(place, by, ANYBODY)].map((at) =>
      metric.figures({ ...at, period }, parameters),
    );
    return new Set(Object.keys(whole!).filter((name) => isSame(whole![name], member![name])));
  }

  /** The row of inputs that follow from those of other rows. */
  derivedRow(
    names: Names,
    shown: ShownPeriod,
    kind: RowKind,
    inputs: ReadonlyMap<string, CubeFigure>,
    verdict: Verdict,
  ): ResultRow {
    const { question } = this;
    const base = question.metric.asks.change ? basePeriodOf(question, shown.period) : null;
    const context = this.#context(base, shown.period);
    const outcome = passed(question.metric, inputs, context, verdict);
    const row = this.#rowOf(names, shown, base, kind, inputs, outcome, context);
    this.#unusual.set(row, "");
    return row;
  }

  #parameters(base: Period | null, period: Period, broken: Place): Parameters {
    const { of, by, each, own, whole } = this.question;
    const indexBase = indexBaseOf(this.question, period);
    return { of, by, broken, each, own, whole, base, indexBase };
  }

  #context(base: Period | null, period: Period): ComputeContext {
    const { compoundAnnualGrowth, prices, directory, each, own } = this.question;
    return {
      years: compoundAnnualGrowth && base ? yearsBetween(base, period) : null,
      ...(prices && { prices }),
      own,
      nameOf: (member) =>
        each === "product"
          ? titledProduct(member, this.question.titleOf)
          : directory.nameOf(member),
    };
  }

  #rowOf(
    names: Names,
    { period, projectedFrom }: ShownPeriod,
    base: Period | null,
    kind: RowKind,
    inputs: ReadonlyMap<string, CubeFigure>,
    outcome: Outcome,
    context: ComputeContext,
    noted: Noted | null = null,
  ): ResultRow {
    const { metric, by, prices } = this.question;
    return joined(
      by.length > 0 && { row: kind },
      names.fields,
      { period: period.label },
      base && { basePeriod: base.label },
      projectedFrom && projectionOf(inputs, period, projectedFrom),
      componentsOf(metric, inputs, outcome),
      prices && outcome.value !== null && intervalsOf(this.question, inputs, context),
      outcome.reason === "suppressed" && boundsOfValue(metric, inputs),
      noted?.vintage ?? vintageOf(inputs),
      { value: outcome.value },
      !noted?.isExact && roundedIntervals(metric, inputs, outcome),
      { unit: metric.unit, reason: outcome.reason },
    ) as ResultRow;
  }
}

const ANYBODY = "?";
const ANY_PERIOD = periodOf(0, 11);

/** The months that a row was projected from, its own: another partner's may be ahead. */
function projectionOf(
  inputs: ReadonlyMap<string, CubeFigure>,
  shown: Period,
  first: Period,
): { projectedFrom?: string } {
  const used = [...inputs.values()].flatMap(({ figures }) => figures.map(({ period }) => period));
  const own = used.filter((one) => one.first === shown.first && one.last < shown.last);
  if (own.length > 0) {
    return { projectedFrom: [...new Set(own.map(({ label }) => label))].sort().join(", ") };
  }
  return used.some(({ label }) => label === shown.label) ? {} : { projectedFrom: first.label };
}

/** What the rounding of a printed rise of prices allows; the figures themselves are exact. */
function intervalsOf(
  { metric }: Question,
  inputs: ReadonlyMap<string, CubeFigure>,
  context: ComputeContext,
) {
  const exact = [...inputs].map(([name, { value }]) => [name, { low: value!, high: value! }]);
  return namedIntervals(metric.derivedIntervals?.(Object.fromEntries(exact), context) ?? {});
}
