// npm run study:causes [-- COUNT]: how well verify names the causes of wrong numbers, on slips made
// from true statements on the embedded data, and on random numbers. The figures are in
// docs/claim-files.md.

import { CONFIDENT } from "../../src/claims/explain/confidence.ts";
import { type ClaimFile, claimFileSchema } from "../../src/claims/file/schema.ts";
import type { VerifiedClaim } from "../../src/claims/report.ts";
import { openClaimSources } from "../../src/claims/sources.ts";
import { verify } from "../../src/claims/verify.ts";
import { allProducts } from "../../src/products/product.ts";
import { type Figures, random as randomClaim, randomFrom, slipKinds, slipped } from "./slips.ts";

const COUNT = Number(process.argv[2] ?? 40);
const RANDOM = COUNT * 10;
const nothing = claimFileSchema.parse({
  report: { id: "study", title: "S", publisher: "S", date: "2025" },
  claims: [{ id: "none", where: {}, says: "x", reported: "1", unit: "x", needs: "x" }],
});
const sources = await openClaimSources(nothing, []);

/** Sums of the records themselves: a year's months, or the year where it is published whole. */
function figuresOf(): Figures {
  const dataset = sources.of("census-goods").forProduct(allProducts);
  const flow = (partner: string, kind: string, year: number): number | null => {
    const series = dataset
      .seriesOf(partner)
      .find(({ key }) => key.flow === kind && key.product === "total");
    if (!series) return null;
    const months = Array.from({ length: 12 }, (_, month) =>
      series.values.get(`${year}-${String(month + 1).padStart(2, "0")}`),
    );
    const whole = series.values.get(String(year));
    if (whole !== undefined) return whole;
    return months.every((value) => value !== undefined)
      ? months.reduce<number>((sum, value) => sum + value!, 0)
      : null;
  };
  return {
    exports: (partner, year) => flow(partner, "export", year),
    imports: (partner, year) => flow(partner, "import", year),
    share: (partner, measure, year) => sources.shares.valueOf(partner, measure, year) ?? null,
  };
}

function outcome(file: ClaimFile): VerifiedClaim {
  return verify(file, sources, { only: null, group: null, failOn: [] }).claims[0]!;
}

function isTrue(parameters: object, truth: readonly object[]): boolean {
  return truth.some((one) => JSON.stringify(one) === JSON.stringify(parameters));
}

const figures = figuresOf();
const draws = randomFrom(20251126);
const sums = { slips: 0, first: 0, listed: 0 };
console.log("kind                              slips  first  in the list");
for (const kind of Object.keys(slipKinds)) {
  let [slips, first, listed] = [0, 0, 0];
  const others = new Map<string, number>();
  for (let tries = 0; slips < COUNT && tries < COUNT * 50; tries += 1) {
    const slip = slipped(kind, draws, figures);
    if (!slip) continue;
    const { verdict, explanations } = outcome(slip.file);
    if (verdict !== "mismatch") continue;
    slips += 1;
    const at = explanations.findIndex(({ parameters }) => isTrue(parameters, slip.truth));
    if (at === 0) first += 1;
    else {
      const said = explanations[0]?.says ?? "nothing";
      others.set(said, (others.get(said) ?? 0) + 1);
    }
    if (at >= 0) listed += 1;
  }
  sums.slips += slips;
  sums.first += first;
  sums.listed += listed;
  const row = [slips, first, listed].map((one) => String(one).padStart(5)).join("  ");
  console.log(`${kind.padEnd(33)} ${row}`);
  if (process.env.DETAILS)
    console.log([...others].map(([said, n]) => `    ${n} ${said}`).join("\n"));
}
let [confident, shown, wrong] = [0, 0, 0];
while (wrong < RANDOM) {
  const file = randomClaim(draws, figures);
  if (!file) continue;
  const { verdict, explanations } = outcome(file);
  if (verdict !== "mismatch") continue;
  wrong += 1;
  const [best] = explanations;
  if (best) shown += 1;
  if (best && best.confidence >= CONFIDENT) confident += 1;
}
const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`;
console.log(`
${sums.slips} slips of ${Object.keys(slipKinds).length} kinds: the true cause is first in ${percent(sums.first, sums.slips)}, in the list in ${percent(sums.listed, sums.slips)}
${wrong} random numbers: a confident cause in ${percent(confident, wrong)}, any cause in ${percent(shown, wrong)}`);
