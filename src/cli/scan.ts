import { basename, extname } from "node:path";
import { PartnerNames } from "../claims/scan/partner-names.ts";
import { scanDocument } from "../claims/scan/scan.ts";
import type { ScannedNumber } from "../claims/scan/scanned-number.ts";
import { claimStubs, claimStubsYaml } from "../claims/scan/stubs.ts";
import { documentTitle } from "../documents/read.ts";
import { escapeUnsafe, safeText } from "../render/safe-text.ts";
import { countries } from "../sources/embedded/embedded.ts";
import { openDocument } from "./open-document.ts";

/** The numbers of a document as a list, as JSON, or as stubs of claims; and how many there are. */
export async function scanReport(
  file: string,
  form: "list" | "json" | "stubs",
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
  return { text: writers[form](numbers, file), summary };
}

const writers = {
  list: (numbers: readonly ScannedNumber[]) => numbers.map(listLine).join(""),
  json: (numbers: readonly ScannedNumber[]) =>
    `${escapeUnsafe(JSON.stringify(numbers.map(withoutContext), null, 2))}\n`,
  stubs: (numbers: readonly ScannedNumber[], file: string) =>
    claimStubsYaml(claimStubs(numbers, new PartnerNames(countries())), reportId(file)),
};

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
