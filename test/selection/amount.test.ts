import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/records/period.ts";
import type { Gap } from "../../src/records/record.ts";
import { amountOf, labelsIn } from "../../src/selection/amount.ts";

const labels = (...texts: readonly string[]) => texts.map((text) => parsePeriod(text).label);
const monthsOf = (year: number, from = 1, to = 12) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${year}-${String(from + at).padStart(2, "0")}`);
const quartersOf = (year: number) => labels(...[1, 2, 3, 4].map((one) => `${year}-Q${one}`));

function amount(
  values: Readonly<Record<string, number>>,
  period: string,
  {
    gaps = {},
    covered,
  }: { gaps?: Readonly<Record<string, Gap>>; covered?: (label: string) => boolean } = {},
) {
  const series = {
    values: new Map(Object.entries(values).map(([text, value]) => [labels(text)[0]!, value])),
    gaps: new Map(Object.entries(gaps).map(([text, gap]) => [labels(text)[0]!, gap])),
  };
  return amountOf(series, parsePeriod(period), covered);
}
const each = (texts: readonly string[], value: number) =>
  Object.fromEntries(texts.map((text) => [text, value]));

describe("the records that a period may be made of", () => {
  it.each<[string, string[]]>([
    ["2023-05", []],
    ["2023-Q1", monthsOf(2023, 1, 3)],
    ["2023", [...quartersOf(2023), ...monthsOf(2023)]],
    [
      "2022-01/2023-12",
      [
        ...["2022", "2023"],
        ...[...quartersOf(2022), ...quartersOf(2023)],
        ...[...monthsOf(2022), ...monthsOf(2023)],
      ],
    ],
    // Neither begins nor ends with a quarter.
    ["2023-02/2023-05", monthsOf(2023, 2, 5)],
    ["2023-01/2023-05", monthsOf(2023, 1, 5)],
    ["2023-02/2023-06", monthsOf(2023, 2, 6)],
    // Twelve months that are no calendar year.
    [
      "2022-07/2023-06",
      [
        ...labels("2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2"),
        ...[...monthsOf(2022, 7), ...monthsOf(2023, 1, 6)],
      ],
    ],
    [
      "2023-01/2024-06",
      [
        ...[...quartersOf(2023), ...labels("2024-Q1", "2024-Q2")],
        ...[...monthsOf(2023), ...monthsOf(2024, 1, 6)],
      ],
    ],
  ])("%s", (period, parts) => {
    expect(labelsIn(parsePeriod(period))).toEqual([labels(period)[0], ...parts]);
  });
});

describe("the amount of a period", () => {
  it("is the record of the period, whatever its parts add up to", () => {
    const values = { "2023": 100, ...each(monthsOf(2023), 1), ...each(["2023-Q1"], 50) };
    expect(amount(values, "2023")).toEqual({ kind: "sum", value: 100, labels: ["2023"] });
  });

  it("is that of its years, else of its quarters, else of its months", () => {
    const [years, quarters, months] = [
      each(["2022", "2023"], 100),
      each(
        [2022, 2023].flatMap((year) => [1, 2, 3, 4].map((one) => `${year}-Q${one}`)),
        10,
      ),
      each([...monthsOf(2022), ...monthsOf(2023)], 1),
    ];
    const summed = (values: Readonly<Record<string, number>>) => {
      const found = amount(values, "2022-01/2023-12");
      return found.kind === "sum" ? found.value : found.kind;
    };
    expect(summed({ ...months, ...quarters, ...years })).toBe(200);
    expect(summed({ ...months, ...quarters })).toBe(80);
    expect(summed(months)).toBe(24);
    // A year is missing, and the quarters are whole.
    expect(summed({ ...quarters, "2022": 100 })).toBe(80);
  });

  it("is nothing without any record, and incomplete with some of them", () => {
    expect(amount({}, "2023")).toEqual({ kind: "none" });
    expect(amount({ "2022": 5 }, "2023")).toEqual({ kind: "none" });
    expect(amount({ "2023-05": 5 }, "2023-06")).toEqual({ kind: "none" });
    expect(amount(each(monthsOf(2023, 1, 11), 1), "2023")).toEqual({
      ...{ kind: "incomplete", labels: monthsOf(2023, 1, 11) },
    });
  });

  it("is incomplete of a year beside months of the next, of which all records are named", () => {
    const values = { "2022": 100, ...each(monthsOf(2023, 1, 2), 1) };
    expect(amount(values, "2022-01/2023-12")).toEqual({
      ...{ kind: "incomplete", labels: ["2022", ...monthsOf(2023, 1, 2)] },
    });
  });

  it("takes a month for zero only where the publisher gave figures of it", () => {
    const values = each(monthsOf(2023, 1, 11), 1);
    const covered = (label: string) => label === "2023-12";
    expect(amount(values, "2023", { covered })).toEqual({
      ...{ kind: "sum", value: 11, labels: monthsOf(2023, 1, 11) },
    });
    expect(amount({ "2023-01": 1 }, "2023", { covered }).kind).toBe("incomplete");
    // Of nothing at all there is no zero either.
    expect(amount({}, "2023", { covered: () => true })).toEqual({ kind: "none" });
  });
});

describe("a figure that is held back", () => {
  const gapOf = (found: ReturnType<typeof amount>) => (found.kind === "gap" ? found.gap : found);

  it("of the period itself is a gap, although its months are there", () => {
    const gaps = { "2023": "suppressed" } as const;
    const found = amount(each(monthsOf(2023), 1), "2023", { gaps });
    expect(found).toEqual({ kind: "gap", gap: "suppressed", labels: [] });
  });

  it("of a part is a gap, wherever the part stands", () => {
    for (const month of ["2023-01", "2023-06", "2023-12"]) {
      const others = monthsOf(2023).filter((one) => one !== month);
      const found = amount(each(others, 1), "2023", { gaps: { [month]: "missing" } });
      expect(found).toEqual({ kind: "gap", gap: "missing", labels: [] });
    }
  });

  it("is suppressed where one part is, in any order", () => {
    const first = { "2023-01": "suppressed", "2023-02": "missing" } as const;
    const last = { "2023-01": "missing", "2023-02": "suppressed" } as const;
    expect(gapOf(amount({}, "2023", { gaps: first }))).toBe("suppressed");
    expect(gapOf(amount({}, "2023", { gaps: last }))).toBe("suppressed");
    const both = { "2023-01": "missing", "2023-02": "missing" } as const;
    expect(gapOf(amount({}, "2023", { gaps: both }))).toBe("missing");
  });

  it("gives way to a figure of the same period", () => {
    const gaps = { "2023-01": "suppressed" } as const;
    expect(amount({ "2023-01": 7 }, "2023-01", { gaps })).toMatchObject({ value: 7 });
    expect(amount(each(monthsOf(2023), 1), "2023", { gaps })).toMatchObject({ value: 12 });
  });
});
