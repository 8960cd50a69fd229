import type { Gap, SeriesKey } from "../../records/record.ts";
import type { StoredSeries } from "../dataset.ts";
import { Numbered } from "./growing.ts";
import { KeptValues } from "./kept-values.ts";
import type { KeptStatuses } from "./statuses.ts";
import { type Presence, SummedRecords } from "./summed.ts";

/** Everything of a key but reporter, partner and product. */
export type Kind = Omit<SeriesKey, "reporter" | "partner" | "product">;

/** The words of which keys are made, each kept once. */
export class KeyWords {
  readonly reporters = new Numbered<string>();
  readonly partners = new Numbered<string>();
  readonly products = new Numbered<string>();
  readonly kinds: Kind[] = [];
  readonly vintages = new Numbered<string | null>();
  readonly labels = new Numbered<string>();
  #latest = -1;

  /** The number of a kind of figure, of which there are few. */
  kindOf(key: Kind): number {
    const latest = this.kinds[this.#latest];
    if (latest === undefined || !isSameKind(latest, key)) {
      this.#latest = this.kinds.findIndex((kind) => isSameKind(kind, key));
      if (this.#latest < 0) {
        const { reporter: _, partner: __, product: ___, ...kind } = key as SeriesKey;
        this.#latest = this.kinds.push(kind) - 1;
      }
    }
    return this.#latest;
  }

  /** What a series is about, by the numbers of its words. */
  keyOf(reporter: number, partner: number, product: number, kind: number): SeriesKey {
    return {
      reporter: this.reporters.things[reporter]!,
      partner: this.partners.things[partner]!,
      product: this.products.things[product]!,
      ...this.kinds[kind]!,
    };
  }
}

function isSameKind(a: Kind, b: Kind): boolean {
  return (
    a.flow === b.flow &&
    a.sector === b.sector &&
    a.flowBasis === b.flowBasis &&
    a.valuation === b.valuation &&
    a.basis === b.basis &&
    a.edition === b.edition &&
    a.adjusted === b.adjusted &&
    a.currency === b.currency &&
    a.prices === b.prices
  );
}

/** Series in a compact form: their words by number, and the values of each beside each other. */
export interface KeptColumns {
  readonly words: KeyWords;
  readonly reporters: Int32Array;
  readonly partners: Int32Array;
  readonly products: Int32Array;
  readonly kinds: Int32Array;
  readonly vintages: Int32Array;
  /** Where the values of each series begin; one more number for where those of the last end. */
  readonly starts: Int32Array;
  /** The number of each value's period, ascending within a series. */
  readonly labels: Int32Array;
  readonly values: Float64Array;
  /** Why figures that are listed have no value, by series and period. */
  readonly gaps: ReadonlyMap<number, ReadonlyMap<string, Gap>>;
  /** What publishers say of figures, in the order of their values; null where of none. */
  readonly statuses: KeptStatuses | null;
  /** The records that were added up, in the order of the values, where series are sums. */
  readonly summed?: {
    readonly products: readonly string[];
    readonly presence: readonly Presence[];
  };
}

/** The series of a file, made into objects partner by partner when they are asked for. */
export class KeptSeries {
  readonly #columns: KeptColumns;
  /** The series of each partner beside each other, and where those of each begin. */
  readonly #byPartner: Int32Array;
  readonly #starts: Int32Array;
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #made = new Map<string, readonly StoredSeries[]>();
  readonly #reporter: number;
  #ranks: Ranks | null = null;

  /** @param reporter whose series alone are asked for, where there are any; null: those of all. */
  constructor(columns: KeptColumns, reporter: string | null) {
    const { partners, words } = columns;
    this.#columns = columns;
    this.#reporter = reporter === null ? -1 : words.reporters.find(reporter);
    const names = words.partners.things;
    this.#numberOf = new Map(names.map((name, number) => [name, number]));
    const { starts, order } = grouped(partners, names.length);
    this.#starts = starts;
    this.#byPartner = order;
  }

  /** Every series of a partner, in an order that does not depend on that of the records. */
  of(partner: string): readonly StoredSeries[] {
    const known = this.#made.get(partner);
    if (known) return known;
    const number = this.#numberOf.get(partner);
    if (number === undefined) return [];
    const all = this.#byPartner.subarray(this.#starts[number], this.#starts[number + 1]);
    const { reporters } = this.#columns;
    const isAsked = (series: number) => this.#reporter < 0 || reporters[series] === this.#reporter;
    const own = all.filter(isAsked);
    this.#ranks ??= new Ranks(this.#columns.words);
    const made = Array.from(this.#ranks.sorted(own, this.#columns), (series) => this.one(series));
    this.#made.set(partner, made);
    return made;
  }

  one(series: number): StoredSeries {
    return new KeptOne(this.#columns, series);
  }

  /** Every series, one at a time and in no order, of which none is kept. */
  *each(): Generator<StoredSeries> {
    for (const series of this.#columns.reporters.keys()) yield this.one(series);
  }

  /** The reporter and partner of every series, whoever's series are asked for. */
  *pairs(): Generator<readonly [reporter: string, partner: string]> {
    const { reporters, partners, words } = this.#columns;
    for (const [series, reporter] of reporters.entries()) {
      yield [words.reporters.things[reporter]!, words.partners.things[partners[series]!]!];
    }
  }
}

/** Numbers put in groups: `order` holds the indexes of group 0, then those of group 1, … */
export function grouped(
  groups: Int32Array,
  count: number,
): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const group of groups) starts[group + 1]! += 1;
  for (let group = 0; group < count; group += 1) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const order = new Int32Array(groups.length);
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index]!;
    order[next[group]!] = index;
    next[group]! += 1;
  }
  return { starts, order };
}

