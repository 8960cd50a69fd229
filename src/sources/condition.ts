import { InputError } from "../errors.ts";
import type { Condition } from "./formats/table-context.ts";

/** @throws InputError for text that is no condition. */
export function condition(text: string): Condition {
  const at = text.indexOf("=");
  if (at < 1) throw new InputError(`--where: "${text}" is no condition (use COLUMN=TEXT)`);
  return { column: text.slice(0, at).trim(), text: text.slice(at + 1).trim() };
}
