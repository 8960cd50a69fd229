import { basename, extname } from "node:path";
import { checkDocument } from "../claims/reading/check-document.ts";
import { draftClaims } from "../claims/reading/drafts.ts";
import { draftsYaml } from "../claims/reading/drafts-yaml.ts";
import { scanDocument } from "../claims/scan/scan.ts";
import type { ScannedNumber } from "../claims/scan/scanned-number.ts";
import type { TextDocument } from "../documents/document.ts";
import { documentTitle } from "../documents/read.ts";
import { escapeUnsafe, safeText } from "../render/safe-text.ts";
import { fetchedForClaims } from "./fetched-vintages.ts";
import { namedEconomies, openDocument } from "./open-document.ts";

/** The numbers of a document as a list, as JSON, or as drafts of claims; and how many there are. */
export async function scanReport(
  file: string,
  form: "list" | "json" | "drafts",
): Promise<{ text: string; summary: string }> {
  const document = await openDocument(file);
  const numbers = scanDocument(document);
  const claims = numbers.filter(({ ignored }) => ignored === null);
  const reasons = new Map<string, number>();
  for (const { ignored } of numbers) {
    if (ignored !== null) reasons.set(ignored, (reasons.get(ignored) ?? 0) + 1);
  }
  const counts = [...reasons].map(([reason, count]) => `${count} ${reason}`).join(", ");
  const kind = documentTitle(document.format);
  const notes = document.notes.map((note) => `; ${note}`).join("");
  const summary = `${kind}, ${numbers.length} numbers: ${claims.length} to claim, ${numbers.length - claims.length} ignored${counts === "" ? "" : ` (${counts})`}${notes}`;
  if (form !== "drafts") return { text: writers[form](numbers), summary };
  return { text: await draftsOf(document, file), summary };
}

const writers = {
  list: (numbers: readonly ScannedNumber[]) => numbers.map(listLine).join(""),
  json: (numbers: readonly ScannedNumber[]) =>
    `${escapeUnsafe(JSON.stringify(numbers.map(withoutContext), null, 2))}\n`,
};

/** A claim file of drafts, one for each number that was read or says why it was not. */
async function draftsOf(document: TextDocument, file: string): Promise<string> {
  const { economies, nameOf } = namedEconomies();
  const fetched = await fetchedForClaims({});
  const checked = await checkDocument(document, economies, null, fetched);
  const report = { id: reportId(file), title: titleOf(document) ?? basename(file) };
  return draftsYaml(await draftClaims(checked, report, nameOf, fetched));
}

const LONGEST_TITLE = 120;

/** The first heading of a document, or null. */
function titleOf({ blocks, text }: TextDocument): string | null {
  const first = blocks.find(({ kind }) => kind === "heading");
  const title =
    first &&
    text
      .slice(first.start, first.end)
      .replace(/^[\s#]+/, "")
      .replace(/\s+/g, " ")
      .trim();
  return title && title.length <= LONGEST_TITLE ? title : null;
}

/** The name of a file as an id: `EPI report_2025.txt` is `epi-report-2025`. */
function reportId(file: string): string {
  const name = basename(file, extname(file)).toLowerCase();
  return name.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "report";
}

function listLine({ raw, unit, scale, comparator, place, ignored }: ScannedNumber): string {
  const words = [comparator ?? "", raw, scale ?? "", unit ?? ""].filter((word) => word !== "");
  const status = ignored === null ? "" : `  (ignored: ${ignored})`;
  const page = place.page === null ? "" : `p${place.page}:`;
  return `${safeText(`${page}${place.line}:${place.column}  ${words.join(" ")}${status}`)}\n`;
}

/** The sentence around a number stays out: stubs and lists carry facts, not an author's words. */
function withoutContext({ context: _, ...number }: ScannedNumber) {
  return number;
}
