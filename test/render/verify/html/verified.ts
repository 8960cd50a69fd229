import { readClaimFile } from "../../../../src/claims/file/read.ts";
import type { VerifyReport } from "../../../../src/claims/report.ts";
import { openClaimSources } from "../../../../src/claims/sources.ts";
import { defaultFailOn, verify } from "../../../../src/claims/verify.ts";
import { readEmbeddedReport } from "../../../../src/sources/embedded/reports.ts";

/** The outcome of a claim file, given as text; of all its claims, or only some. */
export async function verified(
  text: string,
  only: readonly string[] | null = null,
): Promise<VerifyReport> {
  const { file } = readClaimFile(text, "claims.yaml");
  const sources = await openClaimSources(file, []);
  return verify(file, sources, { only, group: null, failOn: defaultFailOn });
}

const outcomes = new Map<string, Promise<VerifyReport>>();

/** The outcome of an embedded report; that of all its claims, which takes long, is found once. */
export function verifiedReport(
  id: string,
  only: readonly string[] | null = null,
): Promise<VerifyReport> {
  if (only) return verified(readEmbeddedReport(id), only);
  const outcome = outcomes.get(id) ?? verified(readEmbeddedReport(id));
  outcomes.set(id, outcome);
  return outcome;
}

/** Texts that would break out of an element, an attribute, a script or a spreadsheet cell. */
export const hostile = [
  `<script>globalThis.harmed = "script"</script>`,
  `<img src=x onerror="globalThis.harmed = 'image'">`,
  `"><svg onload="globalThis.harmed = 'attribute'">`,
  `' onmouseover='globalThis.harmed = 1' x='`,
  `</title></style></script></details><base href="https://example.org/">`,
  `=HYPERLINK("https://example.org","press")`,
  `&lt;script&gt; ]]> --> <!-- \${alert(1)} {{alert(1)}}`,
] as const;

/** A claim file with hostile text wherever it takes text. */
export function hostileClaims(): string {
  const all = hostile.join(" ");
  return JSON.stringify({
    report: {
      id: "hostile",
      title: all,
      publisher: all,
      author: all,
      date: all,
      url: "javascript:globalThis.harmed='address'",
      notes: hostile,
    },
    facts: [{ id: "fact", says: all, value: "4", unit: hostile[2], source: all }],
    claims: [
      ...hostile.map((text, index) => ({
        id: `claim-${index}`,
        where: { section: text, figure: text },
        says: text,
        reported: "1",
        unit: hostile[2],
        formula: { sum: ["fact", "1"] },
        expect: { verdict: "mismatch", because: text },
        needs: text,
      })),
      {
        id: "from-data",
        where: { section: all },
        says: all,
        reported: "-50.80",
        decimals: 1,
        unit: "percent",
        compute: { metric: "deficit-ratio", partner: "MX", period: "2023" },
      },
    ],
    charts: [
      {
        id: "bars",
        kind: "bars",
        title: all,
        figure: all,
        note: all,
        claims: [{ claim: "from-data", label: all }],
      },
      {
        id: "lines",
        kind: "lines",
        title: all,
        figure: all,
        note: all,
        periods: "2020..2023",
        lines: [{ label: all, metric: "balance", partner: "MX" }],
        printed: [{ claim: "claim-0", label: all, period: "2021" }],
      },
    ],
  });
}
