import type { Answer } from "../calculation/result.ts";
import type { ChartKind } from "../charts/chart.ts";
import type { Paint } from "./paint.ts";
import type { Rendered } from "./pieces.ts";

/** How an answer is to look; nothing here changes what was computed. */
interface RenderOptions {
  /** Digits after the decimal point; null: what suits the unit. */
  readonly digits: number | null;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether a table is to draw what it shows. */
  readonly chart: boolean;
  /** The kind of chart; null: what suits the rows. */
  readonly chartKind: ChartKind | null;
}

/** Turns an answer into text. It computes nothing but the rounding, and prints nothing. */
export interface Renderer<Text extends Rendered = Rendered> {
  render(answer: Answer, options: RenderOptions): Text | Promise<Text>;
}

/** An output format by its name on the command line; loaded when it is asked for. */
export interface Format {
  readonly id: string;
  readonly summary: string;
  /** Whether the text itself carries the warnings, so that they need not go to standard error. */
  readonly carriesWarnings: boolean;
  load(): Promise<Renderer>;
}

export const formats: readonly Format[] = [
  {
    id: "table",
    summary: "for reading at a terminal",
    carriesWarnings: false,
    load: async () => (await import("./table.ts")).tableRenderer,
  },
  {
    id: "json",
    summary: "one document with rows, definition, data and warnings",
    carriesWarnings: true,
    load: async () => (await import("./json.ts")).jsonRenderer,
  },
  {
    id: "ndjson",
    summary: "one JSON object a row",
    carriesWarnings: false,
    load: async () => (await import("./ndjson.ts")).ndjsonRenderer,
  },
  {
    id: "csv",
    summary: "comma-separated rows with a header",
    carriesWarnings: false,
    load: async () => (await import("./csv.ts")).csvRenderer,
  },
  {
    id: "markdown",
    summary: "a table for a document",
    carriesWarnings: false,
    load: async () => (await import("./markdown.ts")).markdownRenderer,
  },
  {
    id: "svg",
    summary: "a chart, for a page or a document",
    carriesWarnings: false,
    load: async () => (await import("./svg.ts")).svgRenderer,
  },
];
