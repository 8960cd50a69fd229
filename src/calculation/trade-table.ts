import { InputError } from "../errors.ts";
import { keptIn } from "../kept-in.ts";
import { areDisjoint, isPartOf } from "../products/classification.ts";
import type { ProductLevel, ProductSelection } from "../products/product.ts";
import { isWithin, productSystem } from "../products/product.ts";
import { witsGroups } from "../products/wits-groups.ts";
import { ALL_PRODUCTS, WORLD } from "../records/record.ts";
import type { Preferences } from "../selection/figure.ts";
import { isWanted } from "../selection/select.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import { SummedRecords } from "../sources/records/summed.ts";

/** A dataset of one or several reporters, put in order so that each figure is found at once. */
export class TradeTable {
  readonly dataset: TradeDataset;
  /** Every economy whose own records are in the data; a published world is not among them. */
  readonly reporters: readonly string[];
  /** The same and the wholes among them, such as the EU, but for a published world. */
  readonly allReporters: readonly string[];
  /** Every partner but aggregates. */
  readonly partners: readonly string[];
  /** Partners that are aggregates, the world included. */
  readonly aggregates: readonly string[];
  readonly hasWorldReporter: boolean;
  readonly #series = new Map<string, StoredSeries[]>();
  readonly #narrowed = new Map<string, TradeDataset>();
  readonly #byPrefix = new Map<string, Map<string, StoredSeries[]>>();

  constructor(dataset: TradeDataset, preferences: Preferences) {
    this.dataset = dataset;
    const wishes = { ...preferences, reporter: null };
    const reporters = new Set<string>();
    for (const { code } of dataset.partners) {
      for (const { key } of dataset.totals?.seriesOf(code) ?? []) {
        if (isWanted(key, wishes)) reporters.add(key.reporter);
      }
      for (const series of dataset.seriesOf(code)) {
        if (!isWanted(series.key, wishes)) continue;
        reporters.add(series.key.reporter);
        keptIn(this.#series, `${series.key.reporter}|${code}`, () => []).push(series);
      }
    }
    // Lists that grew have room for more, which thousands would keep.
    for (const [pair, all] of this.#series) this.#series.set(pair, all.slice());
    this.hasWorldReporter = reporters.delete(WORLD);
    const wholes = dataset.partners.filter(({ kind }) => kind === "aggregate");
    this.aggregates = wholes.map(({ code }) => code);
    this.allReporters = [...reporters].sort();
    this.reporters = this.allReporters.filter((code) => !this.aggregates.includes(code));
    this.partners = dataset.partners
      .map(({ code }) => code)
      .filter((code) => code !== WORLD && !this.aggregates.includes(code));
  }

  seriesOf(reporter: string, partner: string): readonly StoredSeries[] {
    return this.#series.get(`${reporter}|${partner}`) ?? [];
  }

  /** The products of these reporters with these partners, each a code of one level of one system. */
  productsOf(
    reporters: readonly string[],
    partners: readonly string[],
    product: ProductSelection,
    level: ProductLevel,
  ): string[] {
    const codes = new Set<string>();
    const summed: SummedRecords[] = [];
    for (const reporter of reporters) {
      for (const partner of partners) {
        for (const { key, sumOf } of this.seriesOf(reporter, partner)) {
          if (sumOf && this.dataset.acrossPartners) summed.push(sumOf);
          else if (isMember(key.product, product, level)) codes.add(key.product);
        }
      }
    }
    for (const code of SummedRecords.productsOf(summed)) {
      if (isMember(code, product, level)) codes.add(code);
    }
    if (level.digits === null && product.codes.length > 1) return [...product.codes];
    const groups = ofOneCut(codes, level);
    if (groups) return groups;
    const length = lengthOf(codes, level);
    if (length === null) return [];
    const members = [...codes].map((code) => code.slice(0, length));
    return withoutParts([...new Set(members)].filter((code) => code.length === length).sort());
  }

  /** The dataset as if it held no more than what a figure of this product can be made of. */
  narrowed(reporter: string, product: ProductSelection): TradeDataset {
    const only = product.excluded.length === 0 && product.codes.length === 1;
    const code = only ? product.codes[0]! : null;
    const id = `${reporter}|${code}`;
    return keptIn(this.#narrowed, id, () => ({
      ...this.dataset,
      seriesOf: (partner) =>
        code === null ? this.seriesOf(reporter, partner) : this.#seriesFor(reporter, partner, code),
    }));
  }

