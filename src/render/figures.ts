import type { Answer, Cell, DataUse, ResultColumn, ResultRow } from "../calculation/result.ts";
import { firstNames } from "../first-names.ts";
import type { Interval } from "../numbers/interval.ts";
import { safeText } from "./safe-text.ts";

/** A column with the scale and digits in which its figures are shown. */
export interface ShownColumn extends ResultColumn {
  /** The unit for the head of the column: `US$ million`, `%`, or nothing for text. */
  readonly head: string;
  readonly divisor: number;
  readonly digits: number;
}

const MILLION = 1e6;
/** From here on money is shown in millions. */
const LARGE = 1e8;

/** Decides scale and digits once for all money of an answer, so that its columns can be compared. */
export function shownColumns(answer: Answer, digits: number | null): ShownColumn[] {
  const { columns, result } = answer;
  const money = columns.filter((column) => column.unit === "USD");
  let [largest, isFilled] = [0, false];
  for (const row of result.rows) {
    for (const { name } of money) {
      largest = Math.max(largest, Math.abs(Number(row[name] ?? 0)));
      isFilled ||= row[name] !== null && row[name] !== undefined;
    }
  }
  const inMillions = largest >= LARGE;
  return columns.map((column) => {
    if (column.unit === "text") return { ...column, head: "", divisor: 1, digits: 0 };
    if (column.unit === "USD") {
      // Without a figure nothing says in which currency it would be.
      const money = column.currency ?? (isFilled ? "US$" : "");
      return inMillions
        ? { ...column, head: `${money} million`, divisor: MILLION, digits: digits ?? 1 }
        : { ...column, head: money, divisor: 1, digits: digits ?? 0 };
    }
    if (column.unit === "count") return { ...column, head: "", divisor: 1, digits: 0 };
    return {
      ...column,
      head: column.unit === "percent" ? "%" : "",
      divisor: 1,
      digits: digits ?? column.digits ?? (column.unit === "ratio" ? 3 : 2),
    };
  });
}

/** The text of one cell; a missing value shows its reason, a row with an interval shows it. */
export function cellText(row: ResultRow, column: ShownColumn): string {
  const cell = row[column.name];
  if (typeof cell === "string") return safeText(cell) + projectionMark(row, column);
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell !== "number") return missingText(row, column, cell);
  const value = formatNumber(cell / column.divisor, column.digits);
  const interval = row[column.name === "value" ? "interval" : `${column.name}Interval`];
  // Beside figures of data, tables leave the interval of a component to the other formats.
  if (!isInterval(interval) || row.interval === undefined) return value;
  // Published figures are rounded; what the digits shown say anyway needs no interval.
  const step = column.divisor / 10 ** column.digits;
  if (row.vintage !== undefined && interval.high - interval.low <= step * 1.001) return value;
  const ends = [interval.low, interval.high];
  return `${value} [${ends.map((end) => formatNumber(end / column.divisor, column.digits)).join(", ")}]`;
}

function projectionMark(row: ResultRow, column: ShownColumn): string {
  return column.name === "period" && row.projectedFrom ? " projected" : "";
}

function missingText(row: ResultRow, column: ShownColumn, cell: Cell | undefined): string {
  if (column.missing !== undefined) return column.missing;
  if (column.name === "value" && row.reason) return row.reason;
  return cell === undefined || column.unit === "text" ? "" : "-";
}

function isInterval(cell: Cell | undefined): cell is Interval {
  return typeof cell === "object" && cell !== null;
}

