import { scanDocument } from "../../src/claims/scan/scan.ts";
import type { ScannedNumber } from "../../src/claims/scan/scanned-number.ts";
import type { TextDocument } from "../../src/documents/document.ts";
import { readDocument } from "../../src/documents/read.ts";

/** Reads a document from its text or bytes. */
export function read(content: string | Uint8Array): Promise<TextDocument> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return readDocument(bytes, "report");
}

/** The numbers of a document that are claims. */
export async function claimsIn(content: string | Uint8Array): Promise<ScannedNumber[]> {
  return scanDocument(await read(content)).filter(({ ignored }) => ignored === null);
}

/** A claim in short: sign, value, unit, scale. */
export function short({ sign, value, unit, scale }: ScannedNumber): string {
  return `${sign}${value} ${unit}${scale === null ? "" : ` ${scale}`}`;
}

/** The kinds of the blocks of a document with their text. */
export function blocksOf({ blocks, text }: TextDocument): (readonly [string, string])[] {
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)] as const);
}
