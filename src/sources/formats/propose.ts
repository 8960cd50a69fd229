import type { InputError } from "../../errors.ts";
import type { PartnerDirectory } from "../../partners/directory.ts";
import { type RowSource, START_ROWS } from "../files/row-source.ts";
import { TableColumn } from "./columns-of-table.ts";
import { type DeclaredReading, nothingDeclared } from "./declared-reading.ts";
import { type NumberedRow, textAbove } from "./header.ts";
import { joinedRows, standsOver } from "./header-rows.ts";
import { plainNumber, spellingOf } from "./numbers.ts";
import { isFiscalYear } from "./periods.ts";
import { type SuggestedColumns, suggestedColumns } from "./suggest.ts";
import { unitIn, unitText } from "./units.ts";
import { type UnknownLayout, UnreadTable } from "./unknown-layout.ts";

/** How many rows may be the header, or its first. */
const ROWS_ABOVE = 24;
/** From how many rows the columns are judged. */
const ROWS_JUDGED = 200;

/** What the columns of a table suggest, and what nothing says. */
interface Proposal {
  readonly reading: DeclaredReading;
  /** What a person has to add, as options. */
  readonly open: readonly { readonly constant: string; readonly text: string }[];
  readonly score: number;
}

/** The error for a table in no known format, with the reading that it suggests. */
export function withProposal(
  { message, source }: UnknownLayout,
  { constants }: DeclaredReading,
  partners: PartnerDirectory,
): InputError {
  const best = headersOf(source)
    .map((header) => proposalFor(source, header, partners))
    .sort((a, b) => b.score - a.score)[0];
  if (!best || best.score < 3) {
    return new UnreadTable(
      message,
      "Say which column is what: --column period=NAME --column partner=NAME --column value=NAME --constant flow=import",
      null,
    );
  }
  const { reading, open } = best;
  const missing = openText(open, constants);
  return new UnreadTable(message, `It looks like ${optionsText(reading)}${missing}`, reading);
}

/** A row that may be the header, or several that may be it together. */
interface HeaderRows {
  readonly header: NumberedRow;
  /** Where its first row stands among the rows of the sample. */
  readonly at: number;
  readonly lines: string;
  readonly isJoined: boolean;
}

function headersOf({ sample }: RowSource): HeaderRows[] {
  return sample.slice(0, ROWS_ABOVE).flatMap((row, at): HeaderRows[] => {
    const own = { header: row, at, lines: String(row.line), isJoined: false };
    const below = sample[at + 1];
    if (!below || !standsOver(row, below)) return [own];
    const lines = `${row.line}-${below.line}`;
    return [own, { header: joinedRows([row, below]), at, lines, isJoined: true }];
  });
}

/** What nothing says yet, not even the constants that were given. */
function openText(open: Proposal["open"], constants: Readonly<Record<string, string>>): string {
  const left = open.filter(({ constant }) => constants[constant] === undefined);
  if (left.length === 0) return "";
  return `; nothing says ${left.map(({ text }) => text).join(" or ")}`;
}

