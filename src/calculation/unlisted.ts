import { isWithin } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import type { Flow } from "../records/record.ts";
import { amountOf } from "../selection/amount.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";

/** A flow without a record; reporter null: the only one. */
interface Unlisted {
  readonly reporter: string | null;
  readonly partner: string;
  readonly flow: Flow;
  readonly codes: readonly string[];
  readonly period: Period;
}

/**
 * Whether a flow that is not listed is one of nothing by its publisher's word, who lists only flows
 * above zero. Files are cut, though, to a product, to some countries, or to the trade of a few with all
 * others: of what was cut off nothing is known, so the data must have the product, the partner and the
 * period, and the pair must not be one of two that trade with the same few alone.
 */
export function isListedElsewhere(dataset: TradeDataset, asked: Unlisted): boolean {
  const { reporter, partner, flow, codes, period } = asked;
  return (
    dataset.absentIsZero === true &&
    covers(dataset, reporter, flow, period) &&
    dataset.partners.some(({ code }) => code === partner) &&
    codes.every((code) => hasProduct(dataset, code)) &&
    !isBetweenOthers(dataset, reporter, partner)
  );
}

const covered = new WeakMap<TradeDataset, Map<string, boolean>>();

/**
 * Whether the data have any figure of the reporter's flow in the period: of another period, and of
 * what others reported, nothing is known.
 */
export function covers(
  dataset: TradeDataset,
  reporter: string | null,
  flow: Flow,
  period: Period,
): boolean {
  return kept(covered, dataset, `${reporter}|${flow}|${period.label}`, () =>
    someSeries(
      dataset,
      (series) =>
        series.key.flow === flow &&
        (reporter ?? series.key.reporter) === series.key.reporter &&
        amountOf(series, period).kind === "sum",
    ),
  );
}

const products = new WeakMap<TradeDataset, Map<string, boolean>>();

/** Of the products of rows that were not read it is known only that there are those of many kinds. */
function hasProduct(dataset: TradeDataset, code: string): boolean {
  return kept(products, dataset, code, () => {
    const all = dataset.listed?.products;
    if (all) return all.some((one) => isWithin(one, code));
    const chapters = new Set<string>();
    return someSeries(dataset, ({ key }) => {
      chapters.add(key.product.slice(0, key.product.indexOf(":") + 3));
      return isWithin(key.product, code) || chapters.size > 1;
    });
  });
}

type Network = ReadonlyMap<string, ReadonlySet<string>>;

const networks = new WeakMap<TradeDataset, Network>();

/** With whom each country has any figure; empty where that is not known. */
function networkOf(dataset: TradeDataset): Network {
  const known = networks.get(dataset);
  if (known) return known;
  const network = new Map<string, Set<string>>();
  const join = (one: string, other: string) => {
    const own = network.get(one) ?? new Set<string>();
    network.set(one, own.add(other));
  };
  for (const [reporter, partner] of dataset.listed?.pairs?.() ?? []) {
    join(reporter, partner);
    join(partner, reporter);
  }
  networks.set(dataset, network);
  return network;
}

const between = new WeakMap<TradeDataset, Map<string, boolean>>();

/**
 * Whether a file seems to be cut to the trade of a few countries with all others, and the pair to be
 * two of the others: all that there is has one of the reporter's partners at one end, and each of them
 * trades with more countries than the reporter does.
 */
function isBetweenOthers(dataset: TradeDataset, reporter: string | null, partner: string): boolean {
  if (reporter === null) return false;
  const network = networkOf(dataset);
  if (!network.has(reporter)) return false;
  return kept(between, dataset, `${reporter}|${partner}`, () =>
    [reporter, partner].every((one) => {
      const hubs = network.get(one) ?? new Set<string>();
      const isHub = (code: string) => network.get(code)!.size > hubs.size;
      const touches = ([code, others]: readonly [string, ReadonlySet<string>]) =>
        hubs.has(code) || [...others].every((other) => hubs.has(other));
      return [...hubs].every(isHub) && [...network].every(touches);
    }),
  );
}

/** Why nothing is known of a flow of data that list only flows above zero; null where it is outside them. */
export function whyUnknown(dataset: TradeDataset, asked: Unlisted): string | null {
  const { reporter, partner, codes } = asked;
  const { id } = dataset.description;
  const lacking = codes.find((code) => !hasProduct(dataset, code));
  if (lacking !== undefined)
    return `${id} has no figure of ${lacking} with anyone, as if it were cut to other products: that is not known to be zero`;
  if (!isBetweenOthers(dataset, reporter, partner)) return null;
  return `${id} seems to be cut to the trade of a few countries with all others: of the trade of ${reporter} with ${partner} nothing is known`;
}

function someSeries(dataset: TradeDataset, is: (series: StoredSeries) => boolean): boolean {
  return dataset.partners.some(({ code }) => dataset.seriesOf(code).some(is));
}

function kept(
  known: WeakMap<TradeDataset, Map<string, boolean>>,
  dataset: TradeDataset,
  id: string,
  find: () => boolean,
): boolean {
  const found = known.get(dataset) ?? new Map<string, boolean>();
  known.set(dataset, found);
  const answer = found.get(id) ?? find();
  found.set(id, answer);
  return answer;
}
