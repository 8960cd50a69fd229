import { InputError } from "../../errors.ts";
import type { PartnerDirectory } from "../../partners/directory.ts";
import type { Warning } from "../../warning.ts";
import type { RecordDefaults } from "../description.ts";
import type { RowSource } from "../files/row-source.ts";
import {
  type DeclaredReading,
  declaredProducts,
  declaredWords,
} from "../formats/declared-reading.ts";
import type { Layout } from "../formats/format.ts";
import { columnIndex, type Recognised, textAbove } from "../formats/header.ts";
import { learnSpelling } from "../formats/learn.ts";
import { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable, LoadOptions } from "./load.ts";
import { requireCondition } from "./load-errors.ts";

/** The reader of a table. @throws InputError where our own layout lacks a column. */
export function readerOf(
  { source, recognised, defaults }: DefinedTable,
  partners: PartnerDirectory,
  { missing, where, codeTable, asked, reading }: LoadOptions,
): TableReader {
  const { header, layout } = recognised;
  const at = source.sample.findIndex(({ line }) => line === header.line);
  const above = textAbove(source.sample, Math.max(at, 0));
  if (layout.optional) requireColumns(source, recognised, defaults);
  for (const { column } of where) requireCondition(source, header.cells, column);
  if (needsCodeTable(layout) && codeTable.size === 0) {
    throw new InputError(
      `${source.name}: its partners are numbers (name the table of countries that comes with it as well, such as --data ${recognised.format.codeTable?.file})`,
    );
  }
  const { spelling, warnings } = learnSpelling(source, recognised, reading);
  const reader = new TableReader(
    layout,
    header.cells,
    {
      partners,
      defaults,
      missing: [...missing, ...reading.missing],
      where,
      codeTable,
      asked,
      above,
      beside: source.surroundings,
      spelling,
      words: declaredWords(reading),
      products: declaredProducts(reading),
      addUp: reading.addUp,
    },
    [
      ...warnings,
      ...unverified(source.name, layout),
      ...shifted(source.name, recognised),
      ...(recognised.told ?? []),
    ],
  );
  requireSaid(source.place(header.line), reader, reading);
  return reader;
}

/** A layout that no file was at hand for is told, so that a figure is compared. */
function unverified(name: string, { title, unverified: isUnverified }: Layout): Warning[] {
  if (!isUnverified) return [];
  const message = `${name}: the layout "${title}" was written from documentation (compare a figure with the publisher's)`;
  return [{ code: "unverified-layout", message }];
}

/** Names that were moved are told, since the file shows other ones. */
function shifted(name: string, { isShifted }: Recognised): Warning[] {
  if (!isShifted) return [];
  const message = `${name}: its values stand one column to the left of their names, as pandas leaves them, and are read under their own`;
  return [{ code: "shifted-columns", message }];
}

function needsCodeTable({ partner }: Layout): boolean {
  return typeof partner === "object" && "columns" in partner && partner.codes === "table";
}

/** @throws InputError where a constant says what the table says, or nobody says what is needed. */
function requireSaid(place: string, reader: TableReader, { constants }: DeclaredReading): void {
  for (const name of Object.keys(constants)) {
    if (!reader.says(name)) continue;
    throw new InputError(`--constant ${name}: ${place} says it itself (leave the constant out)`);
  }
  const open = reader.layout.asks?.filter((name) => constants[name] === undefined) ?? [];
  if (open.length === 0) return;
  const lacking = open.map((name) => ASKED[name]).join(" or ");
  const options = open.map((name) => `--constant ${name}=${EXAMPLES[name]}`).join(" ");
  throw new InputError(`${place}: nothing says ${lacking} (use ${options})`);
}

const ASKED = {
  unit: "the unit of its figures",
  reporter: "the reporting economy",
  partner: "with whom the trade is",
  flow: "whether it is exports or imports",
  product: "of which product it is",
};
const EXAMPLES = {
  unit: "'USD million'",
  reporter: "DE",
  partner: "WORLD",
  flow: "import",
  product: "total, or a code such as hs:27",
};

function requireColumns(
  source: RowSource,
  { header, layout }: Recognised,
  defaults: RecordDefaults,
): void {
  const seen = new Set<string>();
  const start = source.place(header.line);
  for (const column of header.cells) {
    if (seen.has(column)) {
      throw new InputError(`${start}: the column "${column}" appears twice (rename one)`);
    }
    seen.add(column);
  }
  for (const column of layout.header) {
    const name = String(column);
    if (columnIndex(header.cells, column) < 0 && !(name in defaults)) {
      throw new InputError(
        `${start}: the column "${name}" is missing (the header has ${header.cells.join(", ")})`,
        "See trade-metrics data template for the layout, or name the format with --as.",
      );
    }
  }
}
