import type { Warning } from "../warning.ts";
import { openEmbeddedShares } from "./embedded/embedded.ts";
import type { FetchedVintage } from "./fetched-vintages.ts";
import type { SharesDataset } from "./shares.ts";
import { openSharesFiles } from "./shares-files.ts";

/**
 * Published shares of a vintage that was fetched. Editions of shares are not comparable, so one answers
 * whole.
 * @param where conditions `column=text` on the rows of its files.
 * @throws InputError where its files cannot be read.
 */
export async function openFetchedShares(
  { dataset: id, paths, vintage, sha256 }: FetchedVintage,
  where: readonly string[] = [],
): Promise<{ dataset: SharesDataset; warnings: readonly Warning[] }> {
  const plain = { as: null, missing: [], where, skipInvalid: false };
  const { dataset, warnings } = await openSharesFiles([...paths], plain);
  const { coverage } = dataset.description;
  const embedded = openEmbeddedShares(id).description;
  const description = { ...embedded, coverage, vintage, sha256 };
  return { dataset: { ...dataset, description }, warnings };
}
