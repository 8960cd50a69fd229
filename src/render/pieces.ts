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

export function* mapped<Thing, Made>(
  things: Iterable<Thing>,
  make: (thing: Thing) => Made,
): Generator<Made> {
  for (const thing of things) yield make(thing);
}

/** Things that are made anew each time that they are looked through, so that none is held. */
export function madeAnew<Thing>(make: () => Iterator<Thing>): Iterable<Thing> {
  return { [Symbol.iterator]: make };
}

/** The parts of each block, one block after the other. */
export function* oneByOne(blocks: Iterable<Iterable<string>>): Generator<string> {
  for (const block of blocks) yield* block;
}
