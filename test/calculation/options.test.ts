import { describe, expect, it } from "vitest";
import { ask, csv, warned } from "./ask.ts";

const text = csv(
  "period,partner,flow,value",
  ...[2018, 2019, 2020].flatMap((year, at) => [
    `${year},MX,export,${100 + 10 * at}`,
    `${year},MX,import,${200 - 50 * at}`,
    `${year},CA,export,${300}`,
    `${year},CA,import,${300 + at}`,
  ]),
  "2020,DE,import,7",
);
const partner = "MX,CA,DE";
const found = (options: object) =>
  ask("balance", { partner, period: "2020", ...options }, text).rows.map(
    ({ partner: code }) => code,
  );

describe("the order of rows", () => {
  it("is that of the partners as asked, then of the periods", () => {
    const { rows } = ask("balance", { partner: "CA,MX", period: "2019,2018" }, text);
    expect(rows.map(({ partner: code, period }) => `${code} ${period}`)).toEqual([
      "CA 2019",
      "CA 2018",
      "MX 2019",
      "MX 2018",
    ]);
  });

  it("is by a column where asked, rows without a figure last, whichever way", () => {
    expect(found({ sort: "value" })).toEqual(["CA", "MX", "DE"]);
    expect(found({ sort: "-value" })).toEqual(["MX", "CA", "DE"]);
    expect(found({ sort: "partnerName" })).toEqual(["CA", "DE", "MX"]);
    expect(found({ sort: "-imports" })).toEqual(["CA", "MX", "DE"]);
  });

  it("keeps the row of the whole last, after what the first rows leave of it", () => {
    expect(
      ask(
        "balance",
        { partner: "MX,CA", period: "2020", sort: "-value", top: 1, total: true },
        text,
      ).rows.map(({ partner: code }) => code),
    ).toEqual(["MX", null, "MX+CA"]);
  });

  it("by a column that no row has is refused with those that there are", () => {
    expect(() => found({ sort: "size" })).toThrow(
      '--sort: there is no column "size" (use one of partner, partnerName, period, exports',
    );
  });
});

describe("several reporters", () => {
  // US without figures of 2021, CA without any of 2019.
  const two = csv(
    "period,reporter,partner,flow,value",
    ...["2019,US,MX,export,10", "2019,US,MX,import,30", "2019,US,CN,export,1"],
    ...["2020,US,MX,export,11", "2020,US,MX,import,31", "2020,US,CN,export,2"],
    ...["2020,CA,MX,export,5", "2020,CA,MX,import,7", "2021,CA,MX,export,6"],
  );
  const rowsOf = (options: object) =>
    ask("balance", { reporter: "US,CA", partner: "MX", ...options }, two).rows.map((row) => [
      ...[row.reporter, row.partner, row.exports, row.imports],
    ]);

  it("have a total each", () => {
    expect(rowsOf({ period: "2020", total: true, partner: "MX,CN", absentAsZero: true })).toEqual([
      ["US", "MX", 11, 31],
      ["US", "CN", 2, 0],
      ["CA", "MX", 5, 7],
      ["CA", "CN", 0, 0],
      ["US", "MX+CN", 13, 31],
      ["CA", "MX+CN", 5, 7],
    ]);
  });

  it("have no zero flow in a period of which they reported nothing", () => {
    expect(rowsOf({ period: "2019", absentAsZero: true })).toEqual([
      ["US", "MX", 10, 30],
      ["CA", "MX", null, null],
    ]);
    expect(rowsOf({ period: "2021", absentAsZero: true })).toEqual([
      ["US", "MX", null, null],
      ["CA", "MX", 6, null],
    ]);
  });
});

describe("a reporter that is named as its own partner", () => {
  it("is refused where nobody else is named, because there is no row to give", () => {
    expect(() =>
      ask("contribution", { partner: "US", of: "imports", period: "2020" }, text),
    ).toThrow(
      "--partner: US is the reporter of the data, and United States does not trade with itself",
    );
  });
});

