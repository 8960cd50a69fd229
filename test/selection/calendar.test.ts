import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/records/period.ts";
import {
  calendarOf,
  latestMonth,
  latestYears,
  unfinishedPart,
} from "../../src/selection/calendar.ts";
import { ask, csv, datasetOf, warned } from "../calculation/ask.ts";

const HEADER = "period,partner,flow,value";
const months = (year: number, first: number, last: number, flow = "export") =>
  Array.from(
    { length: last - first + 1 },
    (_, at) => `${year}-${String(first + at).padStart(2, "0")},MX,${flow},1`,
  );
const calendar = (flows: ("export" | "import")[], ...rows: string[]) =>
  calendarOf(datasetOf(csv(HEADER, ...rows)).seriesOf("MX"), flows);

describe("the calendar of the data", () => {
  it("holds a year of twelve months as complete, and the year under way as unfinished", () => {
    const { completeYears, unfinished } = calendar(
      ["export"],
      ...months(2023, 1, 12),
      ...months(2024, 1, 5),
    );
    expect([...completeYears]).toEqual([2023]);
    expect(unfinished.get(2024)?.label).toBe("2024-01/2024-05");
  });

  it("takes the last month that both flows have", () => {
    const { unfinished } = calendar(
      ["export", "import"],
      ...months(2024, 1, 5),
      ...months(2024, 1, 3, "import"),
    );
    expect(unfinished.get(2024)?.label).toBe("2024-01/2024-03");
  });

  it("holds a year with a gap, or one that begins late, as neither", () => {
    const { completeYears, unfinished } = calendar(
      ["export"],
      ...months(2022, 7, 12),
      ...months(2023, 1, 5),
      ...months(2023, 7, 12),
    );
    expect([[...completeYears], [...unfinished.keys()]]).toEqual([[], []]);
  });

  it("takes a record of a year or of its first months at its word", () => {
    const { completeYears, unfinished } = calendar(
      ["export"],
      "2023,MX,export,1",
      "2024-01/2024-11,MX,export,1",
    );
    expect([...completeYears]).toEqual([2023]);
    expect(unfinished.get(2024)?.label).toBe("2024-01/2024-11");
  });

  it("puts quarters together to years, and to the months so far of the year under way", () => {
    const rows = [1, 2, 3, 4].map((quarter) => `2023-Q${quarter},MX,export,1`);
    const { completeYears, unfinished } = calendar(
      ["export"],
      ...rows,
      "2024-Q1,MX,export,1",
      "2024-Q2,MX,export,1",
    );
    expect([...completeYears]).toEqual([2023]);
    expect(unfinished.get(2024)?.label).toBe("2024-01/2024-06");
  });

  it("gives the latest complete years, oldest first, also where years are missing between", () => {
    const rows = [2015, 2020, 2018, 2022].map((year) => `${year},MX,export,1`);
    const found = latestYears(calendar(["export"], ...rows), 3);
    expect(found.map(({ label }) => label)).toEqual(["2018", "2020", "2022"]);
  });

  it("takes neither months that begin after January nor those over a new year for a year so far", () => {
    for (const label of ["2024-02/2024-06", "2023-11/2024-02", "2024-02/2024-04"]) {
      const { completeYears, unfinished } = calendar(["export"], `${label},MX,export,1`);
      expect([[...completeYears], [...unfinished.keys()]]).toEqual([[], []]);
    }
    const { unfinished } = calendar(["export"], "2024-01/2024-02,MX,export,1");
    expect(unfinished.get(2024)?.label).toBe("2024-01/2024-02");
  });

  it("puts no year together of figures of two kinds", () => {
    const basis = (rows: readonly string[], name: string) => rows.map((row) => `${row},${name}`);
    const { completeYears } = calendarOf(
      datasetOf(
        csv(
          `${HEADER},flowBasis`,
          ...basis(months(2023, 1, 6, "import"), "general"),
          ...basis(months(2023, 7, 12, "import"), "consumption"),
        ),
      ).seriesOf("MX"),
      ["import"],
    );
    expect([...completeYears]).toEqual([]);
  });

  it("has the last month that all flows have, and none where the data are of years", () => {
    const labels = (...given: Parameters<typeof calendar>) =>
      latestMonth(calendar(...given)).map(({ label }) => label);
    const exports = [...months(2023, 1, 12), ...months(2024, 1, 5)];
    expect(labels(["export"], ...exports)).toEqual(["2024-05"]);
    expect(labels(["export"], ...exports.toReversed())).toEqual(["2024-05"]);
    const imports = months(2024, 1, 3, "import");
    expect(labels(["export", "import"], ...exports, ...imports)).toEqual(["2024-03"]);
    expect(labels(["export", "import"], ...exports, "2024,MX,import,1")).toEqual([]);
    expect(labels(["export"], "2024,MX,export,1")).toEqual([]);
  });

  it("cuts only a whole year that is under way", () => {
    const current = calendar(["export"], ...months(2024, 1, 5));
    expect(unfinishedPart(current, parsePeriod("2024"))?.label).toBe("2024-01/2024-05");
    expect(unfinishedPart(current, parsePeriod("2024-02"))).toBeNull();
    expect(unfinishedPart(current, parsePeriod("2024-01/2024-03"))).toBeNull();
  });
});

