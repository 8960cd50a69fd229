import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metrics } from "../../src/metrics/registry.ts";
import type { QuestionWords } from "../../src/question/words.ts";
import { beginReading, endReading } from "../../src/sources/engines/running.ts";
import { writtenFile } from "../sources/engines/random-files.ts";
import { askedFiles } from "../sources/engines/random-questions.ts";
import { fileWith, rewritable } from "../sources/files-for-tests.ts";
import { answered } from "./answers.ts";
import { type ClickHouse, startClickhouse } from "./clickhouse.ts";
import { everyQuestion } from "./every-question.ts";
import { tableOf } from "./tables.ts";

const RUNS = Number(process.env.TRADE_METRICS_RUNS ?? 200);

let server: ClickHouse;
beforeAll(async () => {
  beginReading();
  server = await startClickhouse();
});
afterAll(async () => {
  await endReading();
  server.stop();
});

/**
 * The answers of memory, DuckDB and ClickHouse, which must be one. Memory sees reporters whose rows
 * were not asked for; where it therefore asks which is meant, rows that were asked for are compared.
 */
async function expectOne(file: string, id: string, words: QuestionWords) {
  const whole = await answered(file, id, words, "memory");
  const isSeveral = whole.refused?.includes("which reporter?");
  const { isSummed: _, ...memory } = isSeveral ? await answered(file, id, words, "rows") : whole;
  const { isSummed: __, ...duckdb } = await answered(file, id, words, "duckdb");
  const { isSummed, ...clickhouse } = await answered(
    server.address("data"),
    id,
    words,
    "clickhouse",
  );
  expect({ id, words, ...duckdb }).toEqual({ id, words, ...memory });
  expect({ id, words, ...clickhouse }).toEqual({ id, words, ...memory });
  return { ...memory, isSummed };
}

describe("memory, DuckDB and ClickHouse", () => {
  it("give every metric at every grain the same rows", { timeout: 0 }, async () => {
    const text = writtenFile({
      ...{ kind: "own", reporters: ["US", "MX", "CA"], partners: ["MX", "CA", "DE", "FR", "US"] },
      products: ["hs:270900", "hs:271000", "hs:870310"],
      times: ["2022", "2023"],
      ...{ unit: "", editions: "none", gone: 0, goneTotals: 0, seed: 1 },
    });
    const file = fileWith(text);
    await server.write(...tableOf("data", text, "types"));
    const answeredIds = new Set<string>();
    let refused = 0;
    for (const [id, words] of everyQuestion()) {
      const { rows } = await expectOne(file, id, words);
      if (rows) answeredIds.add(id);
      else refused += 1;
    }
    expect([...answeredIds].sort()).toEqual(metrics.map(({ id }) => id).sort());
    console.log(`${everyQuestion().length} questions, ${refused} of them refused by all three`);
  });

  it("find every product of a group once, in whatever order its rows come", async () => {
    const rows = [...Array(5000).keys()].reverse().flatMap((number) => {
      const product = `hs:${10 + (number % 5)}${1000 + number}`;
      return ["2022", "2023"].map((period) => `${period},MX,export,${product},${number}`);
    });
    const text = `period,partner,flow,product,value\n${rows.join("\n")}\n`;
    const file = fileWith(text);
    await server.write(...tableOf("data", text, "types", 7));
    for (const by of [{ by: "hs2" }, {}] as const) {
      const words = { partner: "MX", period: "2022..2023", of: "exports", ...by } as const;
      const { isSummed } = await expectOne(file, "growth", words);
      expect(isSummed).toBe(true);
    }
    // 0 + 1 + ... + 4999.
    expect((await expectOne(file, "balance", { partner: "MX", period: "2023" })).rows).toContain(
      "12497500",
    );
  });

  it("answer random questions of random files alike", { timeout: 0 }, async () => {
    const file = rewritable();
    let summed = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(
        askedFiles,
        fc.constantFrom("texts" as const, "types" as const),
        async ({ text, id, asked }, columns) => {
          const path = file(text);
          await server.write(...tableOf("data", text, columns));
          const { isSummed } = await expectOne(path, id, asked);
          all += 1;
          if (isSummed) summed += 1;
        },
      ),
      { numRuns: RUNS },
    );
    console.log(`${all} random questions, ${summed} of them answered from sums`);
    expect(summed).toBeGreaterThan(all / 5);
  });
});
