import { expect, test } from "vitest";
import { kinds, Study } from "../../../scripts/study/study.ts";

/** `npm run test:long` takes more of each. */
const isLong = process.env.TRADE_METRICS_RUNS !== undefined;
const SLIPS = isLong ? 2 : 1;
const NUMBERS = isLong ? 60 : 30;

// The bounds of the study, on a part of it that a test has time for (npm run study:causes).
test("the true cause of a slip is first in 75 of 100, and in the list in 90", async () => {
  const study = await Study.open(1);
  const found = kinds.map((kind) => study.slips(kind, SLIPS));
  const sum = (of: "slips" | "first" | "listed") => found.reduce((all, one) => all + one[of], 0);
  expect(sum("slips")).toBe(SLIPS * kinds.length);
  expect(sum("first") / sum("slips")).toBeGreaterThanOrEqual(0.75);
  expect(sum("listed") / sum("slips")).toBeGreaterThanOrEqual(0.9);
}, 120_000);

test("few random numbers have a confident cause: 3 in 100, and two standard deviations", async () => {
  const study = await Study.open(2);
  const { numbers, confident } = study.random(NUMBERS);
  expect(confident / numbers).toBeLessThanOrEqual(0.03 + 2 * Math.sqrt((0.03 * 0.97) / numbers));
}, 120_000);
