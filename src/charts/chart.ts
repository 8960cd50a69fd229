/** The kinds of chart, by their names on the command line. */
export const chartKinds = ["bar", "line", "waterfall", "before-after", "stacked"] as const;
export type ChartKind = (typeof chartKinds)[number];

/** What every chart says about itself. Figures of a chart are in the unit of its axis. */
interface ChartFrame {
  readonly title: string;
  readonly subtitle: string;
  /** What the axis shows, with its unit: `Balance, US$ billion`. */
  readonly axis: string;
  /** Digits after the decimal point in labels. */
  readonly digits: number;
}

/** `unfinished`: the months so far of a year; `projected`: a whole year, partly estimated. */
export type PointState = "whole" | "unfinished" | "projected";

export interface Bar {
  readonly label: string;
  /** null: not computable; then there is a reason. */
  readonly value: number | null;
  readonly reason: string | null;
  readonly state: PointState;
  /** All values that agree with the printed digits of the inputs. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** One bar from zero for each partner (and period). */
export interface BarChart extends ChartFrame {
  readonly kind: "bar";
  readonly bars: readonly Bar[];
}

export interface LinePoint {
  /** The index of the period's first month. */
  readonly position: number;
  readonly label: string;
  readonly value: number | null;
  readonly state: PointState;
}

export interface Line {
  readonly label: string;
  readonly points: readonly LinePoint[];
}

/** One line over periods for each partner. */
export interface LineChart extends ChartFrame {
  readonly kind: "line";
  readonly lines: readonly Line[];
  readonly ticks: readonly { readonly position: number; readonly label: string }[];
}

export interface WaterfallStep {
  readonly label: string;
  /** Where the column starts and ends; a result starts at zero. */
  readonly from: number;
  readonly to: number;
  /** `result`: a column from zero; `change`: what leads from the column before to the next. */
  readonly role: "result" | "change";
}

/** From one figure to another by what is added and taken away, a panel for each row. */
export interface WaterfallChart extends ChartFrame {
  readonly kind: "waterfall";
  readonly panels: readonly { readonly label: string; readonly steps: readonly WaterfallStep[] }[];
}

export interface BeforeAfterPair {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  /** In percent; null where growth is not defined. */
  readonly growth: number | null;
  readonly reason: string | null;
  readonly state: PointState;
}

/** The figure of one period beside that of another. */
export interface BeforeAfterChart extends ChartFrame {
  readonly kind: "before-after";
  /** Digits of the growth, which is in percent. */
  readonly growthDigits: number;
  readonly before: string;
  readonly after: string;
  readonly pairs: readonly BeforeAfterPair[];
}

interface StackedPart {
  readonly label: string;
  readonly value: number;
}

/** Bars made of parts, such as the origins of the value added in an economy's exports. */
export interface StackedChart extends ChartFrame {
  readonly kind: "stacked";
  /** The names of the parts in their order, the same for all bars. */
  readonly parts: readonly string[];
  readonly bars: readonly { readonly label: string; readonly parts: readonly StackedPart[] }[];
}

export type Chart = BarChart | LineChart | WaterfallChart | BeforeAfterChart | StackedChart;
