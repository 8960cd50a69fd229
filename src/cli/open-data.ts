import type { AskedRecords } from "../sources/asked.ts";
import { type OpenSources, openSources } from "../sources/open.ts";
import { fetchedVintages } from "./fetched-vintages.ts";
import { type DataOptions, readingWords } from "./options.ts";
import { leaveLine } from "./progress.ts";
import { progressLine } from "./reading-progress.ts";

/**
 * Opens the data that the command line names, and shows how far long reading is.
 * @param askedOf finds the records that the question needs, where there are files to read.
 */
export async function openData(
  options: DataOptions,
  askedOf: () => Promise<AskedRecords>,
): Promise<OpenSources> {
  const fetched = await fetchedVintages(options);
  const hasFiles = options.data.length + fetched.length > 0;
  const line = progressLine();
  let isSlow = false;
  const opened = await openSources({
    data: options.data,
    as: options.as ?? null,
    missing: options.missing,
    where: options.where,
    reading: readingWords(options),
    skipInvalid: options.skipInvalid ?? false,
    ...(hasFiles && { asked: await askedOf() }),
    fetched,
    vintages: { vintage: options.vintage ?? null, asOf: options.asOf ?? null },
    progress: line.tell,
  }).finally(() => {
    isSlow = line.done();
  });
  // Much to read is much to compute with.
  if (isSlow) leaveLine("computing");
  return opened;
}
