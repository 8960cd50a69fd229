import { InputError } from "../../errors.ts";

/** What files begin with that hold no table which is read, and what to do instead. */
const foreign: readonly (readonly [begins: RegExp, is: string, mend: string])[] = [
  [/^\xd0\xcf/, "is an old workbook of Excel (.xls)", "save it as .xlsx or CSV"],
  [/^7z\xbc\xaf/, "is packed with 7-Zip", "unpack it first"],
  [/^Rar!/, "is packed with RAR", "unpack it first"],
  [/^%PDF-/, "is a PDF", "take its table out as CSV"],
  [
    /^\s*<(!doctype html|html|head|body|table)\b/i,
    "is a web page (HTML), whatever its name is",
    "open it in a spreadsheet program and save it as .xlsx or CSV",
  ],
  [/^<stata_dta>/, "is a file of Stata", "write it as CSV with export delimited"],
  [/^\s*<(\?xml|\w+:\w+)/, "is XML", "ask its service for CSV, such as SDMX-CSV"],
  [/^RD[AX][23]\n/, "is a file of R", "write it as CSV with write.csv"],
  [/^(ARROW1|FEA1)/, "is a Feather file", "save it as Parquet or CSV"],
  [/^\$FL[23]/, "is a file of SPSS", "save it as CSV"],
  [
    /^version https:\/\/git-lfs/,
    "is a pointer of Git LFS in the place of the file",
    "fetch it with git lfs pull",
  ],
];

/** @throws InputError for a file of another kind than tables, by its first bytes. */
export function refuseForeign(start: Uint8Array, name: string): void {
  const text = Buffer.from(start.subarray(0, 200))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  const found = foreign.find(([begins]) => begins.test(text));
  if (found) throw new InputError(`${name}: ${found[1]} (${found[2]})`);
}

/** What archives are that hold documents. */
const documents: readonly (readonly [entry: string, is: string])[] = [
  ["content.xml", "is an OpenDocument file"],
  ["xl/workbook.bin", "is a binary workbook of Excel (.xlsb)"],
  ["word/document.xml", "is a Word document"],
];

/** @throws InputError for an archive that is a document. */
export function refuseDocument(entries: ReadonlyMap<string, unknown>, name: string): void {
  const found = documents.find(([entry]) => entries.has(entry));
  if (found) throw new InputError(`${name}: ${found[1]} (save its table as .xlsx or CSV)`);
}

/** What a service answers in the place of data; null where an object may be a record. */
export function refusalIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const object = value as Readonly<Record<string, unknown>>;
  if ("dataSets" in object || (object.class === "dataset" && "dimension" in object)) {
    return "is JSON-stat or SDMX-JSON, whose figures stand apart from their names (ask its service for CSV, such as SDMX-CSV)";
  }
  const said = object.error ?? object.errors ?? object.message ?? object.fault;
  if (said === undefined || said === "" || said === null || "period" in object) return null;
  const text = (typeof said === "string" ? said : JSON.stringify(said)).replace(/\s+/g, " ");
  return `is an answer without data: ${text.slice(0, 200)} (ask its service again)`;
}
