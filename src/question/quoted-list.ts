import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../errors.ts";

/**
 * The words of a list with commas, of which one that has commas itself stands in quotes, as in CSV.
 * @throws InputError that begins with the option where quotes are not closed or stand within a word.
 */
export function quotedList(text: string, option: string): string[] {
  try {
    const lines: string[][] = parse(text, { trim: true, relaxColumnCount: true });
    return lines.flat().filter((word) => word !== "");
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(
      `${option}: the quotes in ${text} are not those of a list (write "a, b",c; a quote within a name twice)`,
    );
  }
}

/** The text of which `quotedList` gives the words. */
export function quotedText(words: readonly string[]): string {
  return words.map(quoted).join(",");
}

export function quoted(word: string): string {
  return /[",]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word;
}
