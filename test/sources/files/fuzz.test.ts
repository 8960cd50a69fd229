import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { beginReading, endReading } from "../../../src/sources/engines/running.ts";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { plainReading, rewritable } from "../files-for-tests.ts";
import { excerpts } from "../formats/excerpts.ts";

const RUNS = Number(process.env.TRADE_METRICS_RUNS ?? 200);

const written = rewritable();
// One reading that lasts, so that every file does not start a DuckDB of its own.
beforeAll(beginReading);
afterAll(endReading);

/** Reads a file, whatever it holds: either an error in one line, or read = used + skipped. */
async function survives(bytes: Uint8Array, largeFile?: number): Promise<void> {
  const file = written(bytes);
  try {
    const options = { ...plainReading, ...(largeFile === undefined ? {} : { largeFile }) };
    const { loaded } = await inspectFiles([file], options);
    const skipped = Object.values(loaded.asides).reduce((sum, count) => sum + count, 0);
    expect(loaded.read).toBe(loaded.collection.count + skipped + loaded.problems.length);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).not.toContain("\n");
  }
}

const samples = excerpts.map(({ content }) => Buffer.from(content as string));
const sample = fc.constantFrom(...samples);

describe("a damaged file never crashes the reader", () => {
  it("of random bytes", { timeout: 300_000 }, async () => {
    const start = fc.constantFrom(
      "",
      "PK\x03\x04",
      "\x1f\x8b",
      "PAR1",
      "[[",
      '{"data":[',
      "\ufeff",
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), (text, bytes) =>
        survives(Buffer.concat([Buffer.from(text, "latin1"), bytes])),
      ),
      { numRuns: RUNS },
    );
  });

  it("that is cut off anywhere", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(sample, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) =>
        survives(bytes.subarray(0, Math.floor(bytes.length * share))),
      ),
      { numRuns: RUNS },
    );
  });

  it("with bytes that were changed", { timeout: 300_000 }, async () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        sample,
        fc.array(change, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(undefined, 0),
        (bytes, changes, largeFile) => {
          const changed = Buffer.from(bytes);
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          return survives(changed, largeFile);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
