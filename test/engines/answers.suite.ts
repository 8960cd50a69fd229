import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metrics } from "../../src/metrics/registry.ts";
import type { QuestionWords } from "../../src/question/words.ts";
import { beginReading, endReading } from "../../src/sources/engines/running.ts";
import { writtenFile } from "../sources/engines/random-files.ts";
import { askedFiles } from "../sources/engines/random-questions.ts";
import { fileWith, rewritable } from "../sources/files-for-tests.ts";
import { answered, type ways } from "./answers.ts";
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
 * The answers of memory, DuckDB and ClickHouse, which must be one. Memory sees rows that were not asked
 * for, of which the others may know no more than their number; where it therefore asks which reporter is
 * meant, or knows that none of them has such products, they may answer as rows that were asked for do.
 */
async function expectOne(file: string, id: string, words: QuestionWords) {
  const told = async (data: string, way: keyof typeof ways) => {
    const { isSummed, isAcross, ...said } = await answered(data, id, words, way);
    return { said, isSummed, isAcross };
  };
  const { said: memory } = await told(file, "memory");
  const { said: duckdb } = await told(file, "duckdb");
  const { said, isSummed, isAcross } = await told(server.address("data"), "clickhouse");
  const isSeveral = /which reporter\?|products of the system/.test(memory.refused ?? "");
  const rows = isSeveral ? (await told(file, "rows")).said : memory;
  for (const one of [duckdb, said]) {
    const expected = one.refused === memory.refused ? memory : rows;
    expect({ id, words, ...one }).toEqual({ id, words, ...expected });
  }
  return { ...said, isSummed, isAcross };
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

  it("add products up over partners where each has all of them, and by partner where one has not", async () => {
    const rows = ["MX", "CA", "DE"].flatMap((partner, at) =>
      ["export", "import"].flatMap((flow) =>
        ["hs:2701", "hs:2710", "hs:8703"].map(
          (product) => `2023,${partner},${flow},${product},${at + 1}`,
        ),
      ),
    );
    const ask = async (all: readonly string[]) => {
      const text = `period,partner,flow,product,value\n${all.join("\n")}\n`;
      await server.write(...tableOf("data", text, "types"));
      return expectOne(fileWith(text), "balance", { by: "hs2", period: "2023" });
    };
    // 1 + 2 + 3, of two codes of chapter 27 and of one of chapter 87.
    const full = await ask(rows);
    expect([full.isAcross, full.rows]).toEqual([true, expect.stringContaining('"exports":12,')]);
    expect(full.rows).toContain('"exports":6,');
    // Without cars to Germany, nobody knows what all partners bought.
    const lacking = await ask(rows.filter((row) => row !== "2023,DE,export,hs:8703,3"));
    expect([lacking.isAcross, lacking.rows]).toEqual([false, expect.stringContaining("no-data")]);
    // A row of the whole world is published, and added to nothing.
    const published = await ask([...rows, "2023,WORLD,export,hs:2701,100"]);
    expect(published.isAcross).toBe(false);
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
