import { expect, it } from "vitest";
import { aggregates } from "../../../src/partners/aggregates.ts";
import { PartnerDirectory } from "../../../src/partners/directory.ts";
import { type AskedCodes, allRecords } from "../../../src/sources/asked.ts";
import { countries } from "../../../src/sources/embedded/embedded.ts";
import { recordsAcross } from "../../../src/sources/engines/records-across.ts";
import { textSource } from "../../../src/sources/files/text-source.ts";
import { loadTables } from "../../../src/sources/records/load.ts";
import { ownTable } from "../../../src/sources/records/own-table.ts";

const directory = new PartnerDirectory([...countries(), ...aggregates]);
const asked: AskedCodes = { ...allRecords, acrossPartners: ["export"] };

function across(rows: string, wanted: Partial<AskedCodes> = {}, header = "") {
  const text = `period,reporter,partner,flow,product,value${header}\n${rows}`;
  const { collection } = loadTables(
    [ownTable(textSource(Buffer.from(text), "own").source)],
    directory,
  );
  return recordsAcross(collection.eachSeries(), { ...asked, ...wanted }, directory);
}

it("adds up each product of a reporter over partners that are no wholes of others", () => {
  const sums = across(
    "2023,FR,MX,export,hs:2709,1\n2023,FR,CA,export,hs:2709,2\n2023,FR,EU,export,hs:2709,40\n" +
      "2023,US,MX,export,hs:2709,8\n2023,US,MX,import,hs:2709,16\n2022,US,MX,export,hs:2709,32\n",
  )!;
  expect(sums.sumOf("FR", "export", "hs:2709", "2023")).toBe(3);
  expect(sums.sumOf("US", "export", "hs:2709", "2023")).toBe(8);
  expect(sums.sumOf(null, "export", "hs:2709", "2023")).toBe(11);
  expect(sums.sumOf("US", "export", "hs:8703", "2023")).toBe(0);
  expect(sums.kindOf("US", "export", "2023")).toMatchObject({ flow: "export", sector: "goods" });
  expect(sums.kindOf("US", "import", "2023")).toBeNull();
});

it("adds up the codes of a level where the question asks for one", () => {
  const rows =
    "2023,US,MX,export,hs:2709,1\n2023,US,CA,export,hs:2710,2\n2023,US,CA,export,hs:8703,4\n";
  const sums = across(rows, { products: { system: "hs", digits: 2 } })!;
  expect(sums.sumOf("US", "export", "hs:27", "2023")).toBe(3);
});

it.each([
  ["an economy trades with itself", "2023,US,US,export,hs:27,1\n"],
  ["products are of several levels", "2023,US,MX,export,hs:27,1\n2023,US,MX,export,hs:2709,1\n"],
  ["records are of parts of years", "2023-01,US,MX,export,hs:27,1\n"],
  ["a publisher holds a value back", "2023,US,MX,export,hs:27,(D)\n2022,US,MX,export,hs:27,1\n"],
])("leaves it to the records one by one where %s", (_, rows) => {
  expect(across(rows)).toBeNull();
});

it("leaves it to them where products state the edition of their classification", () => {
  expect(across("2023,US,MX,export,hs:27,1,H6\n", {}, ",edition")).toBeNull();
});

it("makes no sums that no question asks for", () => {
  expect(across("2023,US,MX,export,hs:27,1\n", { acrossPartners: null })).toBeNull();
});
