import { InputError } from "../../errors.ts";
import { PeriodError, parsePeriod } from "../../records/period.ts";
import type { RowSource } from "../files/row-source.ts";
import { type DeclaredReading, declaredCodes, declaredFiscalYear } from "./declared-reading.ts";
import { flowWords } from "./flow-words.ts";
import type { FigureColumn, Format, Layout } from "./format.ts";
import { columnIndex, type NumberedRow, type Recognised, textAbove } from "./header.ts";
import { headerLinesOf, joinedRows } from "./header-rows.ts";
import { monthNumber, periodText } from "./periods.ts";
import { mayBeOwnDollars, type Unit, unitIn, unitText } from "./units.ts";

/** How many rows are looked at for the header. */
const HEADER_ROWS = 32;

/** Texts that stand for all partners in a table of partners. */
const WORLD_NAMES = Object.fromEntries(
  ["total", "total:", "grand total", "all countries", "all partners", "world total"].map((text) => [
    text,
    "WORLD",
  ]),
);
const ALL_PRODUCTS = ["TOTAL", "Total", "total", "All products", "All Products", "All commodities"];

/**
 * A table as its user says that it is read.
 * @throws InputError where it lacks a column that is named, or holds no figures.
 */
export function declaredTable(source: RowSource, reading: DeclaredReading): Recognised {
  const header = headerOf(source, reading);
  const at = source.sample.findIndex(({ line }) => line === header.line);
  const above = textAbove(source.sample, Math.max(at, 0));
  const layout = declaredLayout(reading, header, above, source);
  const format: Format = {
    id: "reading",
    title: "a declared reading",
    publisher: "file",
    layouts: [layout],
  };
  return { format, layout, header };
}

function headerOf(
  { name, sample }: RowSource,
  { columns, headerLine }: DeclaredReading,
): NumberedRow {
  const rows = sample.slice(0, HEADER_ROWS);
  if (headerLine !== null) {
    const { first, last } = headerLinesOf(headerLine);
    const found = rows.filter(({ line }) => first <= line && line <= last);
    if (found.at(-1)?.line === last) return joinedRows(found);
    throw new InputError(
      `--header-line: ${name} has no row ${headerLine} among its first ${rows.length}`,
    );
  }
  const wanted = Object.values(columns).filter((column) => !column.includes("{"));
  const has = (row: NumberedRow) => wanted.filter((column) => columnIndex(row.cells, column) >= 0);
  const isHeader = (row: NumberedRow) =>
    wanted.length > 0 ? has(row).length === wanted.length : row.cells.filter(Boolean).length > 1;
  const found = rows.find(isHeader);
  if (found) return found;
  const nearest = [...rows].sort((a, b) => has(b).length - has(a).length)[0];
  if (!nearest) throw new InputError(`${name}: the file is empty (give it a header and rows)`);
  const lacking = wanted.find((column) => columnIndex(nearest.cells, column) < 0);
  throw new InputError(
    `--column: ${name} has no column "${lacking}" (it has ${shown(nearest.cells)})`,
  );
}

