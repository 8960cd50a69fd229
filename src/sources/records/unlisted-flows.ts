import { isWithin } from "../../products/product.ts";
import type { TradeDataset, UnlistedFlows } from "../dataset.ts";
import { remembered } from "../remembered.ts";

type Network = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What is known of flows that are not listed in data whose publisher lists only flows above zero. Files
 * are cut, though, to a product, to some countries, or to the trade of a few with all others, and of
 * what was cut off nothing is known: the data must have the product and the partner, and the pair must
 * not be one of two that trade with the same few alone.
 */
export function unlistedFlows(dataset: TradeDataset): UnlistedFlows {
  const { id } = dataset.description;
  const hasProduct = remembered((code) => productIsListed(dataset, code));
  let network: Network | undefined;
  const isLeftOut = remembered((country) => {
    network ??= networkOf(dataset);
    return seesOnlyHubs(network, country);
  });
  return {
    unknownBecause({ reporter, partner, codes }) {
      const lacking = codes.find((code) => !hasProduct(code));
      if (lacking !== undefined) {
        return `${id} has no figure of ${lacking} with anyone, as if it were cut to other products: that is not known to be zero`;
      }
      if (!dataset.partners.some(({ code }) => code === partner)) return "";
      if (reporter === null || !isLeftOut(reporter) || !isLeftOut(partner)) return null;
      return `${id} seems to be cut to the trade of a few countries with all others: of the trade of ${reporter} with ${partner} nothing is known`;
    },
  };
}

/** Of the products of rows that were not read it is known only that there are those of many kinds. */
function productIsListed(dataset: TradeDataset, code: string): boolean {
  const all = dataset.listed?.products;
  if (all) return all.some((one) => isWithin(one, code));
  const chapters = new Set<string>();
  return dataset.partners.some((partner) =>
    dataset.seriesOf(partner.code).some(({ key }) => {
      chapters.add(key.product.slice(0, key.product.indexOf(":") + 3));
      return isWithin(key.product, code) || chapters.size > 1;
    }),
  );
}

/** With whom each country has any figure; empty where that is not known. */
function networkOf(dataset: TradeDataset): Network {
  const network = new Map<string, Set<string>>();
  const join = (one: string, other: string) => {
    const own = network.get(one) ?? new Set<string>();
    network.set(one, own.add(other));
  };
  for (const [reporter, partner] of dataset.listed?.pairs?.() ?? []) {
    join(reporter, partner);
    join(partner, reporter);
  }
  return network;
}

/**
 * Whether a file seems to be cut to the trade of a country's partners with all others, and the country
 * to be one of the others: all that there is has one of these partners at one end, and each of them
 * trades with more countries than it does.
 */
function seesOnlyHubs(network: Network, country: string): boolean {
  const hubs = network.get(country);
  if (!hubs) return false;
  const isHub = (code: string) => network.get(code)!.size > hubs.size;
  const touches = ([code, others]: readonly [string, ReadonlySet<string>]) =>
    hubs.has(code) || [...others].every((other) => hubs.has(other));
  return [...hubs].every(isHub) && [...network].every(touches);
}