/** The places of words in their order, by which series are sorted without making texts of them. */
class Ranks {
  readonly #reporters: Float64Array;
  readonly #products: Float64Array;
  readonly #flows: Float64Array;
  readonly #rests: Float64Array;

  constructor({ reporters, products, kinds }: KeyWords) {
    // Texts of keys are joined with a bar, which stands behind letters and digits.
    const restOf = (kind: Kind) => {
      const { sector, flowBasis, valuation, basis, edition, adjusted, currency, prices } = kind;
      const plain = [sector, flowBasis, valuation, basis];
      if (prices !== undefined) return [...plain, edition, adjusted, currency, prices].join("|");
      const isPlain = edition === undefined && adjusted === undefined && currency === undefined;
      return (isPlain ? plain : [...plain, edition, adjusted, currency]).join("|");
    };
    this.#rests = ranksOf(kinds.map(restOf));
    const flows = ranksOf(kinds.map(({ flow }) => flow));
    const productRanks = ranksOf(products.things.map((product) => `${product}|`));
    const reporterRanks = ranksOf(reporters.things.map((reporter) => `${reporter}|`));
    // Each rank counts for more than all that stand behind it in a key.
    const one = kinds.length + 1;
    this.#products = productRanks.map((rank) => rank * one);
    this.#flows = flows.map((rank) => rank * one * (products.things.length + 1));
    const all = one * (products.things.length + 1) * (kinds.length + 1);
    this.#reporters = reporterRanks.map((rank) => rank * all);
  }

  sorted(series: Int32Array, { reporters, products, kinds }: KeptColumns): Int32Array {
    const rankOf = (one: number) => {
      const kind = kinds[one]!;
      return (
        this.#reporters[reporters[one]!]! +
        this.#flows[kind]! +
        this.#products[products[one]!]! +
        this.#rests[kind]!
      );
    };
    const ranks = Float64Array.from(series, rankOf);
    if (isAscending(ranks)) return series;
    const places = Int32Array.from(series, (_, at) => at);
    places.sort((a, b) => ranks[a]! - ranks[b]!);
    return places.map((at) => series[at]!);
  }
}

function isAscending(numbers: Float64Array): boolean {
  for (let at = 1; at < numbers.length; at += 1) {
    if (numbers[at - 1]! > numbers[at]!) return false;
  }
  return true;
}

/** The place of each text among all of them in order; equal texts have the same. */
function ranksOf(texts: readonly string[]): Float64Array {
  const sorted = [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
  const ranks = new Map(sorted.map((text, rank) => [text, rank]));
  return Float64Array.from(texts, (text) => ranks.get(text)!);
}

const NO_GAPS: ReadonlyMap<string, Gap> = new Map();

/** There may be a million of them, so only their keys are held as objects. */
class KeptOne implements StoredSeries {
  readonly key: SeriesKey;
  readonly #columns: KeptColumns;
  readonly #series: number;

  constructor(columns: KeptColumns, series: number) {
    const { words, reporters, partners, products, kinds } = columns;
    const { flow, ...kind } = words.kinds[kinds[series]!]!;
    this.#columns = columns;
    this.#series = series;
    this.key = {
      reporter: words.reporters.things[reporters[series]!]!,
      partner: words.partners.things[partners[series]!]!,
      flow,
      product: words.products.things[products[series]!]!,
      ...kind,
    };
  }

  get gaps(): ReadonlyMap<string, Gap> {
    return this.#columns.gaps.get(this.#series) ?? NO_GAPS;
  }

  get values(): ReadonlyMap<string, number> {
    return new KeptValues(this.#columns, this.#series);
  }

  get statusOf(): ((label: string) => string) | undefined {
    const { statuses } = this.#columns;
    if (statuses === null) return undefined;
    return (label) => {
      const at = new KeptValues(this.#columns, this.#series).placeOf(label);
      return at < 0 ? "" : statuses.words[statuses.numbers[at]!]!;
    };
  }

  get sumOf(): SummedRecords | undefined {
    const { summed, starts } = this.#columns;
    if (!summed || !this.key.product.endsWith("*")) return undefined;
    const values = new KeptValues(this.#columns, this.#series);
    const all = summed.presence.slice(starts[this.#series], starts[this.#series + 1]);
    const at = (label: string) => summed.presence[values.placeOf(label)];
    return new SummedRecords(summed.products, { at, all });
  }

  get vintage(): string | null {
    const { words, vintages } = this.#columns;
    return words.vintages.things[vintages[this.#series]!]!;
  }
}
