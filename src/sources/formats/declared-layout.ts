import { InputError } from "../../errors.ts";
import type { RowSource } from "../files/row-source.ts";
import { TOTALS } from "./column-words.ts";
import { figureColumns } from "./declared-figures.ts";
import { type DeclaredReading, declaredCodes } from "./declared-reading.ts";
import { refuseMultiplier, unitColumn, unitOf } from "./declared-units.ts";
import { flowInName } from "./flow-in-name.ts";
import { flowWords } from "./flow-words.ts";
import type { Format, Layout, SetAside } from "./format.ts";
import { columnIndex, type NumberedRow, type Recognised, textAbove } from "./header.ts";
import { headerLinesOf, joinedRows, withEveryName } from "./header-rows.ts";
import { asPeriod } from "./period-names.ts";
import { unitText } from "./units.ts";
import { refuseMonths, unreadColumns } from "./unread-columns.ts";

/** How many rows are looked at for the header. */
const HEADER_ROWS = 32;

/** Texts that stand for all partners in a table of partners. */
const WORLD_NAMES = Object.fromEntries(
  [...TOTALS, "total:", "all countries", "all partners", "world total"].map((text) => [
    text,
    "WORLD",
  ]),
);
const ALL_PRODUCTS = ["TOTAL", "Total", "total", "All products", "All Products", "All commodities"];

/**
 * A table as its user says that it is read.
 * @throws InputError where it lacks a column that is named, or holds no figures.
 */
export function declaredTable(source: RowSource, given: DeclaredReading): Recognised {
  const header = headerOf(source, given);
  const reading = { ...given, columns: withNames(given.columns, header.cells) };
  const at = source.sample.findIndex(({ line }) => line === header.line);
  const above = textAbove(source.sample, Math.max(at, 0));
  const layout = declaredLayout(reading, header, above, source);
  const format: Format = {
    id: "reading",
    title: "a declared reading",
    publisher: "file",
    layouts: [layout],
  };
  return { format, layout, header, ...toldByName(layout, source.name) };
}

/** Names of sheets and files are chosen freely, so that it is said what was read from one. */
function toldByName({ flow }: Layout, name: string): Pick<Recognised, "told"> {
  if (!flow || !("is" in flow)) return {};
  const message = `${name}: its name says that it is of ${flow.is}s (--constant flow= says otherwise)`;
  return { told: [{ code: "flow-in-name", message }] };
}

/** Columns that are named by their number, such as `#2`, under the names that they have. */
function withNames(
  columns: Readonly<Record<string, string>>,
  header: readonly string[],
): Record<string, string> {
  const nameOf = (column: string) => {
    const number = /^#(\d{1,5})$/.exec(column)?.[1];
    return (number === undefined ? undefined : header[Number(number) - 1]) ?? column;
  };
  return Object.fromEntries(Object.entries(columns).map(([what, name]) => [what, nameOf(name)]));
}

