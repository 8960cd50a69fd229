import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { TradeDataset } from "../dataset.ts";
import type { CompiledIndex, CompiledSeries } from "./compiled-series.ts";
import { ByteReader } from "./packed.ts";
import { VintageTables } from "./vintage-tables.ts";

/** Opens a compiled dataset; figures are read partner by partner when they are asked for. */
export function openCompiled(folder: string, id: string): TradeDataset {
  const index = JSON.parse(readFileSync(`${folder}/${id}.json`, "utf8")) as CompiledIndex;
  const places = new Map<string, readonly [offset: number, length: number]>();
  let offset = 0;
  for (const [place, [code]] of index.partners.entries()) {
    const length = index.lengths[place]!;
    if (length > 0) places.set(code, [offset, length]);
    offset += length;
  }
  const blocks = new Map<string, readonly CompiledSeries[]>();
  const blockOf = (partner: string): readonly CompiledSeries[] => {
    const known = blocks.get(partner);
    if (known) return known;
    const place = places.get(partner);
    const block = place ? readBlock(`${folder}/${id}.bin`, place) : [];
    blocks.set(partner, block);
    return block;
  };
  return new VintageTables(index, blockOf).toDataset();
}

function readBlock(file: string, [offset, length]: readonly [number, number]): CompiledSeries[] {
  const reader = new ByteReader(readBytes(file, offset, length));
  const heads = Array.from({ length: reader.next() }, () => ({
    key: reader.next(),
    table: reader.next(),
    step: reader.next(),
    first: reader.next(),
    steps: reader.next(),
    bytes: reader.next(),
  }));
  let at = reader.at;
  return heads.map(({ steps, bytes, ...head }) => {
    const from = at;
    at += bytes;
    return {
      ...head,
      values: () => {
        const own = new ByteReader(reader.bytes, from);
        return Array.from({ length: steps }, () => own.nextValue());
      },
    };
  });
}

function readBytes(file: string, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const descriptor = openSync(file, "r");
  try {
    let done = 0;
    while (done < length) {
      const read = readSync(descriptor, bytes, done, length - done, offset + done);
      if (read === 0) throw new Error(`${file}: ends before the values of its index`);
      done += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}
