import { verdicts } from "../../../claims/file/words.ts";
import { bases, type VerifiedClaim, type VerifyReport } from "../../../claims/report.ts";
import { severity } from "../../../claims/verdict.ts";
import { anchorOf, EVIDENCE, printedText, sentence } from "./claim.ts";
import { html, type Markup } from "./markup.ts";
import { verdictNames } from "./verdicts.ts";

/** What was found, in sentences; then what explains several numbers at once. */
export function summarySection(report: VerifyReport): Markup {
  const shared = sharedExplanations(report.claims);
  return html`<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
<p class="lead">${leadText(report)}</p>
${verdictBar(report)}
${
  shared.length === 0
    ? null
    : html`<h3>What explains several numbers at once</h3>
<ul class="shared">${shared.map(sharedItem)}</ul>`
}
</section>
`;
}

function leadText({ summary }: VerifyReport): string {
  const { claims, checked, violations, expected, unexpected } = summary;
  const count = summary.verdicts;
  const right = count.reproduced + count["reproduced-by-rounding"];
  const parts = [
    [right, `agree${s(right)}${agreement(summary)}`],
    [count.mismatch, count.mismatch === 1 ? "does not match" : "do not match"],
    [count.inconsistent, `contradict${s(count.inconsistent)} another number`],
    [
      count["definition-dependent"],
      `depend${s(count["definition-dependent"])} on a definition that is not given`,
    ],
  ] as const;
  const found = parts.filter(([many]) => many > 0).map(([many, text]) => `${many} ${text}`);
  const unchecked = count["not-checkable"];
  const rest = unchecked > 0 ? ` ${unchecked} could not be checked with the data at hand.` : "";
  const broken = count.error > 0 ? ` ${count.error} could not be computed.` : "";
  const pinned =
    expected > 0
      ? ` ${expected} of these findings ${expected === 1 ? "is" : "are"} expected by the claim file, which gives the reasons.`
      : "";
  const changed = unexpected > 0 ? ` ${unexpected} came out otherwise than expected.` : "";
  const forbidden =
    violations > 0
      ? ` ${violations} ${violations === 1 ? "is" : "are"} not allowed by the policy.`
      : "";
  return `${claims} number${claims === 1 ? "" : "s"}, of which ${checked} could be checked: ${found.join(", ")}.${rest}${broken}${pinned}${changed}${forbidden}`;
}

/** The ending of a verb of which one is the subject. */
function s(many: number): string {
  return many === 1 ? "s" : "";
}

/** With what they agree: data, other numbers of the report, or stated facts. */
function agreement({ bases: counts }: VerifyReport["summary"]): string {
  const names = {
    data: "with the data",
    report: "with other printed numbers",
    fact: "with stated facts",
  };
  const parts = bases
    .filter((basis) => counts[basis].reproduced > 0)
    .map((basis) => `${counts[basis].reproduced} ${names[basis]}`);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** The verdicts as parts of all claims, with the figures below. */
function verdictBar({ summary }: VerifyReport): Markup {
  let left = 0;
  const parts = severity.flatMap((verdict): Markup[] => {
    const count = summary.verdicts[verdict];
    if (count === 0) return [];
    const width = (count / summary.claims) * 1000;
    const part = html`<rect class="${verdict}" x="${round(left)}" y="0" width="${round(Math.max(2, width - 4))}" height="10"/>`;
    left += width;
    return [part];
  });
  return html`<svg class="verdict-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="counts">${severity
    .filter((verdict) => summary.verdicts[verdict] > 0)
    .map(
      (
        verdict,
      ) => html`<li class="${verdict}"><span aria-hidden="true">${verdictNames[verdict].sign}</span> ${verdictNames[verdict].title}: <b>${summary.verdicts[verdict]}</b></li>
`,
    )}</ul>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

interface SharedExplanation {
  readonly says: string;
  readonly fits: number;
  readonly of: number;
  readonly claims: readonly VerifiedClaim[];
}

/** The best explanation of each group, where it fits several claims and chance would not. */
function sharedExplanations(claims: readonly VerifiedClaim[]): SharedExplanation[] {
  const groups = new Map<string, VerifiedClaim[]>();
  for (const claim of claims) {
    const best = claim.explanations[0];
    if (!best || claim.group === null || best.group.fits < 2) continue;
    if (best.expectedByChance >= EVIDENCE) continue;
    const key = `${claim.group}: ${best.says}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].map((members) => {
    const { says, group } = members[0]!.explanations[0]!;
    return { says, ...group, claims: members };
  });
}

function sharedItem({ says, fits, of, claims }: SharedExplanation) {
  const links = claims.map(
    (claim, index) =>
      html`${index === 0 ? "" : ", "}<a href="#${anchorOf(claim)}">${printedText(claim)}</a>`,
  );
  return html`<li><strong>${sentence(says)}</strong> This gives ${fits} of the ${of} printed numbers of the group (${links}).</li>
`;
}

/** What each verdict means, for those that the report has. */
export function verdictMeanings({ summary }: VerifyReport): Markup {
  return html`<dl class="meanings">${verdicts
    .filter((verdict) => summary.verdicts[verdict] > 0)
    .map(
      (
        verdict,
      ) => html`<div><dt><span aria-hidden="true">${verdictNames[verdict].sign}</span> ${verdictNames[verdict].title}</dt><dd>${verdictNames[verdict].meaning}</dd></div>
`,
    )}</dl>`;
}
