import { describe, expect, test } from "vitest";
import { readReported } from "../../../src/claims/reported.ts";
import { firstOf, type OwnClaim, refused } from "../own-claims.ts";

// US Census Bureau, goods trade with Mexico, 2023: exports 322.7, imports 475.2, deficit 152.5 billion
// dollars, 47.24 percent of exports. Imports from China: 536.3 (2022) and 426.9 (2023) billion.
const mexico = { partner: "MX", period: "2023" };
const deficit = { metric: "balance", ...mexico };
const billion = { unit: "USD", scale: "billion" };

describe("a claim is refused whose unit is not that of what is computed:", () => {
  test.each<[string, OwnClaim, RegExp]>([
    [
      "a ratio in dollars",
      { reported: "47.2", unit: "USD", compute: { ...deficit, metric: "deficit-ratio" } },
      /claim-1: unit: "USD" is not that of deficit-ratio \(use percent\)/,
    ],
    [
      "152.5 billion jobs",
      { reported: "152.5", unit: "jobs", scale: "billion", compute: deficit },
      /claim-1: unit: "jobs" is not that of balance \(use USD\)/,
    ],
    [
      "a change of a share in percent in place of points",
      {
        reported: "3",
        unit: "percent",
        compute: {
          metric: "share",
          of: "imports",
          ...mexico,
          from: "2020",
          whole: "WORLD",
          as: "change",
        },
      },
      /claim-1: unit: "percent" is not that of share as change \(use percentage-points\)/,
    ],
    [
      "growth in points",
      {
        reported: "3",
        unit: "percentage-points",
        compute: { metric: "growth", of: "imports", partner: "MX", from: "2020", to: "2023" },
      },
      /claim-1: unit: "percentage-points" is not that of growth \(use percent\)/,
    ],
    [
      "a percent with a scale",
      {
        reported: "47",
        unit: "percent",
        scale: "billion",
        compute: { ...deficit, metric: "deficit-ratio" },
      },
      /claim-1: scale: percent has none/,
    ],
    [
      "a rank in dollars",
      { reported: "1", unit: "USD", compute: { ...deficit, rank: {} } },
      /claim-1: unit: "USD" is not that of a rank by balance \(use rank\)/,
    ],
    [
      "growth of other claims in dollars",
      { reported: "1", ...billion, formula: { growth: ["1", "2"] } },
      /claim-1: "USD" is not that of its growth \(use percent\)/,
    ],
    [
      "growth of printed numbers in points",
      { reported: "24", unit: "percentage-points", formula: { growth: ["100", "124"] } },
      /claim-1: "percentage-points" is not that of its growth \(use percent\)/,
    ],
    [
      "a bare number beside one in billions",
      { reported: "1", unit: "percent", formula: { share: ["5", "claim-2"] } },
      /claim-1: share: "5" has no scale, claim-2 has \(write "5 billion"\)/,
    ],
  ])("%s", async (_, claim, message) => {
    expect(await refused(claim, { reported: "7", ...billion, needs: "x" })).toMatch(message);
  });

  test("dollars and percent in one sum, and set against each other", async () => {
    const percent = { reported: "7", unit: "percent", needs: "x" };
    const sum = { reported: "8", ...billion, formula: { sum: ["claim-2", "claim-3"] } };
    const dollars = { reported: "7", ...billion, needs: "x" };
    expect(await refused(sum, percent, dollars)).toMatch(/sum: percent and USD are unlike/);
    const set = { ...dollars, consistency: { relation: "=", to: "claim-2", because: "x" } };
    expect(await refused(set, percent)).toMatch(/a number in USD is set against one in percent/);
  });
});

