import type { Interval } from "../numbers/interval.ts";
import type { PrintedNumber } from "../numbers/printed.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";

/** Why a value is null. */
export type Reason =
  /** Exports are zero, so a ratio to exports is not defined. */
  | "no-exports"
  /** Imports are zero, so a ratio to imports is not defined. */
  | "no-imports"
  /** The whole is zero, so a share in it is not defined. */
  | "no-whole"
  /** The starting value is zero, so growth from it is not defined. */
  | "zero-base"
  /** Surplus at one end and deficit at the other: no rate of growth joins them. */
  | "sign-change"
  /** The data hold no figure for this partner, period and product. */
  | "no-data"
  /** The data hold only some months of the period. */
  | "incomplete-period"
  /** The data hold one reporter only, so there is no world to set it against. */
  | "no-world"
  /** The figures exist but not on a basis on which they can be set against each other. */
  | "not-comparable"
  /** Made outside the region, so that it has no regional value content. */
  | "made-outside-region"
  /** The method is net cost, and the net cost is not given. */
  | "no-net-cost"
  /** The value of the good is zero or not given. */
  | "no-value"
  /** No plant's wage is given. */
  | "no-wages";

/** Which figure of trade is meant: `total` is exports plus imports. */
export type Measure = "exports" | "imports" | "balance" | "total";

/** What a metric asks the data for: one measure of one or more partners, summed, in one period. */
export interface FigureRequest {
  readonly of: Measure;
  readonly partners: readonly string[];
  readonly period: Period;
  readonly product: ProductSelection;
}

/** The row whose value is to be computed. */
export interface RowSubject {
  readonly partners: readonly string[];
  readonly period: Period;
}

/** The parameters that change what a metric asks for. */
export interface MetricParameters {
  readonly of: Measure;
  readonly product: ProductSelection;
  /** The product set that `non-petroleum` takes out. */
  readonly petroleum: ProductSelection;
  readonly petroleumFlows: "both" | "imports";
  /** The partners whose sum is the whole of a share, or null for all products of the partner. */
  readonly whole: readonly string[] | null;
  /** The period from which growth is measured; null for the one before. */
  readonly basePeriod: (period: Period) => Period | null;
  /** The period whose value is 100 in an index. */
  readonly indexBase: Period | null;
  readonly compoundAnnualGrowth: boolean;
}

export type Figures<Input extends string> = Readonly<Record<Input, number>>;

/** What a metric makes of its inputs. The value is null exactly when there is a reason. */
export interface Outcome {
  readonly value: number | null;
  readonly reason: Reason | null;
  /** The parts of the formula that are not inputs, by name. */
  readonly derived: Readonly<Record<string, number | null>>;
}

export interface InputDeclaration<Input extends string = string> {
  readonly name: Input;
  readonly title: string;
  readonly unit: Unit;
  /** False for an input that only some options ask for. */
  readonly required: boolean;
}

/** `ratio` is a number without unit, such as a quotient of two shares. */
export type Unit = "USD" | "percent" | "index" | "ratio";

export interface DerivedDeclaration {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  /** True for a component that only some options ask for. */
  readonly optional?: boolean;
  /** Digits to show where the inputs are printed numbers; otherwise as many as they have. */
  readonly digits?: number;
}

/** The options of the command line that a metric takes beside partner and period. */
export type MetricOption = "of" | "product" | "whole" | "petroleum" | "growth";

/**
 * A metric: its definition in words, what it asks the data for, and a pure function from inputs
 * to value. It never reads a file and never rounds.
 */
export interface Metric<Input extends string = string> {
  readonly id: string;
  readonly title: string;
  /** One line: the question that it answers. */
  readonly summary: string;
  readonly unit: Unit;
  /** The head of the value column. */
  readonly valueTitle: string;
  readonly formula: string;
  /** What a negative value means. */
  readonly sign: string;
  /** When the value is null. */
  readonly nullWhen: string;
  readonly sources: readonly string[];
  readonly inputs: readonly InputDeclaration<Input>[];
  readonly derived: readonly DerivedDeclaration[];
  /** The components of a row in the order of the contract. */
  readonly components: readonly string[];
  /** Components that tables leave to the other formats, so that they stay readable. */
  readonly untabled?: readonly string[];
  readonly options: readonly MetricOption[];
  /** What the row needs from the data; an input that is not asked for is left out. */
  request(
    subject: RowSubject,
    parameters: MetricParameters,
  ): Readonly<Partial<Record<Input, FigureRequest>>>;
  compute(inputs: Figures<Input>, context: ComputeContext): Outcome;
  /**
   * Every value that the formula can take while each input stays in its interval; null where
   * they have no bounds or are not defined somewhere in between.
   */
  interval(inputs: Readonly<Record<Input, Interval>>): Interval | null;
  /** The same for derived components that carry an interval of their own, by their names. */
  derivedIntervals?(
    inputs: Readonly<Record<Input, Interval>>,
    context: ComputeContext,
  ): Readonly<Record<string, Interval | null>>;
}

/** What a formula needs to know beside its inputs. */
export interface ComputeContext {
  /** Years from the first to the second period, for compound annual growth. */
  readonly years: number | null;
  /** The rise of prices from the first to the second period in percent, for real growth. */
  readonly prices?: Pick<PrintedNumber, "value" | "interval">;
}

export function computed(
  value: number,
  derived: Readonly<Record<string, number | null>> = {},
): Outcome {
  return { value, reason: null, derived };
}

export function notComputable(
  reason: Reason,
  derived: Readonly<Record<string, number | null>> = {},
): Outcome {
  return { value: null, reason, derived };
}
