import type { Flow } from "../../records/record.ts";
import type { AskedCodes } from "../asked.ts";
import type { Progress } from "../files/progress.ts";
import type { Aside } from "../formats/outcome.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable, Loading } from "../records/load.ts";
import { isMember, ProductSums } from "./across-partners.ts";
import type { Database } from "./database.ts";
import { FullSums } from "./full-sums.ts";
import { liftedTo } from "./lifting.ts";
import { NeedsRows } from "./needs-rows.ts";
import { keepRowsOfFew } from "./rows-of-few.ts";
import { FEW_PARTNERS } from "./spellings.ts";
import { type Cell, SumCollection } from "./sum-collection.ts";
import { Judge } from "./sum-judge.ts";
import type { MemberTexts, OnlyTexts } from "./sum-sql.ts";
import { refuseQuotes, type SumGrain } from "./summed-products.ts";
import { type SumRow, TableSums } from "./table-sums.ts";

/**
 * The sums of a stored table at the grain of a question, by SQL; what its rows are counted for goes
 * into `loading`.
 * @param reader a reader for nothing else, to which every record is asked for.
 * @param most the sums that are worth adding up; where it is left out, three million.
 * @throws NeedsRows where only the records themselves tell what their sums are.
 */
export async function storedSums(
  database: Database,
  table: DefinedTable,
  reader: TableReader,
  asked: AskedCodes,
  loading: Loading,
  progress: Progress | null,
  most?: number,
): Promise<SumCollection> {
  const isAcross = asked.acrossPartners !== null;
  // Partners then need their totals alone, by which it is told which of them have figures.
  const grain = isAcross ? "total" : asked.products;
  if (grain === "each") throw new NeedsRows("every product is distinguished");
  const grains = { grain, members: asked.products };
  const sums = await TableSums.of(database, table, reader, grains);
  const isFar = table.source.stored?.isFar ?? false;
  const judging = new Judging(table, sums, asked, loading, grain, reader);
  if (isOfFew(asked) && !isFar && !isAcross) {
    const isAny = (await judging.keepFew()) && (await sums.findProducts(true));
    if (isAny) for await (const row of sums.rows(progress, [], most)) judging.take(row);
    return judging.finish();
  }
  const apart = countedApart(sums, asked, isFar);
  // The records of one reporter are fewer than the sums by product of all.
  if (asked.reporter !== null && apart.length === 0 && grain !== "total" && !isFar) {
    throw new NeedsRows("no one column tells the reporter, whose records are fewer");
  }
  // Of rows that are only counted, the products are listed all the same.
  await sums.findProducts(isAcross || apart.length > 0);
  const only = await judging.only(apart);
  if (only.every(({ texts }) => texts.length > 0)) {
    for await (const row of sums.rows(progress, only, most)) judging.take(row);
  }
  const collection = judging.finish();
  if (isAcross) collection.acrossPartners = await productSums(sums, reader, judging, asked);
  return collection;
}

function isOfFew({ partners }: AskedCodes): boolean {
  return partners !== null && partners.size <= FEW_PARTNERS;
}

/**
 * The columns by which rows are told of who is not asked for, so that they need only be counted.
 * Partners are only told so where every row less crosses a network.
 */
function countedApart(
  { meanings: [one, other] }: TableSums,
  { reporter, partners }: AskedCodes,
  isFar: boolean,
): readonly number[] {
  const { aspects, isMirrored } = one!;
  if (other || isMirrored) return [];
  return [
    ...(reporter === null ? [] : [aspects.reporter]),
    ...(partners === null || !isFar ? [] : [aspects.partner]),
  ].flatMap((columns) => (columns.length === 1 ? columns : []));
}

/** Sums by product over all partners that are no wholes, of the flows that are asked for. */
async function productSums(
  sums: TableSums,
  reader: TableReader,
  judging: Judging,
  asked: AskedCodes,
): Promise<ProductSums> {
  const { targets } = sums.products;
  if (new Set(targets.things.map(({ length }) => length)).size > 1) {
    throw new NeedsRows("products are of several levels");
  }
  const made = new ProductSums(targets);
  for (const [index, { says }] of reader.figures.entries()) {
    const flow = says.flow as Flow | undefined;
    if (flow !== undefined && !asked.acrossPartners!.includes(flow)) continue;
    const members = judging.membersOf(index);
    for await (const { row, period, products, values } of sums.byProduct(members)) {
      const key = judging.keyOf(index, row, period);
      if (key === null) continue;
      if (row.odd !== null) throw new NeedsRows("values are no plain numbers");
      made.add(key, products, values);
    }
  }
  return made;
}

/** Judges sums by the texts that their rows share, and gathers those of records. */
class Judging {
  readonly #table: DefinedTable;
  readonly #sums: TableSums;
  readonly #asked: AskedCodes;
  readonly #loading: Loading;
  readonly #collection: SumCollection;
  readonly #judges: readonly Judge[];
  readonly #products: string[];
  readonly #asides = new Map<Aside, number>();
  readonly #grain: SumGrain;
  readonly #reader: TableReader;
  /** Whether what is not listed may be told from zero. */
  readonly #full: FullSums | null;

