import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../files-for-tests.ts";
import { workbook } from "../workbook-file.ts";

async function refusal(content: string | Uint8Array, largeFile?: number): Promise<string> {
  const path = fileWith(content);
  const options = { ...plainReading, ...(largeFile === undefined ? {} : { largeFile }) };
  const error = await inspectFiles([path], options).then(
    () => new Error("was read"),
    (one: unknown) => one as Error,
  );
  expect(error).toBeInstanceOf(InputError);
  expect(error.message).not.toContain("\n");
  return error.message.replace(`${path}: `, "");
}

const latin = (text: string) => Buffer.from(text, "latin1");
const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
  );

/** What each kind of file begins with, by its own description. */
const foreign: readonly (readonly [kind: string, content: string | Uint8Array, mend: string])[] = [
  ["an old workbook", latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "save it as .xlsx or CSV"],
  ["7-Zip", latin("7z\xbc\xaf\x27\x1c\x00\x04"), "unpack it first"],
  ["RAR", latin("Rar!\x1a\x07\x01\x00"), "unpack it first"],
  ["a PDF", "%PDF-1.7\n", "take its table out as CSV"],
  ["a web page called .xls", "<html><table><tr><td>1</td></tr></table></html>", "spreadsheet"],
  ["a web page with a type", "\n<!DOCTYPE html>\n<p>Not found</p>", "spreadsheet"],
  ["a file of Stata", "<stata_dta><header>", "export delimited"],
  ["SDMX-ML", '<?xml version="1.0"?><message:GenericData/>', "SDMX-CSV"],
  ["a file of R, packed as R does", gzipSync(latin("RDX3\nX\n\x00")), "write.csv"],
  ["a Feather file", "ARROW1\0\0", "Parquet or CSV"],
  ["a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\n", "git lfs pull"],
  ["an OpenDocument table", zip({ mimetype: "application/x", "content.xml": "<a/>" }), ".xlsx"],
  ["a binary workbook", zip({ "xl/workbook.bin": "x" }), ".xlsx"],
  ["a Word document", zip({ "word/document.xml": "<a/>" }), ".xlsx"],
  ["JSON-stat", '{"class":"dataset","dimension":{},"id":["geo"],"value":{"0":5}}', "SDMX-CSV"],
  ["a service's error", '{"error":{"code":401,"message":"missing key"}}', "missing key"],
  ["a service's limit", '{"statusCode":429,"message":"Rate limit"}', "Rate limit"],
  ["an empty answer", '{"count":0,"data":[],"error":""}', "the query found nothing"],
];

describe("a file of another kind than tables", () => {
  it.each(foreign)("is named, with what to do: %s", async (_, content, mend) => {
    expect(await refusal(content)).toContain(mend);
  });

  it("is named where it is large as well", async () => {
    expect(await refusal(`<html>${" ".repeat(100)}</html>`, 10)).toContain("spreadsheet");
    expect(await refusal(gzipSync(`<html>${" ".repeat(100)}</html>`), 10)).toContain("spreadsheet");
  });
});

const records = "period,partner,flow,value\n2023,MX,export,7\n";
const sheet = workbook({
  A: [
    ["period", "partner", "flow", "value"],
    [2023, "MX", "export", 7],
  ],
});

describe("what is packed within packed files", () => {
  it.each([
    ["a zip in a zip", zip({ "a.zip": zip({ "a.csv": records }) })],
    ["a gzip in a zip", zip({ "a.csv.gz": gzipSync(records) })],
    ["a workbook in a zip", zip({ "a.xlsx": sheet })],
    ["a workbook in a zip in a zip", zip({ "a.zip": zip({ "a.xlsx": sheet }) })],
    ["a zip in a gzip", gzipSync(zip({ "a.csv": records }))],
    ["a workbook in a gzip", gzipSync(sheet)],
  ])("is read: %s", async (_, content) => {
    for (const largeFile of [undefined, 0]) {
      const options = { ...plainReading, ...(largeFile === undefined ? {} : { largeFile }) };
      const { loaded } = await inspectFiles([fileWith(content)], options);
      expect(loaded.collection.allSeries().map(({ values }) => [...values])).toEqual([
        [["2023", 7]],
      ]);
    }
  });

  it("is refused where there is no end of it", async () => {
    let nested: Uint8Array = zip({ "a.csv": records });
    for (let depth = 0; depth < 6; depth += 1) nested = zip({ "a.zip": nested });
    expect(await refusal(nested)).toContain("packed within packed files without end");
  });
});
