/** An area that was, or was something else: a state that ended, or one that lost a part. */
export interface FormerArea {
  /** ISO 3166-3's alpha-2 where it has one of its own, else a code of this package in capitals. */
  readonly code: string;
  readonly name: string;
  /** The first day, where it began within living statistics; null where it was there before. */
  readonly from: string | null;
  /** The first day on which it was no more. */
  readonly until: string;
  /** The areas of today that it consisted of. */
  readonly parts: readonly string[];
  readonly aliases: readonly string[];
  /** What happened, in a sentence. */
  readonly change: string;
  readonly source: string;
}

/**
 * @param life the first day and the first day after it, with a slash between them.
 * @param parts codes with blanks between them.
 */
export function former(
  code: string,
  name: string,
  life: string,
  parts: string,
  aliases: readonly string[],
  change: string,
  source: string,
): FormerArea {
  const [from, until] = life.split("/") as [string, string];
  return {
    ...{ code, name, from: from === "" ? null : from, until },
    ...{ parts: parts.split(" "), aliases, change, source },
  };
}
