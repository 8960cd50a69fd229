import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading, temporaryFolder } from "../files-for-tests.ts";

/** `period,partner,flow,value` with Mexico's exports of 26 and imports of 38, as the usual programs pack it. */
const packed = {
  zstd: "KLUv/SQ+zQEABANwZXJpb2QscGFydG5lcixmbG93LHZhbHVlCjIwMjQsTVgsZXhwb3J0LDI2aW0zOAoCAEDgVTHL8jLJmg==",
  bzip2:
    "QlpoOTFBWSZTWXG+TPYAABffgAAQAARdQAACAEAnJ9fAIABISomjIPU0B6nihTRoaDQABLZqaGyzu6GoghSW+Bcdmd6VldV+8nUa3MRBNEJJIhZ8XckU4UJBxvkz2A==",
  xz: "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AA9ADddADgZSqtBBihyh3Pi3D4MnBjdRObKKUMKAcpwZmcEMYjywgaQGSkBMMa1d9to9AfLVMlBjT8XDgAAAKqKfEB1Je+pAAFTPhemcXAftvN9AQAAAAAEWVo=",
  tgz: "H4sIAAAAAAAAA+3OvQrCMBTF8cx9ij5AkJv0y5dwdw0aoVBNSdPWx7d0cHDQqYj4/y0Hzj3DdbvTMKltyaIuyzUXrynS1MpUhVhjramWnZFKGpXLxn+txiG5mOcqhpDe7T7df1TvYxvOuncx3XzUly7MenLd6DMrttSHo/b3PsSkbf1s2uvaFPvs298DAAAAAAAAAAAAAAAAwP96ACpVO0IAKAAA",
} as const;
const bytesOf = (kind: keyof typeof packed) => Buffer.from(packed[kind], "base64");

async function values(file: string) {
  const { loaded } = await inspectFiles([file], plainReading);
  return loaded.collection.allSeries().map(({ values: one }) => [...one.values()]);
}

describe("a packed file", () => {
  it.each(Object.keys(packed))("is read by its content: %s", async (kind) => {
    expect(await values(fileWith(bytesOf(kind as keyof typeof packed)))).toEqual([[26], [38]]);
  });

  it.each(["zstd", "bzip2", "xz"] as const)("is refused where it is cut off: %s", async (kind) => {
    const cut = bytesOf(kind).subarray(0, 50);
    await expect(values(fileWith(cut))).rejects.toThrow(
      `is not a whole ${kind} file (download it again)`,
    );
  });

  it("is read where it is packed once more", async () => {
    const { gzipSync } = await import("node:zlib");
    for (const kind of Object.keys(packed) as (keyof typeof packed)[]) {
      expect(await values(fileWith(gzipSync(bytesOf(kind))))).toEqual([[26], [38]]);
    }
  });

  it("is refused where it unpacks out of all proportion", async () => {
    // A megabyte of zeros is one block of five bytes, so these 1.5 kB stand for 300 MB.
    const block = Buffer.from([0x02, 0x00, 0x10, 0x00]);
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]);
    const blocks = Buffer.concat([header, ...Array.from({ length: 2400 }, () => block)]);
    await expect(values(fileWith(blocks))).rejects.toThrow(/proportion|whole zstd file/);
  });
});

describe.skipIf(process.platform === "win32")("a pipe", () => {
  it("is read to its end, packed or not", async () => {
    for (const bytes of [
      Buffer.from("period,partner,flow,value\n2024,MX,export,26\n"),
      bytesOf("xz"),
    ]) {
      const pipe = join(temporaryFolder(), "pipe");
      execFileSync("mkfifo", [pipe]);
      const writer = spawn("sh", ["-c", `cat > "${pipe}"`]);
      writer.stdin.end(bytes);
      expect((await values(pipe))[0]).toEqual([26]);
    }
  });
});
