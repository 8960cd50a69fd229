import type { Partner } from "../../partners/directory.ts";
import { productSystem } from "../../products/product.ts";
import type { Period } from "../../records/period.ts";
import type { AccountingBasis } from "../../records/record.ts";
import type { AcrossPartners, TradeDataset } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";
import type { GatheredRecords } from "../records/gathered.ts";
import { Amounts, Integers } from "../records/growing.ts";
import { refuseHiddenWhole } from "../records/hidden-wholes.ts";
import { type KeptColumns, KeptSeries, KeyWords, type Kind } from "../records/kept-series.ts";
import { bitsOf, type Presence } from "../records/summed.ts";
import { type Lifted, sumCode } from "./lifting.ts";
import { NeedsRows } from "./needs-rows.ts";

/** What a sum of records is about. */
export interface SumKey {
  readonly kind: Kind;
  readonly reporter: string;
  readonly partner: string;
}

/** The records of one period, and their sum. */
export interface Cell extends Presence {
  readonly period: Period;
  readonly value: number;
}

/** Sums of one edition of the classification, and of parts of one level. */
interface OfEdition {
  readonly kind: Kind;
  readonly level: string;
  readonly byLabel: Map<string, Cell>;
}

/** A code of the grain asked for, in the trade of a reporter with a partner. */
interface Group {
  readonly reporter: string;
  readonly partner: string;
  readonly target: string;
  /** The records of the code itself, by edition. */
  readonly wholes: Map<Kind, OfEdition>;
  /** The records of narrower codes, by edition and level. */
  readonly parts: Map<string, OfEdition>;
}

/**
 * Gathers sums of records into series at the grain of a question: those of a code itself, and beside
 * them the sums of its parts, of each edition. These are selected like records one by one, or the
 * records are needed.
 */
