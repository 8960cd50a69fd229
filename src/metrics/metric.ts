import type { Interval } from "../numbers/interval.ts";
import type { PrintedNumber } from "../numbers/printed.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import type { Cell, Dimension, FigureRequest, Measure } from "./cell.ts";
import type { Reason } from "./reason.ts";

/** `ratio` is a number without unit, such as a quotient of two shares. */
export type Unit = "USD" | "percent" | "index" | "ratio";

/** The unit of a component; `number` is an amount in whatever currency its author had in mind. */
export type ComponentUnit = Unit | "count" | "flag" | "text" | "number";

/** What a metric is, in words: what its help, `explain`, its page and every answer say of it. */
export interface MetricDefinition {
  readonly id: string;
  /** The words of its command, where they are not its id. */
  readonly command?: string;
  readonly title: string;
  /** Its other names in the field, and their abbreviations: `explain` and the command line know them. */
  readonly alsoCalled?: readonly string[];
  /** One line: the question that it answers. */
  readonly summary: string;
  readonly unit: Unit;
  /** Units beside its own in which reports print it. */
  readonly printedAs?: readonly string[];
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
  readonly unit: ComponentUnit;
}

/** A metric that is computed from other things than flows of trade; here is only what it is. */
export interface DescribedMetric extends MetricDefinition {
  readonly components: readonly ComponentDeclaration[];
}

export interface InputDeclaration<Input extends string = string> {
  readonly name: Input;
  readonly title: string;
  readonly unit: Unit;
  /** Whether the formula always needs it; false for an input that only some options ask for. */
  readonly required: boolean;
  /** Whether a row can do without it where the data lack it; what depends on it is then null. */
  readonly dispensable?: boolean;
  /** The input is a list of figures, one for each member; as a component it is their sum. */
  readonly list?: boolean;
  /** A flow of trade, which is never negative. */
  readonly flow?: boolean;
  /** It is needed unless this parameter has this value; then it must not be given. */
  readonly unless?: { readonly parameter: string; readonly is: string };
}

export interface DerivedDeclaration extends ComponentDeclaration {
  /** True for a component that only some options ask for. */
  readonly optional?: boolean;
  /** Digits to show where the inputs are printed numbers; otherwise as many as they have. */
  readonly digits?: number;
}

/** A component of a row that the formula derives. */
export type DerivedValue = number | boolean | string | null;
type Derived = Readonly<Record<string, DerivedValue>>;

/** What a metric makes of its inputs. The value is null exactly when there is a reason. */
export interface Outcome {
  readonly value: number | null;
  readonly reason: Reason | null;
  /** The parts of the formula that are not inputs, by name. */
  readonly derived: Derived;
}

/** The figure of one member of a list. */
export interface MemberFigure {
  readonly member: string;
  readonly value: number;
}

/** What a formula needs to know beside its inputs. */
export interface ComputeContext {
  /** Years from the first to the second period, for compound annual growth. */
  readonly years: number | null;
  /** The rise of prices from the first to the second period in percent, for real growth. */
  readonly prices?: Pick<PrintedNumber, "value" | "interval">;
  /** The metric's own parameters. */
  readonly own?: OwnParameters;
  /** What a member of a list is called; its code where this is left out. */
  readonly nameOf?: (member: string) => string;
}

type Numbers<Input extends string> = Readonly<Record<Input, number>>;
type Lists<List extends string> = Readonly<Record<List, readonly MemberFigure[]>>;
type Intervals<Input extends string> = Readonly<Record<Input, Interval>>;

/** A pure function from figures to a value, and what it is. It never reads a file and never rounds. */
export interface Formula<Input extends string = string, List extends string = never>
  extends MetricDefinition {
  /** The head of the value column. */
  readonly valueTitle: string;
  readonly inputs: readonly InputDeclaration<Input | List>[];
  readonly derived: readonly DerivedDeclaration[];
  /** The components of a row in the order of the contract. */
  readonly components: readonly string[];
  /** Components that tables leave to the other formats, so that they stay readable. */
  readonly untabled?: readonly string[];
  compute(figures: Numbers<Input> & Lists<List>, context: ComputeContext): Outcome;
  /**
   * Every value that the formula can take while each input stays in its interval; null where
   * they have no bounds or are not defined somewhere in between.
   */
  interval(
    figures: Intervals<Input> & Readonly<Record<List, readonly Interval[]>>,
  ): Interval | null;
  /** The same for derived components that carry an interval of their own, by their names. */
  derivedIntervals?(
    figures: Intervals<Input>,
    context: ComputeContext,
  ): Readonly<Record<string, Interval | null>>;
  /** The value as a multiple: growth of 50 % is 1.5 times. The value itself where left out. */
  multipleOf?(value: number): number;
  /** The value of the inverse question: growth from the end back to the start. */
  inverseOf?(value: number): number;
}

/**
 * The whole of a share: all members of what its rows are broken into, the world, all products of the
 * same partner, or some partners together.
 */
export type Whole = "members" | "world" | "all-products" | readonly string[];

/** A parameter of one metric: an option of its command, and a key of claims. */
export interface ParameterDeclaration {
  readonly name: string;
  /** A product set or code, one of a few words, or a number. */
  readonly kind: "products" | "choice" | "number";
  readonly choices?: readonly string[];
  /** The subject of the product sets that its help names. */
  readonly subject?: string;
  /** In the words in which an option would give it. */
  readonly default: string;
  readonly description: string;
  /** What a choice or a set of products is, for people; by the value. */
  readonly meanings?: Readonly<Record<string, string>>;
}

