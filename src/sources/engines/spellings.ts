import { WORLD } from "../../records/record.ts";
import type { Figures } from "../formats/figures.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable } from "../records/load.ts";

/**
 * The spellings of the partners asked for: as they stand in the first rows; for partners that these
 * lack, all that are likely. The fewer there are, the faster is the query.
 */
export function spellings(
  { source }: DefinedTable,
  reader: TableReader,
  figures: Figures,
  asked: ReadonlySet<string>,
): Set<string> {
  const texts = new Set<string>();
  const found = new Set<string>();
  const at = reader.partnerColumns(figures);
  for (const { cells } of source.start ?? source.sample) {
    const code = reader.partnerOf(cells, figures);
    if (code === null || !asked.has(code)) continue;
    found.add(code);
    for (const column of at) if (cells[column]) texts.add(cells[column]);
  }
  for (const code of asked) {
    if (found.has(code)) continue;
    const partner = reader.context.partners.get(code);
    for (const name of [code, ...(partner ? [partner.name, ...partner.aliases] : [])]) {
      texts.add(name);
      texts.add(name.toUpperCase());
      if (/^0+\d+$/.test(name)) texts.add(String(Number(name)));
    }
    if (code === WORLD) for (const text of ["-", "0", "000"]) texts.add(text);
  }
  return texts;
}
