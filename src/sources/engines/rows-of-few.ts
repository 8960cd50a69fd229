import type { AskedCodes } from "../asked.ts";
import type { Aside } from "../formats/outcome.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable } from "../records/load.ts";
import { NeedsRows } from "./needs-rows.ts";
import { rolesOf, spellings } from "./spellings.ts";
import type { Judge } from "./sum-judge.ts";
import { refuseQuotes } from "./summed-products.ts";
import type { TableSums } from "./table-sums.ts";

/** Rows of who is not asked for: their texts, how many they are, and why they are left out. */
interface Others {
  readonly cells: readonly string[];
  readonly times: number;
  readonly asides: readonly Aside[];
}

/**
 * Keeps the rows of a few partners, of which alone sums are made from then on, and counts those of all
 * others. Where the database can do both in one pass, the texts of who is asked for are learned from
 * the start of the table; those that it did not show are met, and asked for again.
 * @param leave is told why others are left out, and how many of them there are.
 * @returns whether there may be any rows.
 * @throws NeedsRows where no columns tell the partner.
 */
export async function keepRowsOfFew(
  sums: TableSums,
  table: DefinedTable,
  reader: TableReader,
  asked: AskedCodes,
  judges: readonly Judge[],
  leave: (aside: Aside, times: number) => void,
): Promise<boolean> {
  const { figures } = reader;
  if (sums.meanings.some(({ aspects }) => aspects.partner.length === 0)) {
    throw new NeedsRows("no columns tell the partner alone");
  }
  const roles = rolesOf(reader, figures, asked);
  const columns = [
    ...new Set(roles.flatMap((role) => figures.flatMap((one) => role.columns(one)))),
  ];
  const texts = roles.map((role) =>
    sums.keepsRows ? spellings(table, reader, figures, role) : new Set<string>(),
  );
  const isAny = () => texts.every(({ size }) => size > 0);
  const conditions = () =>
    figures.map((one) =>
      roles.map((role, at) => ({ columns: role.columns(one), texts: [...texts[at]!] })),
    );
  const places = new Map(columns.map((at) => [at, sums.columns.indexOf(at)]));
  let known = -1;
  let others: Others[] = [];
  const sizes = () => texts.reduce((sum, { size }) => sum + size, 0);
  while (known < sizes()) {
    known = sizes();
    if (sums.keepsRows) await sums.keep(columns, conditions());
    others = [];
    for await (const { texts: cells, times } of sums.counts(columns)) {
      refuseQuotes(cells);
      const asides: Aside[] = [];
      for (const [place, judge] of judges.entries()) {
        const aside = judge.ofOthers({ texts: cells }, asked);
        if (aside) asides.push(aside);
        else {
          for (const [at, role] of roles.entries()) {
            for (const column of role.columns(figures[place]!)) {
              const text = cells[places.get(column)!]!;
              if (text !== "") texts[at]!.add(text);
            }
          }
        }
      }
      if (asides.length === judges.length) others.push({ cells, times, asides });
    }
    if (!sums.keepsRows) break;
  }
  if (!sums.keepsRows && isAny()) await sums.keep(columns, conditions());
  // What was kept is judged with its sums.
  const kept = figures.map((one) =>
    roles.map(
      (role, at) => [role.columns(one).map((column) => places.get(column)!), texts[at]!] as const,
    ),
  );
  for (const { cells, times, asides } of others) {
    const isKept = kept.some((all) =>
      all.every(([own, spelt]) => own.some((place) => spelt.has(cells[place]!))),
    );
    if (!isKept) for (const aside of asides) leave(aside, times);
  }
  return isAny();
}
