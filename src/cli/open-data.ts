import { type OpenSources, openSources } from "../sources/open.ts";
import type { DataOptions } from "./options.ts";
import { progressLine } from "./reading-progress.ts";

/**
 * Opens the data that the command line names, and shows how far long reading is.
 * @param wanted the partners that a question names; null for all.
 */
export function openData(
  options: DataOptions,
  wanted: readonly string[] | null,
): Promise<OpenSources> {
  const line = progressLine();
  return openSources({
    data: options.data,
    as: options.as ?? null,
    missing: options.missing,
    where: options.where,
    skipInvalid: options.skipInvalid ?? false,
    wanted,
    progress: line.tell,
  }).finally(line.done);
}
