import { fstatSync } from "node:fs";
import { refuseUnreadable } from "../../readable.ts";
import type { NamedFile, Reading } from "./plain-text.ts";
import type { Progress } from "./progress.ts";
import { spoolError } from "./spool.ts";

/**
 * Standard input: its bytes, or, where there are more than `most`, a file in the temporary folder.
 * @throws InputError when it cannot be read.
 */
export async function standardInput(
  name: string,
  most: number,
  { spool, progress }: Reading,
): Promise<{ readonly bytes: Uint8Array } | NamedFile> {
  refuseUnreadable(fstatSync(0), 0, name);
  const chunks: Buffer[] = [];
  let length = 0;
  const input = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  while (length <= most) {
    const { done, value } = await input.next().catch((error) => {
      throw spoolError(error, name);
    });
    if (done) return { bytes: Buffer.concat(chunks) };
    chunks.push(value);
    length += value.length;
  }
  return { name, path: await spool.write(name, allOf(chunks, input, name, progress)) };
}

/** What was read so far, and all that is still to come. */
async function* allOf(
  chunks: readonly Buffer[],
  rest: AsyncIterator<Buffer>,
  name: string,
  progress: Progress | undefined,
): AsyncGenerator<Buffer> {
  yield* chunks;
  let bytes = chunks.reduce((sum, { length }) => sum + length, 0);
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
    bytes += value.length;
    progress?.(name, bytes, null);
  }
}
