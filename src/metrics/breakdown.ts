import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import type {
  ComponentDeclaration,
  DerivedDeclaration,
  Metric,
  MetricDefinition,
} from "./metric.ts";
import type { Reason } from "./reason.ts";

/** What trade is broken down by: its members are partners or products. */
export type Dimension = "partner" | "product";

/** The flows that can be broken down; parts of a balance have no shares that make sense. */
export type FlowMeasure = "exports" | "imports" | "total";

/**
 * Figures of trade that a metric asks the data for: a list by member, or, without a dimension, one
 * figure. `world` is the published world where the data have it, and otherwise all partners, or all
 * reporters, that are not wholes of others.
 */
export interface BreakdownRequest {
  readonly of: FlowMeasure;
  readonly reporters: readonly string[] | "world";
  readonly partners: readonly string[] | "world";
  readonly product: ProductSelection;
  readonly period: Period;
  readonly by: Dimension | null;
}

/** The figure of one member in whole US dollars; null with its reason. */
export interface MemberFigure {
  readonly member: string;
  readonly value: number | null;
  readonly reason: Reason | null;
}

/** What a metric is computed for. */
export interface BreakdownSubject {
  readonly of: FlowMeasure;
  readonly reporter: string;
  /** The partners of the row; `world` for all. */
  readonly partners: readonly string[] | "world";
  readonly region: readonly string[];
  readonly product: ProductSelection;
  readonly period: Period;
  /** Where a change starts. */
  readonly base: Period;
  readonly by: Dimension;
}

/** What the row of a member, of the rest that no member has, or of the whole says. */
export interface MemberOutcome {
  readonly kind: "member" | "rest" | "whole";
  /** null for the rest and the whole. */
  readonly member: string | null;
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly components: Readonly<Record<string, number | boolean | null>>;
}

/**
 * A metric of how trade is made up: like `Metric`, but its inputs are lists of figures by member,
 * of one or several reporters, and its answer is one row or a row for each member.
 */
export interface BreakdownMetric<Input extends string = string>
  extends MetricDefinition,
    Pick<Metric, "valueTitle" | "untabled"> {
  readonly components: readonly ComponentDeclaration[];
  /** The dimensions that it can be asked for, the default first; none where it has no members. */
  readonly dimensions: readonly Dimension[];
  /** The flows that it can be asked for, the default first. */
  readonly measures: readonly FlowMeasure[];
  /** Whether the answer has a row for each member. */
  readonly eachMember: boolean;
  /** Whose trade it is: a reporter's with all or some partners, with one at a time, or a region's. */
  readonly about: "reporter" | "reporter-and-partner" | "region";
  /** Whether it compares two periods. */
  readonly change: boolean;
  request(subject: BreakdownSubject): Readonly<Record<Input, BreakdownRequest>>;
  compute(inputs: Readonly<Record<Input, readonly MemberFigure[]>>): readonly MemberOutcome[];
  /** The same formula from single printed numbers; null where it needs whole lists. */
  readonly printed: PrintedForm | null;
}

/** How a breakdown metric is computed from printed numbers. */
interface PrintedForm extends Pick<Metric, "inputs" | "compute" | "interval"> {
  readonly derived: readonly DerivedDeclaration[];
  readonly components: readonly string[];
}

/** A row about all members together. */
export function wholeOutcome(
  value: number | null,
  reason: Reason | null,
  components: MemberOutcome["components"] = {},
): MemberOutcome {
  return { kind: "whole", member: null, value, reason, components };
}

/** The reason of the first figure that is missing, or null where none is. */
export function firstMissing(...lists: readonly (readonly MemberFigure[])[]): Reason | null {
  return lists.flat().find(({ value }) => value === null)?.reason ?? null;
}

/** The figures of a list in which none is missing. */
export function valuesOf(list: readonly MemberFigure[]): number[] {
  return list.map(({ value }) => value ?? Number.NaN);
}

/** The figure of a request without a dimension. */
export function single(list: readonly MemberFigure[]): MemberFigure {
  return list[0] ?? { member: "", value: null, reason: "no-data" };
}
