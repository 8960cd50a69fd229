import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";
import { InputError } from "../../errors.ts";
import { RATIO_LIMIT } from "./limits.ts";
import type { NamedFile, Reading } from "./plain-text.ts";

/** Packings beside gzip and zip that one file may be in. */
export type OtherPacking = "zstd" | "bzip2" | "xz";

/**
 * Unpacks a file into the temporary folder.
 * @returns the unpacked file, under the same name.
 * @throws InputError where it is damaged or cut off, or unpacks out of all proportion.
 */
export async function unpackOther(
  file: NamedFile,
  packing: OtherPacking,
  { spool }: Reading,
): Promise<NamedFile> {
  const { size } = statSync(file.path);
  const limit = new Limit(file.name, size);
  const path = await spool.write(
    file.name,
    damagedIn(unpackers[packing](file.path, limit), packing, file.name),
  );
  return { name: file.name, path };
}

/** Stops where a file unpacks to more than any text of data would. */
class Limit {
  #left: number;

  constructor(
    readonly name: string,
    size: number,
  ) {
    this.#left = Math.max(2 ** 26, size * RATIO_LIMIT);
  }

  /** @throws InputError once there is too much. */
  count(bytes: number): void {
    this.#left -= bytes;
    if (this.#left >= 0) return;
    throw new InputError(
      `${this.name}: unpacks out of all proportion (unpack it yourself if you trust it)`,
    );
  }
}

type Unpacker = (path: string, limit: Limit) => AsyncGenerator<Uint8Array>;

const unpackers: Readonly<Record<OtherPacking, Unpacker>> = { zstd, bzip2, xz };

/** Bytes at a time; a few of them may unpack to very many, which are counted as they come. */
const CHUNK = { highWaterMark: 2 ** 14 };

async function* zstd(path: string, limit: Limit): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import("fzstd");
  const ready: Uint8Array[] = [];
  const unpacking = new Decompress((chunk) => {
    limit.count(chunk.length);
    ready.push(chunk);
  });
  for await (const chunk of createReadStream(path, CHUNK)) {
    unpacking.push(chunk as Buffer);
    yield* ready.splice(0);
  }
  unpacking.push(new Uint8Array(0), true);
  yield* ready.splice(0);
}

async function* bzip2(path: string, limit: Limit): AsyncGenerator<Uint8Array> {
  const { default: unbzip2 } = await import("unbzip2-stream");
  const ready: Uint8Array[] = [];
  let failure: unknown = null;
  // A stream of an older kind, which hands over what it has at once.
  const unpacking = unbzip2();
  unpacking.on("error", (error: unknown) => {
    failure ??= error;
  });
  unpacking.on("data", (chunk: Uint8Array) => {
    limit.count(chunk.length);
    ready.push(chunk);
  });
  for await (const chunk of createReadStream(path, CHUNK)) {
    unpacking.write(chunk as Buffer);
    if (failure !== null) throw failure;
    yield* ready.splice(0);
  }
  unpacking.end();
  if (failure !== null) throw failure;
  yield* ready.splice(0);
}

async function* xz(path: string, limit: Limit): AsyncGenerator<Uint8Array> {
  const imported = await import("xz-decompress");
  const { XzReadableStream } =
    "default" in imported ? (imported.default as typeof imported) : imported;
  const packed = Readable.toWeb(createReadStream(path, CHUNK));
  const reader = new XzReadableStream(packed as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    limit.count(value.length);
    // The stream uses its buffer again.
    yield value.slice();
  }
}

async function* damagedIn(
  bytes: AsyncGenerator<Uint8Array>,
  packing: OtherPacking,
  name: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof InputError || typeof code === "string") throw error;
    throw new InputError(`${name}: is not a whole ${packing} file (download it again)`);
  }
}
