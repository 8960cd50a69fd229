import { collectGarbage } from "../../garbage.ts";
import type { Progress } from "../files/progress.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable } from "../records/load.ts";
import type { Database } from "./database.ts";
import type { Dialect, SpeltAs } from "./dialect.ts";
import type { Lifted } from "./lifting.ts";
import { Meanings } from "./meanings.ts";
import { NeedsRows } from "./needs-rows.ts";
import { type MemberTexts, type OnlyTexts, SumSql } from "./sum-sql.ts";
import { type Grains, MOST_TEXTS, SummedProducts } from "./summed-products.ts";

/** The most sums that are worth adding up; beyond, the question tells nearly every record apart. */
const MOST_SUMS = 3_000_000;

/** After so many sums it is looked whether garbage has grown. */
const OFTEN = 1000;

/** Rows that are alike but for their periods, products and values. */
export interface SumRow {
  /** The texts of the key columns, empty for those of periods. */
  readonly texts: readonly string[];
  readonly like: number;
  /** A value that is no plain number, which all of them have. */
  readonly odd: string | null;
  /** The number of what their products are lifted to; null where the family tells the product. */
  readonly lifted: number | null;
  readonly cells: readonly SumCell[];
}

/** Those of them that have a period in common. */
export interface SumCell {
  /** The texts of the columns that tell nothing but periods. */
  readonly texts: readonly string[];
  readonly times: number;
  readonly value: number;
  /** A bit for each product that they have. */
  readonly products: Uint8Array | null;
}

/** A stored table of which rows are added up. */
export class TableSums {
  readonly #database: Database;
  readonly #table: DefinedTable;
  readonly #sql: SumSql;
  readonly #dialect: Dialect;

  private constructor(
    database: Database,
    table: DefinedTable,
    { sql, dialect }: { readonly sql: SumSql; readonly dialect: Dialect },
    readonly meanings: readonly Meanings[],
    readonly products: SummedProducts,
    /** The columns by whose texts rows are distinguished. */
    readonly columns: readonly number[],
    /** Those of them that tell nothing but periods. */
    readonly periods: readonly number[],
  ) {
    this.#database = database;
    this.#table = table;
    this.#sql = sql;
    this.#dialect = dialect;
  }

  /** @throws NeedsRows where the table cannot be added up so. */
  static async of(
    database: Database,
    table: DefinedTable,
    reader: TableReader,
    grains: Grains,
  ): Promise<TableSums> {
    const meanings = meaningsOf(table, reader);
    const [figures] = reader.figures;
    const [own] = meanings;
    const { keys, periods } = keyColumns(meanings);
    const { from, dialect } = await database.tableOf(table, { values: [figures!.at], keys });
    const sql = new SumSql({
      dialect,
      from,
      reader,
      figures: figures!,
      unit: own!.unit,
      keys,
      periods,
      products: own!.aspects.product,
    });
    const products = new SummedProducts(own!, grains);
    return new TableSums(database, table, { sql, dialect }, meanings, products, keys, periods);
  }

