import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { InputError } from "../../../src/errors.ts";
import { checkFiles } from "../../../src/inspection/check.ts";
import { parsePeriod } from "../../../src/records/period.ts";
import type { Spool } from "../../../src/sources/files/spool.ts";
import type { ReadingWords } from "../../../src/sources/formats/reading-words.ts";
import { inspectFiles, rejectedOf } from "../../../src/sources/open-files.ts";
import type { DefinedTable } from "../../../src/sources/records/load.ts";
import { rivalsError } from "../../../src/sources/records/load-errors.ts";
import { PartedLoading } from "../../../src/sources/records/load-in-parts.ts";
import { fileWith, plainReading } from "../files-for-tests.ts";
import { comtradeFile, comtradeRow, excerpts } from "../formats/excerpts.ts";
import { readingWords } from "../formats/reading-for-tests.ts";

/** What the report says of a file, beside the same told from records that are all in memory. */
async function bothWays(path: string, said: Partial<ReadingWords> = {}) {
  const options = { ...plainReading, reading: readingWords(said) };
  const { loaded, description } = await inspectFiles([path], options);
  const report = await checkFiles([path], options);
  const series = loaded.collection.allSeries();
  const whole = {
    rows: { read: loaded.read, used: loaded.collection.count, rejected: rejectedOf(loaded) },
    problems: loaded.problems,
    rivals: rivalsError(loaded)?.message,
    // A partner of whom every cell is held back has no figures.
    partners: new Set(
      series.flatMap(({ key, values, gaps }) =>
        values.size > 0 || !gaps?.size ? key.partner : [],
      ),
    ).size,
    // What is held back alone is no figure of its product, as of its partner.
    products: [
      ...new Set(
        series.flatMap(({ key, values, gaps }) =>
          values.size > 0 || !gaps?.size ? key.product : [],
        ),
      ),
    ].sort(),
    figures: series.reduce((sum, { values }) => sum + values.size, 0),
    coverage: description.coverage,
  };
  const told = {
    rows: report.rows,
    problems: report.problems,
    rivals: report.warnings.find(({ code }) => code === "parts-without-whole")?.message,
    partners: report.partners,
    products: report.products,
    figures: Object.values(report.kinds).reduce((sum, count) => sum + count, 0),
    coverage: report.coverage,
  };
  return { whole, told };
}

const partner = fc.constantFrom("MX", "CA", "Atlantis", "WORLD");
const row = fc.record({
  period: fc.constantFrom("2023", "2024", "2024-01", "2024-13"),
  partner,
  flow: fc.constantFrom("export", "import"),
  value: fc.constantFrom("1", "2", "x"),
  product: fc.constantFrom("total", "hs:27", "hs:2709"),
});

describe("records that are judged part by part", () => {
  it.each(excerpts)(
    "are told as they are where all are in memory: $title",
    async ({ content, reading }) => {
      const { whole, told } = await bothWays(fileWith(content), reading);
      expect(told).toEqual(whole);
    },
  );

  it("give the same problems in the same order, whatever the rows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const lines = rows.map((cells) => Object.values(cells).join(","));
        const path = fileWith(`period,partner,flow,value,product\n${lines.join("\n")}\n`);
        const { whole, told } = await bothWays(path);
        expect(told).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it("name the first rivals of a file", async () => {
    const part = (customs: string, country: readonly [string, string, string]) =>
      comtradeRow({ flow: "M", partner: country, cif: "5", value: "5", customs });
    const rows = [["484", "MEX", "Mexico"] as const, ["124", "CAN", "Canada"] as const];
    const file = fileWith(
      comtradeFile(rows.flatMap((one) => [part("C01", one), part("C02", one)])),
    );
    const { whole, told } = await bothWays(file);
    expect(told).toEqual(whole);
    expect(told.rivals).toContain("MX");
  });

  it("come from a file whose name has a line end in it", async () => {
    const path = fileWith(
      "period,partner,flow,value\n2024,MX,export,1\n2024,MX,export,2\n",
      "a\nb",
    );
    const { whole, told } = await bothWays(path);
    expect(told).toEqual(whole);
  });

  it.skipIf(!existsSync("/dev/full"))("name the fix where the disk is full", () => {
    const loading = new PartedLoading({ newPath: () => "/dev/full" } as unknown as Spool);
    const period = parsePeriod("2024");
    const key = { reporter: "US", partner: "MX", flow: "export", product: "total" } as const;
    const kinds = { sector: "goods", flowBasis: null, valuation: null, basis: null } as const;
    const record = { kind: "record", period, value: 1, part: "", member: null } as const;
    const layout = { vintage: null, recognised: { layout: {} } } as DefinedTable;
    const takeAll = () => {
      for (let at = 0; at < 10_000; at += 1) {
        loading.take(
          { ...record, key: { ...key, ...kinds } },
          { place: () => "a.csv:2" },
          2,
          layout,
        );
      }
    };
    expect(takeAll).toThrow(InputError);
    expect(takeAll).toThrow("set TMPDIR to a folder with more room");
  });
});
