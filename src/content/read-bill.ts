import { readFile } from "node:fs/promises";
import { checkText } from "../arguments.ts";
import { cannotRead, refuseUnreadable, statOf } from "../readable.ts";
import { billFormatOf, parseBillOfMaterials } from "./parse-bill.ts";
import type { BillOfMaterials } from "./part.ts";

/**
 * Reads a bill of materials from a CSV, JSON or YAML file.
 * @throws InputError where it cannot be read or is not valid.
 */
export async function readBillOfMaterials(file: string): Promise<BillOfMaterials> {
  checkText("readBillOfMaterials", "file", file);
  const format = billFormatOf(file);
  refuseUnreadable(statOf(file), file, file);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw cannotRead(file, error);
  }
  return parseBillOfMaterials(text, file, format);
}
