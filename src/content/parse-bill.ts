import { checkText } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { billOfMaterials } from "./bill-of-materials.ts";
import { parseTable } from "./parse-table.ts";
import { parseTree } from "./parse-tree.ts";
import type { BillOfMaterials } from "./part.ts";

export type BillFormat = "csv" | "json" | "yaml";

/**
 * A bill of materials from its text. CSV has a header and one part a line; YAML and JSON are a list
 * of parts or the final good with nested `parts`. The keys are those of `Part`, with `labourHours`;
 * `id`, `value` and `origin` are required, and `parent` for every part that is not nested.
 * @param file the name that messages give.
 * @throws InputError that names file, line and key.
 */
export function parseBillOfMaterials(
  text: string,
  file: string,
  format?: BillFormat,
): BillOfMaterials {
  checkText("parseBillOfMaterials", "text", text);
  checkText("parseBillOfMaterials", "file", file);
  const raws =
    (format ?? billFormatOf(file)) === "csv" ? parseTable(text, file) : parseTree(text, file);
  return billOfMaterials(raws, file);
}

/**
 * The format that a file's name ends in.
 * @throws InputError for other endings.
 */
export function billFormatOf(file: string): BillFormat {
  const ending = /\.(csv|json|ya?ml)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) {
    throw new InputError(`${file}: a bill of materials ends in .csv, .json or .yaml (rename it)`);
  }
  return ending === "csv" || ending === "json" ? ending : "yaml";
}
