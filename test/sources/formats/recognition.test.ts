import { afterAll, describe, expect, it } from "vitest";
import type { SeriesKey } from "../../../src/records/record.ts";
import type { StoredSeries } from "../../../src/sources/dataset.ts";
import { openFile } from "../../../src/sources/files/open-file.ts";
import { Spool } from "../../../src/sources/files/spool.ts";
import type { ReadingWords } from "../../../src/sources/formats/reading-words.ts";
import { recognise } from "../../../src/sources/formats/recognise.ts";
import { fileFormats } from "../../../src/sources/formats/registry.ts";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, hasSharedFiles, plainReading, sharedFile } from "../files-for-tests.ts";
import { type Excerpt, excerpts } from "./excerpts.ts";
import { readingWords } from "./reading-for-tests.ts";

const titleOf = (id: string) => fileFormats.find((format) => format.id === id)!.title;

/** Of several bases, general imports and total exports are the ones that an excerpt names. */
const isCustomary = ({ flowBasis }: SeriesKey) =>
  flowBasis !== "consumption" && flowBasis !== "domestic";

const seen = new Map<string | Excerpt, ReturnType<typeof inspect>>();
afterAll(() => seen.clear());

/** What the program finds in a file of a publisher, or in an excerpt, which is read once. */
function inspected(of: string | Excerpt) {
  const known =
    seen.get(of) ??
    (typeof of === "string" ? inspect(of) : inspect(fileWith(of.content), of.reading));
  seen.set(of, known);
  return known;
}

async function inspect(path: string, said: Partial<ReadingWords> = {}) {
  const options = { ...plainReading, reading: readingWords(said) };
  const { loaded, tables, warnings } = await inspectFiles([path], options);
  const series = loaded.collection.allSeries();
  const figure = (partner: string, flow: string, product: string, period: string) =>
    series
      .filter(({ key }) => key.partner === partner && key.flow === flow && key.product === product)
      .sort((a, b) => Number(isCustomary(b.key)) - Number(isCustomary(a.key)))
      .map(({ values }) => values.get(period))
      .find((value) => value !== undefined);
  const asides = Object.values(loaded.asides).reduce((sum, count) => sum + count, 0);
  return { loaded, tables, warnings, series, figure, asides };
}

/** Figures by flow, flow basis, valuation and period, added up. */
function sumsOf(series: readonly StoredSeries[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { key, values } of series) {
    for (const [period, value] of values) {
      const sector = key.sector === "services" ? " services" : "";
      const kind = `${key.flow} ${key.flowBasis ?? "-"} ${key.valuation ?? "-"} ${period}${sector}`;
      sums[kind] = (sums[kind] ?? 0) + value;
    }
  }
  return sums;
}

/** The formats in which a file is as well, whatever the order in which they are tried. */
async function otherFormats(path: string, format: string): Promise<string[]> {
  const spool = new Spool();
  const { sources } = await openFile(path, { spool });
  spool.remove();
  const others = fileFormats.filter(({ id }) => id !== format);
  return sources.flatMap(({ sample }) =>
    others.flatMap((other) => (recognise(sample, [other]) === null ? [] : other.id)),
  );
}

