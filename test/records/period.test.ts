import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthsIn, parsePeriod, parsePeriods, periodOf } from "../../src/records/period.ts";

const labels = (text: string) => parsePeriods(text).map(({ label }) => label);

describe("a period", () => {
  it.each([
    ["2023", "2023", 12],
    ["2024-11", "2024-11", 1],
    ["2024-01/2024-11", "2024-01/2024-11", 11],
    ["2024-01/2024-12", "2024", 12],
    ["2024-03/2024-03", "2024-03", 1],
    ["2023/2024", "2023-01/2024-12", 24],
    ["2024-Q3", "2024-07/2024-09", 3],
    ["2024q1", "2024-01/2024-03", 3],
    ["2023-11/2024-02", "2023-11/2024-02", 4],
    [" 2023 ", "2023", 12],
  ])("%j is %s and has %d months", (text, label, months) => {
    const period = parsePeriod(text);
    expect([period.label, monthsIn(period)]).toEqual([label, months]);
  });

  it("is read back from its label", () => {
    const month = fc.integer({ min: 1700 * 12, max: 2199 * 12 + 11 });
    fc.assert(
      fc.property(month, month, (a, b) => {
        const period = periodOf(Math.min(a, b), Math.max(a, b));
        expect(parsePeriod(period.label)).toEqual(period);
      }),
    );
  });

  it.each([
    ["", '"" is not a period'],
    ["24", '"24" is not a period'],
    ["2024-1", '"2024-1" is not a period'],
    ["2024-00", "month 00 does not exist"],
    ["2024-13", "month 13 does not exist"],
    ["2024-Q5", '"2024-Q5" is not a period'],
    ["2024-01-15", '"2024-01-15" is not a period'],
    ["0000", "year 0000 is out of range (use 1700 to 2199)"],
    ["2024-11/2024-01", "2024-11/2024-01 ends before it begins (swap the two)"],
    ["2024/2025/2026", 'has more than one "/"'],
    ["2024-01/", '"" is not a period'],
    ["last year", '"last year" is not a period'],
  ])("is refused with what is wrong: %j", (text, message) => {
    expect(() => parsePeriod(text)).toThrow(message);
  });
});

describe("a list of periods", () => {
  it.each([
    ["2019..2022", ["2019", "2020", "2021", "2022"]],
    ["2024-11..2025-02", ["2024-11", "2024-12", "2025-01", "2025-02"]],
    ["2024-Q1..2024-Q2", ["2024-01/2024-03", "2024-04/2024-06"]],
    ["2020,2024-01/2024-11", ["2020", "2024-01/2024-11"]],
    ["2020, 2021 ,2020", ["2020", "2021"]],
    ["2020..2020", ["2020"]],
  ])("%s is %j, each once", (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each([
    ["2022..2019", "ends before it begins"],
    ["2019..2020-06", "both ends of a series are years, quarters or months"],
    ["2019..2020..2021", 'has more than one ".."'],
    ["2019,", '"" is not a period'],
    ["2019-01/2019-05..2020-01/2020-05", "both ends of a series"],
  ])("is refused with what is wrong: %s", (text, message) => {
    expect(() => parsePeriods(text)).toThrow(message);
  });
});
