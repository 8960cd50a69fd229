import { readCell } from "./cells.ts";
import type { Marked } from "./context.ts";
import type { Discourse } from "./discourse.ts";
import type { SentenceText } from "./passage.ts";
import type { Confirm, ReadNumber } from "./read.ts";

/** Reads the numbers of a row of a table, whose partners the row that adds up may mean. */
export function readRow(
  { text, numbers }: SentenceText,
  passage: number,
  discourse: Discourse,
  mark: (text: string) => Marked,
  confirm: Confirm,
): ReadNumber[] {
  const found = numbers.map((number, index): ReadNumber => {
    const columns = numbers.slice(0, index).flatMap(({ cell }) => cell?.column ?? []);
    const read = number.cell
      ? readCell(number, columns.reverse(), mark, discourse)
      : "it stands in no cell";
    const [readings, because] = typeof read === "string" ? [[], read] : [read, null];
    const full = { number, sentence: text, passage, readings, because, crowded: false };
    confirm(full);
    return full;
  });
  const label = numbers[0]?.cell?.row;
  const codes = label === undefined ? [] : mark(label).named.flatMap((one) => one.codes);
  for (const code of codes)
    if (!discourse.rowPartners.includes(code)) discourse.rowPartners.push(code);
  return found;
}
