import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";

/** Every month of every partner: some 40,000 rows, of which no pipe holds more than a part. */
const words = "balance --partner all --period 2010-01..2024-12 --format ndjson".split(" ");

/** The most memory that a process held so far, in bytes; 0 where the system does not tell. */
function peakOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}

/** What the command prints to a reader that waits after each piece of it. */
async function read(pause: (piece: number) => number) {
  const child = spawn(process.execPath, [resolve("bin/trade-metrics.js"), ...words]);
  const closed = new Promise<number | null>((done) => child.on("close", done));
  const hash = createHash("sha256");
  let bytes = 0;
  let pieces = 0;
  let peak = 0;
  for await (const piece of child.stdout) {
    hash.update(piece);
    bytes += piece.length;
    peak = Math.max(peak, peakOf(child));
    pieces += 1;
    const milliseconds = pause(pieces);
    if (milliseconds > 0) await wait(milliseconds);
  }
  return { status: await closed, bytes, sha256: hash.digest("hex"), peak };
}

it("a reader that is slow gets every row, and the command holds no more for it", async () => {
  const quick = await read(() => 0);
  // It sleeps for long at the start, and now and then later.
  const slow = await read((piece) => (piece === 1 ? 1500 : piece % 20 === 0 ? 10 : 0));
  expect(quick.bytes).toBeGreaterThan(8 * 2 ** 20);
  expect({ ...slow, peak: 0 }).toEqual({ ...quick, status: 0, peak: 0 });
  expect(slow.peak).toBeLessThan(quick.peak + quick.bytes / 2);
});
