import type { Warning } from "../../warning.ts";
import type { Column, Format, Layout } from "./format.ts";

/** A row of a table with the number under which messages name it. */
export interface NumberedRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Where a layout was found: its format, and the row that is its header. */
export interface Recognised {
  readonly format: Format;
  readonly layout: Layout;
  readonly header: NumberedRow;
  /** Whether its values stood one column to the left of their names. */
  readonly isShifted?: boolean;
  /** What is to be said of how it was understood. */
  readonly told?: readonly Warning[];
}

/**
 * The place of a column in a header, by any of its names; or -1. A name in other letters, large or
 * small, counts where none is spelt alike: some files have `PRODUCT` and its label `Product`. So does,
 * last of all, one with other signs between its words, as programs write them: `Trade.Value..US..`
 * and `trade_value_us` of `Trade Value (US$)`.
 */
export function columnIndex(header: readonly string[], column: Column): number {
  const names = typeof column === "string" ? [column] : column;
  const places = placesIn(header);
  for (const name of names) {
    const at = places.exact.get(name) ?? places.anyCase.get(name.toLowerCase());
    if (at !== undefined) return at;
  }
  for (const name of names) {
    const at = places.words.get(withoutSigns(name));
    if (at !== undefined) return at;
  }
  return -1;
}

/** Where the names of a header stand: as they are, in small letters, and without signs. */
interface Places {
  readonly exact: ReadonlyMap<string, number>;
  readonly anyCase: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
}

const known = new WeakMap<readonly string[], Places>();

function placesIn(header: readonly string[]): Places {
  const before = known.get(header);
  if (before) return before;
  const maps = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const [exact, anyCase, words] = maps as [
    Map<string, number>,
    Map<string, number>,
    Map<string, number>,
  ];
  const first = (map: Map<string, number>, name: string, at: number) => {
    if (!map.has(name)) map.set(name, at);
  };
  for (const [at, cell] of header.entries()) {
    first(exact, cell, at);
    if (cell.length > LONGEST_NAME) continue;
    first(anyCase, cell.trim().toLowerCase(), at);
    const bare = withoutSigns(cell);
    if (bare !== "") first(words, bare, at);
  }
  const places = { exact, anyCase, words };
  known.set(header, places);
  return places;
}

/** Longer text is no name of a column in other letters. */
const LONGEST_NAME = 200;

/** Shares and changes are something else: `Value %` and `Imports +/-` are not `Value` and `Imports`. */
function withoutSigns(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}%‰+±]+/gu, "");
}

/** What stands above a header, a line for each row. */
export function textAbove(sample: readonly NumberedRow[], at: number): string {
  return sample
    .slice(0, at)
    .map(({ cells }) => cells.filter((cell) => cell !== "").join(" "))
    .join("\n");
}