  /**
   * Finds out which products there are, before anything is added up.
   * @param needsAll whether all must be known before; others are met where they are added up.
   * @returns whether there may be any row to add up.
   */
  async findProducts(needsAll: boolean): Promise<boolean> {
    const { columns } = this.products.texts;
    if (columns.length === 0) return true;
    const likely = needsAll ? null : (this.#database.likelyTexts?.(this.#table, columns) ?? null);
    const texts = likely ?? (await textsOf(this.#database, this.#sql.products));
    if (texts.length === 0) return false;
    const statements = this.#sql.written(this.products.addAll(texts), likely !== null);
    for (const statement of statements) await this.#database.run(statement);
    return true;
  }

  /** What the products of rows are lifted to; null where their family tells the product. */
  liftedOf({ lifted }: SumRow): Lifted | null {
    return lifted === null ? null : this.products.lifted[lifted]!;
  }

  /** The sums by product of the rows that are alike but for their partners. */
  async *byProduct(members: MemberTexts): AsyncGenerator<ProductRow> {
    const { columns: partner, one } = members;
    const { itemsIn } = this.#dialect;
    const keys = this.columns.filter((at) => !partner.includes(at));
    for await (const row of this.#database.values(this.#sql.byProduct(members), () => {})) {
      // Its lists are long.
      collectGarbage();
      const textOf = this.#texts(keys, row);
      const texts = this.columns.map((at) => textOf(at) ?? one[partner.indexOf(at)]!);
      const [like, odd, products, values] = row.slice(keys.length);
      yield {
        row: { texts, like: Number(like), odd: odd as string | null, lifted: null, cells: [] },
        period: this.periods.map((at) => textOf(at)!),
        products: itemsIn(products).map(Number),
        values: itemsIn(values).map(Number),
      };
    }
  }

  /** What the keys of a row of an answer say, by their columns. */
  #texts(keys: readonly number[], row: readonly unknown[]) {
    const found = new Map(keys.map((at, place) => [at, this.#dialect.keyText(at, row[place])]));
    return (at: number) => found.get(at);
  }

  /** Whether rows are kept while others are counted, in one pass. */
  get keepsRows(): boolean {
    return this.#dialect.keepsRows;
  }

  /** Keeps the rows that are asked for, of which alone sums are made from then on. */
  async keep(selectors: readonly number[], asked: readonly (readonly SpeltAs[])[]): Promise<void> {
    await this.#database.run(this.#sql.keep(selectors, asked));
  }

  /** How many rows there are by the texts of some columns, which stand at their places. */
  async *counts(
    columns: readonly number[],
  ): AsyncGenerator<Pick<SumRow, "texts"> & Pick<SumCell, "times">> {
    const places = this.columns.map((at) => columns.indexOf(at));
    for await (const row of this.#database.values(this.#sql.counts(columns), () => {})) {
      const texts = places.map((place, at) =>
        place < 0 ? "" : this.#dialect.keyText(this.columns[at]!, row[place]),
      );
      yield { texts, times: Number(row[columns.length]) };
    }
  }

  /**
   * All sums, one after the other; or those of some rows alone.
   * @throws NeedsRows where there are more than `most`.
   */
  async *rows(
    progress: Progress | null,
    only: readonly OnlyTexts[] = [],
    most = MOST_SUMS,
  ): AsyncGenerator<SumRow> {
    const { bytes } = this.#table.source.stored!;
    const { name } = this.#table.source;
    const tell = (share: number) => progress?.(name, ((1 + share) * bytes) / 2, bytes);
    const all = this.products.codes.length;
    const keys = this.columns.filter((at) => !this.periods.includes(at));
    let [count, told] = [0, 0];
    for await (const row of this.#database.values(this.#sql.sums(all, only), tell)) {
      const textOf = this.#texts(keys, row);
      const [like, odd, lifted, ...rest] = row.slice(keys.length);
      const others = rest.splice(0, this.#sql.others);
      const isOther = others.length > 0 && others[0] !== null;
      const one = isOther ? this.products.numbersOf(others as string[]) : null;
      const cells = this.#cells(rest, all, one && bitAt(one.bit));
      count += cells.length;
      told += 1;
      if (told % OFTEN === 0) collectGarbage();
      if (count > most) throw new NeedsRows("there are nearly as many sums as records");
      yield {
        texts: this.columns.map((at) => textOf(at) ?? ""),
        like: Number(like),
        odd: odd as string | null,
        lifted: one?.lifted ?? (lifted === null ? null : Number(lifted)),
        cells,
      };
    }
  }

  /** @param own the products where these are known beforehand. */
  #cells(lists: readonly unknown[], count: number, own: Uint8Array | null): readonly SumCell[] {
    const { keyText, bitsIn, itemsIn } = this.#dialect;
    const width = this.periods.length;
    const periods = this.periods.map((at, place) =>
      itemsIn(lists[place]).map((item) => keyText(at, item)),
    );
    const [times, values, bits] = lists.slice(width).map(itemsIn);
    return times!.map((number, at) => ({
      texts: periods.map((texts) => texts[at]!),
      times: Number(number),
      value: Number(values![at]),
      products: own ?? (bits ? bitsIn(bits[bits.length === 1 ? 0 : at], count) : null),
    }));
  }
}

/** The sums by product of rows that are alike in all else. */
export interface ProductRow {
  readonly row: SumRow;
  /** The texts of the columns that tell nothing but periods. */
  readonly period: readonly string[];
  readonly products: readonly number[];
  readonly values: readonly number[];
}

function bitAt(bit: number): Uint8Array {
  const bytes = new Uint8Array((bit >> 3) + 1);
  bytes[bit >> 3] = 128 >> (bit & 7);
  return bytes;
}

/** @throws NeedsRows where columns of figures differ in more than what their header says. */
function meaningsOf(table: DefinedTable, reader: TableReader): readonly Meanings[] {
  const meanings: Meanings[] = [];
  for (const figures of reader.figures) {
    meanings.push(new Meanings(table, reader, figures, meanings[0] ?? null));
  }
  const [first] = reader.figures;
  const [own] = meanings;
  if (!first || !own) throw new NeedsRows("there are no figures");
  if (reader.context.spelling.numbers) throw new NeedsRows("numbers are no plain ones");
  const isAlike = (one: Meanings, at: number) =>
    reader.figures[at]!.at === first.at &&
    one.unit === own.unit &&
    one.aspects.product.join() === own.aspects.product.join();
  if (!meanings.every(isAlike)) throw new NeedsRows("figures stand in several columns");
  return meanings;
}

function keyColumns(meanings: readonly Meanings[]) {
  const others = new Set<number>();
  const periods = new Set<number>();
  for (const { aspects } of meanings) {
    const { family, partner, reporter, period } = aspects;
    for (const at of [...family, ...partner, ...reporter]) others.add(at);
    for (const at of period) periods.add(at);
  }
  const alone = [...periods].filter((at) => !others.has(at));
  return { keys: [...others, ...alone], periods: alone };
}

/** All different texts that a query gives. */
async function textsOf(database: Database, sql: string): Promise<readonly (readonly string[])[]> {
  const texts: string[][] = [];
  for await (const row of database.values(sql, () => {})) {
    texts.push(row as string[]);
    if (texts.length > MOST_TEXTS) throw new NeedsRows("there are too many different products");
  }
  return texts;
}