describe("--step", () => {
  const months = csv(
    "period,partner,flow,value",
    ...Array.from({ length: 24 }, (_, at) => {
      const month = `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
      return `${month},MX,export,${at + 1}\n${month},MX,import,1`;
    }),
  );
  const exports = (options: object) =>
    ask("balance", { partner: "MX", ...options }, months).rows.map((row) => row.exports);

  it("divides the latest years as it does years that are named", () => {
    // 13 + 14 + 15, and so on to 22 + 23 + 24.
    const quarters = [42, 51, 60, 69];
    expect(exports({ period: "2020", step: "quarter" })).toEqual(quarters);
    expect(exports({ period: "latest", step: "quarter" })).toEqual(quarters);
    expect(exports({ step: "quarter" })).toEqual([6, 15, 24, 33, ...quarters]);
  });
});

describe("growth", () => {
  const growth = (options: object) =>
    ask("growth", { partner: "MX", of: "exports", ...options }, text);

  it("is measured from the period before where no start is named", () => {
    const { rows } = growth({ period: "2019,2020" });
    expect(rows.map(({ basePeriod, from, to }) => [basePeriod, from, to])).toEqual([
      ["2018", 100, 110],
      ["2019", 110, 120],
    ]);
    expect(rows[0]!.value).toBeCloseTo(10, 9);
  });

  it("has a compound annual rate and an index where they are asked for, and only there", () => {
    const { rows } = growth({ from: "2018", to: "2020", cagr: true, index: "2018" });
    expect(rows[0]).toMatchObject({ change: 20, index: 120 });
    // (120/100)^(1/2) - 1 = 9.5445 %, by hand.
    expect(rows[0]!.cagr).toBeCloseTo(9.5445, 4);
    const plain = growth({ from: "2018", to: "2020" }).rows[0]!;
    expect([plain.cagr, plain.index]).toEqual([undefined, undefined]);
  });

  it("of a balance that turned from deficit to surplus is null with its reason", () => {
    const { rows } = growth({ of: "balance", from: "2018", to: "2020" });
    // 100 - 200 = -100, 120 - 100 = 20.
    expect(rows[0]).toMatchObject({
      from: -100,
      to: 20,
      change: 120,
      value: null,
      reason: "sign-change",
    });
  });

  it("takes either --to or --period", () => {
    expect(() => growth({ to: "2020", period: "2019" })).toThrow("--to and --period");
  });

  it.each([
    [{ from: "20x" }, '--from: "20x" is not a period'],
    [{ to: "" }, '--to: "" is not a period'],
    [{ index: "2024-13" }, '--index: "2024-13": month 13 does not exist'],
  ])("refuses an end that is no period and names the option: %o", (options, message) => {
    expect(() => growth({ period: undefined, ...options })).toThrow(message);
  });

  it("to a year under way starts from the same months of the year named, not from all of it", () => {
    const months = csv(
      "period,partner,flow,value",
      ...Array.from(
        { length: 12 },
        (_, at) => `2024-${String(at + 1).padStart(2, "0")},MX,export,10`,
      ),
      ...["2025-01,MX,export,15", "2025-02,MX,export,15"],
    );
    const result = ask(
      "growth",
      { partner: "MX", of: "exports", from: "2024", to: "2025" },
      months,
    );
    expect(result.rows[0]).toMatchObject({
      basePeriod: "2024-01/2024-02",
      period: "2025-01/2025-02",
      from: 20,
      to: 30,
      value: 50,
    });
    expect(warned(result)).toEqual(["unfinished-year"]);
    const unlike = ask(
      "growth",
      { partner: "MX", of: "exports", from: "2024", to: "2025-01" },
      months,
    );
    expect(warned(unlike)).toEqual(["unlike-periods"]);
  });

  it("over a year compares a month with the same month, over a step with the month before", () => {
    const months = csv(
      "period,partner,flow,value",
      ...["2023-05,MX,export,10", "2024-04,MX,export,20", "2024-05,MX,export,30"],
    );
    const of = (over: "previous" | "year") =>
      ask("growth", { partner: "MX", of: "exports", period: "2024-05", over }, months).rows[0]!;
    expect(of("previous")).toMatchObject({ basePeriod: "2024-04", value: 50 });
    expect(of("year").basePeriod).toBe("2023-05");
    expect(of("year").value).toBeCloseTo(200, 9);
  });
});

describe("without a period", () => {
  const header = "period,partner,flow,value";
  const months = ["2024-01/2024-11,CA,export,10", "2024-01/2024-11,CA,import,20"];
  const year = ["2024,MX,export,30", "2024,MX,import,50"];

  it.each(["CA,MX", "MX,CA"])("the complete years of any partner are shown: %s", (partner) => {
    const { rows } = ask("balance", { partner }, csv(header, ...months, ...year));
    expect(rows.map(({ period }) => period)).toEqual(["2024", "2024"]);
    expect(rows.find((row) => row.partner === "MX")!.value).toBe(-20);
    expect(rows.find((row) => row.partner === "CA")!.value).toBeNull();
  });

  const fiscal = [2021, 2022].flatMap((start) => [
    `${start}-04/${start + 1}-03,CA,export,${start - 2011}`,
    `${start}-04/${start + 1}-03,CA,import,${start - 2001}`,
  ]);

  it("the fiscal years are shown of data that have no others", () => {
    const { rows } = ask("balance", { partner: "CA" }, csv(header, ...fiscal));
    expect(rows.map(({ period, value }) => [period, value])).toEqual([
      ["2021-04/2022-03", -10],
      ["2022-04/2023-03", -10],
    ]);
  });

  it("a calendar year of data of fiscal years is answered with theirs", () => {
    const result = ask("balance", { partner: "CA", period: "2022" }, csv(header, ...fiscal));
    expect(result.rows[0]!.reason).toBe("no-data");
    expect(result.warnings.map(({ message }) => message)).toContain(
      "2022 is a calendar year, and the data have fiscal years (use --period 2021-04/2022-03,2022-04/2023-03)",
    );
  });

  it("a fiscal year as two years is answered with its months", () => {
    const wrong = () =>
      ask("balance", { partner: "CA", period: "2022-23" }, csv(header, ...fiscal));
    expect(wrong).toThrow(
      "month 23 does not exist (use 01 to 12; a fiscal year is its twelve months, such as 2022-04/2023-03)",
    );
  });

  it("data without a complete year are said to have none", () => {
    const result = ask("balance", { partner: "CA" }, csv(header, ...months));
    expect([result.rows, warned(result)]).toEqual([[], ["no-complete-year"]]);
  });
});

describe("products of which none has both flows", () => {
  it("have no total, which would be a zero that nobody published", () => {
    const rows = [["export,hs:2709,60", "export,hs:2710,30", "import,hs:8471,20"]]
      .flat()
      .map((row) => `2023,US,${row}`);
    const text = csv(
      "period,partner,flow,product,value",
      "2023,US,export,hs:27,90",
      "2023,US,import,hs:84,20",
      ...rows,
    );
    const result = ask("balance", { partner: "US", period: "2023", by: "hs4" }, text);
    expect(result.rows.at(-1)).toMatchObject({
      exports: null,
      imports: null,
      value: null,
      reason: "no-data",
    });
    expect(result.warnings[0]!.message).toContain("no product has both, so that there is no total");
  });
});

describe("a share", () => {
  const products = csv(
    "period,partner,flow,product,value",
    ...["2020,MX,export,total,200", "2020,MX,export,hs:27,50", "2020,CA,export,total,300"],
  );

  it("may be that of a product in all products of the same partner", () => {
    const result = ask(
      "share",
      { partner: "MX", of: "exports", product: "hs:27", whole: "all-products", period: "2020" },
      products,
    );
    expect(result.rows[0]).toMatchObject({ part: 50, whole: 200, value: 25 });
    expect(result.parameters).toMatchObject({ whole: "all-products" });
  });

  it("may be that of a partner in a group of partners", () => {
    const result = ask(
      "share",
      { partner: "MX", of: "exports", whole: "USMCA", period: "2020" },
      products,
    );
    expect(result.rows[0]).toMatchObject({ part: 200, whole: 500, value: 40 });
  });

  it("names the option of a whole that is unknown", () => {
    expect(() => ask("share", { partner: "MX", whole: "Erewhon" }, products)).toThrow(
      '--whole: unknown partner "Erewhon"',
    );
  });
});

describe("the non-petroleum balance", () => {
  const petroleum = csv(
    "period,partner,flow,product,value",
    ...["2020,MX,export,total,100", "2020,MX,import,total,150"],
    ...["2020,MX,export,hs:27,30", "2020,MX,import,hs:27,20"],
  );
  const of = (petroleumFlows: "both" | "imports", text = petroleum) =>
    ask("non-petroleum", { partner: "MX", period: "2020", petroleumFlows }, text);

  it("takes the set out of both flows or of imports only, and says which", () => {
    expect(of("both").rows[0]).toMatchObject({ balance: -50, petroleumBalance: 10, value: -60 });
    expect(of("imports").rows[0]).toMatchObject({ petroleumImports: 20, value: -30 });
    expect(of("imports").parameters).toMatchObject({
      petroleum: "hs27",
      petroleumSet: "HS chapter 27, mineral fuels and oils",
      petroleumFlows: "imports",
    });
  });

  it("is null where a flow of petroleum is missing", () => {
    const short = petroleum.replace("2020,MX,export,hs:27,30\n", "2021,MX,export,hs:27,30\n");
    expect(of("both", short).rows[0]).toMatchObject({ value: null, reason: "no-data" });
    expect(of("imports", short).rows[0]).toMatchObject({ value: -30, reason: null });
    const noTotal = csv(
      "period,partner,flow,product,value",
      ...["2020,MX,export,hs:84,100", "2020,MX,import,hs:27,150"],
    );
    expect(of("both", noTotal).rows[0]).toMatchObject({ value: null, reason: "no-data" });
  });
});

describe("warnings", () => {
  it("that recur are said once, with all their places", () => {
    const parts = csv(
      "period,partner,flow,product,value",
      ...["2019", "2020"].flatMap((year) => [
        `${year},MX,export,hs:27,1`,
        `${year},MX,import,hs:27,1`,
      ]),
    );
    const result = ask("balance", { partner: "MX", period: "2019,2020" }, parts);
    expect(warned(result)).toEqual(["summed-from-parts"]);
    expect(result.warnings[0]!.message).toContain("(MX 2019, MX 2020)");
  });
});

describe("the projection of a year that is under way", () => {
  const months = (reporter: string, year: number, last: number) =>
    Array.from({ length: last }, (_, at) => String(at + 1).padStart(2, "0")).flatMap((month) => [
      `${year}-${month},MX,export,${year === 2024 ? 10 : 20},${reporter}`,
      `${year}-${month},MX,import,10,${reporter}`,
    ]);
  const file = csv(
    "period,partner,flow,value,reporter",
    ...months("US", 2024, 12),
    ...months("US", 2025, 6),
    ...months("DE", 2024, 12),
    ...months("DE", 2025, 12),
  );

  it("goes by the months of the reporter asked for, though another is ahead", () => {
    const options = { partner: "MX", period: "2025", project: true as const, reporter: "US" };
    // 12 * 10 of 2024, times 6 * 20 so far over 6 * 10; imports as in 2024.
    expect(ask("balance", options, file).rows).toMatchObject([
      { exports: 240, imports: 120, value: 120 },
    ]);
  });
});

describe("partners whose figures end at different times", () => {
  const ends = csv(
    "period,partner,flow,value",
    ...["2019", "2020", "2021"].map((year) => `${year},CA,export,3\n${year},CA,import,4`),
    ...["2019", "2020"].map((year) => `${year},MX,export,1\n${year},MX,import,2`),
  );

  it.each([{}, { by: "partner" }])("have the latest year that all of them have: %j", (words) => {
    const { rows } = ask("balance", { partner: "CA,MX", period: "latest", ...words }, ends);
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(["2020"]));
  });
});

describe("an index", () => {
  // 10 a month in 2019, 20 in 2020 and 30 in the two months of 2021.
  const months = csv(
    "period,partner,flow,value",
    ...Array.from({ length: 26 }, (_, at) => {
      const year = 2019 + Math.floor(at / 12);
      return `${year}-${String((at % 12) + 1).padStart(2, "0")},MX,export,${10 * (year - 2018)}`;
    }),
  );
  const asked = (period: string) =>
    ask("growth", { partner: "MX", of: "exports", period, index: "2019" }, months);

  it("of a year that is not over is on the same months of its base", () => {
    expect(asked("2020,2021").rows.map(({ period, index }) => [period, index])).toEqual([
      ["2020", 200],
      ["2021-01/2021-02", 300],
    ]);
  });

  it("whose base has no figure leaves the growth as it is", () => {
    const { rows } = ask(
      "growth",
      { partner: "MX", of: "exports", period: "2020", index: "2010" },
      months,
    );
    expect(rows[0]).toMatchObject({ from: 120, to: 240, value: 100, reason: null });
    expect(rows[0]!.index).toBeUndefined();
  });

  it("of a period as long as no base says so", () => {
    expect(warned(asked("2020-03"))).toContain("unlike-periods");
  });
});