function headerOf(
  { name, sample }: RowSource,
  { columns, headerLine }: DeclaredReading,
): NumberedRow {
  const rows = sample.slice(0, HEADER_ROWS).map(withEveryName);
  if (headerLine !== null) {
    const { first, last } = headerLinesOf(headerLine);
    const found = sample.filter(({ line }) => first <= line && line <= last);
    if (found.at(-1)?.line === last) return withEveryName(joinedRows(found));
    throw new InputError(
      `--header-line: ${name} has no row ${headerLine} among its first ${rows.length}`,
    );
  }
  const wanted = Object.values(columns).filter((column) => !/[{]|^#\d+$/.test(column));
  const has = (row: NumberedRow) => wanted.filter((column) => columnIndex(row.cells, column) >= 0);
  const isHeader = (row: NumberedRow) =>
    wanted.length > 0 ? has(row).length === wanted.length : namesIn(row.cells).length > 1;
  const found = rows.find(isHeader);
  if (found) return found;
  const nearest = [...rows].sort((a, b) => has(b).length - has(a).length)[0];
  if (!nearest) throw new InputError(`${name}: the file is empty (give it a header and rows)`);
  const lacking = wanted.find((column) => columnIndex(nearest.cells, column) < 0);
  throw new InputError(
    `--column: ${name} has no column "${lacking}" (it has ${shown(nearest.cells)})`,
  );
}

function namesIn(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell !== "" && !/^#\d+$/.test(cell));
}

/** The names of columns for a message, the first of many. */
export function shown(cells: readonly string[]): string {
  const names = namesIn(cells)
    // A message is one line, whatever a cell has in quotes.
    .map((cell) => cell.slice(0, 40).replace(/\s+/g, " "));
  const more = names.length > 20 ? `, and ${names.length - 20} more` : "";
  return names.slice(0, 20).join(", ") + more;
}

function declaredLayout(
  reading: DeclaredReading,
  header: NumberedRow,
  above: string,
  source: RowSource,
): Layout {
  const { columns, constants } = reading;
  const { cells } = header;
  const below = source.sample.filter(({ line }) => line > header.line);
  const named = (attribute: string) =>
    columns[attribute] ??
    (attribute === "unit" && constants.unit !== undefined
      ? unitColumn(header, below)
      : columnIndex(cells, attribute) >= 0
        ? attribute
        : undefined);
  const fact = (attribute: string) => {
    const column = named(attribute);
    return column === undefined ? {} : { [attribute]: { column } };
  };
  const period = constants.period === undefined ? named("period") : undefined;
  const figures = figureColumns(reading, cells, period);
  if (figures.length === 0) {
    throw new InputError(
      `${source.place(header.line)}: no column of figures is named (use --column value=NAME, or exports=NAME and imports=NAME; it has ${shown(cells)})`,
    );
  }
  const dated = figures.some((one) => one.period !== undefined || one.month !== undefined);
  const month = columns.month;
  const partner = named("partner");
  const reporter = constants.reporter === undefined ? named("reporter") : undefined;
  const product = named("product");
  const codes = declaredCodes(reading);
  refuseNumbers(partner, header, reading, source);
  refuseNumbers(reporter, header, reading, source);
  if (constants.unit === undefined) refuseMultiplier(named("unit"), header, below, source.place);
  const unit = unitOf(figures, above, reading, source.place(header.line));
  const flows = figures.every(({ flow }) => flow !== null) || named("flow") !== undefined;
  const inName = flows || constants.flow !== undefined ? null : flowInName(source.name);
  const asks = [
    ...(flows || inName !== null ? [] : ["flow" as const]),
    ...(partner === undefined && !figures.some((one) => one.partner !== undefined)
      ? ["partner" as const]
      : []),
  ];
  if (period === undefined && constants.period === undefined && !dated) {
    throw new InputError(
      `${source.place(header.line)}: no column of periods is named (use --column period=NAME or --constant period=2024; it has ${shown(cells)})`,
    );
  }
  const read = [period, month, partner, reporter, product, named("flow"), named("unit")];
  const unread = unreadColumns(header, below, [
    ...read,
    ...Object.values(columns),
    ...figures.map((one) => one.header),
  ]);
  if (month === undefined && period !== undefined && !dated) {
    refuseMonths(period, unread, header, reading, source.place, below);
  }
  return {
    title: "declared",
    header: [],
    unread: unread.flatMap(({ name, texts }) => (new Set(texts).size > 1 ? name : [])),
    ...fact("sector"),
    ...fact("flowBasis"),
    ...fact("valuation"),
    ...fact("basis"),
    period:
      period === undefined || dated
        ? "columns"
        : { column: period, ...(month === undefined ? {} : { month }) },
    partner:
      partner === undefined
        ? { is: "" }
        : { columns: [partner], names: WORLD_NAMES, ...(codes && { codes }) },
    reporter:
      reporter === undefined ? { is: "" } : { columns: [reporter], ...(codes && { codes }) },
    ...(inName !== null && { flow: { is: inName } }),
    ...(named("flow") !== undefined && {
      flow: { column: named("flow")!, codes: flowWords, others: "kept" },
    }),
    ...(product === undefined ? {} : { products: [{ column: product, all: ALL_PRODUCTS }] }),
    unit:
      named("unit") !== undefined
        ? { column: named("unit")!, units: true }
        : { is: constants.unit === undefined && unit ? unitText(unit) : "" },
    figures: figures.map(({ header: column, flow, ...one }) => ({
      column,
      ...one,
      ...(flow === null ? {} : { says: { flow } }),
      ...(one.month === undefined ? {} : { year: period! }),
    })),
    missing: [""],
    asks,
    aside: [
      ...(period === undefined || dated
        ? []
        : [
            { column: period, when: FOOTERS, because: "footer" } satisfies SetAside,
            { column: period, when: aboveFirst(period, header, below), because: "footer" },
          ]),
      ...leftOut(reading, [named("flow"), partner]),
    ],
    notesBelow: true,
    unplaced: "named",
  };
}

/** What stands below the header and above the first period, such as the identifiers of series. */
function aboveFirst(
  period: string,
  { cells: header }: NumberedRow,
  below: readonly NumberedRow[],
): string[] {
  const at = columnIndex(header, period);
  const texts = below.map(({ cells }) => cells[at] ?? "");
  const first = texts.findIndex((text) => asPeriod(text) !== null);
  const above = texts.slice(0, Math.max(first, 0));
  return above.some((text) => /\d/.test(text)) ? [] : above;
}

const FOOTERS = new RegExp(
  `^(?:|(?:${TOTALS.join("|")})( \\d{4})?:?|notes?\\b.*|sources?\\b.*)$`,
  "iu",
);

/** Rows with texts that the user calls none, such as the quantities beside values. */
function leftOut({ words }: DeclaredReading, columns: readonly (string | undefined)[]): SetAside[] {
  const texts = Object.keys(words).filter((text) => words[text]!.toLowerCase() === "none");
  if (texts.length === 0) return [];
  const escaped = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const when = new RegExp(`^(?:${escaped.join("|")})$`, "i");
  return columns.flatMap((column) =>
    column === undefined ? [] : [{ column, when, because: "left-out" }],
  );
}

/** @throws InputError where partners are numbers, and nothing says whose. */
function refuseNumbers(
  column: string | undefined,
  { cells: header, line: headerLine }: NumberedRow,
  reading: DeclaredReading,
  { sample, place }: RowSource,
): void {
  const at = column === undefined ? -1 : columnIndex(header, column);
  if (at < 0 || reading.constants.codes !== undefined) return;
  const texts = sample.filter(({ line }) => line > headerLine).map(({ cells }) => cells[at] ?? "");
  const numbers = texts.filter((text) => /^\d{1,4}(\.0)?$/.test(text) && Number(text) !== 0);
  if (numbers.every((text) => reading.words[text] !== undefined)) return;
  if (numbers.length === 0 || numbers.length < texts.length / 2) return;
  throw new InputError(
    `${place(headerLine)}: ${column} holds numbers such as ${numbers[0]}, of which each publisher has its own (say whose: --constant codes=comtrade, m49 or census, or what they mean: --word ${numbers[0]}=US)`,
  );
}
