import { describe, expect, it } from "vitest";
import { parseProductSelection } from "../../src/products/product.ts";
import { allRecords } from "../../src/sources/asked.ts";
import { openSources } from "../../src/sources/open.ts";
import { type FileOptions, openFiles } from "../../src/sources/open-files.ts";
import { fileWith, plainReading } from "./files-for-tests.ts";

const ways = {
  memory: {},
  stream: { largeFile: 0, engine: "rows" },
  duckdb: { largeFile: 0, engine: "duckdb" },
} as const;

/** In 2022, one product less is traded than in 2020, by one reporter less; 2024 is the last year. */
const content = `period,partner,flow,value,reporter,product
2020,CA,export,5,US,hs:01
2020,CA,export,6,US,hs:02
2020,MX,export,1,DE,hs:01
2022,CA,export,7,US,hs:01
2022-01,MX,export,2,US,hs:01
2024,MX,export,3,US,hs:01
`;

async function open(way: keyof typeof ways, options: Partial<FileOptions>, text = content) {
  const reading = { ...plainReading, skipInvalid: false, ...ways[way], ...options };
  const { dataset, warnings } = await openFiles([fileWith(text)], reading);
  const { partners, recordsRead } = dataset;
  const series = partners.flatMap(({ code }) =>
    // A database gives the periods of a series in no order of theirs.
    dataset
      .seriesOf(code)
      .map(({ key, values }) => [code, key.reporter, key.product, Object.fromEntries(values)]),
  );
  return { series, warnings, recordsRead };
}

const asked2022 = { asked: { ...allRecords, years: { first: 2022, last: 2022 } } };

describe("a question about some years", () => {
  it("that no record fits is answered from one reading where nothing was left out", async () => {
    let ends = 0;
    const progress = (_: string, bytes: number, total: number | null) => {
      if (bytes === total) ends += 1;
    };
    const nobody = { ...asked2022.asked, partners: ["BR"] };
    const { series, recordsRead } = await open("stream", { asked: nobody, progress });
    expect([series, recordsRead, ends]).toEqual([[], 6, 1]);
  });

  it.each(["stream", "duckdb"] as const)(
    "has the products, reporters and end of the data of all years from a %s as from memory",
    async (way) => {
      const expected = await open("memory", asked2022);
      expect(expected.series).toHaveLength(4);
      expect(await open(way, asked2022)).toEqual(expected);
    },
  );

  it.each(["stream", "duckdb"] as const)(
    "has only those years from a %s where memory cannot hold more, which is told",
    async (way) => {
      const { series, warnings, recordsRead } = await open(way, { ...asked2022, mostRecords: 3 });
      expect(series).toEqual([
        ["CA", "US", "hs:01", { "2022": 7 }],
        ["MX", "US", "hs:01", { "2022-01": 2 }],
      ]);
      expect(recordsRead).toBe(6);
      expect(warnings.map(({ message }) => message)).toEqual([
        "too large to keep whole: only 2022 was kept, so products, partners and reporters of other years are not counted, and the data seem to end in 2022",
      ]);
    },
  );

  it.each(["stream", "duckdb"] as const)(
    "is refused from a %s where even their records are too many",
    async (way) => {
      const few = { ...asked2022, mostRecords: 1 };
      await expect(open(way, few)).rejects.toThrow(
        /data(:\d+)?: the question needs more than 1 records at once \(name partners, years or a reporter/,
      );
      const one = { asked: { ...allRecords, partners: ["CA"] }, mostRecords: 1 };
      await expect(open(way, one)).rejects.toThrow("more than 1 records at once");
    },
  );
});

describe("a question about products", () => {
  it.each(Object.keys(ways) as (keyof typeof ways)[])(
    "that only other partners of a file trade finds none, read as: %s",
    async (way) => {
      const text =
        "period,partner,flow,value,product\n2024,MX,export,3,total\n2024,CA,export,4,hs:27\n";
      const options = {
        ...{ ...plainReading, ...ways[way], skipInvalid: false, data: [fileWith(text)] },
        asked: { ...allRecords, partners: ["MX"] },
      };
      const sources = await openSources(options);
      const dataset = sources.forProduct(parseProductSelection("hs:27", "--product"));
      expect(dataset.seriesOf("MX").map(({ key }) => key.product)).toEqual(["total"]);
    },
  );
});

describe("a large file whose lines end with carriage returns alone", () => {
  it.each(["stream", "duckdb"] as const)("is read as a %s as in memory", async (way) => {
    const text = content.replaceAll("\n", "\r");
    expect(await open(way, {}, text)).toEqual(await open("memory", {}, text));
  });
});
