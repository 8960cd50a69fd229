import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  concentrationMetric,
  herfindahlHirschman,
  normalisedHerfindahlHirschman,
} from "../../src/metrics/concentration.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";

const flows = fc
  .array(fc.integer({ min: 0, max: 1e12 }), { minLength: 2, maxLength: 40 })
  .filter((list) => list.some((flow) => flow > 0));

describe("herfindahlHirschman", () => {
  it("is 2,600 of 10,000 for shares of 30, 30, 20 and 20 (US Department of Justice, HHI)", () => {
    expect(herfindahlHirschman([30, 30, 20, 20])! * 10_000).toBeCloseTo(2600, 9);
  });

  it("is 1,296 of 10,000 for the eight participants of Investopedia's example", () => {
    expect(herfindahlHirschman([10, 9, 12, 15, 12, 11, 15, 16])! * 10_000).toBeCloseTo(1296, 9);
  });

  it("is 1 where one member has all trade", () => {
    expect(herfindahlHirschman([0, 7, 0])).toBe(1);
    expect(herfindahlHirschman([7])).toBe(1);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[Number.NaN, 1]], [[Number.POSITIVE_INFINITY, 1]]])(
    "is null for %j, in which there are no shares",
    (list) => {
      expect(herfindahlHirschman(list)).toBeNull();
      expect(normalisedHerfindahlHirschman(list)).toBeNull();
    },
  );

  it("lies between 1/n and 1", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const index = herfindahlHirschman(list)!;
        expect(index).toBeGreaterThanOrEqual(1 / list.length - 1e-12);
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("does not depend on the order or the scale of the flows", () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const index = herfindahlHirschman(list)!;
        expect(herfindahlHirschman([...list].reverse())).toBeCloseTo(index, 12);
        expect(herfindahlHirschman(list.map((flow) => flow * factor))).toBeCloseTo(index, 12);
      }),
    );
  });

  it("rises where two members become one", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const [first, second, ...others] = list;
        const merged = herfindahlHirschman([first! + second!, ...others])!;
        expect(merged).toBeGreaterThanOrEqual(herfindahlHirschman(list)! - 1e-12);
      }),
    );
  });
});

describe("normalisedHerfindahlHirschman", () => {
  it("is 0 for equal shares and 1 where one has all, however many there are (WITS)", () => {
    expect(normalisedHerfindahlHirschman([5, 5, 5, 5])).toBeCloseTo(0, 12);
    expect(normalisedHerfindahlHirschman([0, 0, 9])).toBe(1);
  });

  it("is (0.26 - 1/4) / (1 - 1/4) for shares of 30, 30, 20 and 20", () => {
    expect(normalisedHerfindahlHirschman([30, 30, 20, 20])).toBeCloseTo(0.01 / 0.75, 12);
  });

  it("is null for a single member, which leaves no spread to measure", () => {
    expect(normalisedHerfindahlHirschman([7])).toBeNull();
  });
});

describe("the concentration of a list of members", () => {
  const list = (...values: number[]) => values.map((value, at) => ({ member: `P${at}`, value }));
  const compute = (values: number[], whole: number) =>
    concentrationMetric.compute(
      { flows: list(...values), whole },
      { years: null, nameOf: (code) => code },
    );

  it("counts published zeros, says how much of the whole it covers, and names the largest", () => {
    expect(compute([50, 0], 100)).toMatchObject({
      value: 1,
      derived: { members: 2, covered: 50, sum: 50, largest: "P0", largestShare: 100 },
    });
  });

  it("is null without any trade", () => {
    expect(compute([0], 0)).toMatchObject({ value: null, reason: "no-whole" });
  });
});

describe("the interval of a printed concentration", () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const tenths = fc.integer({ min: 1, max: 999 }).map((one) => (one / 10).toFixed(1));
  const lists = fc.array(fc.tuple(tenths, part), { minLength: 1, maxLength: 6 });

  it("holds the index of any flows that agree with the digits", () => {
    fc.assert(
      fc.property(lists, (flows) => {
        const intervals = flows.map(([text]) => parsePrinted(text).interval);
        const inside = intervals.map(({ low, high }, at) => low + (high - low) * flows[at]![1]);
        const exact = { low: 0, high: 0 };
        const { low, high } = concentrationMetric.interval({ flows: intervals, whole: exact })!;
        const value = herfindahlHirschman(inside)!;
        expect(value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });

  it("of 60 and 40 runs from 59.5 and 40.5 to 60.5 and 39.5", () => {
    const flows = ["60", "40"].map((text) => parsePrinted(text).interval);
    const { low, high } = concentrationMetric.interval({ flows, whole: { low: 0, high: 0 } })!;
    expect(low).toBeCloseTo(0.595 ** 2 + 0.405 ** 2, 12);
    expect(high).toBeCloseTo(0.605 ** 2 + 0.395 ** 2, 12);
  });

  it("is open where a flow may be negative, or where there may be no trade", () => {
    const whole = { low: 0, high: 0 };
    const [some, negative, none] = [
      { low: 2, high: 3 },
      { low: -1, high: 1 },
      { low: 0, high: 1 },
    ];
    expect(concentrationMetric.interval({ flows: [some, negative], whole })).toBeNull();
    expect(concentrationMetric.interval({ flows: [none, none], whole })).toBeNull();
    // 2 and none is all in one; 2 and 1 is (4 + 1) / 9.
    const { low, high } = concentrationMetric.interval({ flows: [some, none], whole })!;
    expect(high).toBe(1);
    expect(low).toBeCloseTo(5 / 9, 9);
  });
});

describe("what is told beside a concentration", () => {
  const flows = [30, 30, 20, 20].map((value, at) => ({ value, member: `M${at}` }));
  const told = (whole: number | undefined) =>
    concentrationMetric.compute({ flows, whole } as never, { nameOf: String } as never).derived;

  it("is by hand: 1 / 0.26 equal members, 30 % for the first of the largest, 50 % of 200", () => {
    expect(told(200)).toMatchObject({ members: 4, largest: "M0", largestShare: 30, sum: 100 });
    expect(told(200).equivalent).toBeCloseTo(3.846154, 6);
    expect(told(200).covered).toBe(50);
  });

  it("has no part of a whole that is not known or is zero", () => {
    expect([told(undefined).covered, told(0).covered]).toEqual([null, null]);
  });

  it("normalises for two members too: 60 and 40 are (0.52 - 0.5) / 0.5", () => {
    expect(normalisedHerfindahlHirschman([60, 40])).toBeCloseTo(0.04, 12);
  });
});