describe("a claim is refused whose words contradict what is computed:", () => {
  test.each<[string, OwnClaim, RegExp]>([
    [
      "foreign value added as domestic, which is the default measure",
      {
        says: "Foreign value added in Mexico's exports",
        unit: "percent",
        compute: { metric: "value-added", partner: "MX", period: "2020" },
      },
      /compute\.measure: EXGR_DVA is domestic value added, the claim says foreign/,
    ],
    [
      "imports as exports",
      {
        says: "Imports from Mexico",
        ...billion,
        compute: { metric: "flow", of: "exports", ...mexico },
      },
      /compute\.of: "exports" contradicts what the claim says \("imports"\)/,
    ],
    [
      "purchases as exports",
      {
        says: "US purchases from Mexico",
        ...billion,
        compute: { metric: "flow", of: "exports", ...mexico },
      },
      /compute\.of: "exports" contradicts what the claim says \("imports"\)/,
    ],
    [
      "shipments as imports",
      {
        says: "US shipments to Mexico",
        ...billion,
        compute: { metric: "flow", of: "imports", ...mexico },
      },
      /compute\.of: "imports" contradicts what the claim says \("exports"\)/,
    ],
    [
      "a surplus as a deficit",
      { says: "The surplus with Mexico", ...billion, compute: { ...deficit, as: "deficit" } },
      /compute\.as: "deficit" contradicts what the claim says \("surplus"\)/,
    ],
  ])("%s", async (_, claim, message) => {
    expect(await refused(claim)).toMatch(message);
  });
});

describe("a claim is refused that names another subject than it computes:", () => {
  const imports = { metric: "flow", of: "imports", ...mexico };
  const growth = { metric: "growth", of: "imports", partner: "MX", from: "2018", to: "2023" };
  test.each<[string, string, Record<string, unknown>, RegExp]>([
    [
      "another partner",
      "The deficit with Mexico in 2023",
      { ...deficit, partner: "CN" },
      /compute\.partner: "China" contradicts what the claim says \("Mexico"\)/,
    ],
    [
      "a partner for the world",
      "Imports from Germany",
      { ...imports, partner: "WORLD" },
      /compute\.partner: "World" contradicts what the claim says \("Germany"\)/,
    ],
    [
      "a group for one of its members",
      "Imports from Germany",
      { ...imports, partner: "EU" },
      /compute\.partner: "European Union" contradicts what the claim says \("Germany"\)/,
    ],
    [
      "one member for the group",
      "Imports from the European Union",
      { ...imports, partner: "DE" },
      /compute\.partner: "Germany" contradicts what the claim says \("European Union"\)/,
    ],
    [
      "another year",
      "The deficit with Mexico in 2022",
      deficit,
      /compute\.period: "2023" contradicts what the claim says \("2022"\)/,
    ],
    [
      "another month",
      "Imports from Mexico in October 2023",
      { ...imports, period: "2023-11" },
      /compute\.period: "2023-11" contradicts what the claim says \("October 2023"\)/,
    ],
    [
      "another beginning of a change",
      "Growth of imports from Mexico from 2019 to 2023",
      growth,
      /compute\.from: "2018" contradicts what the claim says \("from 2019 to 2023"\)/,
    ],
    [
      "another time from when it changed",
      "Growth of imports from Mexico since 2019",
      growth,
      /compute\.from: "2018" contradicts what the claim says \("since 2019"\)/,
    ],
    [
      "another product",
      "Imports of vehicles from Mexico",
      { ...imports, product: "hs:84" },
      /compute\.product: "HS 84" contradicts what the claim says \("vehicles"\)/,
    ],
    [
      "one product for all",
      "Imports of vehicles from Mexico",
      imports,
      /compute\.product: "all products" contradicts what the claim says \("vehicles"\)/,
    ],
    [
      "the deficit for a flow",
      "The deficit with Mexico",
      imports,
      /compute\.of: "imports" contradicts what the claim says \("balance"\)/,
    ],
    [
      "a flow for the balance",
      "US imports from Mexico",
      deficit,
      /compute\.metric: "balance" contradicts what the claim says \("imports"\)/,
    ],
  ])("%s", async (_, says, compute, message) => {
    const measure = compute.from === undefined ? billion : { unit: "percent" };
    expect(await refused({ says, ...measure, compute })).toMatch(message);
  });

  test.each<[string, Record<string, unknown>]>([
    ["It was more than China's", imports],
    ["The country sold more than Vietnam", imports],
    ["Mexican exports to the United States", imports],
    ["The trade gap with Mexico, unlike the one with China", deficit],
    ["The United States bought more from Mexico than it sold there", deficit],
    ["Imports from Mexico, the highest since 2014", imports],
    ["Imports from USMCA partners", { ...imports, partner: "CA,MX", together: true }],
    ["Imports from Mexico since the agreement of 2018", growth],
    ["The highest growth since 2015", growth],
    ["The deficit was 152 with Mexico, while imports from China were 427", deficit],
    ["What the United States imported from Europe", { ...imports, partner: "GB" }],
  ])("but not where its words leave that open: %s", async (says, compute) => {
    const measure = compute.from === undefined ? billion : { unit: "percent" };
    expect(await refused({ says, ...measure, compute })).toBe("");
  });
});

