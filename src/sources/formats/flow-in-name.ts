import { basename } from "node:path";
import { EXPORT, IMPORT, wordsOf } from "./column-words.ts";

/**
 * The flow that the name of a sheet or of a file tells, such as `exports.csv`; null where it names
 * none or both.
 * @param name the file, and the sheet behind a colon.
 */
export function flowInName(name: string): "export" | "import" | null {
  const words = wordsOf(basename(name.split(": ").at(-1)!).replace(/(?<=.)\.\w+$/, ""));
  const [isExport, isImport] = [EXPORT.test(words), IMPORT.test(words)];
  if (isExport === isImport) return null;
  return isExport ? "export" : "import";
}
