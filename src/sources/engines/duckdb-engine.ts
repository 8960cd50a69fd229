import type { Figures } from "../formats/figures.ts";
import type { Outcome, TableReader } from "../formats/table-reader.ts";
import type { DefinedTable, Loading } from "../records/load.ts";
import { ASKED, SEPARATOR, selectionSql } from "./dialect.ts";
import { identifier, queriedRows, requiredDuckdb } from "./duckdb.ts";
import { duckdbDialect } from "./duckdb-dialect.ts";
import type { Engine, Progress } from "./engine.ts";

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
  let texts = reader.context.wanted && [...spellings(reader)];
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
  const { layout } = table.recognised;
  for (const { outcome, times } of outcomes) {
    const repeated = outcome.kind === "record" && times > 1;
    if (repeated && layout.repeats !== "once") return false;
    loading.take(outcome, place, table, repeated ? 1 : times);
    if (repeated) loading.repeat(times - 1);
  }
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
  for await (const rows of queriedRows(engine, sql, (share) =>
    progress?.(source.name, share, null),
  )) {
    for (const [joined, times] of rows) {
      const row = joined!.slice(1).split(SEPARATOR);
      const asked = joined!.startsWith(ASKED);
      if (row.length !== (asked ? order : partnerColumns).length)
        throw new Error("a cell holds \\u0001");
      const cells = new Array<string>(header.cells.length).fill("");
      for (const [index, text] of row.entries()) cells[order[index]!] = text.trim();
      const partnerTexts = row.slice(0, partnerColumns.length);
      yield { cells, times: Number(times), asked, partnerTexts };
    }
  }
}

/** The spellings in which the partners asked for are most likely to stand in a table. */
function spellings({ context: { partners, wanted } }: TableReader): Set<string> {
  const texts = new Set<string>();
  for (const code of wanted ?? []) {
    const partner = partners.get(code);
    for (const name of [code, ...(partner ? [partner.name, ...partner.aliases] : [])]) {
      texts.add(name);
      texts.add(name.toUpperCase());
      if (/^0+\d+$/.test(name)) texts.add(String(Number(name)));
    }
    if (code === "WORLD") for (const text of ["-", "0", "000"]) texts.add(text);
  }
  return texts;
}
