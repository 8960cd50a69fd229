/** What a word of this field means, with its source. */
export interface Definition {
  /** The word as a user types it: `deficit-ratio`, `hs27`, `fob`. */
  readonly id: string;
  readonly title: string;
  readonly kind: DefinitionKind;
  readonly text: string;
  /** Lines with a label of their own: formula, sign, codes, members. */
  readonly details: readonly (readonly [label: string, text: string])[];
  readonly sources: readonly string[];
  readonly aliases: readonly string[];
  /** Figures that belong to it, such as thresholds by day. */
  readonly tables?: readonly DefinitionTable[];
}

/** A small table of a definition; the first row is its head. */
export interface DefinitionTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  /** What stands below it, such as where each figure comes from. */
  readonly notes: readonly string[];
}

export type DefinitionKind =
  | "metric"
  | "value-added measure"
  | "product set"
  | "product"
  | "partner group"
  | "partner"
  | "former area"
  | "flow basis"
  | "valuation"
  | "accounting basis"
  | "reason"
  | "term";

/** A definition in words alone: no lines with a label, and no table. */
export function inWords(
  kind: DefinitionKind,
  id: string,
  title: string,
  text: string,
  sources: readonly string[],
  aliases: readonly string[] = [],
): Definition {
  return { id, title, kind, text, details: [], sources, aliases };
}

/** A word of the field, as a definition. */
export function term(
  id: string,
  title: string,
  text: string,
  sources: readonly string[],
  aliases: readonly string[] = [],
): Definition {
  return inWords("term", id, title, text, sources, aliases);
}
