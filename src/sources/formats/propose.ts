import type { InputError } from "../../errors.ts";
import type { PartnerDirectory } from "../../partners/directory.ts";
import { type RowSource, START_ROWS } from "../files/row-source.ts";
import { placePartner } from "./attributes.ts";
import { asPeriod } from "./declared-layout.ts";
import { type DeclaredReading, nothingDeclared } from "./declared-reading.ts";
import { flowWords } from "./flow-words.ts";
import { type NumberedRow, textAbove } from "./header.ts";
import { plainNumber, spellingOf } from "./numbers.ts";
import { isFiscalYear, monthNumber } from "./periods.ts";
import { unitIn, unitText } from "./units.ts";
import { type UnknownLayout, UnreadTable } from "./unknown-layout.ts";

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
  const best = source.sample
    .slice(0, 16)
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

/** What nothing says yet, not even the constants that were given. */
function openText(open: Proposal["open"], constants: Readonly<Record<string, string>>): string {
  const left = open.filter(({ constant }) => constants[constant] === undefined);
  if (left.length === 0) return "";
  return `; nothing says ${left.map(({ text }) => text).join(" or ")}`;
}

function proposalFor(source: RowSource, header: NumberedRow, partners: PartnerDirectory): Proposal {
  const rows = (source.rows ?? source.start ?? source.sample)
    .filter(({ line }) => line > header.line)
    .slice(0, Math.min(START_ROWS, 200))
    .map(({ cells }) => cells);
  const columns = header.cells.map((name, at) => columnOf(name, at, rows));
  const taken = new Set<Column>();
  const found: Record<string, string> = {};
  const take = (attribute: string, fits: (column: Column) => boolean) => {
    const column = columns.find((one) => one.name !== "" && !taken.has(one) && fits(one));
    if (!column) return null;
    taken.add(column);
    found[attribute] = column.name;
    return column;
  };
  const byName = (names: RegExp) => (column: Column) => names.test(column.words);
  const wide = columns.filter(({ name }) => asPeriod(name) !== null);
  const isPartner = (column: Column) =>
    column.share((text) => placePartner(text, undefined, partners) !== null) > 0.7;

  const period =
    take("period", (one) => PERIOD_NAMES.test(one.words) && one.share(isPeriod) > 0.7) ??
    take(
      "period",
      (one) => /^(year|ano|año|jahr|annee|anno|yr)$/.test(one.words) && one.share(isPeriod) > 0.7,
    ) ??
    (wide.length > 1 ? null : take("period", (one) => one.share(isPeriod) > 0.9));
  if (period && /year|ano|año|jahr/.test(period.words)) {
    take(
      "month",
      (one) =>
        /^(month|mes|mês|monat|mois|mo)$/.test(one.words) &&
        one.share((text) => monthNumber(text) !== null) > 0.9,
    );
  }
  take("reporter", (one) => /report|declar/.test(one.words) && isPartner(one));
  take(
    "partner",
    (one) => /partner|counterpart|destination|origin/.test(one.words) && isPartner(one),
  ) ??
    take(
      "partner",
      (one) =>
        /countr|ctry|cty|pais|país|pays|land|market|nation/.test(one.words) && isPartner(one),
    ) ??
    take("partner", isPartner);
  take("flow", (one) => one.share((text) => flowWords[text.toUpperCase()] !== undefined) > 0.7);
  take(
    "product",
    byName(
      /^(product|commodity|hs|hs ?\d*|hs code|cmd ?code|sitc|naics|ncm|code|product code|commodity code)$/,
    ),
  );
  const units = take(
    "unit",
    (one) =>
      /^(unit|uom|currency)/.test(one.words) && one.share((text) => unitIn(text) !== null) > 0.7,
  );
  const isValue = (one: Column) =>
    one.isNumeric &&
    !/quant|qty|weight|kg|share|percent|%|growth|rank|balance|index|flag|code|tonn|duty/.test(
      one.words,
    );
  const values: Column[] = [];
  if (found.flow === undefined) {
    for (const [attribute, names] of [
      ["exports", /(^| )exp(ort(s|ed)?)?( |$)|ausfuhr/],
      ["imports", /(^| )imp(ort(s|ed)?)?( |$)|einfuhr/],
    ] as const) {
      const column = take(attribute, (one) => isValue(one) && names.test(one.words));
      if (column) values.push(column);
    }
  }
  if (values.length === 0 && (wide.length < 2 || period)) {
    const column =
      take(
        "value",
        (one) =>
          isValue(one) && /value|amount|obs|usd|dollar|fob|cif|wert|valor|valeur/.test(one.words),
      ) ?? take("value", isValue);
    if (column) values.push(column);
  }
  const isWide = values.length === 0 && wide.length > 1;
  const figures = isWide ? wide : values;
  const at = source.sample.indexOf(header);
  const named = figures.flatMap(({ name }) => unitIn(name) ?? []);
  const isOne = new Set(named.map(unitText)).size < 2;
  const unit = isOne ? (named[0] ?? unitIn(textAbove(source.sample, at))) : null;
  const constants: Record<string, string> = {};
  if (!units && unit) constants.unit = unitText(unit);
  const product = columns.find(({ name }) => name === found.product);
  if (product?.texts.every((text) => /^[\d.]+$/.test(text))) {
    const system = /naics|sitc/.exec(product.words)?.[0] ?? "hs";
    constants.system = system;
  }
  const texts = figures.flatMap((column) => column.texts);
  const spelling = spellingOf(texts, source.delimiter ?? null);
  const comma = spelling === "comma";
  const thousands = !comma && texts.some((text) => /^\d{1,3}(,\d{3})+/.test(text));
  const marks = [
    ...new Set(texts.flatMap((text) => /\d\s?([a-z*†‡]|\([a-z0-9]\))$/i.exec(text)?.[1] ?? [])),
  ];
  const spelt = { decimal: comma ? "," : ".", marks } as const;
  const isNumber = (text: string) =>
    /^[-+]?[\d.]+(e[+-]?\d+)?$/i.test(plainNumber(text, spelt) ?? "");
  const missing = [
    ...new Set(texts.filter((text) => text !== "" && !/\d/.test(text) && !isNumber(text))),
  ];
  const reading: DeclaredReading = {
    ...nothingDeclared,
    columns: found,
    constants,
    decimal: comma ? "comma" : thousands ? "point" : null,
    marks,
    missing: missing.slice(0, 5),
  };
  const hasFlow =
    found.flow !== undefined || found.exports !== undefined || found.imports !== undefined;
  const isOpen = (constant: string, isSaid: boolean, text: string) =>
    isSaid ? [] : [{ constant, text }];
  const isFiscal = period?.texts.some(isFiscalYear) ?? false;
  const open = [
    ...isOpen("flow", hasFlow, "the flow (--constant flow=import)"),
    ...isOpen("partner", found.partner !== undefined, "the partner (--constant partner=WORLD)"),
    ...isOpen("period", period !== null || isWide, "the period (--constant period=2024)"),
    ...isOpen(
      "reporter",
      found.reporter !== undefined,
      "the reporting economy (--constant reporter=US)",
    ),
    ...isOpen("unit", Boolean(units || unit), "the unit (--constant 'unit=USD million')"),
    ...isOpen("fiscalYear", !isFiscal, "when years start (--constant fiscalYear=april)"),
  ];
  const score =
    Number(found.partner !== undefined) +
    Number(period !== null || isWide) +
    Number(hasFlow) +
    2 * Number(figures.length > 0) -
    (header.cells.some((cell) => cell === "") ? 0.5 : 0);
  return { reading, open, score: figures.length > 0 && (period || isWide) ? score : 0 };
}

