// npm run study:causes [-- COUNT]: how well verify names the causes of wrong numbers, on slips made
// from true statements on the embedded data, and on random numbers. The figures are in
// docs/claim-files.md.
import { kinds, Study } from "./study.ts";

const COUNT = Number(process.argv[2] ?? 40);
const study = await Study.open(20251126);
const sums = { slips: 0, first: 0, listed: 0 };
console.log("kind                              slips  first  in the list");
for (const kind of kinds) {
  const { slips, first, listed, others } = study.slips(kind, COUNT);
  sums.slips += slips;
  sums.first += first;
  sums.listed += listed;
  const row = [slips, first, listed].map((one) => String(one).padStart(5)).join("  ");
  console.log(`${kind.padEnd(33)} ${row}`);
  if (process.env.DETAILS) for (const [said, n] of others) console.log(`    ${n} ${said}`);
}
const { numbers, confident, any } = study.random(COUNT * 10);
const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`;
console.log(`
${sums.slips} slips of ${kinds.length} kinds: the true cause is first in ${percent(sums.first, sums.slips)}, in the list in ${percent(sums.listed, sums.slips)}
${numbers} random numbers: a confident cause in ${percent(confident, numbers)}, any cause in ${percent(any, numbers)}`);
