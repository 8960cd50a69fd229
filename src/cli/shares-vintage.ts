import { InputError } from "../errors.ts";
import { openEmbeddedShares } from "../sources/embedded/embedded.ts";
import { wishedFor } from "../sources/fetched-vintages.ts";
import type { SharesDataset } from "../sources/shares.ts";
import type { Warning } from "../warning.ts";
import { fetchedVintagesOf } from "./fetched-vintages.ts";
import type { FormatOptions } from "./options.ts";

/**
 * Published shares of the vintage wished for: the newest that was fetched, or else the embedded one.
 * Editions of shares are not comparable, so one answers whole.
 * @throws InputError where there is no such vintage.
 */
export async function sharesOfVintage(
  id: string,
  options: FormatOptions,
): Promise<{ dataset: SharesDataset; warnings: readonly Warning[] }> {
  const { vintage = null, asOf = null } = options;
  const embedded = openEmbeddedShares(id);
  const own = embedded.description.vintage;
  const all = await fetchedVintagesOf(id, options);
  const fetched = wishedFor(id, all, { vintage, asOf }).at(-1);
  if (fetched === undefined) {
    if (vintage === null || vintage === own) return { dataset: embedded, warnings: [] };
    const names = [own, ...all.map((one) => one.vintage)].join(", ");
    throw new InputError(`--vintage: ${id} has no vintage ${vintage} (it has ${names})`);
  }
  const { openFetchedShares } = await import("../sources/fetched-shares.ts");
  return openFetchedShares(fetched, options.where);
}