const PERIOD_NAMES =
  /^(period|time ?period|time|date|ref date|year ?month|month|quarter|fecha|periodo|período|t)$/;

function isPeriod(text: string): boolean {
  return asPeriod(text) !== null || isFiscalYear(text);
}

/** A column of the table with some of its texts. */
class Column {
  readonly words: string;

  constructor(
    readonly name: string,
    readonly texts: readonly string[],
  ) {
    this.words = name
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .replace(/[^\p{L}\d%]+/gu, " ")
      .trim();
  }

  /** The share of its texts that are so; 0 where it has none. */
  share(fits: (text: string) => boolean): number {
    return this.texts.length === 0 ? 0 : this.texts.filter(fits).length / this.texts.length;
  }

  get isNumeric(): boolean {
    return this.share((text) => /^[-+(]?[\d.,' \u00a0]*\d/.test(text)) > 0.5;
  }
}

function columnOf(name: string, at: number, rows: readonly (readonly string[])[]): Column {
  return new Column(
    name,
    rows.map((cells) => cells[at] ?? "").filter((text) => text !== "" && text.length <= 100),
  );
}

/** A reading as the options that say it, to be pasted into a shell. */
function optionsText(reading: DeclaredReading): string {
  const words = [
    ...Object.entries(reading.columns).map(
      ([name, text]) => `--column ${quoted(`${name}=${text}`)}`,
    ),
    ...Object.entries(reading.constants).map(
      ([name, text]) => `--constant ${quoted(`${name}=${text}`)}`,
    ),
    ...Object.entries(reading.words).map(([name, text]) => `--word ${quoted(`${name}=${text}`)}`),
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
