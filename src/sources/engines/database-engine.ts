import type { Figures } from "../formats/figures.ts";
import { NOT_SELECTED, type Outcome } from "../formats/outcome.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { Places } from "../records/gathered.ts";
import type { DefinedTable, Loading } from "../records/load.ts";
import { type Condition, countSql, rowsSql, selectionSql } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import { spellings } from "./spellings.ts";
import { StoredRows } from "./stored-rows.ts";

/** Up to so many partners, their rows are gathered while all others are counted, in one pass. */
const FEW_PARTNERS = 3;

/**
 * Reads with a database: the records asked for come back, and the number of all others. Whatever the row
 * engine would refuse or read otherwise ends with `false`.
 */
export const databaseEngine: Engine = {
  async load(database, table, reader, loading, progress) {
    const before = loading.read;
    const places = { place: () => table.source.name };
    for (const figures of reader.figures) {
      const rows = await StoredRows.of(database, table, reader, figures, progress);
      if (!(await loadFigures({ table, reader, figures, rows, loading, places }))) return false;
    }
    loading.note(table.source.name, reader);
    const { problems, collection, read } = loading;
    return read > before && problems.length === 0 && collection.rivals.length === 0;
  },
};

interface Reading {
  readonly table: DefinedTable;
  readonly reader: TableReader;
  readonly figures: Figures;
  readonly rows: StoredRows;
  readonly loading: Loading;
  readonly places: Places;
}

function loadFigures(reading: Reading): Promise<boolean> {
  const { reader, figures, rows } = reading;
  const { partners, reporter, years } = reader.context.asked;
  const byPartner = partners !== null && rows.partnerColumns.length > 0;
  const few = byPartner && partners.size > 0 && partners.size <= FEW_PARTNERS;
  if (few && reporter === null && rows.dialect.keepsRows) return inOnePass(reading);
  const some = byPartner || reporter !== null || years !== null;
  const selectors = [...rows.partnerColumns, ...reader.selectionColumns(figures)];
  return countThenTake(reading, some ? [...new Set(selectors)] : []);
}

/** Gathers the series of a few partners while the rows of all others are counted. */
async function inOnePass(reading: Reading): Promise<boolean> {
  const { table, reader, figures, rows } = reading;
  const { partnerColumns, seriesColumns, entryColumns } = rows;
  let texts = [...spellings(table, reader, figures, reader.context.asked.partners!)];
  for (;;) {
    const outcomes: { outcome: Outcome; times: number }[] = [];
    let records = 0;
    const missed = new Set<string>();
    const query = { partnerColumns, texts, seriesColumns, entryColumns };
    const sql = selectionSql(rows.from, query, rows.dialect);
    const columns = [...partnerColumns, ...seriesColumns];
    for await (const group of rows.groups(sql, columns, partnerColumns)) {
      const { cells, times, entries } = group;
      const unselected = reader.unselectedPartner(cells, figures);
      if (unselected) outcomes.push({ outcome: unselected, times });
      else if (!entries) for (const text of group.texts) missed.add(text);
      else {
        for (const outcome of reader.takeSeries(cells, figures, entryColumns, entries)) {
          if (outcome.kind === "problem") return false;
          if (outcome.kind === "record") records += 1;
          outcomes.push({ outcome, times: 1 });
        }
        reading.loading.collection.refuseTooMany(records, reading.places);
      }
    }
    if (missed.size === 0) {
      for (const { outcome, times } of outcomes) tell(reading, outcome, times);
      return true;
    }
    const known = new Set(texts);
    const added = [...missed].filter((text) => text !== "" && !known.has(text));
    if (added.length === 0) return false;
    texts = [...known, ...added];
  }
}

/**
 * Counts the rows by what tells whether they are asked for, and then takes those that are: for many
 * partners this needs less memory, and less time where years or a reporter leave little over.
 */
async function countThenTake(reading: Reading, selectors: readonly number[]): Promise<boolean> {
  const { reader, figures, rows } = reading;
  const texts = selectors.map(() => new Set<string>());
  let asked = 0;
  for await (const group of rows.groups(countSql(rows.from, selectors, rows.dialect), selectors)) {
    const unselected = reader.unselected(group.cells, figures);
    if (unselected) tell(reading, unselected, group.times);
    else {
      asked += group.times;
      for (const [index, text] of group.texts.entries()) texts[index]!.add(text);
    }
  }
  reading.loading.collection.refuseTooMany(asked, reading.places);
  const conditions = selectors.map((at, index) => ({ at, texts: [...texts[index]!] }));
  return asked === 0 || takeAll(reading, conditions);
}

/**
 * Takes the rows of which every condition holds. Those that are not asked for all the same, such as
 * one partner's code beside another's name, were counted before.
 */
async function takeAll(reading: Reading, conditions: readonly Condition[]): Promise<boolean> {
  const { reader, figures, rows } = reading;
  const series = [...rows.partnerColumns, ...rows.seriesColumns];
  const query = { seriesColumns: series, entryColumns: rows.entryColumns, conditions };
  for await (const group of rows.groups(rowsSql(rows.from, query, rows.dialect), series)) {
    const { cells, entries } = group;
    if (reader.unselectedPartner(cells, figures)) continue;
    for (const outcome of reader.takeSeries(cells, figures, rows.entryColumns, entries!)) {
      if (outcome.kind === "problem") return false;
      if (outcome.kind === "aside" && outcome.reason === NOT_SELECTED) continue;
      tell(reading, outcome, 1);
    }
  }
  return true;
}

function tell({ table, loading, places }: Reading, outcome: Outcome, times: number): void {
  loading.take(outcome, places, 0, table, times);
}
