import { InputError } from "../../errors.ts";
import { asideReasons } from "../formats/asides.ts";
import type { GatheredRecords } from "./gathered.ts";
import type { LoadedRecords } from "./load.ts";

/** The error for files of which every figure was set aside, so that nothing can be answered. */
export function noRecordsError(
  files: readonly string[],
  { collection, read, asides }: LoadedRecords<GatheredRecords>,
): InputError | null {
  const told = Object.entries(asides).filter(([reason]) => asideReasons[reason] !== undefined);
  const [most] = told.sort(([, a], [, b]) => b - a);
  const counted = told.reduce((sum, [, count]) => sum + count, 0);
  if (!most || collection.count > 0 || counted < read) return null;
  const [reason, count] = most;
  const all = count === read ? "all" : String(count);
  return new InputError(
    `${files.join(", ")}: no figure is a record of trade: ${all} ${asideReasons[reason]}`,
    "See trade-metrics data check for everything that the file holds.",
  );
}
