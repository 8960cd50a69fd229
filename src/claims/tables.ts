import { TableEconomies } from "../calculation/value-added/economies.ts";
import { figureInTable, type TableQuestion } from "../calculation/value-added/figure.ts";
import { InputError } from "../errors.ts";
import type { TableFigures } from "../metrics/value-added-claims.ts";
import type { NamedPartner } from "../partners/directory.ts";
import { countries } from "../sources/embedded/embedded.ts";
import { expandNames } from "../sources/files/expand.ts";
import {
  EMBEDDED_TABLE,
  type OpenTable,
  openEmbeddedTable,
  openTableFile,
  type TableDescription,
} from "../sources/input-output.ts";
import type { Tell } from "./file/problems.ts";

/** A claim or chart that asks input-output tables. */
export interface NamedTable {
  readonly claim: string;
  readonly table?: string | readonly string[] | undefined;
  readonly path: readonly PropertyKey[];
}

/** One table that claims may ask. */
export interface ClaimTable {
  readonly description: TableDescription;
  /** Its economies, the largest output first. */
  readonly economies: readonly NamedPartner[];
  readonly industries: readonly string[];
  /** @throws InputError that begins with the option of the word that is wrong. */
  ask(figures: TableFigures, words: Parameters<typeof figureInTable>[3]): TableQuestion;
}

/** The tables that claims ask, open. */
export interface ClaimTables {
  /** Those of one `table`, in the order of their names; of none, the embedded one. */
  of(names: NamedTable["table"]): readonly ClaimTable[];
}

/**
 * Opens the tables that claims name.
 * @param tell what is done with a table that cannot be read.
 */
export async function openClaimTables(
  asking: readonly NamedTable[],
  tell: Tell,
): Promise<ClaimTables> {
  const opened = new Map<string, ClaimTable>();
  const lists = new Map<string, readonly ClaimTable[]>();
  for (const { claim, table, path } of asking) {
    if (lists.has(keyOf(table))) continue;
    try {
      const names = table === undefined ? [EMBEDDED_TABLE] : await expandNames([table].flat());
      const own: ClaimTable[] = [];
      for (const name of names) {
        const one = opened.get(name) ?? claimTable(await open(name));
        opened.set(name, one);
        own.push(one);
      }
      lists.set(keyOf(table), own);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      tell(path, `${claim}: compute.table: ${error.message}`, error.hint);
    }
  }
  return { of: (names) => lists.get(keyOf(names))! };
}

function open(name: string): Promise<OpenTable> {
  return name === EMBEDDED_TABLE ? openEmbeddedTable() : openTableFile(name);
}

function claimTable(source: OpenTable): ClaimTable {
  const { table, description } = source;
  const economies = new TableEconomies(table, countries());
  const asked = new Map<string, TableQuestion>();
  return {
    ...{ description, industries: table.industries },
    economies: bySize(table).map((economy) => economies.nameOf(economy)),
    // A search asks for the same rows again and again.
    ask(figures, words) {
      const key = `${figures.metric.id} ${JSON.stringify(Object.entries(words).sort())}`;
      const known = asked.get(key);
      if (known) return known;
      const question = figureInTable(figures, source, economies, words);
      asked.set(key, question);
      return question;
    },
  };
}

function bySize({ economies, economyOf, output }: OpenTable["table"]): string[] {
  const sums = economies.map(() => 0);
  for (const [row, economy] of economyOf.entries()) sums[economy]! += output[row]!;
  return economies
    .map((economy, at) => ({ economy, size: sums[at]! }))
    .sort((a, b) => b.size - a.size)
    .map(({ economy }) => economy);
}

function keyOf(names: NamedTable["table"]): string {
  return JSON.stringify([names ?? []].flat());
}
