/** A text, or one that is made piece by piece while it is written, however long it is. */
export type Rendered = string | Iterable<string>;

/** Characters that are written at once. */
const AT_ONCE = 1 << 16;

/** Pieces of a text put together to fewer, each of which is worth a write of its own. */
export function* inPieces(parts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const part of parts) {
    piece += part;
    if (piece.length < AT_ONCE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

export function* mapped<Thing>(
  things: Iterable<Thing>,
  textOf: (thing: Thing) => string,
): Generator<string> {
  for (const thing of things) yield textOf(thing);
}