/** Another number that authors print in place of a metric's, from the same figures. */
export interface MistakenFor {
  readonly id: string;
  /** `the deficit over imports in place of exports` */
  readonly says: string;
  /** In the unit of the metric; null where it is not defined. */
  of(
    figures: Readonly<Record<string, number>>,
    context: Pick<ComputeContext, "years">,
  ): number | null;
}

/** The values of a metric's own parameters, by name. */
export type OwnParameters = Readonly<Record<string, ProductSelection | string | number>>;

/** The parameters of a question that change what a metric asks for. */
export interface Parameters {
  readonly of: Measure;
  /** The dimensions that the rows are broken into, the outermost first. */
  readonly by: readonly Dimension[];
  /** The place whose members the rows are; left out where they are of the whole of each dimension. */
  readonly broken?: Omit<Cell, "period">;
  /** The dimension whose members a list holds. */
  readonly each: Dimension;
  readonly own: OwnParameters;
  readonly whole: Whole;
  /** The period from which a change is measured. */
  readonly base: Period | null;
  /** The period whose value is 100 in an index. */
  readonly indexBase: Period | null;
}

/** By which column members are ranked, and which end is the top. */
export interface Ranking {
  /** `value`, or the name of an input or a derived component. */
  readonly by: string;
  readonly first: "largest" | "smallest";
  /** What the first ones are: `largest deficits`. */
  readonly title: string;
}

/** What a question about the metric may say, beside partners, periods and the kind of figure. */
export interface Asks {
  /**
   * Whose trade a row is about: that with a partner, which must be named; a reporter's, with all
   * partners unless some are named; that of a reporter with one named partner; or a region's.
   */
  readonly about: "partner" | "reporter" | "pair" | "region";
  /** The measures that it can be asked for, the default first. */
  readonly of?: readonly Measure[];
  /** The dimensions whose members its lists may hold, the default first; then it has no rest. */
  readonly each?: readonly Dimension[];
  /** The dimensions into which its rows are broken where the question names none. */
  readonly by?: readonly Dimension[];
  /** Whether the figures of members add up to those of the whole, so that there is a rest. */
  readonly additive: boolean;
  readonly ranking: Ranking;
  readonly product?: boolean;
  readonly whole?: boolean;
  /** The parameters that it alone has. */
  readonly parameters?: readonly ParameterDeclaration[];
  /** Whether it compares two periods; `growth` has index, yearly rate and deflation as well. */
  readonly change?: "plain" | "growth";
  /** Complete years that are shown without a wish; five where this is left out. */
  readonly years?: number;
}

/** The steps from one component of a row to another, by what is added and taken away. */
export interface WaterfallPath {
  readonly start: { readonly name: string; readonly label: string };
  readonly changes: readonly {
    readonly name: string;
    readonly label: string;
    readonly sign: 1 | -1;
  }[];
  readonly end: { readonly name: string; readonly label: string };
  /** What the axis shows. */
  readonly axis?: string;
  /** Whether a waterfall is what shows the metric best. */
  readonly best?: boolean;
}

/** A formula whose figures are sums of trade, at cells told from the row's own. */
export interface Metric<Input extends string = string, List extends string = never>
  extends Formula<Input, List> {
  readonly asks: Asks;
  /** What is printed in its place by mistake, the likeliest first. */
  readonly mistakenFor?: readonly MistakenFor[];
  /** How a waterfall leads from the first figure of a row to the last. */
  readonly waterfall?: WaterfallPath;
  /** What its own parameters say of the answer, for people. */
  note?(own: OwnParameters): string;
  /** What the row at a cell needs from the data; an input that is not asked for is left out. */
  figures(cell: Cell, parameters: Parameters): { readonly [Name in Input | List]?: FigureRequest };
}

/** The figures of a row by their names: sums of trade, and lists of them. */
export type FigureValues = Readonly<Record<string, number | readonly MemberFigure[]>>;

/** Any formula, for code that treats all alike. */
export interface AnyFormula extends Omit<Formula, "compute" | "interval" | "derivedIntervals"> {
  compute(figures: FigureValues, context: ComputeContext): Outcome;
  interval(figures: Readonly<Record<string, Interval | readonly Interval[]>>): Interval | null;
  derivedIntervals?(
    figures: Readonly<Record<string, Interval>>,
    context: ComputeContext,
  ): Readonly<Record<string, Interval | null>>;
}

/** Any metric, for code that treats all alike. */
export interface AnyMetric
  extends AnyFormula,
    Pick<Metric, "asks" | "waterfall" | "note" | "mistakenFor"> {
  figures(cell: Cell, parameters: Parameters): Readonly<Record<string, FigureRequest>>;
}

export function computed(value: number, derived: Derived = {}): Outcome {
  return { value, reason: null, derived };
}

export function notComputable(reason: Reason, derived: Derived = {}): Outcome {
  return { value: null, reason, derived };
}

/** The values of a list of figures. */
export function valuesOf(list: readonly MemberFigure[]): number[] {
  return list.map(({ value }) => value);
}
