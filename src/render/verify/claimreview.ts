import type { Verdict } from "../../claims/file/words.ts";
import type { VerifiedClaim, VerifyReport } from "../../claims/report.ts";
import { escapeUnsafe } from "../safe-text.ts";
import { textFindings } from "./text-findings.ts";
import { explanationText, findingText, reportedText, shouldReadText } from "./words.ts";

/** The rating of a verdict, from 1 (false) to 5 (true); null for what was not checked. */
const ratings: Readonly<Record<Verdict, readonly [number, string] | null>> = {
  reproduced: [5, "True"],
  "reproduced-by-rounding": [4, "True within rounding"],
  "definition-dependent": [3, "Depends on the definition"],
  inconsistent: [1, "Contradicts another number"],
  mismatch: [1, "False"],
  "not-checkable": null,
  error: null,
};

/**
 * JSON-LD with one ClaimReview of schema.org for each claim that was checked. It has no date of the
 * review, so that the same data and claims give the same document.
 */
export function verifyClaimReview(report: VerifyReport): string {
  const reviews = report.claims.flatMap((claim) => {
    const rating = ratings[claim.verdict];
    return rating ? [review(claim, rating, report)] : [];
  });
  const notes = textFindings(report).map(({ message }) => ({ "@type": "Comment", text: message }));
  const document = {
    "@context": "https://schema.org",
    "@graph": [...reviews, ...notes],
  };
  return `${escapeUnsafe(JSON.stringify(document, null, 2))}\n`;
}

function review(
  claim: VerifiedClaim,
  [value, name]: readonly [number, string],
  { report }: VerifyReport,
) {
  const { title, publisher, author, date, url } = report;
  const isDate = /^\d{4}(?:-\d\d){0,2}$/.test(date);
  return {
    "@type": "ClaimReview",
    claimReviewed: `${claim.says}: ${reportedText(claim)}`,
    reviewBody: bodyOf(claim),
    author: { "@type": "Organization", name: "trade-metrics verify" },
    reviewRating: {
      "@type": "Rating",
      ratingValue: value,
      bestRating: 5,
      worstRating: 1,
      alternateName: name,
    },
    itemReviewed: {
      "@type": "Claim",
      author:
        author === null
          ? { "@type": "Organization", name: publisher }
          : { "@type": "Person", name: author },
      ...(isDate && { datePublished: date }),
      appearance: {
        "@type": "CreativeWork",
        name: title,
        publisher: { "@type": "Organization", name: publisher },
        ...(url !== null && { url }),
      },
    },
  };
}

function bodyOf(claim: VerifiedClaim): string {
  const should = shouldReadText(claim);
  const [best] = claim.explanations;
  return [
    findingText(claim),
    ...(should === "" ? [] : [`should read ${should}`]),
    ...(best ? [explanationText(claim, best)] : []),
  ].join(". ");
}
