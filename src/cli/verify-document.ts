import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { checkDocument } from "../claims/reading/check-document.ts";
import { type ReadingReport, readingReport } from "../claims/reading/reading-report.ts";
import type { TextDocument } from "../documents/document.ts";
import { InputError } from "../errors.ts";
import { countries } from "../sources/embedded/embedded.ts";
import { fetchedForClaims } from "./fetched-vintages.ts";
import { openDocument } from "./open-document.ts";

export { reportJson } from "../render/report-json.ts";

/** Whether a file of text begins as a claim file does. */
export function looksLikeClaims(name: string): boolean {
  if (!existsSync(name) || /\.(?:docx|pdf)$/i.test(name)) return false;
  const head = Buffer.alloc(2000);
  const file = openSync(name, "r");
  const length = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  return /^(?:\ufeff)?(?:\s*#.*\n|\s)*(?:---\s*\n)?(?:"?(?:report|claims|facts|\$schema)"?\s*:|\{\s*"(?:\$schema|report|claims|facts)")/.test(
    head.toString("utf8", 0, length),
  );
}

/** Reads the numbers of a document and holds each against the data. */
export async function verifyDocument(file: string, date?: string): Promise<ReadingReport> {
  const document: TextDocument = await openDocument(file);
  const economies = countries();
  const names = new Map(economies.map(({ code, name }) => [code, name]));
  const checked = await checkDocument(
    document,
    economies,
    date ?? null,
    await fetchedForClaims({}),
  );
  return readingReport(
    file,
    checked,
    (code) => names.get(code) ?? (code === "WORLD" ? "the world" : code),
  );
}

/** The options of `verify` that only claim files know. */
export function refuseClaimOptions(options: Readonly<Record<string, unknown>>): void {
  const only: readonly (readonly [string, string])[] = [
    ["only", "--only"],
    ["group", "--group"],
    ["text", "--text"],
    ["failOn", "--fail-on"],
    ["watch", "--watch"],
  ];
  for (const [key, option] of only) {
    if (options[key] === undefined) continue;
    throw new InputError(
      `${option}: is for claim files, and this is a document`,
      "Write its claims with: trade-metrics claims scan FILE",
    );
  }
}
