import { beforeAll, describe, expect, test } from "vitest";
import { chanceOf } from "../../../src/claims/explain/chance.ts";
import { type ClaimSources, openClaimSources } from "../../../src/claims/sources.ts";
import { verify } from "../../../src/claims/verify.ts";
import { pick, randomFrom } from "../../random.ts";
import {
  embeddedFigures,
  errors,
  fileOf,
  printedWith,
  type WrongGroup,
  wrongGroup,
} from "./random-groups.ts";

/** `npm run test:long` takes more. */
const isLong = process.env.TRADE_METRICS_RUNS !== undefined;
const GROUPS_OF_EACH = isLong ? 60 : 20;
const RANDOM_CLAIMS = isLong ? 120 : 60;
const RANDOM_GROUPS = isLong ? 40 : 20;
const MINUTES = 60_000;

let figures: Awaited<ReturnType<typeof embeddedFigures>>;
let sources: ClaimSources;

beforeAll(async () => {
  figures = await embeddedFigures();
  sources = await openClaimSources(fileOf([], []), []);
});

function verified(file: WrongGroup["file"]) {
  return verify(file, sources, { only: null, group: null, failOn: [] });
}

/** Whether every wrong claim of the group is first explained by what was done to it. */
function isExplained({ file, truth }: WrongGroup): boolean | null {
  const wrong = verified(file).claims.filter(({ verdict }) => verdict === "mismatch");
  if (wrong.length === 0) return null;
  return wrong.every(
    ({ explanations }) =>
      explanations[0]?.fits === true &&
      JSON.stringify(explanations[0].parameters) === JSON.stringify(truth),
  );
}

describe("a group of three or more claims in which an author erred in one way", () => {
  test.each(errors)(
    "is first explained by that error, in 95 of 100 groups of any partners and years: %s",
    (error) => {
      const random = randomFrom(20250101 + errors.indexOf(error));
      let right = 0;
      let groups = 0;
      while (groups < GROUPS_OF_EACH) {
        const group = wrongGroup(random, figures, error);
        const explained = group && isExplained(group);
        if (explained === null) continue;
        groups += 1;
        if (explained) right += 1;
      }
      console.log(`true alternative first: ${error} ${right} of ${groups}`);
      expect(right / groups).toBeGreaterThanOrEqual(0.95);
    },
    5 * MINUTES,
  );
});

describe("a random number in place of the one that the data give", () => {
  /** The claims of a random group with numbers that nobody computed. */
  function randomClaims(random: () => number, together: boolean): Record<string, unknown>[] {
    for (;;) {
      const group = wrongGroup(random, figures, pick(random, ["year", "exchange", "sign"]));
      if (!group) continue;
      return group.file.claims.map(({ group: _, ...claim }) => {
        const value = Number(claim.reported) * Math.exp(random() * 4 - 2);
        const digits = 2 + Math.floor(random() * 3);
        return {
          ...claim,
          reported: printedWith(value, digits),
          ...(together && { group: "together" }),
        };
      });
    }
  }

  test(
    "is seldom explained: a claim alone by fewer than 5 in 100 of what is expected below 0.05",
    () => {
      const random = randomFrom(7);
      let explained = 0;
      let fitting = 0;
      for (let count = 0; count < RANDOM_CLAIMS; count += 1) {
        const [claim] = randomClaims(random, false);
        const [outcome] = verified(fileOf([claim!], [])).claims;
        const best = outcome!.explanations.find(({ fits }) => fits);
        if (best) fitting += 1;
        if (best && best.expectedByChance < 0.05) explained += 1;
      }
      console.log(
        `random numbers: ${explained} of ${RANDOM_CLAIMS} explained below 0.05 by chance; ${fitting} fitted by something`,
      );
      // Two standard deviations above 5 in 100.
      const bound = 0.05 + 2 * Math.sqrt((0.05 * 0.95) / RANDOM_CLAIMS);
      expect(explained / RANDOM_CLAIMS).toBeLessThanOrEqual(bound);
    },
    5 * MINUTES,
  );

  test(
    "is seldom explained in a group: by fewer than 5 in 100 of what is expected below 0.05",
    () => {
      const random = randomFrom(11);
      let explained = 0;
      for (let count = 0; count < RANDOM_GROUPS; count += 1) {
        const { claims } = verified(fileOf(randomClaims(random, true), []));
        const all = claims.flatMap(({ explanations }) => explanations).filter(({ fits }) => fits);
        if (all.some(({ expectedByChance }) => expectedByChance < 0.05)) explained += 1;
      }
      console.log(`random groups: ${explained} of ${RANDOM_GROUPS} explained below 0.05 by chance`);
      const bound = 0.05 + 2 * Math.sqrt((0.05 * 0.95) / RANDOM_GROUPS);
      expect(explained / RANDOM_GROUPS).toBeLessThanOrEqual(bound);
    },
    5 * MINUTES,
  );
});

describe("the number of alternatives expected by chance", () => {
  test("is the number that does fit, on average over random numbers (within a third)", () => {
    const random = randomFrom(3);
    // Amounts of trade spread over many powers of ten; the printed number is one of as wide a spread.
    const spread = () => Math.exp((random() + random() + random() - 1.5) * 6);
    let expected = 0;
    let fitted = 0;
    for (let count = 0; count < 2000; count += 1) {
      const candidates = Array.from({ length: 300 }, spread);
      const reported = spread();
      const wanted = { low: reported * 0.99, high: reported * 1.01 };
      expected += candidates.length * chanceOf(reported, wanted, candidates, candidates.length);
      fitted += candidates.filter((one) => one >= wanted.low && one <= wanted.high).length;
    }
    console.log(`expected by chance ${expected.toFixed(0)}, fitted ${fitted}`);
    expect(fitted / expected).toBeGreaterThan(2 / 3);
    expect(fitted / expected).toBeLessThan(4 / 3);
  });

  test("is never put at nothing, and never above all of them", () => {
    const wanted = { low: 9.95, high: 10.05 };
    expect(chanceOf(10, wanted, [], 100)).toBeGreaterThan(0);
    expect(chanceOf(10, { low: 1, high: 100 }, [10, 10, 10], 3)).toBeLessThanOrEqual(1);
  });
});