describe("an excerpt of every format, retyped", () => {
  it.each(excerpts)("is recognised by its content: $title", async (excerpt) => {
    const { tables } = await inspected(excerpt);
    expect([...new Set(tables.map((table) => table.format))]).toEqual([titleOf(excerpt.format)]);
  });

  it.each(excerpts)("gives its figures in whole dollars: $title", async (excerpt) => {
    const { figure } = await inspected(excerpt);
    for (const [partner, flow, product, period, value] of excerpt.holds) {
      expect([partner, flow, product, period, figure(partner, flow, product, period)]).toEqual([
        ...[partner, flow, product, period, value],
      ]);
    }
  });

  it.each(excerpts)("read = used + skipped: $title", async (excerpt) => {
    const { loaded, asides } = await inspected(excerpt);
    expect(loaded.problems).toEqual([]);
    expect([loaded.read, loaded.collection.count]).toEqual([excerpt.read, excerpt.used]);
    expect(loaded.read).toBe(loaded.collection.count + asides);
  });

  it.each(excerpts.filter(({ kinds }) => kinds))(
    "gives each figure its flow, basis and valuation: $title",
    async (excerpt) => {
      const { series } = await inspected(excerpt);
      const found = series.map(
        ({ key }) => `${key.flow} ${key.flowBasis ?? "-"} ${key.valuation ?? "-"}`,
      );
      expect([...new Set(found)].sort()).toEqual([...excerpt.kinds!].sort());
    },
  );

  it.each(excerpts.filter(({ sums }) => sums))(
    "gives each column its meaning: $title",
    async (excerpt) => {
      const { series } = await inspected(excerpt);
      expect(sumsOf(series)).toEqual(excerpt.sums);
    },
  );

  it.each(excerpts.filter(({ reporters, asides }) => reporters ?? asides))(
    "tells whose trade it is, and why figures are set aside: $title",
    async (excerpt) => {
      const { reporters, asides = {} } = excerpt;
      const { series, loaded } = await inspected(excerpt);
      expect(loaded.asides).toMatchObject(asides);
      if (reporters) expect([...new Set(series.map(({ key }) => key.reporter))]).toEqual(reporters);
    },
  );

  it.each(excerpts)("is in no other format: $title", async ({ format, content }) => {
    expect(await otherFormats(fileWith(content), format)).toEqual([]);
  });

  it("covers every layout of every format that is registered", async () => {
    const layouts = new Set<string>();
    for (const excerpt of excerpts) {
      const { tables } = await inspected(excerpt);
      for (const { format, layout } of tables) layouts.add(`${format}: ${layout}`);
    }
    const all = fileFormats.flatMap(({ title, layouts: own }) =>
      own.map((layout) => `${title}: ${layout.title}`),
    );
    expect(all.filter((one) => !layouts.has(one))).toEqual([]);
  });

  it("covers every format that is registered", () => {
    const covered = new Set(excerpts.map(({ format }) => format));
    expect(fileFormats.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
});

/** Every file of trade that the publishers gave out, with its format and what it must show. */
const files: readonly [path: string, format: string, used: number][] = [
  ["census-country/country.xlsx", "census-country", 226_656],
  ["census-hs2/us-exports-hs2-2013-2026m05.parquet", "census-api", 512_386],
  ["census-hs2/us-imports-hs2-2013-2021m06.parquet", "census-api", 201_032],
  ["census-hs2/us-general-imports-hs2-2023-2024.csv", "census-api", 1354],
  ["census-naics/us-imports-naics3-2013-2025m11.parquet", "census-api", 162_186],
  ["census-api/exports_2024_01-as-saved-from-R.csv", "census-api", 0],
  ["census-api/exports_hs10_2710121510_canada_2016-01_2025-09.json", "census-api", 117],
  ["comtrade/TradeData.csv", "comtrade", 1352],
  ["comtrade/TradeData_Services.csv", "comtrade", 120],
  ["comtrade/api-v1-pretty-printed.json", "comtrade", 4],
  ["comtrade/un-comtrade-usa-jpn-total-goods-2023-import-export.json", "comtrade", 2],
  ["usitc-dataweb/wide-years.xlsx", "dataweb", 0],
  ["usitc-dataweb/long-months.xlsx", "dataweb", 704],
  ["wits/partner.xlsx", "wits", 223],
  ["wits/trade-summary-usa.csv", "wits", 900],
  ["bea/trad-geo-time-series-0125.xlsx", "bea", 13_192],
  ["tiva/oecd_tiva_mainsh_2012_2022_selected.csv", "sdmx", 0],
  ["tiva/imgrva-csvfilewithlabels-sample.csv", "sdmx", 0],
];

const unusual = [
  ["census-country/ctyseasonal-2009-2025m02-from-pandas.csv", "census-country", 8820],
  [
    "census-country/balance-pages/us-balance-4280-vintage-2026-02-07-5315732.md",
    "census-country",
    48,
  ],
] as const;

const skipped = hasSharedFiles ? "" : " (skipped: the authentic files are not here)";

describe.skipIf(!hasSharedFiles)(`the publishers' own files${skipped}`, () => {
  it.each(files)("%s is in the format %s, with %i records", async (path, format, used) => {
    const { loaded, tables, asides, warnings } = await inspected(sharedFile(path));
    expect([...new Set(tables.map((table) => table.format))]).toEqual([titleOf(format)]);
    expect(loaded.problems).toEqual([]);
    expect(warnings.filter(({ code }) => code === "unknown-partners")).toEqual([]);
    expect(loaded.collection.count).toBe(used);
    expect(loaded.read).toBe(used + asides);
  });

  it.each([...files, ...unusual])("%s is in no other format than %s", async (path, format) => {
    expect(await otherFormats(sharedFile(path), format)).toEqual([]);
  });

  it("the doubled Census file gives Canada's exports 2024 from its total, and names it", async () => {
    const { loaded, series } = await inspected(
      sharedFile("census-hs2/us-exports-hs2-2013-2026m05.parquet"),
    );
    const canada = series.find(({ key }) => key.partner === "CA" && key.product === "total")!;
    const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, "0")}`);
    const sum = months.reduce((total, month) => total + canada.values.get(month)!, 0);
    // Census Bureau, total exports to Canada in 2024, data/README.md of the authentic files.
    expect(sum).toBe(350_605_572_155);
    expect(loaded.wholes.join()).toContain('E_COMMODITY "00"');
  });

  it("Comtrade values US imports c.i.f. and exports f.o.b.", async () => {
    const { series } = await inspected(sharedFile("comtrade/TradeData.csv"));
    const us = series.filter(({ key }) => key.reporter === "US");
    const valuations = (flow: string) =>
      new Set(us.filter(({ key }) => key.flow === flow).map(({ key }) => key.valuation));
    expect([...valuations("import")]).toEqual(["cif"]);
    expect([...valuations("export")]).toEqual(["fob"]);
  });

  it.each(unusual)("%s is in the format %s, with %i records", async (path, format, used) => {
    const { loaded, tables } = await inspected(sharedFile(path));
    expect(tables.map((table) => table.format)).toEqual([titleOf(format)]);
    expect([loaded.problems, loaded.collection.count]).toEqual([[], used]);
  });

  it("takes the flow of DataWeb from its query parameters, and dutiable value for no imports", async () => {
    const kindsOf = async (path: string) => {
      const { loaded, series } = await inspected(sharedFile(`usitc-dataweb/${path}`));
      const kinds = series.map(({ key }) => `${key.partner} ${key.flow} ${key.flowBasis}`);
      return { kinds: [...new Set(kinds)], asides: loaded.asides };
    };
    expect((await kindsOf("domestic-exports.xlsx")).kinds).toEqual(["WORLD export domestic"]);
    expect((await kindsOf("one-year-no-country.xlsx")).kinds).toEqual(["CN export domestic"]);
    const dutiable = await kindsOf("dutiable-value-and-customs.xlsx");
    expect(dutiable.kinds).toEqual([]);
    expect(dutiable.asides["dutiable-value"]).toBe(23_368);
    const months = await kindsOf("months-as-columns.csv");
    expect(months.kinds.every((kind) => kind.endsWith("import general"))).toBe(true);
  });

  it("reads BEA's goods and services to the deficit of 2024 that its README states", async () => {
    const { series } = await inspected(sharedFile("bea/trad-time-series-0325.xlsx"));
    const sum = (flow: string) =>
      series
        .filter(({ key }) => key.flow === flow)
        .reduce((total, { values }) => total + values.get("2024")!, 0);
    // -917,835 million, of exports and imports that are rounded to a million each.
    expect(Math.round((sum("export") - sum("import")) / 1e6)).toBeCloseTo(-917_835, -1);
  });

  it("DataWeb's footer is no country", async () => {
    const { loaded } = await inspected(sharedFile("usitc-dataweb/wide-years.xlsx"));
    expect(loaded.asides.footer).toBe(20);
    expect(loaded.unplaced.size).toBe(0);
  });

  it("January and February 2025 are year-to-date, and later months are missing", async () => {
    const { series } = await inspected(sharedFile("census-country/country.xlsx"));
    const exports = series.find(({ key }) => key.partner === "CA" && key.flow === "export")!;
    expect([...exports.values.keys()].filter((label) => label.startsWith("2025"))).toEqual([
      ...["2025-01", "2025-02", "2025-01/2025-02"],
    ]);
    expect(exports.values.get("2025-01/2025-02")).toBe(55_652_488_334);
  });
});