/** A number with thousands separators and a fixed number of digits; no negative zero. */
export function formatNumber(value: number, digits: number): string {
  const [whole = "", fraction] = plainDigits(Math.abs(value), digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Doubles have fifteen digits that count: more of them are zeros, and no remains of powers of two. */
function plainDigits(value: number, digits: number): string {
  if (digits <= 6) return value.toFixed(digits);
  const one = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return Number(value.toPrecision(15)).toLocaleString("en-US", { ...one, useGrouping: false });
}

/** More files of one kind than this, such as a table for each year, are named on one line. */
const FILES_NAMED = 3;

/** The source of each use, with the id of its file: of a long series of one kind, the first and the last. */
function sourcesOf(data: readonly DataUse[]): string[] {
  const kinds = data.map((one) =>
    [one.source, one.title, one.basis, identityText(one)].join("\u0000"),
  );
  const idsOf = new Map(kinds.map((kind) => [kind, new Set<string>()]));
  for (const [at, { id }] of data.entries()) idsOf.get(kinds[at]!)!.add(id);
  return data.map(({ source, title, id }, at) => {
    const ids = [...idsOf.get(kinds[at]!)!];
    const isLong = ids.length > FILES_NAMED;
    const files = isLong ? `${ids[0]} to ${ids.at(-1)}, ${ids.length} files` : id;
    return `${source}, ${title} (${files})`;
  });
}

/** The lines that say where the figures come from and what they mean. */
export function footerLines({ result, note }: Answer): string[] {
  const sources = sourcesOf(result.data);
  const lines = [...new Set(sources)].map((source) => {
    const own = result.data.filter((_, at) => sources[at] === source);
    const vintages = [...new Set(own.flatMap(({ vintage }) => vintage ?? []))];
    const word = vintages.length > 1 ? "vintages" : "vintage";
    const vintage = vintages.length > 0 ? `, ${word} ${vintages.join(", ")}` : "";
    const [{ basis }] = own as [DataUse, ...DataUse[]];
    const on = basis ? `, ${basisNames[basis] ?? basis} basis` : "";
    return safeText(`Source: ${source}${vintage}${on}${identityText(own[0]!)}`);
  });
  const marked = statusText(result.data);
  if (marked !== "") lines.push(`Marked by the publisher: ${marked}`);
  const { formula, sign, rollUp, thresholds } = result.definition;
  lines.push(`Definition: ${formula}; ${sign}`);
  if (rollUp) lines.push(`Roll-up: ${rollUp}`);
  if (Array.isArray(thresholds)) lines.push(...thresholds.map((one) => `Threshold: ${one}`));
  if (result.computation) {
    const { method, residual, identities } = result.computation;
    const checks = identities.map(({ name, difference }) => `${name}: to ${brief(difference)}`);
    lines.push([`Solved by ${method}: residual ${brief(residual)}`, ...checks].join("; "));
  }
  if (note !== undefined) lines.push(safeText(note));
  return lines;
}

const REPORTERS_NAMED = 5;

/** What the figures are of, where it is not US trade in goods, in dollars, with all rows. */
function identityText({
  reporters = [],
  sector,
  currency,
  where,
  adjusted,
  prices,
}: DataUse): string {
  return [
    ...(reporters.length > 0 ? [`as reported by ${firstNames(reporters, REPORTERS_NAMED)}`] : []),
    ...(sector === undefined ? [] : [`of ${sector}`]),
    ...(where === undefined ? [] : [`only rows with ${where}`]),
    ...(currency === undefined ? [] : [`in ${currency}`]),
    ...(adjusted ? ["seasonally adjusted"] : []),
    ...(prices === undefined ? [] : [`at ${prices}`]),
  ]
    .map((one) => `, ${one}`)
    .join("");
}

/** What publishers say of figures, with the periods of these. */
function statusText(data: readonly DataUse[]): string {
  const labels = new Map<string, Set<string>>();
  for (const { status = {} } of data) {
    for (const [word, own] of Object.entries(status)) {
      labels.set(word, new Set([...(labels.get(word) ?? []), ...own]));
    }
  }
  return [...labels]
    .map(([word, own]) => `${word} (${firstNames([...own].sort(), PERIODS_NAMED)})`)
    .join("; ");
}

const PERIODS_NAMED = 6;

function brief(difference: number): string {
  return difference === 0 ? "0" : difference.toExponential(0);
}

const basisNames: Readonly<Record<string, string>> = {
  census: "Census",
  bop: "balance-of-payments",
};
