import type { Partner } from "../../partners/directory.ts";
import type { AccountingBasis, Gap, SeriesKey } from "../../records/record.ts";
import { seriesId } from "../../records/series-id.ts";
import type { StoredSeries, TradeDataset } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";
import type { SumOfParts } from "./added-parts.ts";
import type { AddedRecord, Earlier, GatheredRecords, Places, Rivals } from "./gathered.ts";
import { Amounts, HashTable, hashOf, Integers, Numbered, sortWith } from "./growing.ts";
import { keptDataset } from "./kept-dataset.ts";
import { grouped, type KeptColumns, KeptSeries, KeyWords } from "./kept-series.ts";
import { type Standing, standing, WHOLE } from "./standing.ts";
import { Statuses } from "./statuses.ts";
import { MOST_RECORDS, TooManyRecords } from "./too-many.ts";

/**
 * Gathers records, in any order and from any number of tables, into series by their keys. A record
 * is some numbers in columns, so that millions of them need no objects.
 */
export class RecordCollection implements GatheredRecords {
  readonly #words = new KeyWords();
  readonly #reporters = new Integers();
  readonly #partners = new Integers();
  readonly #products = new Integers();
  readonly #kinds = new Integers();
  readonly #vintages = new Integers();
  readonly #seriesTable = new HashTable();
  /** By figure: its series, its period, its value, and where it was read. */
  readonly #series = new Integers();
  readonly #labels = new Integers();
  readonly #values = new Amounts();
  readonly #lines = new Integers();
  readonly #tables = new Integers();
  readonly #figureTable = new HashTable();
  readonly #places = new Numbered<Places>();
  /** Figures that are parts, or sums of members. */
  readonly #standing = new Map<number, Standing>();
  readonly #rivals = new Map<number, Rivals>();
  /** By series and period: why a figure that is listed has no value. */
  readonly #gaps = new Map<number, Map<string, Gap>>();
  /** By figure: what the publisher says of it, for those of which it says anything. */
  readonly #statuses = new Statuses();
  readonly #most: number;
  #parts = 0;

  /** @param most the records that can be held at once. */
  constructor(most: number = MOST_RECORDS) {
    this.#most = most;
  }

