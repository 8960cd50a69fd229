import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { read } from "./read.ts";
import { asDocx } from "./write-docx.ts";
import { asPdf, pdfOf } from "./write-pdf.ts";

/** Bytes that follow no rule, the same in every run. */
const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + ((at * at) % 251)) % 256);
const damagedDocx = zipSync({ "word/document.xml": strToU8("<w:document><w:body") });
const workbook = zipSync({ "xl/workbook.xml": strToU8("<workbook/>") });

describe("a file that cannot be read is refused in one line", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["no bytes", new Uint8Array(), /the file is empty/],
    ["bytes that are no text", noise, /is not a document that can be read \(PDF, Word/],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /is a picture/],
    ["an encrypted PDF", pdfOf([[{ x: 72, y: 700, size: 10, text: "5%" }]], true), /is encrypted/],
    ["a PDF without text", pdfOf([[], []]), /holds no text, only pictures/],
    ["a damaged PDF", asPdf().slice(0, 400), /the PDF is damaged/],
    ["a damaged Word document", damagedDocx, /the Word document is damaged/],
    ["a Word document cut short", asDocx().slice(0, 900), /is an archive and no Word document/],
    ["a workbook", workbook, /is an archive and no Word document/],
    ["an old Word document", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /old or encrypted/],
    ["Rich Text", strToU8("{\\rtf1 5 percent}"), /is Rich Text/],
    ["a compressed file", Uint8Array.from([0x1f, 0x8b, 8, 0]), /is compressed/],
    ["HTML nested beyond reason", strToU8(`<html>${"<div>".repeat(5000)}`), /nests more than 2000/],
    ["data", strToU8("1 2 3 4 5 6 7 8\n".repeat(60_000)), /holds more than 400,000 numbers/],
  ])("%s", async (_, bytes, message) => {
    const error = await read(bytes).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).toMatch(/^report: [^\n]+$/);
  });
});

it("a page of a PDF without text is told", async () => {
  const page = [{ x: 72, y: 700, size: 10, text: "Exports rose 5 percent." }];
  expect((await read(pdfOf([page, []]))).notes).toEqual(["no text on page 2"]);
});

it("text in Windows-1252 and UTF-16 is read", async () => {
  const western = Uint8Array.from(
    [..."Exports rose 5\u00a0% to \u00a33 billion"].map((one) => one.charCodeAt(0)),
  );
  expect((await read(western)).text).toBe("Exports rose 5\u00a0% to £3 billion");
  const wide = Buffer.from("\ufeffExports rose 5 %", "utf16le");
  expect((await read(wide)).text).toBe("Exports rose 5 %");
});
