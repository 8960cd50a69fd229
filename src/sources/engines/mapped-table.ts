import { ALL_PRODUCTS } from "../../records/record.ts";
import type { Progress } from "../files/progress.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable } from "../records/load.ts";
import type { Dialect } from "./dialect.ts";
import { type DuckDB, literal, queriedValues } from "./duckdb.ts";
import { duckdbDatabase } from "./duckdb-database.ts";
import { type AspectName, type Meaning, Meanings, type TextSet } from "./meanings.ts";
import { NeedsRows } from "./needs-rows.ts";
import { likeSql, oddSql } from "./stored-values.ts";

/** The most different texts of one kind; beyond, they are no codes or names. */
const MOST_TEXTS = 200_000;
/** The most values that are no plain numbers. */
const MOST_ODD = 10_000;

/** A stored table of which every figure is identified by numbers: SQL over it needs no texts. */
export interface MappedTable {
  readonly meanings: readonly Meanings[];
  /** The number of rows. */
  readonly rows: number;
  /**
   * For each column of figures, a query with the columns why, kind, reporter, partner, product,
   * period and value: numbers of the meanings, and the value as text.
   */
  readonly queries: readonly string[];
}

interface Found {
  readonly set: TextSet;
  readonly likes: number[];
}

/**
 * Reads every different text of a stored table, in one pass, and has each judged.
 * @throws NeedsRows where only the row engine can tell what rows are.
 */
export async function mapTable(
  engine: DuckDB,
  table: DefinedTable,
  reader: TableReader,
  progress: Progress | null,
): Promise<MappedTable> {
  const meanings: Meanings[] = [];
  for (const figures of reader.figures) {
    meanings.push(new Meanings(table, reader, figures, meanings[0] ?? null));
  }
  const [first] = reader.figures;
  if (!first) throw new NeedsRows("there are no figures");
  const { from, dialect } = await duckdbDatabase(engine).tableOf(table);
  const needed = [...new Set(reader.figures.flatMap((one) => reader.neededColumns(one)))];
  const scan = scanOf(dialect, from, needed, reader, meanings);
  const { found, rows } = await textsOf(engine, table, meanings, scan, progress);
  const queries: string[] = [];
  for (const [index, one] of meanings.entries()) {
    queries.push(await query(engine, index, one, reader, scan, found));
  }
  return { meanings, rows, queries };
}

/** The rows with every text as it is, and for each column of figures what is odd and alike in it. */
function scanOf(
  dialect: Dialect,
  from: string,
  needed: readonly number[],
  reader: TableReader,
  meanings: readonly Meanings[],
): string {
  const texts = needed.map((at) => `coalesce(c${at}, '') AS c${at}`);
  const others = reader.figures.flatMap((figures, index) => {
    return [
      `${oddSql(dialect, figures, meanings[index]!.unit)} AS odd${index}`,
      `${likeSql(dialect, reader, figures)} AS like${index}`,
    ];
  });
  return `(SELECT ${[...texts, ...others].join(", ")} FROM ${from})`;
}

function idOf(columns: readonly string[]): string {
  return columns.join(",");
}

function familyColumns({ aspects }: Meanings, index: number): string[] {
  return [...aspects.family.map((at) => `c${at}`), `like${index}`];
}

/** All different texts of the aspects of all figures, in one pass. */
async function textsOf(
  engine: DuckDB,
  table: DefinedTable,
  meanings: readonly Meanings[],
  scan: string,
  progress: Progress | null,
): Promise<{ found: ReadonlyMap<string, Found>; rows: number }> {
  const sets = new Map<string, string[]>();
  for (const [index, one] of meanings.entries()) {
    const { partner, reporter, product, period } = one.aspects;
    for (const aspect of [partner, reporter, product, period]) {
      const columns = aspect.map((at) => `c${at}`);
      if (columns.length > 0) sets.set(idOf(columns), columns);
    }
    const family = familyColumns(one, index);
    sets.set(idOf(family), family);
    sets.set(`odd${index}`, [`odd${index}`]);
  }
  const all = [...new Set([...sets.values()].flat())];
  const grouping = `GROUPING(${all.join(", ")})`;
  const groups = [...sets.values()].map((columns) => `(${columns.join(", ")})`);
  const sql = `SELECT ${grouping} AS id, count(*) AS times, ${all.join(", ")} FROM ${scan} GROUP BY GROUPING SETS (${groups.join(", ")})`;
  const byMask = new Map<number, { id: string; places: number[] }>();
  for (const [id, columns] of sets) {
    const mask = all.reduce((sum, column) => sum * 2 + (columns.includes(column) ? 0 : 1), 0);
    byMask.set(mask, { id, places: columns.map((column) => all.indexOf(column)) });
  }
  const found = new Map<string, Found>();
  for (const [id, columns] of sets) {
    const numbers = columns
      .filter((column) => column.startsWith("c"))
      .map((one) => Number(one.slice(1)));
    found.set(id, { set: { columns: numbers, texts: [] }, likes: [] });
  }
  let rows = 0;
  const { bytes } = table.source.stored!;
  const tell = (share: number) => progress?.(table.source.name, (share * bytes) / 2, bytes);
  for await (const row of queriedValues(engine, sql, tell)) {
    const [mask, times, ...values] = row;
    const { id, places } = byMask.get(Number(mask))!;
    const { set, likes } = found.get(id)!;
    const isOdd = id.startsWith("odd");
    if (id === idOf(familyColumns(meanings[0]!, 0))) rows += Number(times);
    if (isOdd && values[places[0]!] === null) continue;
    const texts = places.map((at) => values[at]).filter((value) => typeof value === "string");
    if (texts.some((text) => text.includes('"'))) throw new NeedsRows("a text has a quote in it");
    set.texts.push(texts);
    likes.push(Number(values[places.at(-1)!]));
    const most = isOdd ? MOST_ODD : MOST_TEXTS;
    if (set.texts.length > most) throw new NeedsRows("there are too many different texts");
  }
  return { found, rows };
}

