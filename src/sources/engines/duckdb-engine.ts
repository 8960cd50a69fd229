import { WORLD } from "../../records/record.ts";
import type { Progress } from "../files/progress.ts";
import type { Figures } from "../formats/figures.ts";
import type { Outcome } from "../formats/outcome.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable, Loading } from "../records/load.ts";
import { SEPARATOR, selectionSql } from "./dialect.ts";
import { identifier, queriedLists, requiredDuckdb } from "./duckdb.ts";
import { duckdbDialect } from "./duckdb-dialect.ts";
import type { Engine } from "./engine.ts";

/** A row that the query gave, spread over the columns of its table, and how often it occurs. */
interface Group {
  readonly cells: readonly string[];
  readonly times: number;
  readonly asked: boolean;
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
  let texts = reader.context.wanted && [...spellings(table, reader, figures)];
  for (;;) {
    const outcomes: { outcome: Outcome; times: number }[] = [];
    const missed = new Set<string>();
    for await (const group of groupsOf(table, reader, figures, texts, progress)) {
      const { cells, times, asked } = group;
      if (cells.some((cell) => cell.includes('"'))) return false;
      const unselected = reader.unselected(cells, figures);
      if (!asked && unselected === null) {
        for (const text of group.partnerTexts) missed.add(text);
        continue;
      }
      const outcome = unselected ?? reader.takeOnce(cells, figures);
      if (outcome.kind === "problem") return false;
      outcomes.push({ outcome, times });
    }
    if (missed.size === 0) return take(outcomes, table, loading, place);
    const known = new Set(texts);
    const added = [...missed].filter((text) => text !== "" && !known.has(text));
    if (added.length === 0) return false;
    texts = [...known, ...added];
  }
}

function take(
  outcomes: readonly { outcome: Outcome; times: number }[],
  table: DefinedTable,
  loading: Loading,
  place: () => string,
): boolean {
  for (const { outcome, times } of outcomes) loading.take(outcome, place, table, times);
  return true;
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
  const columns = reader.neededColumns(figures).filter((at) => !partnerColumns.includes(at));
  const from = dialect.table(stored, width, header.line);
  const sql = selectionSql(from, { partnerColumns, texts, columns }, dialect);
  const order = [...partnerColumns, ...columns];
  const rowOf = (joined: string, places: readonly number[]) => {
    const texts = joined.split(SEPARATOR);
    if (texts.length !== places.length) throw new Error("a cell holds the separator");
    const cells = new Array<string>(header.cells.length).fill("");
    for (const [index, text] of texts.entries()) cells[places[index]!] = text.trim();
    return { cells, partnerTexts: texts.slice(0, partnerColumns.length) };
  };
  const tell = (share: number) => progress?.(source.name, share * stored.bytes, stored.bytes);
  for await (const [partner, times, rows] of queriedLists(engine, sql, tell)) {
    for (const row of rows ?? []) yield { ...rowOf(row, order), times: 1, asked: true };
    if (partner === null || rows !== null) continue;
    yield { ...rowOf(partner, partnerColumns), times, asked: false };
  }
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