export class SumCollection implements GatheredRecords {
  readonly rivals = [];
  readonly #products: readonly string[];
  readonly #vintage: string | null;
  readonly #kinds = new Map<Kind, number>();
  /** Kinds without their editions. */
  readonly #plain = new KeyWords();
  readonly #groups = new Map<string, Group>();
  readonly #partners = new Set<string>();
  /** The series that are made of them. */
  readonly #words = new KeyWords();
  readonly #of = {
    reporters: new Integers(),
    partners: new Integers(),
    products: new Integers(),
    kinds: new Integers(),
    starts: new Integers(),
    labels: new Integers(),
  };
  readonly #values = new Amounts();
  readonly #presence: Presence[] = [];
  readonly #periods = new Map<string, Period>();
  /** Sums over partners, where products are asked for of all of them together. */
  acrossPartners: AcrossPartners | null = null;
  /** Whether rows of other partners were left out, which may have products of their own. */
  isOfFew = false;
  #used: Uint8Array = new Uint8Array();
  #count = 0;

  /** @param products the codes of all products, each at the place of its bit; it may get more later. */
  constructor(products: readonly string[], vintage: string | null) {
    this.#products = products;
    this.#vintage = vintage;
  }

  /** @throws NeedsRows where a record repeats another. */
  add({ kind, reporter, partner }: SumKey, lifted: Lifted, cells: readonly Cell[]): void {
    const { target, isWhole, level } = lifted;
    const id = `${this.#numberOf(kind)}|${reporter}|${partner}|${target}`;
    let group = this.#groups.get(id);
    if (!group) {
      group = { reporter, partner, target, wholes: new Map(), parts: new Map() };
      this.#groups.set(id, group);
    }
    const { byLabel } = isWhole
      ? editionOf(group.wholes, kind, kind, level)
      : editionOf(group.parts, `${kind.edition} ${level}`, kind, level);
    this.#partners.add(partner);
    let last: Uint8Array | null = null;
    for (const cell of cells) {
      const { label } = cell.period;
      const known = byLabel.get(label);
      byLabel.set(label, known ? joined(known, cell) : checked(cell));
      this.#count += cell.count;
      this.#periods.set(label, cell.period);
      if (cell.products !== last) this.#used = withBits(this.#used, cell.products);
      last = cell.products;
    }
  }

  /** The number of a kind, which is the same for all editions. */
  #numberOf(kind: Kind): number {
    const known = this.#kinds.get(kind);
    if (known !== undefined) return known;
    const { edition: _, ...plain } = kind;
    const number = this.#plain.kindOf(plain);
    this.#kinds.set(kind, number);
    return number;
  }

  /**
   * Makes the series, after everything was added.
   * @throws NeedsRows where only the records tell what is a whole and what a part.
   */
  settle(): void {
    const mayOverlap = overlap([...this.#periods.values()]);
    for (const group of this.#groups.values()) {
      const { wholes, parts } = group;
      if (!isWithinWholes(group)) refuseUnlike(group, mayOverlap);
      for (const one of wholes.values()) this.#keep(group, group.target, one);
      for (const one of parts.values()) this.#keep(group, sumCode(group.target, one.level), one);
    }
    this.#groups.clear();
    this.#of.starts.push(this.#values.length);
  }

  #keep({ reporter, partner }: Group, product: string, { kind, byLabel }: OfEdition): void {
    const { reporters, partners, products, labels } = this.#words;
    this.#of.reporters.push(reporters.numberOf(reporter));
    this.#of.partners.push(partners.numberOf(partner));
    this.#of.products.push(products.numberOf(product));
    this.#of.kinds.push(this.#words.kindOf(kind));
    this.#of.starts.push(this.#values.length);
    const cells = [...byLabel].map(([label, cell]) => [labels.numberOf(label), cell] as const);
    for (const [label, cell] of cells.sort(([one], [other]) => one - other)) {
      this.#of.labels.push(label);
      this.#values.push(cell.value);
      this.#presence.push(cell);
    }
  }

  get periods(): ReadonlySet<string> {
    return new Set(this.#periods.keys());
  }

  get count(): number {
    return this.#count;
  }

  get hasEditions(): boolean {
    return [...this.#kinds.keys()].some(({ edition }) => edition !== undefined);
  }

  get partnerCodes(): string[] {
    return [...this.#partners].sort();
  }

  get bases(): Set<AccountingBasis | null> {
    return new Set([...this.#kinds.keys()].map(({ basis }) => basis));
  }

  toDataset(
    description: DatasetDescription,
    partners: readonly Partner[],
    rejected: Readonly<Record<string, number>>,
    notSelected = 0,
    reporter: string | null = null,
  ): TradeDataset {
    const kept = new KeptSeries(this.#columns(), reporter);
    // Products of records that were left out are known as well.
    const systems = this.#products
      .filter((_, bit) => notSelected > 0 || this.#used[bit >> 3]! & (128 >> (bit & 7)))
      .map(productSystem);
    return {
      description,
      partners,
      productSystems: new Set(systems.filter((system) => system !== null)),
      listed: {
        products: notSelected > 0 && this.isOfFew ? null : [...this.#products].sort(),
        pairs: notSelected > 0 ? null : () => kept.pairs(),
      },
      ...(this.acrossPartners && { acrossPartners: this.acrossPartners }),
      rejected,
      refuseHiddenWhole,
      leavesOut: notSelected > 0,
      recordsRead:
        this.count + notSelected + Object.values(rejected).reduce((sum, count) => sum + count, 0),
      seriesOf: (partner) => kept.of(partner),
    };
  }

  #columns(): KeptColumns {
    const { reporters, partners, products, kinds, starts, labels } = this.#of;
    this.#words.vintages.numberOf(this.#vintage);
    return {
      words: this.#words,
      reporters: reporters.toArray(),
      partners: partners.toArray(),
      products: products.toArray(),
      kinds: kinds.toArray(),
      vintages: new Int32Array(reporters.length),
      starts: starts.toArray(),
      labels: labels.toArray(),
      values: this.#values.toArray(),
      gaps: new Map(),
      statuses: null,
      summed: { products: this.#products, presence: this.#presence },
    };
  }
}

function editionOf<Id>(all: Map<Id, OfEdition>, id: Id, kind: Kind, level: string): OfEdition {
  const own = all.get(id) ?? { kind, level, byLabel: new Map() };
  all.set(id, own);
  return own;
}

/** Whether the code itself has a record wherever its parts have one, so that none of these is taken. */
function isWithinWholes({ wholes, parts }: Group): boolean {
  const labels = new Set([...wholes.values()].flatMap(({ byLabel }) => [...byLabel.keys()]));
  return [...parts.values()].every(({ byLabel }) =>
    [...byLabel.keys()].every((label) => labels.has(label)),
  );
}

/** @throws NeedsRows where a sum of parts is not what the records one by one would be. */
function refuseUnlike({ target, parts }: Group, mayOverlap: boolean): void {
  const all = [...parts.values()];
  if (new Set(all.map(({ level }) => level)).size > 1) {
    throw new NeedsRows(`${target} has no record of its own, and its parts are of several levels`);
  }
  const cells = mayOverlap ? all.flatMap(({ byLabel }) => [...byLabel]) : [];
  if (overlap([...new Map(cells.map(([label, { period }]) => [label, period])).values()])) {
    throw new NeedsRows(`parts of ${target} have records of periods that hold each other`);
  }
  const stated = all.filter(({ kind }) => kind.edition !== undefined).length;
  if (stated > 0 && stated < all.length) {
    throw new NeedsRows(`some parts of ${target} state no edition of their classification`);
  }
}

/** @throws NeedsRows where there are more records than products. */
function checked(cell: Cell): Cell {
  if (bitsOf(cell.products) !== cell.count) throw new NeedsRows("a record is repeated");
  return cell;
}

function joined(one: Cell, other: Cell): Cell {
  const value = one.value + other.value;
  if (!Number.isSafeInteger(value)) throw new NeedsRows("a sum is too large");
  const products = withBits(one.products.slice(), other.products);
  return checked({ period: one.period, value, count: one.count + other.count, products });
}

/** The first bits with those of others set as well: the same bytes, where they are as many. */
function withBits(bytes: Uint8Array, others: Uint8Array): Uint8Array {
  let all = bytes;
  if (others.length > bytes.length) {
    all = new Uint8Array(others.length);
    all.set(bytes);
  }
  for (let at = 0; at < others.length; at += 1) all[at]! |= others[at]!;
  return all;
}

/** Whether one of several different periods holds a month of another. */
function overlap(periods: readonly Period[]): boolean {
  const sorted = [...periods].sort((a, b) => a.first - b.first);
  return sorted.some((period, at) => at > 0 && sorted[at - 1]!.last >= period.first);
}
