import { WORLD } from "../../records/record.ts";
import type { Progress } from "../files/progress.ts";
import type { Figures } from "../formats/figures.ts";
import type { Outcome } from "../formats/outcome.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable, Loading } from "../records/load.ts";
import { ENTRY_SEPARATOR, SEPARATOR, selectionSql } from "./dialect.ts";
import { identifier, queriedValues, requiredDuckdb } from "./duckdb.ts";
import { duckdbDialect } from "./duckdb-dialect.ts";
import type { Engine } from "./engine.ts";

/** Rows that are alike but for their entries, as the query gave them. */
interface Group {
  /** The cells in which they are alike, each at the place of its column. */
  readonly cells: readonly string[];
  /** The number of rows. */
  readonly times: number;
  /** The other cells of each row, by `entryColumns`; null where the partner was not asked for. */
  readonly entries: readonly (readonly string[])[] | null;
  /** The partner's texts as they stand in the table, by which they can be asked for again. */
  readonly partnerTexts: readonly string[];
}

/**
 * Reads with DuckDB: the records of the partners asked for come back, and the number of all others.
 * Whatever the row engine would refuse or read otherwise ends with `false`.
 */
export const duckdbEngine: Engine = {
  async load(table, reader, loading, progress) {
    const before = loading.read;
    for (const figures of reader.figures) {
      if (!(await loadFigures(table, reader, figures, loading, progress))) return false;
    }
    loading.note(table.source.name, reader);
    const { problems, collection, read } = loading;
    return read > before && problems.length === 0 && collection.rivals.length === 0;
  },
};

async function loadFigures(
  table: DefinedTable,
  reader: TableReader,
  figures: Figures,
  loading: Loading,
  progress: Progress | null,
): Promise<boolean> {
  const place = () => table.source.name;
  const entryColumns = reader.entryColumns(figures);
  let texts = reader.context.wanted && [...spellings(table, reader, figures)];
  for (;;) {
    const outcomes: { outcome: Outcome; times: number }[] = [];
    const missed = new Set<string>();
    for await (const group of groupsOf(table, reader, figures, texts, progress)) {
      const { cells, times, entries } = group;
      const unselected = reader.unselected(cells, figures);
      if (unselected) outcomes.push({ outcome: unselected, times });
      else if (!entries) for (const text of group.partnerTexts) missed.add(text);
      else {
        for (const outcome of reader.takeSeries(cells, figures, entryColumns, entries)) {
          if (outcome.kind === "problem") return false;
          outcomes.push({ outcome, times: 1 });
        }
      }
    }
    if (missed.size === 0) {
      for (const { outcome, times } of outcomes) loading.take(outcome, place, table, times);
      return true;
    }
    const known = new Set(texts);
    const added = [...missed].filter((text) => text !== "" && !known.has(text));
    if (added.length === 0) return false;
    texts = [...known, ...added];
  }
}

async function* groupsOf(
  { source, recognised }: DefinedTable,
  reader: TableReader,
  figures: Figures,
  texts: readonly string[] | null,
  progress: Progress | null,
): AsyncGenerator<Group> {
  const stored = source.stored!;
  const engine = await requiredDuckdb(stored.path);
  const { header, layout } = recognised;
  const trailing =
    layout.trailingField &&
    source.sample.some(({ cells }) => cells.length === header.cells.length + 1);
  const width = header.cells.length + (trailing ? 1 : 0);
  const dialect = duckdbDialect(engine, header.cells.map(identifier));
  const partnerColumns = reader.partnerColumns(figures);
  const entryColumns = reader.entryColumns(figures);
  const alike = [...partnerColumns, ...entryColumns];
  const seriesColumns = reader.neededColumns(figures).filter((at) => !alike.includes(at));
  const from = dialect.table(stored, width, header.line);
  const query = { partnerColumns, texts, seriesColumns, entryColumns };
  const tell = (share: number) => progress?.(source.name, share * stored.bytes, stored.bytes);
  for await (const row of queriedValues(engine, selectionSql(from, query, dialect), tell)) {
    const [series, count, entries] = row as [string, bigint | number, string | null];
    const times = Number(count);
    const places = [...partnerColumns, ...(entries === null ? [] : seriesColumns)];
    const told = split(series, SEPARATOR, Math.max(places.length, 1));
    const cells = new Array<string>(header.cells.length).fill("");
    for (const [index, at] of places.entries()) cells[at] = told[index]!.trim();
    const rows =
      entries === null
        ? null
        : split(entries, ENTRY_SEPARATOR, times).map((entry) =>
            split(entry, SEPARATOR, entryColumns.length).map((text) => text.trim()),
          );
    yield { cells, times, entries: rows, partnerTexts: told.slice(0, partnerColumns.length) };
  }
}

/** @throws where a cell holds a separator, or a quote that the row engine might read otherwise. */
function split(text: string, separator: string, count: number): string[] {
  const texts = text.split(separator);
  if (texts.length !== count || text.includes('"')) throw new Error("a cell cannot be told apart");
  return texts;
}

/**
 * The spellings of the partners asked for: as they stand in the first rows; for partners that these
 * lack, all that are likely. The fewer there are, the faster is the query.
 */
function spellings({ source }: DefinedTable, reader: TableReader, figures: Figures): Set<string> {
  const { partners, wanted } = reader.context;
  const texts = new Set<string>();
  const found = new Set<string>();
  const at = reader.partnerColumns(figures);
  for (const { cells } of source.start ?? source.sample) {
    const code = reader.partnerOf(cells, figures);
    if (code === null || !wanted?.has(code)) continue;
    found.add(code);
    for (const column of at) if (cells[column]) texts.add(cells[column]);
  }
  for (const code of wanted ?? []) {
    if (found.has(code)) continue;
    const partner = partners.get(code);
    for (const name of [code, ...(partner ? [partner.name, ...partner.aliases] : [])]) {
      texts.add(name);
      texts.add(name.toUpperCase());
      if (/^0+\d+$/.test(name)) texts.add(String(Number(name)));
    }
    if (code === WORLD) for (const text of ["-", "0", "000"]) texts.add(text);
  }
  return texts;
}