/** Writes the meanings of one column of figures into tables. @returns the query over them. */
async function query(
  engine: DuckDB,
  index: number,
  meanings: Meanings,
  reader: TableReader,
  scan: string,
  found: ReadonlyMap<string, Found>,
): Promise<string> {
  const { aspects } = meanings;
  const joins: string[] = [];
  const numbers: Record<string, string> = {};
  const why: Record<string, string> = {};
  const products = aspects.product.map((at) => `c${at}`);
  const productTexts = found.get(idOf(products))?.set ?? { columns: [], texts: [] };
  for (const name of ["partner", "reporter", "product", "period"] as const) {
    const columns = aspects[name].map((at) => `c${at}`);
    numbers[name] = `family.${name}`;
    if (columns.length === 0) continue;
    const made = meanings.ofTexts(name, found.get(idOf(columns))!.set);
    await write(engine, `${name}_${index}`, columns, [name], made);
    const on = columns.map((column) => `${name}.${column} = scan.${column}`);
    joins.push(`JOIN ${name}_${index} AS ${name} ON ${on.join(" AND ")}`);
    numbers[name] = `${name}.${name}`;
    why[name] = `${name}.why`;
  }
  const family = familyColumns(meanings, index);
  const { set, likes } = found.get(idOf(family))!;
  const made = meanings.ofFamilies(set, likes, productTexts).map((one, at) => ({
    ...one,
    texts: [...one.texts, String(likes[at])],
  }));
  const said = ["kind", "reporter", "partner", "product", "period", "total"];
  await write(engine, `family_${index}`, family, said, made);
  const onFamily = family.map((column) => `family.${column} = scan.${column}`);
  const odd = found.get(`odd${index}`)!.set.texts.map(([text]) => text!);
  const values = meanings.ofValues(odd).map((one) => ({ ...one, numbers: [] }));
  await write(engine, `odd_${index}`, [`odd${index}`], [], values);
  const figures = reader.figures[index]!;
  const order: AspectName[] = figures.mirrored ? ["reporter", "partner"] : ["partner", "reporter"];
  const whys = ["family.why", ...order.flatMap((name) => why[name] ?? []), "odd.why"];
  const total = meanings.words.products.find(ALL_PRODUCTS);
  const kind = `CASE WHEN ${numbers.product} = ${total} THEN family.total ELSE family.kind END`;
  return `SELECT coalesce(${whys.join(", ")}) AS why, ${kind} AS kind, ${["reporter", "partner", "product", "period"].map((name) => `${numbers[name]} AS ${name}`).join(", ")}, scan.c${figures.at} AS value
    FROM ${scan} AS scan JOIN family_${index} AS family ON ${onFamily.join(" AND ")} ${joins.join(" ")}
    LEFT JOIN odd_${index} AS odd ON odd.odd${index} = scan.odd${index}`;
}

const ROWS_A_STATEMENT = 1000;

async function write(
  engine: DuckDB,
  name: string,
  columns: readonly string[],
  numbers: readonly string[],
  meanings: readonly Meaning[],
): Promise<void> {
  const types = columns.map(
    (column) => `${column} ${column.startsWith("like") ? "INTEGER" : "VARCHAR"}`,
  );
  const all = [...types, ...[...numbers, "why"].map((column) => `${column} INTEGER`)];
  await engine.connection.run(`CREATE OR REPLACE TEMP TABLE ${name} (${all.join(", ")})`);
  for (let at = 0; at < meanings.length; at += ROWS_A_STATEMENT) {
    const rows = meanings.slice(at, at + ROWS_A_STATEMENT).map(({ texts, numbers: said, why }) => {
      const values = [...said, why].map((number) => number ?? "NULL");
      return `(${[...texts.map(literal), ...values].join(", ")})`;
    });
    await engine.connection.run(`INSERT INTO ${name} VALUES ${rows.join(", ")}`);
  }
}
