import { expect, it } from "vitest";
import { PartnerDirectory } from "../../src/partners/directory.ts";
import { type AskedCodes, allRecords } from "../../src/sources/asked.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";
import { openFile } from "../../src/sources/files/open-file.ts";
import { Spool } from "../../src/sources/files/spool.ts";
import { nothingDeclared } from "../../src/sources/formats/declared-reading.ts";
import { findTables } from "../../src/sources/formats/find-tables.ts";
import { loadAnswering } from "../../src/sources/load-answering.ts";
import { fileWith } from "./files-for-tests.ts";

const text = `period,partner,flow,product,value
2023,MX,export,hs:27,1
2023,Mexico,export,hs:27,1
2023,CA,export,hs:87,2
`;

/** Asks a table as if it were on a server, of which one record can be held. */
async function askFar(asked: AskedCodes) {
  const source = await openFile(fileWith(text), { spool: new Spool(), largeFile: 0 });
  const { tables } = await findTables(source, null);
  const [found] = tables;
  const stored = { ...found!.source.stored!, isFar: true };
  const table = { ...found!, source: { ...found!.source, stored }, defaults: {}, vintage: null };
  const settings = {
    missing: [],
    where: [],
    codeTable: new Map(),
    asked,
    reading: nothingDeclared,
  };
  const directory = new PartnerDirectory(countries());
  return loadAnswering([table], directory, settings, { mostRecords: 1 });
}

it.each([
  ["total", "a record is repeated"],
  ["each", "each of its products is told apart"],
] as const)(
  "a table on a server with too many records to fetch says why its rows are needed, by %s",
  async (products, why) => {
    await expect(askFar({ ...allRecords, products })).rejects.toMatchObject({
      message: expect.stringContaining(
        `its rows themselves are needed, because ${why}, and there are more than 1,000,000 of them`,
      ),
      hint: expect.stringContaining("Ask for all products or a level (--by hs2)"),
    });
  },
);
