import { alike, type Verdict } from "../comparison/gate.ts";
import type { Cell, Dimension, FigureRequest } from "../metrics/cell.ts";
import type { ComputeContext, Outcome, Parameters } from "../metrics/metric.ts";
import type { Place, Question, Subject } from "../question/question.ts";
import { type Period, periodOf } from "../records/period.ts";
import { boundsOfValue } from "./bounds-of-value.ts";
import { type Cube, type CubeFigure, cellOf } from "./cube.ts";
import type { DataUseTally } from "./data-use.ts";
import { namedIntervals } from "./from-numbers.ts";
import { type Names, namesOf, titledProduct, withMember } from "./names.ts";
import { componentsOf, gatedOutcome, passed } from "./outcome.ts";
import { basePeriodOf, indexBaseOf, type ShownPeriod, yearsBetween } from "./periods.ts";
import { placeId } from "./place-id.ts";
import type { ResultRow } from "./result.ts";
import { roundedIntervals, vintageOf } from "./vintage-fields.ts";
import {
  type WarningList,
  warnOfBases,
  warnOfCoverage,
  warnOfHeldBack,
  warnOfIndex,
  warnOfLengths,
  warnOfMissing,
  warnOfParts,
  warnOfVerdict,
} from "./warnings.ts";
import { notePartAboveWhole, noteYears } from "./whole-notes.ts";

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
  /** The currencies of all figures that were used. */
  readonly currencies = new Set<string>();
  /** Those of each row, which may differ from row to row. */
  readonly currencyOf = new WeakMap<ResultRow, string>();

  constructor(
    readonly question: Question,
    readonly cube: Cube,
    readonly notes: { readonly warnings: WarningList; readonly tally: DataUseTally },
  ) {}

  row({ place, broken, names }: Standing, shown: ShownPeriod, kind: RowKind): ComputedRow {
    const { question, cube, notes } = this;
    const { metric } = question;
    const base = metric.asks.change ? basePeriodOf(question, shown.period) : null;
    if (base) warnOfLengths(notes.warnings, base, shown.period);
    const at: Cell = { ...place, period: shown.period };
    const requests = metric.figures(at, this.#parameters(base, shown.period, broken));
    const { indexBase } = requests;
    if (indexBase) warnOfIndex(notes.warnings, indexBase.at.period, shown.period);
    const inputs = cube.figures(requests);
    const figures = [...inputs.values()].flatMap((input) => input.figures);
    if (!cube.isByProduct) warnOfParts(notes.warnings, figures);
    warnOfBases(notes.warnings, figures);
    const own = new Set<string>();
    for (const figure of figures) {
      notes.tally.add(figure);
      if (figure.figure.provenance) own.add(figure.figure.provenance.currency);
    }
    const context = this.#context(base, shown.period);
    const outcome = gatedOutcome(metric, requests, inputs, context, cube.areas);
    warnOfVerdict(notes.warnings, outcome.verdict, figures, shown.period);
    noteYears(figures, notes.warnings);
    notePartAboveWhole(requests, inputs, notes.warnings);
    cube.areas?.noteAreas(requests, inputs, cube, notes.warnings);
    if (outcome.reason === "outside-coverage") {
      warnOfCoverage(notes.warnings, cube.datasetOf(place.product), shown.period);
    } else if (outcome.value === null) {
      warnOfMissing(notes.warnings, inputs, shown.period);
      warnOfHeldBack(notes.warnings, inputs, names, shown.period);
    }
    const computed = { requests, inputs, verdict: outcome.verdict };
    cube.areas?.noteGroups(this, computed, outcome, context, shown.period);
    const row = this.#rowOf(names, shown, base, kind, inputs, outcome, context);
    for (const currency of own) this.currencies.add(currency);
    this.currencyOf.set(row, [...own].sort().join(", "));
    return { row, ...computed };
  }

  /**
   * What the whole has and the members shown do not: each input is the whole less theirs, but for one
   * that all of them share. An input that a member lacks, and of which it has others, is not known of
   * the rest either, whose inputs would be those of unlike members. null where the whole is not known
   * or nothing is left.
   */
  rest(
    whole: ComputedRow,
    shown: readonly ComputedRow[],
    names: Names,
    period: ShownPeriod,
  ): ResultRow | null {
    const inputs = new Map<string, CubeFigure>();
    let left = false;
    const sharedByAll = (name: string) =>
      shown.every(({ requests }) => isSame(requests[name], whole.requests[name]));
    const told = [...whole.inputs.keys()].filter((name) => !sharedByAll(name));
    for (const [name, figure] of whole.inputs) {
      if (figure.list || figure.value === null) return null;
      // What is held back of a member may be in what is left.
      if (shown.some(({ inputs: own }) => own.get(name)?.reason === "suppressed")) {
        inputs.set(name, { ...figure, value: null, reason: "suppressed" });
        left = true;
        continue;
      }
      const isShared = !told.includes(name);
      const parts = shown.reduce((sum, { inputs: own }) => sum + (own.get(name)?.value ?? 0), 0);
      const value = isShared && shown.length > 0 ? figure.value : figure.value - parts;
      if (!isShared && value !== 0) left = true;
      const lacking = isShared ? undefined : shown.find((row) => lacksOnly(row, name, told));
      const known = lacking === undefined;
      const reason = known ? figure.reason : lacking.inputs.get(name)!.reason;
      inputs.set(name, { ...figure, value: known ? value : null, reason });
    }
    const verdict = worstOf([whole, ...shown]);
    return left ? this.#derivedRow(names, period, "rest", inputs, verdict) : null;
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

  /** A whole less what the totals of its members leave out of them, each a row beside its total. */
  less(
    whole: ComputedRow,
    pairs: readonly (readonly [ComputedRow, ComputedRow])[],
    period: ShownPeriod,
  ): ComputedRow {
    const gapOf = (name: string) =>
      pairs.reduce(
        (sum, [row, total]) =>
          sum + (row.inputs.get(name)?.value ?? 0) - (total.inputs.get(name)?.value ?? 0),
        0,
      );
    const inputs = new Map(
      [...whole.inputs].map(([name, figure]) => {
        const gap = figure.value === null ? 0 : gapOf(name);
        return [name, gap === 0 ? figure : { ...figure, value: figure.value! - gap }] as const;
      }),
    );
    const isSame = [...inputs].every(([name, figure]) => whole.inputs.get(name) === figure);
    if (isSame) return whole;
    const names = { fields: { ...fieldsOf(whole.row), productName: "products in both flows" } };
    return {
      ...whole,
      inputs,
      row: this.#derivedRow(names, period, "total", inputs, whole.verdict),
    };
  }

  /** The row of inputs that follow from those of other rows. */
  #derivedRow(
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
    return this.#rowOf(names, shown, base, kind, inputs, outcome, context);
  }

  /** The row of some members together, whose inputs are the sums of theirs. */
  sum(
    whole: ComputedRow,
    members: readonly ComputedRow[],
    names: Names,
    period: ShownPeriod,
  ): ComputedRow {
    const inputs = new Map(
      [...whole.inputs].map(([name, figure]) => {
        const figures = members.map(({ inputs: own }) => own.get(name)!);
        const reason = figures.find(({ value }) => value === null)?.reason ?? null;
        const value = reason ? null : figures.reduce((sum, one) => sum + one.value!, 0);
        return [name, { ...figure, value, reason }] as const;
      }),
    );
    const verdict = worstOf([whole, ...members]);
    const row = this.#derivedRow(names, period, "total", inputs, verdict);
    return { ...whole, inputs, verdict, row };
  }

  /** Says which members lack a flow, and what all of them come to with it. */
  noteOneWay(
    { inputs, row }: ComputedRow,
    lacking: readonly ComputedRow[],
    complete: number,
    { period }: ShownPeriod,
  ): void {
    const names = lacking.map((one) => String(one.row.productName ?? one.row.product));
    const all = [...inputs].map(([name, { value }]) => `${name} ${value ?? "unknown"}`).join(", ");
    this.notes.warnings.add(
      "one-way-products",
      `${names.join(", ")}: no figure for one of the flows; the total is that of the ${complete} other products (all products: ${all})`,
      `${row.partner} ${period.label}`,
    );
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
  ): ResultRow {
    const { metric, by, prices } = this.question;
    return {
      ...(by.length > 0 && { row: kind }),
      ...names.fields,
      period: period.label,
      ...(base && { basePeriod: base.label }),
      ...(projectedFrom && { projectedFrom: projectedFrom.label }),
      ...componentsOf(metric, inputs, outcome),
      ...(prices && outcome.value !== null && intervalsOf(this.question, inputs, context)),
      ...(outcome.reason === "suppressed" && boundsOfValue(metric, inputs)),
      ...vintageOf(inputs),
      value: outcome.value,
      ...roundedIntervals(metric, inputs, outcome),
      unit: metric.unit,
      reason: outcome.reason,
    };
  }
}

const ANYBODY = "?";
const ANY_PERIOD = periodOf(0, 11);

/** The fields of a row that say whose trade it is. */
function fieldsOf(row: ResultRow): Names["fields"] {
  const names = ["reporter", "reporterName", "partner", "partnerName", "product", "productName"];
  const own = names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]);
  return Object.fromEntries(own) as Names["fields"];
}

/** Whether a row lacks this one of some inputs, but has another of them. */
function lacksOnly({ inputs }: ComputedRow, name: string, among: readonly string[]): boolean {
  if (inputs.get(name)?.value !== null) return false;
  return among.some((other) => (inputs.get(other)?.value ?? null) !== null);
}

/** Told from rows of which one may not be computed, nothing may. */
function worstOf(rows: readonly ComputedRow[]): Verdict {
  return rows.find(({ verdict }) => verdict.differs.length > 0)?.verdict ?? alike;
}

function figureId(request: FigureRequest): string {
  return [request.of, placeId(request), request.at.period.label].join("|");
}

function isSame(one: FigureRequest | undefined, other: FigureRequest | undefined): boolean {
  return one !== undefined && other !== undefined && figureId(one) === figureId(other);
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
