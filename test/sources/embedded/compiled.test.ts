import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TradeDataset } from "../../../src/sources/dataset.ts";
import { compileDataset } from "../../../src/sources/embedded/compile.ts";
import { openCompiled } from "../../../src/sources/embedded/compiled.ts";
import {
  embeddedCatalog,
  openEmbedded,
  openEmbeddedShares,
} from "../../../src/sources/embedded/embedded.ts";
import { objectsOf, readDataPackage } from "../../../src/sources/records/data-package.ts";
import { csv, datasetOf } from "../../calculation/ask.ts";
import { temporaryFolder } from "../../cli/run.ts";

function compiledAgain(dataset: TradeDataset): TradeDataset {
  const folder = temporaryFolder();
  const series = dataset.partners
    .flatMap(({ code }) => dataset.seriesOf(code))
    .map(({ key, values }) => ({ table: 0, key, values }));
  const table = { name: "own", title: "Own", vintage: null, sha256: null, defaults: {}, rows: 0 };
  const description = { ...dataset.description, tables: [table] };
  const { index, blocks } = compileDataset(description, dataset.partners, series);
  writeFileSync(join(folder, "own.json"), JSON.stringify(index));
  writeFileSync(join(folder, "own.bin"), blocks);
  return openCompiled(folder, "own");
}

/** Everything that a dataset holds, as text that can be compared. */
function contents(dataset: TradeDataset): string[] {
  return dataset.partners
    .flatMap(({ code }) => dataset.seriesOf(code))
    .flatMap(({ key, vintage, values }) =>
      [...values].map(([label, value]) =>
        [
          ...Object.entries(key)
            .sort()
            .map(([, word]) => word),
          vintage,
          label,
          value,
        ].join("|"),
      ),
    )
    .sort();
}

describe("the compiled form of a dataset", () => {
  it("holds exactly the records that went in, whatever they are", () => {
    const record = fc.record({
      period: fc.oneof(
        fc.integer({ min: 1990, max: 2030 }).map(String),
        fc
          .tuple(fc.integer({ min: 2015, max: 2017 }), fc.integer({ min: 1, max: 12 }))
          .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`),
      ),
      partner: fc.constantFrom("MX", "CA", "WORLD"),
      flow: fc.constantFrom("export", "import"),
      product: fc.constantFrom("total", "hs:27", "hs:2709"),
      basis: fc.constantFrom("", "census", "bop"),
      value: fc.nat(Number.MAX_SAFE_INTEGER),
    });
    const records = fc.uniqueArray(record, {
      minLength: 1,
      maxLength: 60,
      selector: ({ value, ...key }) => JSON.stringify(key),
    });
    fc.assert(
      fc.property(records, (all) => {
        const rows = all.map((one) =>
          [one.period, one.partner, one.flow, one.product, one.basis, one.value].join(","),
        );
        const dataset = datasetOf(csv("period,partner,flow,product,basis,value", ...rows));
        expect(contents(compiledAgain(dataset))).toEqual(contents(dataset));
      }),
      { numRuns: 50 },
    );
  });

  it("has no series of a partner that it does not name", () => {
    const dataset = compiledAgain(datasetOf(csv("period,partner,flow,value", "2020,MX,export,1")));
    expect(dataset.seriesOf("CA")).toEqual([]);
    expect(dataset.seriesOf("toString")).toEqual([]);
  });

  const trade = embeddedCatalog().filter(({ kind }) => kind === "trade");
  it.each(trade.map(({ id }) => [id]))("%s equals the tables that it came from", (id) => {
    const source = readDataPackage(join("fixtures", id));
    const embedded = openEmbedded(id);
    expect(embedded.description).toEqual(source.description);
    const views = new Map(
      (embedded.vintages ?? []).map(({ vintage, data }) => [vintage as string | null, data]),
    );
    const found = new Map<string, ReadonlyMap<string, number>>();
    for (const { source: rowSource, defaults, vintage } of source.tables) {
      const data = views.get(vintage) ?? embedded;
      for (const { place, row } of objectsOf(rowSource)) {
        const all: Record<string, unknown> = {
          product: "total",
          sector: "goods",
          ...defaults,
          ...row,
        };
        const { partner, flow, product, sector, flowBasis, valuation, basis } = all;
        const words = [vintage, partner, flow, product, sector, flowBasis, valuation, basis];
        const id = words.map((word) => word ?? null).join("|");
        if (!found.has(id)) {
          for (const { key, values } of data.seriesOf(partner as string)) {
            const own = [
              ...[vintage, key.partner, key.flow, key.product, key.sector],
              ...[key.flowBasis, key.valuation, key.basis],
            ];
            found.set(own.join("|"), values);
          }
        }
        const value = found.get(id)?.get(row.period!);
        const expected = row.value === "-" ? undefined : Number(row.value);
        if (value !== expected) throw new Error(`${place}: is not in the compiled data`);
      }
    }
  });

  it("of the shares equals the data package that it came from", () => {
    const source = readDataPackage("fixtures/tiva-shares");
    const shares = openEmbeddedShares("tiva-shares");
    const rows = source.tables.flatMap(({ source: rowSource }) => objectsOf(rowSource));
    expect(shares.count).toBe(rows.length);
    for (const { row } of rows) {
      expect(shares.valueOf(row.area!, row.measure!, Number(row.period))).toBe(Number(row.value));
    }
    expect(shares.valueOf("MX", "EXGR_DVA", 1900)).toBeUndefined();
  });
});

describe("the embedded data", () => {
  it("are the nine datasets, each with what it covers", () => {
    expect(embeddedCatalog().map(({ id }) => id)).toEqual([
      "census-goods",
      "census-hs2",
      "census-naics3",
      "bea-trade",
      "census-programmes",
      "bea-world",
      "tiva-shares",
      "cpi-u",
      "value-added-2011",
    ]);
    for (const { title, coverage } of embeddedCatalog()) {
      expect(title).not.toBe("");
      expect(coverage.first <= coverage.last).toBe(true);
    }
  });

  it("hold an export and an import for every month of Mexico, and mark aggregates", () => {
    const goods = openEmbedded("census-goods");
    const april = goods.vintages!.find(({ vintage }) => vintage === "2025-04")!.data;
    // 2010-01 to 2025-02 are 182 months, 1985 to 2009 are 25 years.
    for (const { values } of april.seriesOf("MX")) expect(values.size).toBe(182 + 25);
    const kinds = new Map(goods.partners.map(({ code, kind }) => [code, kind]));
    expect([kinds.get("MX"), kinds.get("WORLD"), kinds.get("EU")]).toEqual([
      "country",
      "aggregate",
      "aggregate",
    ]);
  });
});
