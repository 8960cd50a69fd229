import { Document, isMap, isSeq } from "yaml";
import type { DraftClaim } from "./drafts.ts";

/** How the comment above drafts begins; a claim file that was accepted has none. */
export const DRAFTS_HEAD = " Drafts, read from the document.";
const HEAD = `${DRAFTS_HEAD} Check each, write "draft: confirmed" where it is right, mend or
 remove the others, and take what is confirmed with: trade-metrics claims accept FILE`;

/** A claim file of drafts; `reported` is always in quotes, because 17.10 and 17.1 differ. */
export function draftsYaml(file: {
  readonly report: Readonly<Record<string, string>>;
  readonly claims: readonly DraftClaim[];
}): string {
  const document = new Document({ report: file.report, claims: file.claims });
  document.commentBefore = HEAD;
  const claims = document.get("claims");
  if (!isSeq(claims)) throw new TypeError("claims: expected a sequence");
  for (const [index, claim] of claims.items.entries()) {
    if (!isMap(claim)) continue;
    if (index > 0) claim.spaceBefore = true;
    const reported = claim.get("reported", true);
    if (reported) (reported as { type?: string }).type = "QUOTE_DOUBLE";
  }
  return document.toString({ lineWidth: 0 });
}
