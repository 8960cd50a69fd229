import type { MetricDefinition, Unit } from "../metrics/metric.ts";
import type { Reason } from "../metrics/reason.ts";
import type { Interval } from "../numbers/interval.ts";
import type { RowCounts } from "../sources/dataset.ts";
import type { Warning } from "../warning.ts";

/** One dataset that an answer used. */
export interface DataUse {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly vintage: string | null;
  readonly sha256: string | null;
  readonly basis: string | null;
  /** Whose trade it is, where that is not the United States'. */
  readonly reporters?: readonly string[];
  /** What is counted, where it is not goods alone or a sector is named: `goods and services`. */
  readonly sector?: string;
  /** The currency, where it is not US dollars. */
  readonly currency?: string;
  /** The conditions on rows, where there were any. */
  readonly where?: string;
  /** True for seasonally adjusted figures. */
  readonly adjusted?: boolean;
  /** At which prices, where not at those of the period itself. */
  readonly prices?: string;
  /** What the publisher says of figures, such as `provisional`, with their periods. */
  readonly status?: Readonly<Record<string, readonly string[]>>;
  readonly rows: RowCounts;
}

/** Another currency than US dollars, by ISO 4217. */
export type Currency = string & {};

export type Cell = string | number | boolean | null | Interval;

/** One row of an answer: the partner, the period, the components of the formula and the value. */
export interface ResultRow {
  readonly partner: string | null;
  readonly partnerName: string | null;
  readonly period: string | null;
  readonly value: number | null;
  /** null for money of printed numbers, whose unit only their author knows. */
  readonly unit: Unit | Currency | null;
  readonly reason: Reason | null;
  /** The components by their names in the contract, and what else the row must say. */
  readonly [component: string]: Cell;
}

/** A column of a result, for renderers: what to call it and in which unit it is. */
export interface ResultColumn {
  readonly name: string;
  readonly title: string;
  /**
   * `number` is a figure in whatever unit its author had in mind, `count` a number of things, and
   * `flag` says yes or no.
   */
  readonly unit: Unit | "text" | "number" | "count" | "flag";
  /** The currency of money, where it is not US dollars. */
  readonly currency?: string;
  /** Digits to show where the unit does not decide. */
  readonly digits?: number;
  /** What stands for a missing value, where another column gives the reason. */
  readonly missing?: string;
}

/** How equations were solved, how well, and what must hold: of answers from input-output tables. */
interface Computation {
  readonly method: string;
  /** Products with the whole matrix. */
  readonly products: number;
  /** The largest ||b - (I - A) x|| / ||b||. */
  readonly residual: number;
  readonly identities: readonly {
    readonly name: string;
    /** The largest relative difference between the two sides. */
    readonly difference: number;
    readonly tolerance: number;
  }[];
}

/** The answer to one question, and everything needed to repeat it. */
export interface Result {
  readonly schema: "trade-metrics/result/v1";
  /** The program that wrote it, with its version: in JSON. */
  readonly tool?: string;
  readonly metric: string;
  readonly unit: Unit | Currency | null;
  readonly definition: Readonly<Record<string, string | readonly string[]>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly data: readonly DataUse[];
  readonly computation?: Computation;
  readonly rows: readonly ResultRow[];
  readonly warnings: readonly Warning[];
}

/** A result and how to show it: what renderers take. */
export interface Answer {
  readonly result: Result;
  readonly title: string;
  readonly columns: readonly ResultColumn[];
  /** What the metric's own parameters say of it, for people. */
  readonly note?: string;
}

/** What the document of an answer has beside what its metric is. */
interface Computed
  extends Pick<Result, "parameters" | "data" | "computation" | "rows" | "warnings"> {
  /** That of the metric where left out. */
  readonly unit?: Result["unit"];
  /** What the definition says otherwise than the metric, or besides. */
  readonly definition?: Result["definition"];
}

/** The document of an answer. */
export function resultOf(
  { id, title, formula, sign, nullWhen, sources, unit: usual }: MetricDefinition,
  { unit = usual, definition, ...computed }: Computed,
): Result {
  return {
    schema: "trade-metrics/result/v1",
    metric: id,
    unit,
    definition: { title, formula, sign, nullWhen, sources, ...definition },
    ...computed,
  };
}

/** A dataset as answers name it. */
export function sourceOf(description: {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly vintage: string | null;
  readonly sha256: string | null;
  readonly basis?: string | null;
}): Omit<DataUse, "rows"> {
  const { id, title, publisher, vintage, sha256, basis = null } = description;
  return { id, title, source: publisher, vintage, sha256, basis };
}

/** A column of text. */
export function textColumn(name: string, title: string): ResultColumn {
  return { name, title, unit: "text" };
}

/** Intervals of components under the names that rows have for them: `real` is `realInterval`. */
export function namedIntervals(
  intervals: Readonly<Record<string, Interval | null>>,
): Record<string, Interval | null> {
  const named = Object.entries(intervals).map(([name, one]) => [`${name}Interval`, one] as const);
  return Object.fromEntries(named);
}
