import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { InputError } from "../../errors.ts";
import { ENTRIES_LIMIT, RATIO_LIMIT, UNPACKED_LIMIT } from "./limits.ts";
import type { OtherPacking } from "./unpack-others.ts";

export type Container = "gzip" | "zip" | "parquet" | "tar" | OtherPacking | "text";

/** How many bytes of the start tell what a file is. */
export const START_BYTES = 264;

/** What a file is, by its first bytes. */
export function containerOf(start: Uint8Array): Container {
  const magic = Buffer.from(start.subarray(0, 4)).toString("latin1");
  if (magic.startsWith("\x1f\x8b")) return "gzip";
  if (magic === "PK\x03\x04" || magic === "PK\x05\x06") return "zip";
  if (magic === "\x28\xb5\x2f\xfd") return "zstd";
  if (/^BZh[1-9]/.test(magic)) return "bzip2";
  if (magic === "\xfd7zX") return "xz";
  const tar = Buffer.from(start.subarray(257, 262)).toString("latin1");
  if (tar === "ustar") return "tar";
  return magic === "PAR1" ? "parquet" : "text";
}

/** Whether a packing is of those that are unpacked by other means than Node's own. */
export function isOther(container: Container): container is OtherPacking {
  return container === "zstd" || container === "bzip2" || container === "xz";
}

/** @throws InputError when it is no gzip, is cut off, or unpacks beyond the limit. */
export function gunzip(bytes: Uint8Array, name: string): Uint8Array {
  const unpacked = gunzipWithin(bytes, name, UNPACKED_LIMIT);
  if (unpacked === null) throw beyondLimit(name, UNPACKED_LIMIT);
  return unpacked;
}

/**
 * What gzip unpacks to; null where that is more than `most` bytes.
 * @throws InputError when it is no gzip, is cut off, or unpacks out of all proportion.
 */
export function gunzipWithin(bytes: Uint8Array, name: string, most: number): Uint8Array | null {
  const proportion = Math.max(2 ** 20, bytes.length * RATIO_LIMIT);
  const limit = Math.min(most, proportion);
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") {
      throw new InputError(`${name}: is not a whole gzip file (download it again)`);
    }
    if (limit < proportion) return null;
    throw beyondLimit(name, limit);
  }
}

/**
 * The entries of an archive by name.
 * @param wanted tells which entries to unpack.
 * @throws InputError when it is damaged, has too many entries, or says that it unpacks beyond the
 *   limit; no entry can unpack to more than it says.
 */
export function unzip(
  bytes: Uint8Array,
  name: string,
  wanted: (entry: string) => boolean = () => true,
): Map<string, Uint8Array> {
  let total = 0;
  let entries = 0;
  const filter = (entry: { name: string; originalSize: number }) => {
    entries += 1;
    if (entries > ENTRIES_LIMIT) {
      throw new InputError(
        `${name}: has more than ${ENTRIES_LIMIT} entries (unpack what you need)`,
      );
    }
    if (entry.name.endsWith("/") || !wanted(entry.name)) return false;
    total += entry.originalSize;
    const ratio = total > 2 ** 22 && total > bytes.length * RATIO_LIMIT;
    if (total > UNPACKED_LIMIT || ratio) throw beyondLimit(name, UNPACKED_LIMIT);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${name}: is not a whole zip file (download it again)`);
  }
}

function beyondLimit(name: string, limit: number): InputError {
  return new InputError(
    `${name}: unpacks to more than ${Math.floor(limit / 2 ** 20)} MB or out of all proportion (unpack it yourself if you trust it)`,
  );
}