function proposalFor(
  source: RowSource,
  { header, at, lines, isJoined }: HeaderRows,
  partners: PartnerDirectory,
): Proposal {
  const rows = (source.rows ?? source.start ?? source.sample)
    .filter(({ line, cells }) => line > header.line && !isBeside(cells))
    .slice(0, Math.min(START_ROWS, ROWS_JUDGED))
    .map(({ cells }) => cells);
  const rowsAbove = source.sample.slice(0, at).map(({ cells }) => cells);
  const columns = header.cells.map(
    (name, index) =>
      new TableColumn(
        name,
        index,
        rows.map((cells) => cells[index] ?? "").filter((text) => text !== "" && text.length <= 100),
        rowsAbove.map((cells) => (cells.length > 1 ? (cells[index] ?? "") : "")).filter(Boolean),
        partners,
      ),
  );
  const found = suggestedColumns(columns);
  const isWide = found.values.length === 0 && wideColumns(columns).length > 1;
  const figures = isWide ? wideColumns(columns) : found.values.flatMap((one) => one.columns);
  const above = textAbove(source.sample, at);
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
    if (found[name]) named[name] = found[name].name;
  }
  for (const { attribute, name } of found.values) named[attribute] = name;
  const hasFlow =
    found.flow !== null ||
    found.isOfPairs ||
    found.values.some(({ attribute }) => attribute !== "value");
  const constants = constantsOf(found, figures, above, partners, hasFlow);
  const isFound = Object.values(named).some((name) => !name.includes("{"));
  const reading: DeclaredReading = {
    ...nothingDeclared,
    columns: named,
    constants,
    words: wordsOfFlow(found),
    headerLine: isJoined || (!isFound && at > 0) ? lines : null,
    ...spellingFor(figures, source.delimiter ?? null),
  };
  const open = openIn(found, reading, hasFlow, isWide);
  const score =
    Number(found.partner !== null) +
    Number(found.period !== null || isWide || isDated(found)) +
    Number(hasFlow) +
    2 * Number(figures.length > 0) -
    2 * columns.filter((column) => column.isNamedByData).length -
    (header.cells.some((cell, index) => cell === "" && (columns[index]?.texts.length ?? 0) > 0)
      ? 0.5
      : 0) -
    0.1 * Number(isJoined);
  const isDatedAtAll = found.period !== null || isWide || isDated(found);
  return { reading, open, score: figures.length > 0 && isDatedAtAll ? score : 0 };
}

function isDated({ values }: SuggestedColumns): boolean {
  return values.some(({ name }) => name.includes("{period}"));
}

/** Whether a row is a note or a footer, which says nothing of the columns. */
function isBeside(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return cells.slice(1).every((cell) => cell === "") || /^(grand )?total:?$/i.test(first);
}

function wideColumns(columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.filter(({ isPeriodName, isNumeric }) => isPeriodName && isNumeric);
}

