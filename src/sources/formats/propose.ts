import type { InputError } from "../../errors.ts";
import { firstNames } from "../../first-names.ts";
import type { PartnerDirectory } from "../../partners/directory.ts";
import type { RowSource } from "../files/row-source.ts";
import { BALANCE, EXPORT, IMPORT, MULTIPLIERS, TOTAL, wordsOf } from "./column-words.ts";
import { TableColumn, TextMeanings } from "./columns-of-table.ts";
import { type DeclaredReading, nothingDeclared } from "./declared-reading.ts";
import { multiplied } from "./declared-units.ts";
import { flowInName } from "./flow-in-name.ts";
import { type NumberedRow, textAbove } from "./header.ts";
import { type HeaderRows, headersOf, withEveryName } from "./header-rows.ts";
import { spellingOf } from "./numbers.ts";
import { type Open, openIn } from "./open-in-reading.ts";
import { optionsText } from "./reading-options.ts";
import { monthColumns, type SuggestedColumns, suggestedColumns } from "./suggest.ts";
import { suggestedConstants } from "./suggested-constants.ts";
import { unitText } from "./units.ts";
import { type UnknownLayout, UnreadTable } from "./unknown-layout.ts";

/** From how many rows the columns are judged, and of how many cells at most. */
const ROWS_JUDGED = 200;
const CELLS_JUDGED = 30_000;
/** How many other columns of values are named. */
const RIVALS = 8;

/** What the columns below a header suggest, and how well that fits. */
interface Candidate {
  readonly rows: HeaderRows;
  readonly columns: readonly TableColumn[];
  readonly found: SuggestedColumns;
  readonly figures: readonly TableColumn[];
  readonly hasFlow: boolean;
  readonly isDated: boolean;
  readonly score: number;
}

/** The error for a table in no known format, with the reading that it suggests. */
export function withProposal(
  { message, source }: UnknownLayout,
  { constants }: DeclaredReading,
  partners: PartnerDirectory,
): InputError {
  const best = bestOf(source, partners);
  if (!best || best.score < 3) {
    const [first] = source.sample;
    if (
      first &&
      isData(columnsBelow(headerOnly(first), source.sample, [], new TextMeanings(partners)))
    ) {
      return new UnreadTable(message, NO_NAMES, null);
    }
    const balances = best && best.score > 0 ? "" : balancesIn(source);
    return new UnreadTable(
      message,
      `${balances}Say which column is what: --column period=NAME --column partner=NAME --column value=NAME --constant flow=import`,
      null,
    );
  }
  const judged = { ...best, hasFlow: best.hasFlow || flowInName(source.name) !== null };
  const reading = readingOf(source, judged, partners);
  const missing = openText(openIn(judged, reading), constants);
  const hint = `It looks like ${optionsText(reading)}${rivalsText(best.found)}${missing}`;
  return new UnreadTable(message, hint, reading);
}

/** Other columns that hold values as likely. */
function rivalsText({ rivals }: SuggestedColumns): string {
  if (rivals.length === 0) return "";
  const names = firstNames(
    rivals.map(({ called }) => called),
    RIVALS,
  );
  return `; it has other columns of values as well: ${names}`;
}

const NO_NAMES =
  "Its first row holds data and not the names of columns: write these above it, such as period,partner,flow,value.";

/** Whether a row that should be the header is one like those below it. */
function isData(columns: readonly TableColumn[]): boolean {
  return columns.filter(({ isNamedByData }) => isNamedByData).length > 1;
}

function headerOnly(header: NumberedRow): HeaderRows {
  return { header, at: 0, lines: String(header.line), isJoined: false };
}

/** Of balances neither flow can be told. */
function balancesIn({ sample }: RowSource): string {
  const name = sample
    .flatMap(({ cells }) => cells)
    .find((cell) => cell.length < 60 && BALANCE.test(wordsOf(cell)));
  if (name === undefined) return "";
  return `"${name}" is a balance, of which exports and imports cannot be told: ask for both flows. `;
}

/** What nothing says yet, not even the constants that were given. */
function openText(open: Open, constants: Readonly<Record<string, string>>): string {
  const left = open.filter(({ constant }) => constants[constant] === undefined);
  if (left.length === 0) return "";
  return `; nothing says ${left.map(({ text }) => text).join(" or ")}`;
}

/** The first of the likeliest headers. */
function bestOf(source: RowSource, partners: PartnerDirectory): Candidate | null {
  const rows = (source.rows ?? source.start ?? source.sample).filter(
    ({ cells }) => !isBeside(cells),
  );
  const meanings = new TextMeanings(partners);
  let best: Candidate | null = null;
  for (const header of headersOf(source)) {
    if (isRule(header.header.cells)) continue;
    const columns = columnsBelow(header, rows, source.sample, meanings);
    const candidate = candidateOf(header, columns);
    if (!best || candidate.score > best.score) best = candidate;
  }
  return best;
}

function columnsBelow(
  { header, at }: HeaderRows,
  rows: readonly NumberedRow[],
  sample: readonly NumberedRow[],
  meanings: TextMeanings,
): TableColumn[] {
  const from = rows.findIndex(({ line }) => line > header.line);
  const most = Math.max(20, Math.min(ROWS_JUDGED, CELLS_JUDGED / header.cells.length));
  const below = from < 0 ? [] : rows.slice(from, from + Math.floor(most));
  const above = sample.slice(0, at).filter(({ cells }) => cells.length > 1);
  const { cells: called } = withEveryName(header);
  // `Importe` are imports in German, and an amount in Spanish.
  const isGerman = header.cells.some((name) => /(^| )exporten?( |$)/.test(wordsOf(name)));
  return header.cells.map((name, index) => {
    const texts = below.map(({ cells }) => cells[index] ?? "");
    const isImport = isGerman && /(^| )importen?( |$)/.test(wordsOf(name));
    return new TableColumn(
      name,
      index,
      texts.filter((text) => text !== "" && text.length <= 100),
      [
        ...above.map(({ cells }) => cells[index] ?? "").filter(Boolean),
        ...(isImport ? ["imports"] : []),
      ],
      meanings,
      texts.every((text) => text === "") ? "" : called[index],
    );
  });
}