/** The names of columns for a message, the first of many. */
export function shown(cells: readonly string[]): string {
  const names = cells
    .filter((cell) => cell !== "")
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
  const named = (attribute: string) =>
    columns[attribute] ?? (columnIndex(cells, attribute) >= 0 ? attribute : undefined);
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
  const unit = unitOf(figures, above, reading, source.place(header.line));
  const flows = figures.every(({ flow }) => flow !== null) || columns.flow !== undefined;
  const asks = [
    ...(flows || named("flow") !== undefined ? [] : ["flow" as const]),
    ...(partner === undefined && !figures.some((one) => one.partner !== undefined)
      ? ["partner" as const]
      : []),
  ];
  if (period === undefined && constants.period === undefined && !dated) {
    throw new InputError(
      `${source.place(header.line)}: no column of periods is named (use --column period=NAME or --constant period=2024; it has ${shown(cells)})`,
    );
  }
  return {
    title: "declared",
    header: [],
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
    ...(named("flow") === undefined
      ? {}
      : { flow: { column: named("flow")!, codes: flowWords, others: "kept" } }),
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
    ...(period === undefined || dated
      ? {}
      : {
          aside: [
            {
              column: period,
              when: /^(|total:?|grand total|notes?\b.*|sources?\b.*)$/i,
              because: "footer",
            },
          ],
        }),
    notesBelow: true,
    unplaced: "named",
  };
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

/**
 * The unit that the names of columns say, or what stands above the table.
 * @throws InputError where columns are in several units.
 */
function unitOf(
  figures: readonly DeclaredFigures[],
  above: string,
  { columns, constants }: DeclaredReading,
  place: string,
): Unit | null {
  const named = figures.flatMap(({ header }) => {
    const unit = unitIn(header);
    return unit ? [{ header, unit, text: unitText(unit) }] : [];
  });
  const [first] = named;
  const other = named.find(({ text }) => text !== first!.text);
  if (other) {
    throw new InputError(
      `${place}: "${first!.header}" is in ${first!.text} and "${other.header}" in ${other.text} (read one at a time: --column 'value=${first!.header}' --constant flow=…)`,
    );
  }
  const text = first?.header ?? above;
  if (columns.unit !== undefined || constants.unit !== undefined) return null;
  if (mayBeOwnDollars(text, constants.reporter)) {
    throw new InputError(
      `${place}: "dollars" may be those of ${constants.reporter} (use --constant unit='USD million', or that of its own currency)`,
    );
  }
  return first?.unit ?? unitIn(above);
}

interface DeclaredFigures extends Pick<FigureColumn, "period" | "partner" | "month"> {
  readonly header: string;
  readonly flow: "export" | "import" | null;
}

/** The columns of values: those that are named, else those whose names are periods or months. */
function figureColumns(
  reading: DeclaredReading,
  header: readonly string[],
  period: string | undefined,
): DeclaredFigures[] {
  const { columns } = reading;
  const fiscal = declaredFiscalYear(reading) ?? null;
  const found: DeclaredFigures[] = [];
  const flows = { value: null, exports: "export", imports: "import" } as const;
  for (const [attribute, flow] of Object.entries(flows)) {
    const column =
      columns[attribute] ??
      (columnIndex(header, attribute) >= 0 && (attribute === "value" || !columns.value)
        ? attribute
        : undefined);
    if (column === undefined) continue;
    const pattern = column.includes("{") ? patternOf(column) : null;
    const others = Object.values(columns).filter((one) => !one.includes("{"));
    for (const name of header) {
      if (pattern && others.some((one) => columnIndex([name], one) === 0)) continue;
      const groups = pattern ? pattern.exec(name)?.groups : undefined;
      if (pattern ? !groups : columnIndex([name], column) < 0) continue;
      const time = groups?.period === undefined ? undefined : asPeriod(groups.period, fiscal);
      if (time === null) continue;
      found.push({
        header: name,
        flow,
        ...(time === undefined ? {} : { period: time }),
        ...(groups?.partner === undefined ? {} : { partner: groups.partner }),
      });
      if (!pattern) break;
    }
  }
  if (found.length > 0) return found;
  if (period !== undefined) {
    const months = header.filter((name) => /^\D{3,9}$/.test(name) && monthNumber(name) !== null);
    if (months.length >= 2) {
      return months.map((name) => ({ header: name, flow: null, month: monthNumber(name)! }));
    }
  }
  return header.flatMap((name) => {
    const time = asPeriod(name, fiscal);
    return time === null ? [] : [{ header: name, flow: null, period: time }];
  });
}

/** `Exports {period}` as a pattern with named groups. */
function patternOf(column: string): RegExp {
  const parts = column.split(/\{(period|partner)\}/);
  const source = parts.map((part, index) =>
    index % 2 === 1 ? `(?<${part}>.+)` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${source.join("")}$`, "is");
}

/** The period that a text is, also as `Year 2024`; null for other text. */
export function asPeriod(text: string, fiscal: number | null = null): string | null {
  const period = periodText(
    text.replace(/^(year|yr|fy)[ _]?(?=\d{4}$)|^x(?=\d{4})/i, "").trim(),
    fiscal,
  );
  // An error takes longer than all else, and most texts that are asked about are none.
  if (!MAY_BE_PERIOD.test(period)) return null;
  try {
    parsePeriod(period);
    return period;
  } catch (error) {
    if (error instanceof PeriodError) return null;
    throw error;
  }
}

const MAY_BE_PERIOD = /^(?:\d{4}(?:-\d{2}|-?Q[1-4])?|Q[1-4][- ]?\d{4})(?:\/|$)/i;
