import { openEmbeddedPrices, openEmbeddedShares } from "../sources/embedded/embedded.ts";
import { type FetchedVintage, wishedFor } from "../sources/fetched-vintages.ts";
import type { PriceIndex } from "../sources/prices.ts";
import type { SharesDataset } from "../sources/shares.ts";
import type { ClaimFile } from "./file/schema.ts";

const SHARES = "tiva-shares";
const PRICES = "cpi-u";

/** The editions of published shares that a claim file may ask. */
export interface ShareEditions {
  /** By name; for null the newest that the report knew, be it embedded or fetched. */
  of(vintage: string | null): SharesDataset | null;
  /** The names of those that are open, newest first. */
  readonly names: readonly string[];
}

/**
 * Opens published shares. Of those that were fetched only the newest of then and of now, and what claims
 * name, is read.
 * @param asOf the day of the report; null for any.
 */
export async function openShareEditions(
  fetched: readonly FetchedVintage[],
  asOf: string | null,
  { claims }: Pick<ClaimFile, "claims">,
): Promise<ShareEditions> {
  const all = wishedFor(SHARES, fetched, { vintage: null, asOf: null }).reverse();
  const newest = wishedFor(SHARES, fetched, { vintage: null, asOf }).at(-1);
  const named = new Set(claims.map(({ vintage }) => vintage));
  const editions = new Map<string, SharesDataset>();
  for (const one of all) {
    // What was released after the report may be what its author is corrected with.
    if (one !== newest && one !== all[0] && !named.has(one.vintage)) continue;
    const { openFetchedShares } = await import("../sources/fetched-shares.ts");
    editions.set(one.vintage, (await openFetchedShares(one)).dataset);
  }
  let embedded: SharesDataset | null = null;
  const embeddedShares = () => {
    embedded ??= openEmbeddedShares(SHARES);
    return embedded;
  };
  return {
    of(vintage) {
      if (vintage === null) return newest ? editions.get(newest.vintage)! : embeddedShares();
      const found = editions.get(vintage);
      if (found) return found;
      return embeddedShares().description.vintage === vintage ? embeddedShares() : null;
    },
    get names() {
      return [...editions.keys(), embeddedShares().description.vintage!];
    },
  };
}

/** Consumer prices, which are never revised: the embedded months with those that were fetched last. */
export async function openClaimPrices(
  fetched: readonly FetchedVintage[],
): Promise<() => PriceIndex> {
  let index: PriceIndex | null = null;
  const newest = wishedFor(PRICES, fetched, { vintage: null, asOf: null }).at(-1);
  const withFetched = newest && (await import("../sources/fetched-prices.ts")).withFetchedPrices;
  return () => {
    if (index === null) {
      const embedded = openEmbeddedPrices(PRICES);
      index = newest && withFetched ? withFetched(embedded, newest) : embedded;
    }
    return index;
  };
}