function candidateOf(rows: HeaderRows, columns: readonly TableColumn[]): Candidate {
  const found = suggestedColumns(columns);
  const wide = found.values.length === 0 ? wideColumns(columns, found) : [];
  const isWide = wide.length > 1;
  const figures = isWide ? wide : found.values.flatMap((one) => one.columns);
  const hasFlow =
    found.flow !== null ||
    found.isOfPairs ||
    found.values.some(({ attribute }) => attribute !== "value");
  const isDated =
    found.period !== null || isWide || found.values.some(({ name }) => name.includes("{period}"));
  const isOfPartners = found.values.some(({ name }) => name.includes("{partner}"));
  const hasUnnamed = columns.some(({ name, texts }) => name === "" && texts.length > 0);
  // Of figures and of a time without a fault, a table has 3.
  const score =
    3 -
    1.2 * Number(!isDated) +
    Number(found.partner !== null || isOfPartners) +
    Number(hasFlow) -
    2 * columns.filter((column) => column.isNamedByData).length -
    0.5 * Number(hasUnnamed) -
    0.1 * Number(rows.isJoined) +
    0.2 * Number(figures.some(({ unit }) => unit !== null)) +
    0.5 *
      Number(figures.some(({ name }) => EXPORT.test(wordsOf(name)) || IMPORT.test(wordsOf(name))));
  const isTable = figures.length > 0;
  return { rows, columns, found, figures, hasFlow, isDated, score: isTable ? score : 0 };
}

function readingOf(
  source: RowSource,
  best: Candidate,
  partners: PartnerDirectory,
): DeclaredReading {
  const { columns, found, figures } = best;
  const { at, lines, isJoined } = best.rows;
  const named: Record<string, string> = {};
  for (const name of [
    "period",
    "month",
    "reporter",
    "partner",
    "flow",
    "product",
    "unit",
  ] as const) {
    if (found[name]) named[name] = found[name].called;
  }
  for (const { attribute, name } of found.values) named[attribute] = name;
  const above = textAbove(source.sample, at);
  // A row of several cells above the header is none of the title.
  const alone = source.sample.slice(0, at).filter(({ cells }) => cells.filter(Boolean).length < 3);
  const titles = textAbove(alone, alone.length);
  const constants = suggestedConstants(best, above, titles, partners);
  const whole = wholeUnit(found, columns);
  if (whole !== null) {
    delete named.unit;
    constants.unit = whole;
  }
  const isFound = Object.values(named).some((name) => !name.includes("{"));
  return {
    ...nothingDeclared,
    columns: named,
    constants,
    words: wordsOfFlow(found),
    headerLine: isJoined || (!isFound && at > 0) ? lines : null,
    ...spellingFor(figures, source.delimiter ?? null),
  };
}

/** The unit of all rows where one column says the currency and another the power of ten. */
function wholeUnit({ unit }: SuggestedColumns, columns: readonly TableColumn[]): string | null {
  const by = columns.find(({ words }) => MULTIPLIERS.test(words));
  const [texts, powers] = [new Set(unit?.texts), new Set(by?.texts)];
  if (texts.size !== 1 || powers.size !== 1) return null;
  const found = multiplied([...texts][0]!, [...powers][0]!);
  return found && unitText(found);
}

/** Whether a row is a note or a footer, which says nothing of the columns. */
function isBeside(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return cells.slice(1).every((cell) => cell === "") || TOTAL.test(first) || isRule(cells);
}

/** Below the names of columns Markdown has a row of dashes. */
function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || /^:?-{2,}:?$/.test(cell));
}

function wideColumns(
  columns: readonly TableColumn[],
  { period }: SuggestedColumns,
): readonly TableColumn[] {
  const months = period ? monthColumns(columns) : [];
  if (months.length > 1) return months;
  return columns.filter(({ isPeriodName, isNumeric }) => isPeriodName && isNumeric);
}

/** What the words of flows mean, where they are no usual ones. */
function wordsOfFlow({ flow }: SuggestedColumns): Readonly<Record<string, string>> {
  return !flow || flow.isFlows ? {} : (flow.flowMeanings ?? {});
}

function spellingFor(
  figures: readonly TableColumn[],
  delimiter: string | null,
): Pick<DeclaredReading, "decimal" | "marks" | "missing"> {
  const texts = figures.flatMap((column) => column.texts);
  const comma = spellingOf(texts, delimiter) === "comma";
  const isGrouped = /^[-+]?(?:[$€£¥] ?\d|\d{1,3}([,'’ \u00a0\u202f]\d{3})+)/;
  const thousands = !comma && texts.some((text) => isGrouped.test(text));
  const marks = [
    ...new Set(
      texts.flatMap(
        (text) => /^[-+(]?\d[\d.,' )]*\s?([a-z*†‡]|\([a-z0-9]\))$/i.exec(text)?.[1] ?? [],
      ),
    ),
  ];
  const missing = texts.filter((text) => text !== "" && !/\d/.test(text));
  return {
    decimal: comma ? "comma" : thousands ? "point" : null,
    marks,
    missing: [...new Set(missing)].slice(0, 5),
  };
}
