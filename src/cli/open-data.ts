import type { AskedRecords } from "../sources/asked.ts";
import { type OpenSources, openSources } from "../sources/open.ts";
import type { DataOptions } from "./options.ts";
import { progressLine } from "./reading-progress.ts";

/**
 * Opens the data that the command line names, and shows how far long reading is.
 * @param asked the records that the question needs.
 */
export function openData(options: DataOptions, asked: AskedRecords): Promise<OpenSources> {
  const line = progressLine();
  return openSources({
    data: options.data,
    as: options.as ?? null,
    missing: options.missing,
    where: options.where,
    skipInvalid: options.skipInvalid ?? false,
    asked,
    progress: line.tell,
  }).finally(line.done);
}
