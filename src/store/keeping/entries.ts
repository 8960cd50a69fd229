import { readdirSync } from "node:fs";
import { cannotRead } from "../../readable.ts";

/**
 * The names in a folder; none where there is no folder.
 * @throws InputError where it may not be read.
 */
export function entriesIn(folder: string, options: { recursive?: true } = {}): string[] {
  try {
    return readdirSync(folder, { ...options, encoding: "utf8" });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOENT", "ENOTDIR"].includes(code)) return [];
    throw cannotRead(folder, error);
  }
}
