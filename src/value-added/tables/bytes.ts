import { type FileHandle, open } from "node:fs/promises";
import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from "node:zlib";
import { InputError } from "../../errors.ts";
import { cannotRead, refuseUnreadable, statOf } from "../../readable.ts";
import { Archive } from "./archive.ts";
import { isWorkbook, workbookLines } from "./workbook.ts";

type Unpacker = Gunzip | InflateRaw;

const CHUNK_BYTES = 1 << 20;

/**
 * The bytes of a table file in chunks: plain, gzip or zip, told by the first bytes and not by the
 * name; a workbook is read as CSV, entry then names its sheet. A zip of several tables (OECD publishes five years in one) needs the name of the entry.
 * A chunk is good until the next one is asked for.
 */
export async function* readBytes(path: string, entry?: string): AsyncGenerator<Uint8Array> {
  const file = await openFile(path);
  try {
    const head = Buffer.alloc(512);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    if (bytesRead === 0) throw new InputError(`${path}: the file is empty`, "Download it again.");
    const chunks = readChunks(file);
    if (head[0] === 0x1f && head[1] === 0x8b) {
      const unpacker = createGunzip({ chunkSize: CHUNK_BYTES });
      yield* unpack(chunks, unpacker, `${path}: the gzip file`);
    } else if (head[0] === 0x50 && head[1] === 0x4b) {
      yield* isWorkbook(head) ? workbookLines(path, entry) : unzip(chunks, path, entry);
    } else yield* chunks;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EISDIR") throw error;
    throw new InputError(`${path}: is a folder; name the table's file`);
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  refuseUnreadable(statOf(path), path, path);
  try {
    return await open(path, "r");
  } catch (error) {
    throw cannotRead(path, error);
  }
}

async function* readChunks(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(CHUNK_BYTES);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function* unpack(
  chunks: AsyncGenerator<Uint8Array>,
  unpacker: Unpacker,
  place: string,
): AsyncGenerator<Uint8Array> {
  let failure: unknown = null;
  const feeding = feed(chunks, unpacker).catch((error: unknown) => {
    failure = error;
    unpacker.destroy();
  });
  try {
    yield* unpacker as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (failure !== null) throw failure;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!code.startsWith("Z_")) throw error;
    const reason = code === "Z_BUF_ERROR" ? "ends before its data does" : "is damaged";
    throw new InputError(`${place} ${reason}`, "Download it again.");
  } finally {
    unpacker.destroy();
    await feeding;
  }
  if (failure !== null) throw failure;
}

/** Writes chunk after chunk, each when the one before is unpacked: they share their memory. */
async function feed(chunks: AsyncGenerator<Uint8Array>, unpacker: Unpacker): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    unpacker.once("close", resolve);
  });
  for await (const chunk of chunks) {
    const unpacked = new Promise<void>((resolve) => {
      unpacker.write(chunk, () => resolve());
    });
    await Promise.race([unpacked, closed]);
    if (unpacker.destroyed) return;
  }
  unpacker.end();
}

async function* unzip(
  chunks: AsyncGenerator<Uint8Array>,
  path: string,
  wanted: string | undefined,
): AsyncGenerator<Uint8Array> {
  const archive = new Archive(path, wanted);
  const packed = archive.read(chunks);
  const first = await packed.next();
  if (first.done) return;
  const all = resume(first.value, packed);
  if (archive.compression === 0) yield* all;
  else yield* unpack(all, createInflateRaw({ chunkSize: CHUNK_BYTES }), `${path}: the zip file`);
}

async function* resume(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
