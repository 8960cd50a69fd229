import type { Answer, ResultRow } from "../calculation/result.ts";
import { comparedRows, isComparedAmong, subjectOf } from "../charts/frame.ts";
import { seriesOf } from "../charts/series.ts";
import { cellText, type ShownColumn } from "./figures.ts";
import { safeText } from "./safe-text.ts";

/** Blocks that fill a character from the left, by eighths. */
const FROM_LEFT = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const FULL = "█";
const HALF_RIGHT = "▐";
const ZERO = "│";
/** Levels of a sparkline, up from zero and down from zero; a line of text is four high. */
const UP = [" ", "⣀", "⣤", "⣶", "⣿"];
const DOWN = [" ", "⠉", "⠛", "⠿", "⣿"];
const LEVELS = 4;
/** Lines of text of a sparkline on each side of zero. */
const SPARK_LINES = 2;
const MISSING = "×";
/** Beside the table, and narrower than this, a bar would say too little. */
const LEAST_BAR = 14;
const MOST_BAR = 60;
const GAP = 2;

/** The span that all bars of an answer share: it always holds zero. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

function spanOf(rows: readonly ResultRow[]): Span {
  let low = 0;
  let high = 0;
  for (const { value } of rows) {
    low = Math.min(low, value ?? 0);
    high = Math.max(high, value ?? 0);
  }
  return { low, high };
}

/**
 * One bar of at most `width` characters, on the scale that all rows share: from the zero line
 * leftwards for negative figures and rightwards for positive ones. What is too small for its first
 * mark leaves the zero line alone; no figure at all is `×`.
 */
export function textBar(value: number | null, { low, high }: Span, width: number): string {
  const room = width - ZERO.length;
  const length = high - low || 1;
  const left = zeroAt(low, high, room);
  // How many characters the whole span would take; the tighter side decides for both.
  const whole = Math.min(
    low < 0 ? left * (length / -low) : room,
    high > 0 ? (room - left) * (length / high) : room,
  );
  if (value === null) return `${" ".repeat(left)}${ZERO}${MISSING}`;
  if (value < 0) return `${leftBar((-value / length) * whole).padStart(left)}${ZERO}`;
  return `${" ".repeat(left)}${ZERO}${rightBar((value / length) * whole)}`;
}

/** Characters to the left of the zero line. */
function zeroAt(low: number, high: number, room: number): number {
  if (low === 0) return 0;
  if (high === 0) return room;
  const part = Math.round((-low / (high - low)) * room);
  return Math.min(room - 1, Math.max(1, part));
}

/** The bars of all rows for a column beside the table; null where there is too little room. */
export function barColumn({ result }: Answer, room: number): string[] | null {
  const width = Math.min(MOST_BAR, room - GAP);
  if (width < LEAST_BAR) return null;
  // The rows of a long answer are made anew each time, so that none is known again.
  const isCompared = isComparedAmong(result.rows);
  const span = spanOf(comparedRows(result.rows));
  return result.rows.map((row) => (isCompared(row) ? textBar(row.value, span, width) : ""));
}

/** The bars of all rows as lines of their own, below a table that takes the whole width. */
export function barBlock(answer: Answer, columns: readonly ShownColumn[], width: number): string[] {
  const rows = comparedRows(answer.result.rows);
  const texts = columns.filter(({ unit }) => unit === "text");
  const value = columns.find(({ name }) => name === "value")!;
  const labels = rows.map((row) =>
    texts
      .map((column) => cellText(row, column))
      .filter((text) => text !== "")
      .join(" "),
  );
  const figures = rows.map((row) => cellText(row, value));
  const label = Math.min(Math.floor(width / 3), longest(labels));
  const figure = longest(figures);
  const room = Math.max(LEAST_BAR, Math.min(MOST_BAR, width - label - figure - 2 * GAP));
  const span = spanOf(rows);
  const head = value.head === "" ? value.title : `${value.title}, ${value.head}`;
  return [
    head.replaceAll("\u00a0", " "),
    ...rows.map((row, index) =>
      [
        labels[index]!.slice(0, label).padEnd(label),
        figures[index]!.padStart(figure),
        textBar(row.value, span, room),
      ].join(" ".repeat(GAP)),
    ),
  ];
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

function rightBar(length: number): string {
  const eighths = Math.round(length * 8);
  return FULL.repeat(Math.floor(eighths / 8)) + FROM_LEFT[eighths % 8]!;
}

/** Only the right half exists among the plain blocks, so a bar to the left grows by halves. */
function leftBar(length: number): string {
  const halves = Math.round(length * 2);
  return (halves % 2 === 1 ? HALF_RIGHT : "") + FULL.repeat(Math.floor(halves / 2));
}

/**
 * The figures of a series as lines of text, one character each, all from one zero: surpluses stand
 * on it, deficits hang from it. `largest` is the figure that takes the whole height.
 */
export function sparkLines(values: readonly (number | null)[], largest: number): string[] {
  const known = values.filter((value) => value !== null);
  const steps = values.map((value) =>
    value === null ? 0 : Math.round((value / (largest || 1)) * LEVELS * SPARK_LINES),
  );
  const side = (marks: readonly string[], sign: 1 | -1, line: number) =>
    steps
      .map((step, index) => {
        if (values[index] === null) return line === 0 ? MISSING : " ";
        return marks[Math.min(LEVELS, Math.max(0, sign * step - line * LEVELS))]!;
      })
      .join("");
  const upper = known.some((value) => value > 0) || known.length === 0;
  const lower = known.some((value) => value < 0);
  const rows = Array.from({ length: SPARK_LINES }, (_, line) => line);
  return [
    ...(upper ? rows.map((line) => side(UP, 1, line)).reverse() : []),
    ...(lower ? rows.map((line) => side(DOWN, -1, line)) : []),
  ];
}

/** A sparkline for each subject whose rows span several periods, on one scale. */
export function sparkBlock(answer: Answer, width: number): string[] {
  const dated = answer.result.rows.filter(({ period }) => period !== null);
  const nameOf = (row: ResultRow) => {
    if (row.row !== undefined) return subjectOf(row, answer);
    return row.measure ? `${row.partnerName}, ${row.measure}` : String(row.partnerName);
  };
  const series = seriesOf(dated, nameOf).filter(({ rows }) => rows.length > 1);
  if (series.length === 0) return [];
  const label = Math.min(Math.floor(width / 3), longest(series.map(({ label: name }) => name)));
  const room = Math.max(1, width - label - 2);
  const spans = series.map(({ rows }) => spanOf(rows));
  const largest = spans.reduce((most, { low, high }) => Math.max(most, -low, high), 0);
  return series.flatMap(({ label: name, rows }) => {
    const shown = rows.slice(-room);
    const first = shown[0]!.period;
    const last = shown.at(-1)!.period;
    const lines = sparkLines(
      shown.map(({ value }) => value),
      largest,
    );
    const titles = [safeText(name).slice(0, label), ""];
    return [
      ...lines.map((line, index) => `${(titles[index] ?? "").padEnd(label)}  ${line}`.trimEnd()),
      `${" ".repeat(label)}  ${first} … ${last}`,
    ];
  });
}