  #seriesFor(reporter: string, partner: string, code: string): readonly StoredSeries[] {
    const id = `${reporter}|${partner}|${code.length}`;
    const byPrefix = keptIn(this.#byPrefix, id, () => {
      const made = new Map<string, StoredSeries[]>();
      for (const series of this.seriesOf(reporter, partner)) {
        const own = series.key.product;
        const above = own === ALL_PRODUCTS || own.length < code.length;
        const under = above ? ALL_PRODUCTS : own.slice(0, code.length);
        keptIn(made, under, () => []).push(series);
      }
      return made;
    });
    return [...(byPrefix.get(ALL_PRODUCTS) ?? []), ...(byPrefix.get(code) ?? [])];
  }
}

function isMember(code: string, product: ProductSelection, { system }: ProductLevel): boolean {
  if (code === ALL_PRODUCTS) return false;
  if (system !== null && productSystem(code) !== system) return false;
  if (product.excluded.some((each) => isWithin(code, each))) return false;
  return product.codes.length === 0 || product.codes.some((each) => isWithin(code, each));
}

/**
 * The groups of WITS that are members: its sectors, which are all trade, or the one other cut that the
 * data have. Stages of processing and SITC groups count the same trade again. null for other systems.
 */
function ofOneCut(codes: ReadonlySet<string>, { system, digits }: ProductLevel): string[] | null {
  const all = [...codes].filter((code) => productSystem(code) === "wits");
  if (all.length === 0 || (all.length < codes.size && system !== "wits")) return null;
  if (digits !== null) {
    throw new InputError(
      "--by: product groups of WITS are words, whose length tells no level (use --by wits for its sectors)",
    );
  }
  const cutOf = (code: string) => witsGroups.find((one) => `wits:${one.code}` === code)?.cut;
  for (const cut of ["sector", "stage of processing", "SITC group"] as const) {
    const members = all.filter((code) => cutOf(code) === cut).sort();
    if (members.length > 0 && areDisjoint(members)) return members;
  }
  throw new InputError(
    "--by: the product groups of these data overlap, so that they have no sum (name some with --product)",
  );
}

/** Codes of one length of which some may hold others, such as 205 and 206 of services. */
function withoutParts(codes: readonly string[]): string[] {
  if (!codes.some((code) => code.startsWith("ebops:"))) return [...codes];
  return codes.filter((code) => !codes.some((one) => one !== code && isPartOf(code, one)));
}

/** How long the codes of the members are; levels and systems that the user must choose stop here. */
function lengthOf(codes: ReadonlySet<string>, { digits }: ProductLevel): number | null {
  const systems = new Set([...codes].map(productSystem));
  if (systems.size > 1) {
    throw new InputError(
      `--by: the data hold products of several systems that count the same goods (${[...systems].sort().join(", ")}); name one (use --by ${[...systems].sort()[0]}2)`,
    );
  }
  const [code] = codes;
  if (code === undefined) return null;
  const prefix = code.indexOf(":") + 1;
  if (digits !== null) return prefix + digits;
  const lengths = [...new Set([...codes].map((each) => each.length))].sort((a, b) => a - b);
  if (lengths.length === 1) return lengths[0]!;
  const levels = lengths.map((length) => `${productSystem(code)}${length - prefix}`);
  throw new InputError(
    `--by: the data hold products at several levels (${levels.join(", ")}), and a whole is never added to its parts; name one (use --by ${levels[0]})`,
  );
}
