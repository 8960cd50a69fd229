import type { RecordDefaults } from "../description.ts";
import type { Recognised } from "./header.ts";

interface Table {
  readonly source: { readonly name: string };
  readonly recognised: Recognised;
  readonly defaults: RecordDefaults;
}

/**
 * Tables whose names tell the edition of their products, as those of BACI do: where they are of several,
 * each record carries its own. Of one edition no product can be taken for another.
 */
export function withEditionsOfNames<One extends Table>(tables: readonly One[]): readonly One[] {
  const editions = tables.map(editionOf);
  if (new Set(editions.filter((edition) => edition !== null)).size < 2) return tables;
  return tables.map((table, at) => {
    const edition = editions[at];
    return edition ? { ...table, defaults: { edition, ...table.defaults } } : table;
  });
}

function editionOf({ source, recognised: { layout } }: Table): string | null {
  if (!layout.editionInName) return null;
  const { like, codes } = layout.editionInName;
  const found = like.exec(source.name)?.[1];
  return found === undefined ? null : (codes[found] ?? null);
}
