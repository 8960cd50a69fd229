import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  concentrationMetric,
  herfindahlHirschman,
  normalisedHerfindahlHirschman,
} from "../../src/metrics/concentration.ts";

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
  const figure = (
    member: string,
    value: number | null,
    reason: "no-data" | "incomplete-period",
  ) => ({
    member,
    value,
    reason: value === null ? reason : null,
  });

  it("leaves out members without a record, and counts published zeros", () => {
    const [row] = concentrationMetric.compute({
      flows: [
        figure("CA", 50, "no-data"),
        figure("MX", null, "no-data"),
        figure("CN", 0, "no-data"),
      ],
      whole: [figure("", 100, "no-data")],
    });
    expect(row).toMatchObject({ value: 1, components: { members: 2, covered: 50, sum: 50 } });
  });

  it("is null where a member has only a part of the period", () => {
    const [row] = concentrationMetric.compute({
      flows: [figure("CA", 50, "no-data"), figure("SS", null, "incomplete-period")],
      whole: [],
    });
    expect(row).toMatchObject({ value: null, reason: "incomplete-period" });
  });

  it("is null without any member, and without any trade", () => {
    const compute = (flows: ReturnType<typeof figure>[]) =>
      concentrationMetric.compute({ flows, whole: [] })[0];
    expect(compute([])).toMatchObject({ value: null, reason: "no-data" });
    expect(compute([figure("CA", 0, "no-data")])).toMatchObject({
      value: null,
      reason: "no-whole",
    });
  });
});
