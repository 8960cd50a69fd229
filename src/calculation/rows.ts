import { type Cell, type Dimension, type FigureRequest, ONLY_REPORTER } from "../metrics/cell.ts";
import type { ComputeContext, Outcome, Parameters } from "../metrics/metric.ts";
import type { Place, Question, Subject } from "../question/question.ts";
import { type Period, periodOf } from "../records/period.ts";
import { type Cube, type CubeFigure, cellOf } from "./cube.ts";
import type { DataUseTally } from "./data-use.ts";
import { namedIntervals } from "./from-numbers.ts";
import { type Names, namesOf, productName, withMember } from "./names.ts";
import { componentsOf, outcomeOf } from "./outcome.ts";
import { basePeriodOf, type ShownPeriod, yearsBetween } from "./periods.ts";
import type { ResultRow } from "./result.ts";
import { roundedIntervals, vintageOf } from "./vintage-fields.ts";
import {
  type WarningList,
  warnOfBases,
  warnOfLengths,
  warnOfMissing,
  warnOfParts,
} from "./warnings.ts";

/** What a row says of itself, where rows are broken into members. */
export type RowKind = "member" | "rest" | "total";

/** A row, and the figures that it was computed from. */
export interface ComputedRow {
  readonly row: ResultRow;
  readonly requests: Readonly<Record<string, FigureRequest>>;
  readonly inputs: ReadonlyMap<string, CubeFigure>;
}

/** Where a row stands: its place and what that is called. */
export interface Standing {
  readonly place: Place;
  readonly names: Names;
}

export function standingOf(question: Question, { place, partner }: Subject): Standing {
  return { place, names: namesOf(question, place, partner) };
}

/** The standing of one member of a dimension. */
export function memberOf(
  question: Question,
  { place, names }: Standing,
  by: Dimension,
  member: string,
): Standing {
  return { place: cellOf(place, by, member), names: withMember(names, by, member, question) };
}

/** Computes rows of a question, and notes what was used for them and what is to be said of it. */
export class RowComputer {
  constructor(
    readonly question: Question,
    readonly cube: Cube,
    readonly notes: { readonly warnings: WarningList; readonly tally: DataUseTally },
  ) {}

  row({ place, names }: Standing, shown: ShownPeriod, kind: RowKind): ComputedRow {
    const { question, cube, notes } = this;
    const { metric } = question;
    const base = metric.asks.change ? basePeriodOf(question, shown.period) : null;
    if (base) warnOfLengths(notes.warnings, base, shown.period);
    const at: Cell = { ...place, period: shown.period };
    const requests = metric.figures(at, this.#parameters(base));
    const inputs = cube.figures(requests);
    const figures = [...inputs.values()].flatMap((input) => input.figures);
    if (!cube.isByProduct) warnOfParts(notes.warnings, figures);
    warnOfBases(notes.warnings, figures);
    for (const figure of figures) notes.tally.add(figure);
    const context = this.#context(base, shown.period);
    const outcome = outcomeOf(metric, inputs, context);
    if (outcome.value === null) warnOfMissing(notes.warnings, inputs, shown.period);
    return {
      row: this.#rowOf(names, shown, base, kind, inputs, outcome, context),
      requests,
      inputs,
    };
  }

  /**
   * What the whole has and the members shown do not: each input is the whole less theirs, but for one
   * that all of them share. null where the whole is not known or nothing is left.
   */
  rest(
    whole: ComputedRow,
    shown: readonly ComputedRow[],
    names: Names,
    period: ShownPeriod,
  ): ResultRow | null {
    const inputs = new Map<string, CubeFigure>();
    let left = false;
    for (const [name, figure] of whole.inputs) {
      if (figure.list || figure.value === null) return null;
      const isShared = shown.every(({ requests }) => isSame(requests[name], whole.requests[name]));
      const parts = shown.reduce((sum, { inputs: own }) => sum + (own.get(name)?.value ?? 0), 0);
      const value = isShared && shown.length > 0 ? figure.value : figure.value - parts;
      if (!isShared && value !== 0) left = true;
      inputs.set(name, { ...figure, value });
    }
    return left ? this.#derivedRow(names, period, "rest", inputs) : null;
  }

  /** The inputs that all members of a dimension share, such as the whole of a share. */
  sharedInputs({ place }: Standing, by: Dimension): ReadonlySet<string> {
    const { metric } = this.question;
    const period = ANY_PERIOD;
    const parameters = this.#parameters(period);
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
    return { ...whole, inputs, row: this.#derivedRow(names, period, "total", inputs) };
  }

  /** The row of inputs that are told from those of other rows. */
  #derivedRow(
    names: Names,
    shown: ShownPeriod,
    kind: RowKind,
    inputs: ReadonlyMap<string, CubeFigure>,
  ): ResultRow {
    const { question } = this;
    const base = question.metric.asks.change ? basePeriodOf(question, shown.period) : null;
    const context = this.#context(base, shown.period);
    const outcome = outcomeOf(question.metric, inputs, context);
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
        const value = members.reduce(
          (sum, { inputs: own }) => sum + (own.get(name)?.value ?? 0),
          0,
        );
        return [name, { ...figure, value, reason: null }] as const;
      }),
    );
    return { ...whole, inputs, row: this.#derivedRow(names, period, "total", inputs) };
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

  #parameters(base: Period | null): Parameters {
    const { of, by, each, own, whole, indexBase } = this.question;
    return { of, by, each, own, whole, base, indexBase };
  }

  #context(base: Period | null, period: Period): ComputeContext {
    const { compoundAnnualGrowth, prices, directory, each, own } = this.question;
    return {
      years: compoundAnnualGrowth && base ? yearsBetween(base, period) : null,
      ...(prices && { prices }),
      own,
      nameOf: (member) => (each === "product" ? productName(member) : directory.nameOf(member)),
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

function isSame(one: FigureRequest | undefined, other: FigureRequest | undefined): boolean {
  return one !== undefined && other !== undefined && placeId(one) === placeId(other);
}

function placeId({ of, at }: FigureRequest): string {
  const economies = (members: Cell["reporter"]) =>
    members === ONLY_REPORTER || members === "all" ? members : members.join("+");
  const { reporter, partner, product, period } = at;
  return [of, economies(reporter), economies(partner), product.id, period.label].join("|");
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