test("everything that is wrong with a file is said at once, in the order of its lines", async () => {
  const message = await refused(
    { reported: "1", unit: "jobs", compute: deficit },
    { reported: "1", ...billion, compute: { ...deficit, partner: "Mexcio" } },
    { reported: "1", ...billion, compute: { ...deficit, period: "soon" } },
  );
  const lines = message.split("\n");
  expect(lines.map((line) => /claim-\d/.exec(line)?.[0])).toEqual([
    "claim-1",
    "claim-2",
    "claim-3",
  ]);
  const numbers = lines.map((line) => Number(/own\.yaml:(\d+)/.exec(line)![1]));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

describe("a fall or a deficit printed without a sign", () => {
  const imports = { metric: "growth", of: "imports", partner: "CN", from: "2022", to: "2023" };
  // 426.9 / 536.3 - 1 = -20.4 percent
  const growth = (says: string, reported: string, more = {}) =>
    firstOf({ says, reported, unit: "percent", compute: imports, ...more });
  const balance = (says: string, reported: string, comparator = "=") =>
    firstOf({ says, reported, comparator, ...billion, compute: deficit });

  test("is true where it fell so much, and false where it rose", async () => {
    expect((await growth("Imports from China fell", "20.4")).verdict).toBe("reproduced");
    expect(await growth("Imports from China rose", "20.4")).toMatchObject({
      verdict: "mismatch",
      grave: "sign",
    });
    expect((await growth("Imports from China fell", "-20.4")).verdict).toBe("reproduced");
    const explicit = { direction: "fall" };
    expect((await growth("From China", "20.4", explicit)).verdict).toBe("reproduced");
  });

  test.each([
    ...["slipped 20.4 percent", "tumbled by 20.4 percent", "slid 20.4 percent", "collapsed"],
    ...["were down 20.4 percent", "were cut by 20.4 percent", "were 20.4 percent lower"],
    ...["sank to 426.9 billion, 20.4 percent less", "dipped", "retreated by a fifth"],
  ])("is true of imports that %s", async (words) => {
    expect((await growth(`Imports from China ${words}`, "20.4")).verdict).toBe("reproduced");
  });

  test.each([
    ...["soared 20.4 percent", "swelled", "were up 20.4 percent", "climbed 20.4 percent"],
    ...["grew despite market share lost to Mexico", "and growth less than before"],
  ])("is false of imports that %s", async (words) => {
    expect((await growth(`Imports from China ${words}`, "20.4")).verdict).toBe("mismatch");
  });

  test("is a deficit also as a trade gap or a shortfall", async () => {
    // With the Netherlands there is a surplus of 42.8 billion.
    const compute = { metric: "balance", partner: "NL", period: "2023" };
    for (const word of ["trade gap", "shortfall", "deficit"]) {
      expect((await balance(`The ${word} with Mexico`, "152.5")).verdict).toBe("reproduced");
      const says = `The ${word} with the Netherlands`;
      const claim = await firstOf({ says, reported: "42.8", ...billion, compute });
      expect(claim).toMatchObject({ verdict: "mismatch", grave: "sign" });
    }
  });

  test("is true of printed numbers too", async () => {
    const fell = { says: "They fell", reported: "25", unit: "percent" };
    expect((await firstOf({ ...fell, formula: { growth: ["40.0", "30.0"] } })).verdict).toBe(
      "reproduced",
    );
  });

  test("a deficit of less than 90 billion is false of 152.5, with and without a sign", async () => {
    const says = "The deficit with Mexico";
    for (const reported of ["90", "-90"]) {
      expect((await balance(says, reported, "<")).verdict).toBe("mismatch");
      expect((await balance(says, reported, "more-than")).verdict).toBe("reproduced");
    }
    expect((await balance(says, "160", "<")).verdict).toBe("reproduced");
    expect((await balance(says, "152.5")).verdict).toBe("reproduced");
    expect((await balance("The surplus with Mexico", "152.5")).verdict).toBe("mismatch");
  });
});

describe("a bound", () => {
  const over = (reported: string) =>
    firstOf({
      reported,
      comparator: "more-than",
      ...billion,
      compute: { ...deficit, as: "deficit" },
    });

  test("holds from the low end of its digits, by rounding", async () => {
    // The deficit is 152.473 billion.
    expect((await over("152.4")).verdict).toBe("reproduced");
    expect((await over("152.5")).verdict).toBe("reproduced-by-rounding");
    expect((await over("152.6")).verdict).toBe("mismatch");
  });

  test("holds for a fraction from the fraction itself", () => {
    const { holdsByDigits } = readReported({ id: "x", reported: "1/2", comparator: "more-than" });
    expect(holdsByDigits.low).toBe(0.5);
  });
});

test("two-thirds is a word for what is near it, a whole number of thirds is not", () => {
  const { holds } = readReported({ id: "x", reported: "2/3", comparator: "=" });
  expect(holds.low).toBeCloseTo(0.6333, 4);
  expect(holds.high).toBeCloseTo(0.7, 4);
  expect(readReported({ id: "x", reported: "6/3", comparator: "=" }).holds).toEqual({
    low: 2,
    high: 2,
  });
});

describe("a number in quotes in a formula has the scale of the claim:", () => {
  test.each([
    ["98", { ratio: ["153", "1.56"] }],
    ["154.56", { sum: ["153", "1.56"] }],
    ["306", { product: ["153", "2.00"] }],
    ["80", { average: ["153", "7000 million"] }],
  ])("%s", async (reported, formula) => {
    const { verdict } = await firstOf({ reported, ...billion, formula });
    expect(["reproduced", "reproduced-by-rounding"]).toContain(verdict);
  });
});

describe("a claim can be", () => {
  const one = async (claim: OwnClaim) => (await firstOf(claim)).verdict;

  test("how many times: of a percentage, the part over the whole", async () => {
    const compute = { metric: "deficit-ratio", partner: "CN", period: "2023", as: "times" };
    // 279.1 / 147.8 = 1.89
    const claim = { says: "The deficit over exports", reported: "1.89", unit: "times", compute };
    expect(await one(claim)).toBe("reproduced");
  });

  test("a rank", async () => {
    expect(await one({ reported: "2", unit: "rank", compute: { ...deficit, rank: {} } })).toBe(
      "reproduced",
    );
  });

  test("an average per month", async () => {
    // 475.2 / 12 = 39.6
    const compute = { metric: "flow", of: "imports", ...mexico, per: "month" };
    expect(await one({ reported: "39.6", ...billion, unit: "USD per month", compute })).toBe(
      "reproduced",
    );
  });

  test("a direction without a number", async () => {
    const compute = { metric: "growth", of: "imports", partner: "CN", from: "2022", to: "2023" };
    expect(await one({ reported: "fall", unit: "direction", compute })).toBe("reproduced");
    expect(await firstOf({ reported: "rise", unit: "direction", compute })).toMatchObject({
      verdict: "mismatch",
      grave: "inequality",
    });
    expect(await one({ reported: "deficit", unit: "direction", compute: deficit })).toBe(
      "reproduced",
    );
    expect(await refused({ reported: "rise", unit: "direction", compute: deficit })).toMatch(
      /"rise" is stated of a change/,
    );
  });

  test("a figure of a group with the members that it had then, or as published", async () => {
    // US Census Bureau, 2019: the deficit with the 27 of today 183.5, with the United Kingdom 177.7.
    const compute = { metric: "balance", partner: "EU", period: "2019", as: "deficit" };
    const claim = { says: "The deficit with the EU", ...billion };
    expect(await one({ ...claim, reported: "183.5", compute })).toBe("reproduced");
    for (const members of ["then", "published"]) {
      const own = { ...claim, compute: { ...compute, members } };
      expect(await one({ ...own, reported: "177.7" })).toBe("reproduced");
      expect(await one({ ...own, reported: "183.5" })).toBe("mismatch");
    }
    const { explanations } = await firstOf({ ...claim, reported: "177.7", compute });
    expect(explanations[0]).toMatchObject({ parameters: { members: "then" }, fits: true });
  });

  test("a figure of a sector or a basis that another embedded dataset has, as in a question", async () => {
    // BEA: services with Ireland in 2024, 89,682 less 27,707 million.
    const services = { metric: "balance", partner: "IE", period: "2024", sector: "services" };
    expect(await one({ reported: "62.0", ...billion, compute: services })).toBe("reproduced");
    expect(await one({ reported: "26.0", ...billion, compute: services })).toBe("mismatch");
    // US Census Bureau: imports for consumption from Mexico in 2019, 357,730.1 million.
    const flow = { metric: "flow", of: "imports", partner: "MX", period: "2019" };
    const consumption = { ...flow, imports: "consumption" };
    expect(await one({ reported: "357.7", ...billion, compute: consumption })).toBe("reproduced");
  });

  test("a relation of two figures, with and without a number", async () => {
    // 475.2 less 426.9 billion; 475.2 / 426.9 = 1.113
    const than = (as?: string) => ({
      metric: "flow",
      of: "imports",
      ...mexico,
      than: { partner: "CN", ...(as && { as }) },
    });
    expect(await one({ reported: "larger", unit: "direction", compute: than() })).toBe(
      "reproduced",
    );
    expect(await one({ reported: "smaller", unit: "direction", compute: than() })).toBe("mismatch");
    expect(await one({ reported: "48.3", ...billion, compute: than() })).toBe("reproduced");
    expect(await one({ reported: "1.11", unit: "times", compute: than("times") })).toBe(
      "reproduced",
    );
    expect(await one({ reported: "11.3", unit: "percent", compute: than("percent") })).toBe(
      "reproduced",
    );
    expect(await refused({ reported: "larger", unit: "direction", compute: deficit })).toMatch(
      /"larger" needs compute\.than/,
    );
  });
});

describe("the sector that a claim names is that of its figures:", () => {
  // US BEA, 2024, million dollars: goods 2,083,247 less 3,296,237, services 1,107,360 less 812,205;
  // together the deficit is 917,835. US Census Bureau: the deficit in goods is 1,202.4 billion.
  const world = { metric: "balance", partner: "WORLD", period: "2024", as: "deficit" };
  const bop = { ...world, data: "bea-trade" };
  const goods = "The US deficit in goods with the world in 2024";
  const both = "The US deficit in goods and services in 2024";

  test("a figure of both is no deficit in goods, and none in services", async () => {
    const claim = { says: goods, reported: "918", ...billion, compute: bop };
    expect(await refused(claim)).toMatch(
      /claim-1: compute\.sector: figures of goods and services are computed, which contradicts what the claim says \("goods"\) \(use sector: goods\)/,
    );
    expect(await refused({ ...claim, says: "The deficit in services in 2024" })).toMatch(
      /\(use sector: services\)/,
    );
  });

  test("a figure of goods is no deficit in goods and services", async () => {
    const claim = { says: both, reported: "1202", ...billion };
    expect(await refused({ ...claim, compute: world })).toMatch(
      /figures of goods are computed.*\("goods and services"\) \(use basis: bop\)/,
    );
    expect(await refused({ ...claim, compute: { ...bop, sector: "goods" } })).toMatch(
      /\(leave it out\)/,
    );
  });

  test.each<[string, string, object]>([
    [goods, "1213", { ...bop, sector: "goods" }],
    [goods, "1213", { ...world, sector: "goods", basis: "bop" }],
    [both, "918", bop],
    [both, "918", { ...world, basis: "bop" }],
    ["The US deficit with the world in 2024", "918", bop],
  ])("%s: %s", async (says, reported, compute) => {
    const { verdict } = await firstOf({ says, reported, ...billion, compute });
    expect(verdict).toBe("reproduced");
  });
});
