import { WORLD } from "../../records/record.ts";
import type { AskedCodes } from "../asked.ts";
import type { Figures } from "../formats/figures.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable } from "../records/load.ts";

/** Up to so many partners, their rows are gathered while all others are counted. */
export const FEW_PARTNERS = 3;

/** Economies that are asked for, as partners or as reporter. */
export interface Role {
  readonly codes: ReadonlySet<string>;
  /** The columns by which they are told. */
  columns(figures: Figures): readonly number[];
  /** The one of a row; null where it cannot be placed. */
  codeOf(cells: readonly string[], figures: Figures): string | null;
}

/** The economies that are asked for: partners, and the reporter if it is told by columns. */
export function rolesOf(
  reader: TableReader,
  all: readonly Figures[],
  { partners, reporter }: AskedCodes,
): readonly Role[] {
  const roles: Role[] = [
    {
      codes: partners!,
      columns: (one) => reader.partnerColumns(one),
      codeOf: (cells, one) => reader.partnerOf(cells, one),
    },
  ];
  if (reporter !== null && all.every((one) => reader.reporterColumns(one).length > 0)) {
    roles.push({
      codes: new Set([reporter]),
      columns: (one) => reader.reporterColumns(one),
      codeOf: (cells, one) => reader.reporterOf(cells, one),
    });
  }
  return roles;
}

/**
 * The spellings of the economies asked for: as they stand in the first rows; for those that these
 * lack, all that are likely. The fewer there are, the faster is the query.
 */
export function spellings(
  { source }: DefinedTable,
  { context: { partners } }: TableReader,
  all: readonly Figures[],
  { codes, columns, codeOf }: Role,
): Set<string> {
  const texts = new Set<string>();
  const found = new Set<string>();
  for (const { cells } of source.start ?? source.sample) {
    for (const figures of all) {
      const code = codeOf(cells, figures);
      if (code === null || !codes.has(code)) continue;
      found.add(code);
      for (const column of columns(figures)) if (cells[column]) texts.add(cells[column]);
    }
  }
  for (const code of codes) {
    if (found.has(code)) continue;
    const partner = partners.get(code);
    for (const name of [code, ...(partner ? [partner.name, ...partner.aliases] : [])]) {
      texts.add(name);
      texts.add(name.toUpperCase());
      if (/^0+\d+$/.test(name)) texts.add(String(Number(name)));
    }
    if (code === WORLD) for (const text of ["-", "0", "000"]) texts.add(text);
  }
  return texts;
}
