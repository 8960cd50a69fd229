import type { RowSource } from "../files/row-source.ts";
import { EXPORT, FLOWS, IMPORT, PERIOD_NAMES, wordsOf, YEAR_NAMES } from "./column-words.ts";
import type { Format } from "./format.ts";
import { columnIndex } from "./header.ts";
import { asPeriod } from "./period-names.ts";

/** A table of codes and names that comes beside the files of a format. */
export async function readCodes(
  source: RowSource,
  formats: readonly Format[],
  codes: Map<string, string>,
): Promise<void> {
  const header = source.sample[0];
  if (!header || header.cells.some(isOfTrade)) return;
  for (const { codeTable } of formats) {
    if (!codeTable) continue;
    const code = columnIndex(header.cells, codeTable.code);
    const name = columnIndex(header.cells, codeTable.name);
    if (code < 0 || name < 0) continue;
    await source.read((cells, line) => {
      if (line > header.line && cells[code]) codes.set(cells[code], cells[name] ?? "");
    });
  }
}

/** Whether a column tells of trade at a time: many tables have the code of a country and its name. */
function isOfTrade(name: string): boolean {
  const words = wordsOf(name);
  return (
    asPeriod(name) !== null ||
    [PERIOD_NAMES, YEAR_NAMES, FLOWS, EXPORT, IMPORT].some((one) => one.test(words))
  );
}