  /**
   * Adds one record. The whole of a figure takes the place of its parts, whichever comes first.
   * @param line its number in the table where it was read, for the message about a duplicate.
   * @returns an earlier record of the same figure; then nothing was added.
   */
  add(record: AddedRecord, places: Places, line: number, vintage: string | null): Earlier | null {
    const { key, period, value, part, member, status } = record;
    const series = this.#seriesOf(key, vintage);
    const label = this.#words.labels.numberOf(period.label);
    const hash = hashOf(series, label);
    const is = (one: number) => this.#series.at(one) === series && this.#labels.at(one) === label;
    const figure = this.#figureTable.find(hash, is);
    if (figure < 0) {
      const added = this.#series.length;
      this.#series.push(series);
      this.#labels.push(label);
      this.#values.push(value);
      this.#lines.push(line);
      this.#tables.push(this.#places.numberOf(places));
      this.#figureTable.add(hash, added, this.#figureHash);
      if (part !== "" || member !== null) this.#standing.set(added, standing(record));
      if (status !== undefined) this.#statuses.add(added, status);
      this.refuseTooMany(this.count, places, line);
      return null;
    }
    const earlier = this.#standing.get(figure) ?? WHOLE;
    if (earlier.part === part) return this.#addMember(figure, earlier, record);
    this.#parts += 1;
    if (earlier.part === "") return null;
    if (part !== "") {
      if (this.#rivals.has(figure)) return null;
      const before = { place: this.#placeOf(figure), part: earlier.part };
      const place = places.place(line);
      this.#rivals.set(figure, { place, line, part, earlier: before, key, period: period.label });
      return null;
    }
    this.#rivals.delete(figure);
    if (earlier.contested) this.#contested -= 1;
    if (member === null) this.#standing.delete(figure);
    else this.#standing.set(figure, standing(record));
    this.#values.set(figure, value);
    this.#statuses.set(figure, status);
    this.#lines.set(figure, line);
    this.#tables.set(figure, this.#places.numberOf(places));
    return null;
  }

  /** Notes that a figure is listed without a value; where any row has one, it has. */
  addGap(key: SeriesKey, label: string, gap: Gap, vintage: string | null): void {
    const series = this.#seriesOf(key, vintage);
    const gaps = this.#gaps.get(series) ?? new Map<string, Gap>();
    this.#gaps.set(series, gaps);
    if (gaps.get(label) !== "suppressed") gaps.set(label, gap);
  }

  /** Adds a code to a figure that is the sum of several; any other record repeats an earlier one. */
  #addMember(figure: number, earlier: Standing, record: AddedRecord): Earlier | null {
    const { member, value, status } = record;
    const sum = this.#values.at(figure);
    const before = member === null ? sum : earlier.members.get(member);
    if (before !== undefined || earlier.contested) {
      return this.#met(figure, earlier, before === value, member === null);
    }
    const members = new Map(earlier.members).set(member!, value);
    this.#values.set(figure, sum + value);
    if (status !== undefined) this.#statuses.add(figure, status);
    this.#standing.set(figure, { ...earlier, members });
    this.#membersAdded += 1;
    return null;
  }

  /** A second row for a figure: where it says something else, none of the two is in use. */
  #met(figure: number, earlier: Standing, same: boolean, standsAlone: boolean): Earlier {
    const wasUsed = !same && standsAlone && !earlier.contested;
    if (wasUsed) {
      this.#values.set(figure, Number.NaN);
      this.#standing.set(figure, { ...earlier, contested: true });
      this.#contested += 1;
    }
    return { place: this.#placeOf(figure), same, wasUsed };
  }

  #membersAdded = 0;
  /** Figures that are not in use because rows contradict each other. */
  #contested = 0;

  readonly #figureHash = (figure: number) =>
    hashOf(this.#series.at(figure), this.#labels.at(figure));

  #placeOf(figure: number): string {
    return this.#places.things[this.#tables.at(figure)]!.place(this.#lines.at(figure));
  }

  /** @throws TooManyRecords where so many records cannot be held. */
  refuseTooMany(count: number, places: Places, line = 0): void {
    if (count <= this.#most) return;
    throw new TooManyRecords(
      `${places.place(line)}: the question needs more than ${this.#most} records at once (name partners, years or a reporter, or keep rows with --where)`,
    );
  }

  #seriesOf(key: SeriesKey, vintage: string | null): number {
    const reporter = this.#words.reporters.numberOf(key.reporter);
    const partner = this.#words.partners.numberOf(key.partner);
    const product = this.#words.products.numberOf(key.product);
    const kind = this.#words.kindOf(key);
    const hash = hashOf(reporter, partner, product, kind);
    const known = this.#seriesTable.find(
      hash,
      (one) =>
        this.#products.at(one) === product &&
        this.#partners.at(one) === partner &&
        this.#reporters.at(one) === reporter &&
        this.#kinds.at(one) === kind,
    );
    if (known >= 0) return known;
    const series = this.#reporters.length;
    this.#reporters.push(reporter);
    this.#partners.push(partner);
    this.#products.push(product);
    this.#kinds.push(kind);
    this.#vintages.push(this.#words.vintages.numberOf(vintage));
    this.#seriesTable.add(hash, series, this.#seriesHash);
    return series;
  }

  readonly #seriesHash = (series: number) =>
    hashOf(
      this.#reporters.at(series),
      this.#partners.at(series),
      this.#products.at(series),
      this.#kinds.at(series),
    );

  /** How many records are in use. */
  get count(): number {
    return this.#series.length + this.#membersAdded - this.#contested;
  }