function constantsOf(
  found: SuggestedColumns,
  figures: readonly TableColumn[],
  above: string,
  partners: PartnerDirectory,
  hasFlow: boolean,
): Record<string, string> {
  const constants: Record<string, string> = {};
  const units = figures.flatMap(({ unit }) => unit ?? []).map(unitText);
  const around = unitIn(above);
  if (!found.unit && new Set(units).size === 1) constants.unit = units[0]!;
  else if (!found.unit && units.length === 0 && around) constants.unit = unitText(around);
  if (found.product?.texts.every((text) => /^'?[\d.]+$/.test(text))) {
    constants.system = /naics|sitc/.exec(found.product.words)?.[0] ?? "hs";
  }
  if (found.isOfPairs) constants.flow = "export";
  else if (!hasFlow) {
    const isExport = /export/i.test(above);
    if (isExport !== /import/i.test(above)) constants.flow = isExport ? "export" : "import";
  }
  const country = found.reporter ? null : countryIn(above, partners);
  if (country !== null) constants.reporter = country;
  return constants;
}

/** The one country that a title names; null where it names none, or several. */
function countryIn(above: string, partners: PartnerDirectory): string | null {
  const codes = new Set<string>();
  const text = above.slice(0, 2000).replace(/U\.?S\.?(?:D| ?\$| dollars?)/gi, " ");
  for (const line of text.split("\n")) {
    const words = line.split(/[\s,;:()]+/).filter(Boolean);
    for (let from = 0; from < words.length; from += 1) {
      for (let length = Math.min(4, words.length - from); length > 0; length -= 1) {
        const name = words
          .slice(from, from + length)
          .join(" ")
          .replace(/['’]s$/, "");
        const match = name.length < 4 ? null : partners.find(name);
        if (match?.kind !== "partner" || match.partner.kind !== "country") continue;
        codes.add(match.partner.code);
        break;
      }
    }
  }
  return codes.size === 1 ? [...codes][0]! : null;
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
  const thousands = !comma && texts.some((text) => /^\d{1,3}(,\d{3})+/.test(text));
  const marks = [
    ...new Set(texts.flatMap((text) => /\d\s?([a-z*†‡]|\([a-z0-9]\))$/i.exec(text)?.[1] ?? [])),
  ];
  const spelt = { decimal: comma ? "," : ".", marks } as const;
  const isNumber = (text: string) =>
    /^[-+]?[\d.]+(e[+-]?\d+)?$/i.test(plainNumber(text, spelt) ?? "");
  const missing = texts.filter((text) => text !== "" && !/\d/.test(text) && !isNumber(text));
  return {
    decimal: comma ? "comma" : thousands ? "point" : null,
    marks,
    missing: [...new Set(missing)].slice(0, 5),
  };
}

/** What nothing says of a table, with the options that say it. */
function openIn(
  found: SuggestedColumns,
  { columns, constants, words }: DeclaredReading,
  hasFlow: boolean,
  isWide: boolean,
): Proposal["open"] {
  const { flow, period } = found;
  const isSaid = (name: string) => columns[name] !== undefined || constants[name] !== undefined;
  const isNumbered = flow !== null && !flow.isFlows && Object.keys(words).length === 0;
  const isFiscal = period?.texts.some(isFiscalYear) ?? false;
  const inPartners = Object.values(columns).some((name) => name.includes("{partner}"));
  const lacking = (constant: string, isTold: boolean, text: string) =>
    isTold ? [] : [{ constant, text }];
  return [
    ...lacking("flow", hasFlow || isSaid("flow"), "the flow (--constant flow=import)"),
    ...lacking(
      "word",
      !isNumbered,
      `what ${[...new Set(flow?.texts)].join(" and ")} mean (--word 1=export --word 2=import)`,
    ),
    ...lacking(
      "partner",
      isSaid("partner") || inPartners,
      "the partner (--constant partner=WORLD)",
    ),
    ...lacking(
      "codes",
      ![found.partner, found.reporter].some((one) => one?.isNumeric),
      "whose numbers of countries these are (--constant codes=comtrade, m49 or census)",
    ),
    ...lacking(
      "period",
      isSaid("period") || isWide || isDated(found),
      "the period (--constant period=2024)",
    ),
    ...lacking("reporter", isSaid("reporter"), "the reporting economy (--constant reporter=US)"),
    ...lacking("unit", isSaid("unit"), "the unit (--constant 'unit=USD million')"),
    ...lacking("fiscalYear", !isFiscal, "when years start (--constant fiscalYear=april)"),
    ...lacking("dates", isTold(period), "which number is the month (--constant dates=day-first)"),
  ];
}

/** Whether the dates of a column tell which number is the month. */
function isTold(period: TableColumn | null): boolean {
  return (
    !period || period.dates !== null || !period.texts.some((text) => /^\d+\/\d+\/\d{4}/.test(text))
  );
}

/** A reading as the options that say it, to be pasted into a shell. */
function optionsText(reading: DeclaredReading): string {
  const pairs = (option: string, all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([name, text]) => `--${option} ${quoted(`${name}=${text}`)}`);
  const words = [
    ...pairs("column", reading.columns),
    ...pairs("constant", reading.constants),
    ...pairs("word", reading.words),
    ...(reading.decimal === null ? [] : [`--decimal ${reading.decimal}`]),
    ...(reading.marks.length === 0 ? [] : [`--marks ${quoted(reading.marks.join(","))}`]),
    ...(reading.headerLine === null ? [] : [`--header-line ${reading.headerLine}`]),
    ...reading.addUp.map((column) => `--add-up ${quoted(column)}`),
    ...reading.missing.map((text) => `--missing ${quoted(text)}`),
  ];
  return words.join(" ");
}

function quoted(text: string): string {
  return /^[\w=./:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
