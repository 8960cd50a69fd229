import { describe, expect, test } from "vitest";
import { readReported } from "../../src/claims/reported.ts";
import { firstOf, verifyClaims } from "./own-claims.ts";

const infinity = Number.POSITIVE_INFINITY;

describe("a comparator lets a printed number stand for", () => {
  test.each([
    // comparator, printed, from, to, whether the number itself is left out
    ["=", "17.1", 17.05, 17.15, false],
    ["=", "-17.1", -17.15, -17.05, false],
    [">", "50", 50, infinity, true],
    [">=", "50", 50, infinity, false],
    ["<", "50", -infinity, 50, true],
    ["<=", "-50", -infinity, -50, false],
    [">", "-50", -50, infinity, true],
    ["more-than", "50", 50, infinity, true],
    ["more-than", "-50", -infinity, -50, true],
    ["nearly", "50", 45, 50, false],
    ["nearly", "-50", -50, -45, false],
    ["about", "50", 47.5, 52.5, false],
    ["about", "-50", -52.5, -47.5, false],
    ["about", "2", 1.5, 2.5, false],
    ["times", "2", 1.5, 2.5, false],
    ["times", "20", 18, 22, false],
  ] as const)("%s %s: from %d to %d", (comparator, reported, low, high, strict) => {
    const { holds, ...number } = readReported({ id: "x", reported, comparator });
    expect(holds.low).toBeCloseTo(low, 12);
    expect(holds.high).toBeCloseTo(high, 12);
    expect(number.strict).toBe(strict);
  });

  test("nearly 1/3: from nine tenths of it to a third", () => {
    const { holds } = readReported({ id: "x", reported: "1/3", comparator: "nearly" });
    expect(holds.low).toBeCloseTo(0.3, 12);
    expect(holds.high).toBeCloseTo(1 / 3, 12);
  });

  test("padded zeros: the rounding of the decimals that were computed", () => {
    const { rounding } = readReported({
      id: "x",
      reported: "-17.10",
      comparator: "=",
      decimals: 1,
    });
    expect(rounding).toEqual({ low: -17.15, high: -17.05 });
  });
});

describe("a claim is", () => {
  test("reproduced where the computed number rounds to the printed one", async () => {
    expect(await firstOf({ reported: "3", formula: { sum: ["1", "2"] } })).toMatchObject({
      verdict: "reproduced",
      computed: 3,
      interval: { low: 2, high: 4 },
    });
  });

  test("reproduced by rounding where only the rounding of its inputs reaches it", async () => {
    expect(await firstOf({ reported: "4", formula: { sum: ["1", "2"] } })).toMatchObject({
      verdict: "reproduced-by-rounding",
      difference: -1,
    });
  });

  test("a mismatch beyond that, and how far off", async () => {
    expect(await firstOf({ reported: "5.0", formula: { sum: ["1", "2"] } })).toMatchObject({
      verdict: "mismatch",
      difference: -2,
      grave: null,
    });
  });

  test("a graver mismatch where the sign is the other way", async () => {
    const claim = await firstOf({ reported: "-3", formula: { sum: ["1", "2"] } });
    expect(claim).toMatchObject({ verdict: "mismatch", grave: "sign" });
  });

  test("a graver mismatch where an inequality is false", async () => {
    const formula = { product: ["2.00", "20.00"] };
    const claim = (comparator: string, reported: string) =>
      firstOf({ reported, comparator, formula });
    expect(await claim(">", "50")).toMatchObject({ verdict: "mismatch", grave: "inequality" });
    expect(await claim("more-than", "30")).toMatchObject({ verdict: "reproduced" });
  });

  test("true at the number itself only where the comparator allows it", async () => {
    const at = async (comparator: string) =>
      (await firstOf({ reported: "3/1", comparator, formula: { sum: ["1/1", "2/1"] } })).verdict;
    expect(await at(">=")).toBe("reproduced");
    expect(await at("<=")).toBe("reproduced");
    expect(await at(">")).toBe("mismatch");
    expect(await at("more-than")).toBe("mismatch");
    expect(await at("<")).toBe("mismatch");
  });

  test("inconsistent where no rounding lets two numbers of the report hold together", async () => {
    const consistency = (relation: string, to: string, tolerance = 0) =>
      firstOf({
        reported: "10",
        consistency: { relation, to, tolerance, because: "a part is no more than its whole" },
      });
    expect(await consistency("<=", "9")).toMatchObject({ verdict: "reproduced" });
    expect(await consistency("<=", "8")).toMatchObject({ verdict: "inconsistent" });
    expect(await consistency("<=", "8", 20)).toMatchObject({ verdict: "reproduced" });
    expect(await consistency(">=", "12")).toMatchObject({ verdict: "inconsistent" });
    expect(await consistency(">=", "12", 20)).toMatchObject({ verdict: "reproduced" });
    expect(await consistency("=", "12")).toMatchObject({ verdict: "inconsistent" });
    expect(await consistency("=", "12", 20)).toMatchObject({ verdict: "reproduced" });
    expect(await consistency(">=", "-12")).toMatchObject({ verdict: "reproduced" });
  });

  test("widened by a tolerance to both sides of a negative number", async () => {
    const claim = (reported: string) =>
      firstOf({
        reported,
        consistency: { relation: "=", to: "-100", tolerance: 10, because: "they are the same" },
      });
    expect((await claim("-110")).verdict).toBe("reproduced");
    expect((await claim("-90")).verdict).toBe("reproduced");
    expect((await claim("-112")).verdict).toBe("inconsistent");
  });

  test("not shown by being consistent, where data would be needed", async () => {
    const claim = await firstOf(
      {
        consistency: { relation: "=", to: "1", because: "x" },
        needs: "a table",
      },
      { reported: "3", formula: { sum: ["1", "2"] } },
    );
    expect(claim).toMatchObject({ verdict: "not-checkable", needs: "a table" });
  });

  test("dependent on the definition where it is true under one and false under another", async () => {
    // US general imports from Mexico, 2024: chapter 87 US$ 136.6 bn, NAICS 336 US$ 170.5 bn
    // (Census; see the pins of epi-2025).
    const imports = (reported: string) =>
      firstOf({
        reported,
        unit: "USD",
        scale: "billion",
        compute: {
          metric: "flow",
          of: "imports",
          partner: "MX",
          period: "2024",
          definitions: [{ product: "hs:87" }, { product: "naics:336", imports: "consumption" }],
        },
      });
    const depends = await imports("137");
    expect(depends.verdict).toBe("definition-dependent");
    expect(depends.checks[0]!.note).toMatch(/product hs:87: .*reproduced.*naics:336.*mismatch/);
    expect((await imports("274")).verdict).toBe("mismatch");
  });

  test("not checkable where the data have no figure, and says which", async () => {
    const claim = await firstOf(
      { unit: "USD", compute: { metric: "balance", partner: "MX", period: "1950" } },
      { formula: { sum: ["1", "2"] } },
    );
    expect(claim.verdict).toBe("not-checkable");
    expect(claim.checks[0]!.note).toBe("the data have no answer (outside-coverage)");
  });
});