  /** How many records were left out because the whole that holds them is in use. */
  get parts(): number {
    return this.#parts;
  }

  /** Parts of one figure of which no rule says which is meant. */
  get rivals(): readonly Rivals[] {
    return [...this.#rivals.values()];
  }

  /** Every figure that adds up parts, as the user asked. */
  sumsOfParts(): SumOfParts[] {
    return [...this.#standing].flatMap(([figure, { part: column, members }]) => {
      if (column === "" || members.size === 0) return [];
      const key = this.#keyOf(this.#series.at(figure));
      return [
        { key, period: this.#words.labels.things[this.#labels.at(figure)]!, column, members },
      ];
    });
  }

  #keyOf(one: number): SeriesKey {
    const [reporter, partner] = [this.#reporters.at(one), this.#partners.at(one)];
    return this.#words.keyOf(reporter, partner, this.#products.at(one), this.#kinds.at(one));
  }

  get partnerCodes(): string[] {
    return [...this.#words.partners.things].sort();
  }

  /** The labels of all periods that any series has. */
  get periods(): Set<string> {
    const { things } = this.#words.labels;
    if (this.#contested === 0) return new Set(things);
    const used = new Set<number>();
    for (let figure = 0; figure < this.#labels.length; figure += 1) {
      if (!this.#standing.get(figure)?.contested) used.add(this.#labels.at(figure));
    }
    return new Set(things.filter((_, number) => used.has(number)));
  }

  /** The accounting bases of all series. */
  get bases(): Set<AccountingBasis | null> {
    return new Set(this.#words.kinds.map(({ basis }) => basis));
  }

  /** Whether any of its products states an edition of its classification. */
  get hasEditions(): boolean {
    return this.#words.kinds.some(({ edition }) => edition !== undefined);
  }

  allSeries(): readonly StoredSeries[] {
    const kept = this.#kept();
    const all = this.partnerCodes.flatMap((partner) => kept.of(partner));
    const named = all.map((one) => ({ id: seriesId(one.key), one }));
    return named.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ one }) => one);
  }

  /** Every series, one at a time and in no order, of which none is kept. */
  eachSeries(): Generator<StoredSeries> {
    return this.#kept().each();
  }

  #kept(reporter: string | null = null): KeptSeries {
    return new KeptSeries(this.columns(), reporter);
  }

  /** The series with the values of each beside each other, in the order of their periods. */
  columns(): KeptColumns {
    const count = this.#reporters.length;
    // Contested figures come after those of the last series.
    const groups = this.#series.toArray();
    for (const [figure, { contested }] of this.#standing) if (contested) groups[figure] = count;
    const { starts, order } = grouped(groups, count + 1);
    const labels = order.map((figure) => this.#labels.at(figure));
    for (let series = 0; series < count; series += 1) {
      sortWith(labels, order, starts[series]!, starts[series + 1]!);
    }
    return {
      words: this.#words,
      reporters: this.#reporters.toArray(),
      partners: this.#partners.toArray(),
      products: this.#products.toArray(),
      kinds: this.#kinds.toArray(),
      vintages: this.#vintages.toArray(),
      starts,
      labels,
      values: Float64Array.from(order, (figure) => this.#values.at(figure)),
      gaps: this.#gaps,
      statuses: this.#statuses.along(order),
    };
  }

  /**
   * The records as a dataset; series in an order that does not depend on that of the records.
   * @param reporter whose series alone are asked for, where there are any; null: those of all.
   */
  toDataset(
    description: DatasetDescription,
    partners: readonly Partner[],
    rejected: Readonly<Record<string, number>>,
    notSelected = 0,
    reporter: string | null = null,
  ): TradeDataset {
    const set = Object.values(rejected).reduce((sum, count) => sum + count, 0);
    return keptDataset(this.columns(), reporter, {
      ...{ description, partners, rejected },
      leavesOut: notSelected > 0,
      recordsRead: this.count + notSelected + set,
    });
  }
}
