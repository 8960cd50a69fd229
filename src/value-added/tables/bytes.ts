import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";
import { InputError } from "../../errors.ts";

const CHUNK_BYTES = 1 << 20;

/**
 * The bytes of a table file in chunks: plain, gzip or zip, told by the first bytes and not by the
 * name. A zip of several tables (OECD publishes five years in one) needs the name of the entry.
 */
export async function* readBytes(path: string, entry?: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    const iterator = file[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    const first = await iterator.next();
    if (first.done) {
      throw new InputError(`${path}: the file is empty`, "Download it again.");
    }
    const head = first.value;
    const chunks = resume(head, iterator);
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(chunks, path);
    else if (head[0] === 0x50 && head[1] === 0x4b) yield* unzip(chunks, path, entry);
    else yield* chunks;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new InputError(`${path}: no such file`);
    if (code === "EISDIR") throw new InputError(`${path}: is a folder; name the table's file`);
    if (code === "EACCES") throw new InputError(`${path}: permission denied`);
    throw error;
  } finally {
    file.destroy();
  }
}

async function* resume(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* gunzip(
  chunks: AsyncGenerator<Uint8Array>,
  path: string,
): AsyncGenerator<Uint8Array> {
  const unpacker = createGunzip({ chunkSize: CHUNK_BYTES });
  let failure: unknown = null;
  const feeding = (async () => {
    for await (const chunk of chunks) {
      if (!unpacker.write(chunk)) {
        await new Promise<void>((resolve) => {
          unpacker.once("drain", resolve);
          unpacker.once("close", resolve);
        });
      }
      if (unpacker.destroyed) return;
    }
    unpacker.end();
  })().catch((error: unknown) => {
    failure = error;
    unpacker.destroy();
  });
  try {
    yield* unpacker as AsyncIterable<Uint8Array>;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!code.startsWith("Z_")) throw error;
    const reason = code === "Z_BUF_ERROR" ? "ends before its data does" : "is damaged";
    throw new InputError(`${path}: the gzip file ${reason}`, "Download it again.");
  } finally {
    unpacker.destroy();
    await feeding;
  }
  if (failure !== null) throw failure;
}

async function* unzip(
  chunks: AsyncGenerator<Uint8Array>,
  path: string,
  wanted: string | undefined,
): AsyncGenerator<Uint8Array> {
  const names: string[] = [];
  const ready: Uint8Array[] = [];
  let chosen: string | null = null;
  let finished = false;
  let isWorkbook = false;
  const archive = new Unzip((file) => {
    if (file.name.startsWith("xl/")) isWorkbook = true;
    if (file.name.endsWith("/") || file.name.startsWith("__MACOSX/")) return;
    if (!/\.(csv|txt)$/i.test(file.name)) return;
    names.push(file.name);
    const matches = wanted === undefined ? chosen === null : isNamed(file.name, wanted);
    if (!matches || chosen !== null) return;
    chosen = file.name;
    file.ondata = (error, data, final) => {
      if (error) throw error;
      if (data.length > 0) ready.push(data);
      if (final) finished = true;
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    for await (const chunk of chunks) {
      archive.push(chunk);
      if (wanted === undefined && names.length > 1) throw several(path, names);
      while (ready.length > 0) yield ready.shift()!;
      if (finished && wanted !== undefined) return;
    }
    archive.push(new Uint8Array(0), true);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `${path}: the zip file is damaged or cut off (${reason})`,
      "Download it again.",
    );
  }
  if (wanted === undefined && names.length > 1) throw several(path, names);
  while (ready.length > 0) yield ready.shift()!;
  if (isWorkbook) {
    throw new InputError(
      `${path}: this is a workbook, not a CSV file`,
      "Save the sheet as CSV with one header line: ECONOMY_INDUSTRY, then final demand.",
    );
  }
  if (chosen === null) {
    const what = wanted === undefined ? "no CSV file" : `no "${wanted}"`;
    const held = names.length === 0 ? "" : `: it holds ${names.join(", ")}`;
    throw new InputError(`${path}: the zip file has ${what}${held}`);
  }
  if (!finished) {
    throw new InputError(`${path}: the zip file ends before its data does`, "Download it again.");
  }
}

function isNamed(name: string, wanted: string): boolean {
  return name === wanted || name.slice(name.lastIndexOf("/") + 1) === wanted;
}

function several(path: string, names: string[]): InputError {
  return new InputError(
    `${path}: the zip file holds several tables: ${names.join(", ")}`,
    "Name the one to read.",
  );
}