describe("a period in an answer", () => {
  const text = csv(
    HEADER,
    ...months(2023, 1, 12),
    ...months(2023, 1, 12, "import"),
    ...months(2024, 1, 11),
    ...months(2024, 1, 11, "import"),
  );
  const balance = (period?: string) =>
    ask("balance", { partner: "MX", ...(period !== undefined && { period }) }, text);

  it("without a wish is every complete year, at most five", () => {
    expect(balance().rows.map(({ period }) => period)).toEqual(["2023"]);
  });

  it("that is a year under way becomes its months, with a warning", () => {
    const result = balance("2024");
    expect(result.rows[0]).toMatchObject({ period: "2024-01/2024-11", exports: 11 });
    expect(warned(result)).toEqual(["unfinished-year"]);
  });

  it("of which some months have no records is null, not the sum of the others", () => {
    expect(balance("2024-10/2024-12").rows[0]).toMatchObject({
      exports: null,
      value: null,
      reason: "incomplete-period",
    });
  });

  it("is summed from quarters where there are no months", () => {
    const quarters = csv(
      HEADER,
      ...[1, 2, 3, 4].flatMap((quarter) => [
        `2023-Q${quarter},MX,export,5`,
        `2023-Q${quarter},MX,import,7`,
      ]),
    );
    const shown = (period: string) =>
      ask("balance", { partner: "MX", period }, quarters).rows[0]!.value;
    expect(shown("2023")).toBe(-8);
    expect(shown("2023-01/2023-06")).toBe(-4);
    expect(shown("2023-Q2")).toBe(-2);
    expect(shown("2023-05")).toBeNull();
  });

  it("for which there are no records at all is null for another reason", () => {
    expect(balance("1999").rows[0]).toMatchObject({ value: null, reason: "no-data" });
  });

  it("that reaches over a new year is summed", () => {
    expect(balance("2023-11/2024-02").rows[0]).toMatchObject({ exports: 4 });
  });

  it("without a wish respects the basis that was asked for", () => {
    const based = csv(
      `${HEADER},flowBasis`,
      ...[2019, 2020].map((year) => `${year},MX,import,1,consumption`),
      ...[2023, 2024].map((year) => `${year},MX,import,1,general`),
    );
    const years = (imports: string) =>
      ask("share", { partner: "MX", whole: "MX", of: "imports", imports }, based).rows.map(
        ({ period }) => period,
      );
    expect(years("consumption")).toEqual(["2019", "2020"]);
    expect(years("general")).toEqual(["2023", "2024"]);
  });
});
