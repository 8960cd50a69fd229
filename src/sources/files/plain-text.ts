import { createReadStream, statSync } from "node:fs";
import { Transform } from "node:stream";
import { constants, createGunzip, type Gunzip, gunzipSync } from "node:zlib";
import { InputError } from "../../errors.ts";
import { type Encoding, printed } from "./encoding.ts";
import { encodingOfFile } from "./file-encoding.ts";
import { firstBytes } from "./first-bytes.ts";
import { RATIO_LIMIT } from "./limits.ts";
import type { Progress } from "./progress.ts";
import type { Spool } from "./spool.ts";
import { type Container, containerOf, START_BYTES } from "./unpack.ts";

/** A file on disk, under the name that messages give it. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** What reading large files takes. */
export interface Reading {
  readonly spool: Spool;
  readonly progress?: Progress | undefined;
}

/** A text file in UTF-8, and the encoding that it came in. */
export interface PlainText extends NamedFile {
  readonly encoding: Encoding;
}

/**
 * A large text as a plain UTF-8 file: the file itself where it is one, else unpacked and turned into
 * UTF-8 in the temporary folder.
 */
export async function plainText(
  file: NamedFile,
  container: Container,
  reading: Reading,
): Promise<PlainText> {
  const unpacked = container === "gzip" ? await textWithin(file, reading) : file;
  const encoding = encodingOfFile(unpacked.path);
  if (encoding === "utf-8") return { ...unpacked, encoding };
  const bytes = chunksOf(unpacked, reading.progress);
  const path = await reading.spool.write(file.name, bytes, [toUtf8(encoding)]);
  return { name: file.name, path, encoding };
}

async function textWithin(file: NamedFile, reading: Reading): Promise<NamedFile> {
  const unpacked = await unpackGzip(file, reading);
  const inner = containerOf(firstBytes(unpacked.path, START_BYTES));
  if (inner === "text") return unpacked;
  throw new InputError(`${file.name}: holds ${inner} within gzip (unpack it first)`);
}

/** What a gzip begins with; nothing where it is damaged. */
export function startOfGzip({ path }: NamedFile): Uint8Array {
  try {
    const finishFlush = constants.Z_SYNC_FLUSH;
    return gunzipSync(firstBytes(path, 2 ** 16), { finishFlush }).subarray(0, START_BYTES);
  } catch {
    return new Uint8Array();
  }
}

/** A gzip unpacked into the temporary folder, under the same name. */
export async function unpackGzip(
  file: NamedFile,
  { spool, progress }: Reading,
): Promise<NamedFile> {
  const gunzip = createGunzip();
  const unpacking = [gunzip, proportion(gunzip, file.name)];
  const path = await spool.write(file.name, chunksOf(file, progress), unpacking);
  return { name: file.name, path };
}

/** The bytes of a file, telling how far they are. */
export async function* chunksOf(
  { name, path }: NamedFile,
  progress: Progress | undefined,
): AsyncGenerator<Buffer> {
  const total = statSync(path).size;
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 })) {
    yield chunk as Buffer;
    bytes += (chunk as Buffer).length;
    progress?.(name, bytes, total);
  }
}

/** Stops where text unpacks to more than any text of data would. */
function proportion(packed: Gunzip, name: string): Transform {
  let unpacked = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      unpacked += chunk.length;
      const bomb = unpacked > 2 ** 26 && unpacked > packed.bytesWritten * RATIO_LIMIT;
      if (!bomb) done(null, chunk);
      else {
        const message = "unpacks out of all proportion (unpack it yourself if you trust it)";
        done(new InputError(`${name}: ${message}`));
      }
    },
  });
}

function toUtf8(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _, done) =>
      done(null, printed(decoder.decode(chunk, { stream: true }), encoding)),
    flush: (done) => done(null, decoder.decode()),
  });
}