describe("what a run forbids", () => {
  const wrong = { reported: "5", formula: { product: ["1.00", "2.00"] } };
  const pinned = (verdict: string) => ({ ...wrong, expect: { verdict, because: "it is known" } });

  test("is a mismatch that the claim does not pin", async () => {
    const { claims, summary } = await verifyClaims([wrong]);
    expect([claims[0]!.violation, summary.violations]).toEqual([true, 1]);
  });

  test("is not a mismatch that the claim pins", async () => {
    const { claims, summary } = await verifyClaims([pinned("mismatch")]);
    expect(claims[0]!.expected).toEqual({
      verdict: "mismatch",
      because: "it is known",
      met: true,
    });
    expect([summary.violations, summary.expected, summary.unexpected]).toEqual([0, 1, 0]);
  });

  test("is a pin that no longer holds, even where the claim has become true", async () => {
    const true_ = { ...pinned("mismatch"), reported: "2" };
    const { claims, summary } = await verifyClaims([true_]);
    expect(claims[0]).toMatchObject({ verdict: "reproduced", violation: true });
    expect([summary.violations, summary.unexpected]).toEqual([1, 1]);
  });

  test("is what --fail-on names, and nothing where it names nothing", async () => {
    expect((await verifyClaims([wrong], { failOn: [] })).summary.violations).toBe(0);
    const rounding = { reported: "4", formula: { sum: ["1", "2"] } };
    const strict = await verifyClaims([rounding], { failOn: ["reproduced-by-rounding"] });
    expect(strict.summary.violations).toBe(1);
  });

  test("stands first, then the worse verdicts", async () => {
    const { claims } = await verifyClaims([
      { formula: { sum: ["1", "0"] } },
      { needs: "a table" },
      pinned("mismatch"),
      { ...pinned("reproduced") },
    ]);
    expect(claims.map(({ id }) => id)).toEqual(["claim-4", "claim-3", "claim-2", "claim-1"]);
  });

  test("is told of the claims that --only and --group name alone", async () => {
    const claims = [{ ...wrong, group: "g" }, wrong, { ...wrong, group: "g" }];
    const only = await verifyClaims(claims, { only: ["claim-2"] });
    expect(only.claims.map(({ id }) => id)).toEqual(["claim-2"]);
    const group = await verifyClaims(claims, { group: "g" });
    expect(group.claims.map(({ id }) => id)).toEqual(["claim-1", "claim-3"]);
    await expect(verifyClaims(claims, { only: ["claim-9"] })).rejects.toThrow(/no claim "claim-9"/);
    await expect(verifyClaims(claims, { group: "h" })).rejects.toThrow(/no group "h" \(it has g\)/);
    await expect(verifyClaims(claims, { only: [] })).rejects.toThrow(/no claim matches/);
  });
});
