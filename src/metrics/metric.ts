import type { Interval } from "../numbers/interval.ts";
import type { PrintedNumber } from "../numbers/printed.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import type { Reason } from "./reason.ts";

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

type Figures<Input extends string> = Readonly<Record<Input, number>>;

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
type MetricOption = "of" | "product" | "whole" | "petroleum" | "growth";

/** What a metric is, in words: what its help, `explain`, its page and every answer say of it. */
export interface MetricDefinition {
  readonly id: string;
  /** The words of its command, where they are not its id. */
  readonly command?: string;
  readonly title: string;
  /** One line: the question that it answers. */
  readonly summary: string;
  readonly unit: Unit;
  readonly formula: string;
  /** What a negative value means. */
  readonly sign: string;
  /** When the value is null, with the reason that is then given in brackets. */
  readonly nullWhen: string;
  readonly sources: readonly string[];
  /** Commands that show what it is for; each is run by the tests. */
  readonly examples: readonly string[];
}

/** A field of the rows beside those that every row has. */
export interface ComponentDeclaration {
  readonly name: string;
  readonly title: string;
  /** `number` is an amount in whatever currency its author had in mind. */
  readonly unit: Unit | "count" | "flag" | "text" | "number";
}

/** A metric that is computed from other things than flows of trade; here is only what it is. */
export interface DescribedMetric extends MetricDefinition {
  readonly components: readonly ComponentDeclaration[];
}

/**
 * A metric: its definition, what it asks the data for, and a pure function from inputs to value. It
 * never reads a file and never rounds.
 */
export interface Metric<Input extends string = string> extends MetricDefinition {
  /** The head of the value column. */
  readonly valueTitle: string;
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
