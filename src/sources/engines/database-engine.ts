import type { Progress } from "../files/progress.ts";
import type { Figures } from "../formats/figures.ts";
import { NOT_SELECTED, type Outcome } from "../formats/outcome.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { Places } from "../records/gathered.ts";
import type { DefinedTable, Loading } from "../records/load.ts";
import type { Database } from "./database.ts";
import { type Condition, countSql, rowsSql, selectionSql } from "./dialect.ts";
import { FEW_PARTNERS, type Role, rolesOf, spellings } from "./spellings.ts";
import { StoredRows } from "./stored-rows.ts";

/**
 * Reads a stored table with its database: the records asked for come back, and the number of all others.
 * Whatever the row engine would refuse or read otherwise (bad rows, duplicates, odd quotes) ends with
 * `false`; the row engine then reads it all.
 */
export async function loadWithDatabase(
  database: Database,
  table: DefinedTable,
  reader: TableReader,
  loading: Loading,
  progress: Progress | null,
): Promise<boolean> {
  const before = loading.read;
  const places = { place: () => table.source.name };
  for (const at of new Set(reader.figures.map((one) => one.at))) {
    const all = reader.figures.filter((one) => one.at === at);
    const rows = await StoredRows.of(database, table, reader, all[0]!, progress);
    if (!(await loadFigures({ table, reader, all, rows, loading, places }))) return false;
  }
  loading.note(table.source.name, reader);
  const { problems, collection, read } = loading;
  return read > before && problems.length === 0 && collection.rivals.length === 0;
}

interface Reading {
  readonly table: DefinedTable;
  readonly reader: TableReader;
  /** Figures of one column, of which one may be mirrored. */
  readonly all: readonly Figures[];
  readonly rows: StoredRows;
  readonly loading: Loading;
  readonly places: Places;
}

async function loadFigures(reading: Reading): Promise<boolean> {
  const { reader, all, rows } = reading;
  const { partners, reporter, years } = reader.context.asked;
  const byPartner = partners !== null && all.every((one) => reader.partnerColumns(one).length > 0);
  const few = byPartner && partners.size > 0 && partners.size <= FEW_PARTNERS;
  if (few && (reporter === null || years === null) && rows.dialect.keepsRows) {
    return inOnePass(reading);
  }
  for (const figures of all) {
    const some = reader.partnerColumns(figures).length > 0 && partners !== null;
    const selectors = [...reader.partnerColumns(figures), ...reader.selectionColumns(figures)];
    const isSelective = some || reporter !== null || years !== null;
    if (!(await countThenTake(reading, figures, isSelective ? [...new Set(selectors)] : []))) {
      return false;
    }
  }
  return true;
}

/** What one pass found beside the outcomes of rows: spellings of economies that it was not asked for. */
interface Pass {
  readonly outcomes: { readonly outcome: Outcome; readonly times: number }[];
  /** By role; null where nothing was missed. */
  missed: readonly Set<string>[] | null;
}

/**
 * Gathers the series of a few partners while the rows of all others are counted. What the start of the
 * table did not show, such as another spelling, is learned from these, and asked for again.
 */
async function inOnePass(reading: Reading): Promise<boolean> {
  const { table, reader, all } = reading;
  const roles = rolesOf(reader, all, reader.context.asked);
  const texts = roles.map((role) => spellings(table, reader, all, role));
  for (;;) {
    const pass = await passOver(reading, roles, texts);
    if (pass === null) return false;
    if (pass.missed === null) {
      for (const { outcome, times } of pass.outcomes) tell(reading, outcome, times);
      return true;
    }
    const known = texts.map(({ size }) => size);
    for (const [at, found] of pass.missed.entries()) {
      for (const text of found) if (text !== "") texts[at]!.add(text);
    }
    if (texts.every(({ size }, at) => size === known[at])) return false;
  }
}

/** One pass, which gathers the rows of the economies that are spelled so; null where a row is bad. */
async function passOver(
  reading: Reading,
  roles: readonly Role[],
  texts: readonly ReadonlySet<string>[],
): Promise<Pass | null> {
  const { reader, all, rows } = reading;
  const { entryColumns } = rows;
  const selectors = [...new Set(all.flatMap((one) => roles.flatMap((role) => role.columns(one))))];
  const seriesColumns = rows.columns.filter((at) => ![...selectors, ...entryColumns].includes(at));
  const asked = all.map((one) =>
    roles.map((role, at) => ({ columns: role.columns(one), texts: [...texts[at]!] })),
  );
  const query = { selectors, asked, seriesColumns, entryColumns };
  const sql = selectionSql(rows.from, query, rows.dialect);
  const pass: Pass = { outcomes: [], missed: null };
  let records = 0;
  for await (const group of rows.groups(sql, [...selectors, ...seriesColumns], selectors)) {
    const { cells, times, entries } = group;
    for (const figures of all) {
      const unselected = reader.unselected(cells, figures);
      if (unselected) pass.outcomes.push({ outcome: unselected, times });
      else if (entries) {
        const taken = reader.takeSeries(cells, figures, entryColumns, entries);
        if (taken.some(({ kind }) => kind === "problem")) return null;
        records += taken.filter(({ kind }) => kind === "record").length;
        reading.loading.collection.refuseTooMany(records, reading.places);
        for (const outcome of taken) pass.outcomes.push({ outcome, times: 1 });
      } else {
        pass.missed ??= roles.map(() => new Set());
        for (const [at, role] of roles.entries()) {
          const columns = role.columns(figures).map((one) => selectors.indexOf(one));
          for (const column of columns) pass.missed[at]!.add(group.texts[column]!);
        }
      }
    }
  }
  return pass;
}

/**
 * Counts the rows by what tells whether they are asked for, and then takes those that are: for many
 * partners this needs less memory, and less time where years or a reporter leave little over.
 */
async function countThenTake(
  reading: Reading,
  figures: Figures,
  selectors: readonly number[],
): Promise<boolean> {
  const { reader, rows } = reading;
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
  return asked === 0 || takeAll(reading, figures, conditions);
}

/**
 * Takes the rows of which every condition holds. Those that are not asked for all the same, such as
 * one partner's code beside another's name, were counted before.
 */
async function takeAll(
  reading: Reading,
  figures: Figures,
  conditions: readonly Condition[],
): Promise<boolean> {
  const { reader, rows } = reading;
  const { entryColumns } = rows;
  const series = rows.columns.filter((at) => !entryColumns.includes(at));
  const query = { seriesColumns: series, entryColumns, conditions };
  for await (const group of rows.groups(rowsSql(rows.from, query, rows.dialect), series)) {
    const { cells, entries } = group;
    if (reader.unselectedPartner(cells, figures)) continue;
    for (const outcome of reader.takeSeries(cells, figures, entryColumns, entries!)) {
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