  constructor(
    table: DefinedTable,
    sums: TableSums,
    asked: AskedCodes,
    loading: Loading,
    grain: SumGrain,
    reader: TableReader,
  ) {
    this.#grain = grain;
    this.#reader = reader;
    this.#table = table;
    this.#sums = sums;
    this.#asked = asked;
    this.#loading = loading;
    const { meanings } = sums;
    // Where no column tells the product, families do, when they are judged.
    this.#products = sums.products.codes;
    this.#collection = new SumCollection(this.#products, table.vintage);
    this.#judges = meanings.map((one) => new Judge(one, sums));
    const isListed = table.recognised.layout.absentIsZero === true;
    this.#full = asked.acrossPartners && !isListed ? new FullSums(sums.products, reader) : null;
  }

  take(row: SumRow): void {
    refuseQuotes(row.texts);
    for (const judge of this.#judges) {
      const judged = judge.judged(row, this.#asked);
      if ("kind" in judged) {
        for (const { times } of row.cells) this.#setAside(judged, times);
        continue;
      }
      const { key, product } = judged;
      const cells: Cell[] = [];
      for (const cell of row.cells) {
        const found = judge.ofCell(row, cell);
        if ("kind" in found) {
          this.#setAside(found, cell.times);
          continue;
        }
        const products = cell.products ?? this.#bitOf(product);
        this.#full?.take(key.partner, products);
        this.#loading.read += cell.times;
        const { period, value } = found;
        cells.push({ period, value, count: cell.times, products });
      }
      if (cells.length === 0) continue;
      if (this.#asked.acrossPartners && key.reporter === key.partner) {
        throw new NeedsRows("an economy trades with itself");
      }
      const lifted = this.#sums.liftedOf(row) ?? liftedTo(this.#grain, product);
      this.#collection.add(key, lifted, cells);
    }
  }

  /** Keeps the rows of a few partners alone. @returns whether there may be any. */
  keepFew(): Promise<boolean> {
    this.#collection.isOfFew = true;
    const leave = (aside: Aside, times: number) => this.#setAside(aside, times);
    const { reader, asked } = { reader: this.#reader, asked: this.#asked };
    return keepRowsOfFew(this.#sums, this.#table, reader, asked, this.#judges, leave);
  }

  /** @throws NeedsRows where what a cell without a figure would have counted is not known. */
  #setAside(aside: Aside, times: number): void {
    if (aside.without) throw new NeedsRows("cells are held back or missing");
    this.#asides.set(aside, (this.#asides.get(aside) ?? 0) + times);
  }

  /**
   * Conditions on the rows of those who are asked for, in these columns; the rows of all others are
   * counted, so that they need not be added up.
   */
  async only(told: readonly number[]): Promise<readonly OnlyTexts[]> {
    if (told.length === 0) return [];
    const [judge] = this.#judges;
    const { aspects } = this.#sums.meanings[0]!;
    const only = told.map((at) => ({ at, texts: new Set<string>() }));
    const left: { readonly aside: Aside; readonly times: number; readonly texts: string[] }[] = [];
    const columns = [...new Set([...told, ...aspects.reporter, ...aspects.partner])];
    for await (const row of this.#sums.counts(columns)) {
      refuseQuotes(row.texts);
      const texts = told.map((at) => row.texts[this.#sums.columns.indexOf(at)]!);
      const aside = judge!.ofOthers(row, this.#asked);
      if (aside) left.push({ aside, times: row.times, texts });
      else for (const [place, { texts: own }] of only.entries()) own.add(texts[place]!);
    }
    for (const { aside, times, texts } of left) {
      // What the conditions let pass is judged with its sums.
      if (only.every(({ texts: own }, place) => own.has(texts[place]!))) continue;
      this.#asides.set(aside, (this.#asides.get(aside) ?? 0) + times);
    }
    return only.map(({ at, texts }) => ({ at, texts: [...texts] }));
  }

  /** The bit of the one product that families of rows are about. */
  #bitOf(code: string): Uint8Array {
    if (this.#products.length === 0) this.#products.push(code);
    if (code !== this.#products[0]) {
      throw new NeedsRows("families of rows are about several products");
    }
    return Uint8Array.of(128);
  }

  /** What sums by product are about; null where their rows are no records. */
  keyOf(figures: number, row: SumRow, texts: readonly string[]) {
    const judge = this.#judges[figures]!;
    const judged = judge.judged(row, this.#asked);
    if ("kind" in judged) return null;
    const found = judge.ofCell(row, { texts, times: 0, value: 0, products: null });
    return "kind" in found ? null : { ...judged.key, period: found.period };
  }

  /** The texts of all partners that are not aggregates. */
  membersOf(figures: number): MemberTexts {
    const { partners } = this.#reader.context;
    return this.#judges[figures]!.partnerTexts((code) => isMember(code, partners));
  }

  finish(): SumCollection {
    const { name } = this.#table.source;
    const places = { place: () => name };
    for (const [aside, times] of this.#asides) {
      this.#loading.take(aside, places, 0, this.#table, times);
    }
    if (this.#loading.read === 0) throw new NeedsRows("there are no rows");
    const { wholes } = this.#sums.meanings[0]!;
    const found = new Set([...wholes.values()].flatMap((one) => [...one]));
    const { layout, unknownColumns, warnings } = this.#reader;
    this.#loading.note(name, { layout, wholes: found, unknownColumns, warnings });
    if (this.#asked.acrossPartners && this.#collection.hasEditions) {
      throw new NeedsRows("products of all partners may be of several editions");
    }
    this.#collection.settle();
    return this.#collection;
  }
}
