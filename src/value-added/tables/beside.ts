import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../../errors.ts";
import { MissingEntry } from "./archive.ts";
import { readBytes } from "./bytes.ts";
import { CellCursor } from "./cells.ts";
import { LineSplitter } from "./lines.ts";

const TAB = 0x09;

/** Where the first file of a table of several files was read from: a file, or an entry of a zip. */
export interface Place {
  readonly path: string;
  readonly entry: string | undefined;
}

export function nameIn({ path, entry }: Place): string {
  return basename(entry ?? path);
}

/** A place in messages. */
export function placeText({ path, entry }: Place): string {
  return entry === undefined ? path : `${path} (${entry})`;
}

/**
 * Visits the lines of another file of the same table: in the same zip, in the folder, or in
 * `archive`, a zip in that folder.
 * @returns whether there is such a file; where it stands in messages is told to `visit`.
 */
export async function readBeside(
  { path, entry }: Place,
  name: string,
  visit: (cells: CellCursor, place: string) => void,
  archive?: string,
): Promise<boolean> {
  const folder = dirname(path);
  const places: [string, string | undefined][] = [
    ...(entry === undefined ? [] : [[path, name] as [string, string]]),
    [join(folder, name), undefined],
    ...(archive === undefined ? [] : [[join(folder, archive), name] as [string, string]]),
  ];
  for (const [file, inside] of places) {
    if (!existsSync(file)) continue;
    try {
      await visitLines(file, inside, visit);
      return true;
    } catch (error) {
      if (!(error instanceof MissingEntry)) throw error;
    }
  }
  return false;
}

async function visitLines(
  path: string,
  entry: string | undefined,
  visit: (cells: CellCursor, place: string) => void,
): Promise<void> {
  const cells = new CellCursor(TAB);
  const where = placeText({ path, entry });
  const lines = new LineSplitter((bytes, from, to, line) => {
    cells.line(bytes, from, to);
    visit(cells, `${where}:${line}`);
  });
  for await (const chunk of readBytes(path, entry)) lines.push(chunk);
  lines.end();
}

/** Adds the numbers of the rest of a line to `sums`, each where `target` says; -1 is left out. */
export function addNumbers(
  cells: CellCursor,
  target: Int32Array,
  sums: Float64Array,
  first: number,
  place: string,
): void {
  for (let column = 0; column < target.length; column++) {
    if (cells.at > cells.end) throw cutOff(place, column, target.length);
    const from = cells.at;
    const value = cells.number();
    if (Number.isNaN(value)) {
      cells.at = from;
      throw new InputError(
        `${place}: number ${column + 1}: expected a number, got "${cells.text().slice(0, 40)}"`,
      );
    }
    if (target[column]! >= 0) sums[first + target[column]!]! += value;
  }
  if (!cells.isAtEnd) {
    throw new InputError(`${place}: the row has more than ${target.length} numbers`);
  }
}

function cutOff(place: string, have: number, wanted: number): InputError {
  return new InputError(
    `${place}: the row has ${have} of ${wanted} numbers`,
    "The file may have been cut off; download it again.",
  );
}
