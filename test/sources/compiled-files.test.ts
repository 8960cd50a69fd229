import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { allRecords } from "../../src/sources/asked.ts";
import { compileFiles } from "../../src/sources/compile-files.ts";
import { openCompiledFiles } from "../../src/sources/compiled-files.ts";
import type { TradeDataset } from "../../src/sources/dataset.ts";
import { openFiles } from "../../src/sources/open-files.ts";
import { fileWith, hasSharedFiles, plainReading, sharedFile } from "./files-for-tests.ts";
import { excerpts } from "./formats/excerpts.ts";

const plain = { ...plainReading, skipInvalid: false };

/** All that a dataset says, in the order in which it says it. */
function told({ partners, productSystems, listed, ...dataset }: TradeDataset) {
  const { description, rejected, recordsRead, leavesOut, filter } = dataset;
  return {
    description: { ...description, id: "", title: "", tables: [] },
    ...{ rejected, recordsRead, leavesOut, filter },
    systems: [...productSystems].sort(),
    partners: partners.map(({ code, name, kind, aliases }) => [code, name, kind, [...aliases]]),
    listed: [listed?.products, [...(listed?.pairs?.() ?? [])]],
    hasEditions: dataset.relations !== undefined,
    isFull: dataset.unlisted !== undefined,
    series: partners.flatMap(({ code }) =>
      dataset.seriesOf(code).map(({ key, values, gaps, vintage }) => {
        return { key, vintage, values: [...values], gaps: [...(gaps ?? [])] };
      }),
    ),
  };
}

async function compiledOf(path: string) {
  const bytes = await compileFiles([path], () => "country.xlsx");
  return bytes!;
}

describe("what is kept of files", () => {
  // Excerpts whose reader has to say something are no vintages of a publisher.
  const all = excerpts.filter(({ reading }) => reading === undefined);

  it.each(all)("is the same dataset as the file itself: $title", async ({ content }) => {
    const path = fileWith(content);
    let opened: Awaited<ReturnType<typeof openFiles>>;
    try {
      opened = await openFiles([path], plain);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await expect(compiledOf(path)).rejects.toThrow(error.message);
      return;
    }
    const { dataset, kinds } = openCompiledFiles(await compiledOf(path), {});
    expect(told(dataset)).toEqual(told(opened.dataset));
    expect(kinds.length).toBeGreaterThan(0);
  });

  it("keeps what is held back and what is missing apart from zero", async () => {
    const path = fileWith(
      [
        "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE",
        "ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,US,TOTAL,1,VALUE_IN_EUROS,2023,0",
        "ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,US,TOTAL,1,VALUE_IN_EUROS,2024,",
        "",
      ].join("\n"),
    );
    const { dataset } = openCompiledFiles(await compiledOf(path), {});
    const [series] = dataset.seriesOf("US");
    expect([series!.values.get("2023"), series!.values.get("2024")]).toEqual([0, undefined]);
    expect([...series!.gaps!]).toEqual([["2024", "missing"]]);
  });

  it("gives the series of one reporter where one is asked for, as a file does", async () => {
    const path = fileWith(
      "period,reporter,partner,flow,value\n2023,DE,FR,export,5\n2023,IT,FR,export,7\n",
    );
    const asked = { ...allRecords, reporter: "Italy" };
    const { dataset } = openCompiledFiles(await compiledOf(path), { asked });
    const file = (await openFiles([path], { ...plain, asked })).dataset;
    expect(dataset.seriesOf("FR").map(({ key }) => key.reporter)).toEqual(["IT"]);
    expect(dataset.seriesOf("FR").map(({ key }) => key)).toEqual(
      file.seriesOf("FR").map(({ key }) => key),
    );
  });

  it("adds up over all partners as the file does, where zeros are not listed", async () => {
    const rows = ["t,i,j,k,v,q", "2022,842,124,870323,1.5,1", "2022,842,484,870323,2.5,1"];
    const path = fileWith(`${rows.join("\n")}\n`, "BACI_HS22_Y2022_V202401.csv");
    const asked = { ...allRecords, products: "total", acrossPartners: ["export"] } as const;
    const { dataset } = openCompiledFiles(await compiledOf(path), { asked });
    const file = (await openFiles([path], { ...plain, asked })).dataset;
    const sum = (one: TradeDataset) => one.acrossPartners?.sumOf("US", "export", "total", "2022");
    // BACI's values are thousands of dollars.
    expect([sum(dataset), sum(file)]).toEqual([4000, 4000]);
  });

  it("says in warnings what the file is called, and not where it lies", async () => {
    const path = fileWith("period,partner,flow,value,colour\n2023,FR,export,5,red\n");
    const { warnings } = openCompiledFiles(await compiledOf(path), {});
    expect(warnings).toEqual([
      { code: "unknown-columns", message: "country.xlsx: columns not used: colour" },
    ]);
  });

  it.skipIf(!hasSharedFiles)(
    `is the same dataset as the country file of the Census Bureau${hasSharedFiles ? "" : " (skipped: it is not there)"}`,
    async () => {
      const path = sharedFile("census-country/country.xlsx");
      const { dataset } = openCompiledFiles(await compiledOf(path), {});
      const { dataset: file } = await openFiles([path], plain);
      expect(told(dataset)).toEqual(told(file));
      // Exports of Mexico in 2023, which the dataset's own package has as a fact of April 2025.
      const exports = dataset.seriesOf("MX").find(({ key }) => key.flow === "export");
      const year = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, "0")}`);
      const sum = year.reduce((all, month) => all + exports!.values.get(month)!, 0);
      expect(sum).toBe(322_742_472_406);
    },
    60_000,
  );
});
