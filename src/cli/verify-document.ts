import { checkDocument } from "../claims/reading/check-document.ts";
import { type ReadingReport, readingReport } from "../claims/reading/reading-report.ts";
import type { TextDocument } from "../documents/document.ts";
import { InputError } from "../errors.ts";
import { statOf } from "../readable.ts";
import { readBytes, STANDARD_INPUT } from "../sources/files/open-file.ts";
import { fetchedForClaims } from "./fetched-vintages.ts";
import { namedEconomies, openDocument } from "./open-document.ts";
import { leaveLine } from "./progress.ts";
import { progressLine } from "./reading-progress.ts";

export { reportJson } from "../render/report-json.ts";

/**
 * Whether what is to be verified is a document rather than a claim file: a file of a kind that documents
 * alone are of, or any other, and standard input, that does not begin as a claim file does.
 */
export function isDocument(name: string): boolean {
  if (/\.(?:docx|pdf)$/i.test(name)) return true;
  if (/\.(?:ya?ml|json)$/i.test(name)) return false;
  const isInput = name === STANDARD_INPUT;
  if (!isInput && !statOf(name)?.isFile()) return /\.(?:md|markdown|txt|text|html?)$/i.test(name);
  const bytes = readBytes(name, isInput ? "standard input" : name);
  return bytes.length > 0 && !beginsAsClaims(bytes);
}

/** So many bytes tell a claim file from a document. */
const HEAD = 2000;

function beginsAsClaims(bytes: Uint8Array): boolean {
  return /^(?:\ufeff)?(?:\s*#.*\n|\s)*(?:---\s*\n)?(?:"?(?:report|claims|facts|\$schema)"?\s*:|\{\s*"(?:\$schema|report|claims|facts)")/.test(
    Buffer.from(bytes.subarray(0, HEAD)).toString(),
  );
}

/** So many characters take more than two seconds, of which the first are spent before any part is read. */
const LONG = 500_000;

/** Reads the numbers of a document and holds each against the data. */
export async function verifyDocument(file: string, date?: string): Promise<ReadingReport> {
  const document: TextDocument = await openDocument(file);
  const { economies, nameOf } = namedEconomies();
  const fetched = await fetchedForClaims({});
  const name = file === STANDARD_INPUT ? "standard input" : file;
  if (document.text.length > LONG) leaveLine(`looking for the numbers of ${name}`);
  const line = progressLine();
  const tell = (offset: number) => line.tell(name, offset, document.text.length);
  try {
    const checked = await checkDocument(document, economies, date ?? null, fetched, tell);
    return readingReport(name, checked, nameOf);
  } finally {
    line.done();
  }
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
