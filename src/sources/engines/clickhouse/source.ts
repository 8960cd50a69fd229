import { InputError } from "../../../errors.ts";
import type { OpenedFile } from "../../files/open-file.ts";
import { type RowSource, SAMPLE_ROWS } from "../../files/row-source.ts";
import { MOST_FETCHED, TooManyRecords } from "../../records/too-many.ts";
import type { Database } from "../database.ts";
import { type ClickHouseTable, clickhouseTable } from "./address.ts";
import { type ClickHouseColumn, clickhouseColumn } from "./columns.ts";
import {
  BoundValues,
  clickhouseDialect,
  fromTable,
  nativeColumn,
  type ValueRange,
} from "./dialect.ts";
import { ClickHouseServer } from "./server.ts";

/** How many rows are looked at to recognise a table and to learn spellings from. */
const START = 500;

/**
 * The table of a ClickHouse server, every column as text.
 * @throws InputError where it cannot be reached or read.
 */
export async function openClickhouse(address: string): Promise<OpenedFile> {
  const table = clickhouseTable(address);
  const server = ClickHouseServer.of(table);
  const columns = await columnsOf(server, table);
  const bound = new BoundValues();
  const dialect = clickhouseDialect(columns, bound);
  const from = fromTable(table);
  const database: Database = {
    async tableOf(_, { values, keys } = { values: [], keys: [] }) {
      const ranges = new Map<number, ValueRange>();
      for (const at of values) {
        const range = await rangeOf(database, columns[at]!, from);
        if (range) ranges.set(at, range);
      }
      const texts = await textsOf(database, columns, keys, from);
      return { dialect: clickhouseDialect(columns, bound, { ranges, texts }), from };
    },
    values: (sql) => server.rows(sql, bound.of(sql)),
    run: async () => {},
  };
  const header = { cells: columns.map(({ name }) => name), line: 0 };
  const texts = columns.map((_, at) => dialect.text(at)).join(", ");
  const start: { cells: string[]; line: number }[] = [];
  for await (const row of database.values(
    `SELECT ${texts} FROM ${from} LIMIT ${START}`,
    () => {},
  )) {
    start.push({ cells: row.map((cell) => String(cell).trim()), line: start.length + 1 });
  }
  const source: RowSource = {
    name: address,
    sample: [header, ...start.slice(0, SAMPLE_ROWS - 1)],
    start,
    surroundings: "",
    place: (line) => `${address}: row ${line}`,
    stored: { path: address, kind: "table", delimiter: ",", bytes: 0, database, isFar: true },
    async read(take, progress) {
      take(header.cells, 0);
      const all = await countOf(database, from);
      if (all > MOST_FETCHED) throw tooMany(address, all);
      let line = 0;
      for await (const row of database.values(`SELECT ${texts} FROM ${from}`, () => {})) {
        line += 1;
        take(
          row.map((cell) => String(cell).trim()),
          line,
        );
        progress?.(address, line, all);
      }
    },
  };
  return { name: address, sha256: null, sources: [source], warnings: [] };
}

async function columnsOf(
  server: ClickHouseServer,
  { address, database, table }: ClickHouseTable,
): Promise<readonly ClickHouseColumn[]> {
  const sql =
    "SELECT name, type FROM system.columns WHERE database = {d:String} AND table = {t:String} ORDER BY position";
  const found: ClickHouseColumn[] = [];
  for await (const row of server.rows(sql, { d: database, t: table })) {
    const [name, type] = row as [string, string];
    found.push(clickhouseColumn(name, type));
  }
  if (found.length > 0) return found;
  throw new InputError(
    `${address}: there is no such table, or the user may not read it (check the address and CLICKHOUSE_USER)`,
  );
}

/** Between what numbers lie; null where some rows have none, or they are no numbers. */
async function rangeOf(
  database: Database,
  column: ClickHouseColumn,
  from: string,
): Promise<ValueRange | null> {
  if (column.kind !== "whole" && column.kind !== "decimal") return null;
  const value = nativeColumn(column);
  const sql = `SELECT toString(min(${value})), toString(max(${value})), countIf(${value} IS NULL) FROM ${from}`;
  for await (const [lowest, highest, without] of database.values(sql, () => {})) {
    if (Number(without) > 0) return null;
    return { lowest: Number(lowest), highest: Number(highest) };
  }
  return null;
}

/** Of more texts than these, no list is made. */
const MOST_LISTED = 10_000;

/** All texts of the columns of which the server keeps a list. */
async function textsOf(
  database: Database,
  columns: readonly ClickHouseColumn[],
  keys: readonly number[],
  from: string,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const listed = keys.filter((at) => columns[at]!.isListed);
  const found = new Map<number, string[]>(listed.map((at) => [at, []]));
  if (listed.length === 0) return found;
  const each = listed.map((at) => {
    const distinct = `SELECT DISTINCT ${nativeColumn(columns[at]!)} AS one FROM ${from} LIMIT ${MOST_LISTED}`;
    return `SELECT ${at}, toString(one) FROM (${distinct})`;
  });
  for await (const [at, text] of database.values(each.join(" UNION ALL "), () => {})) {
    found.get(Number(at))!.push(text as string);
  }
  return new Map([...found].filter(([, texts]) => texts.length > 0 && texts.length < MOST_LISTED));
}

async function countOf(database: Database, from: string): Promise<number> {
  for await (const [count] of database.values(`SELECT count(*) FROM ${from}`, () => {})) {
    return Number(count);
  }
  return 0;
}

/** Who asked for sums knows why they did not do, and says so in its place. */
function tooMany(address: string, rows: number): TooManyRecords {
  return new TooManyRecords(
    `${address}: has ${rows.toLocaleString("en")} rows, of which at most ${MOST_FETCHED.toLocaleString("en")} are fetched one by one`,
    "Make a view of the rows that are meant, and name it in place of the table.",
  );
}
