import { describe, expect, it } from "vitest";
import { ask, pick, type Row } from "./breakdown-world.ts";

const codes = (result: { warnings: readonly { code: string }[] }) =>
  result.warnings.map(({ code }) => code);

describe("concentration by partner", () => {
  const rows: Row[] = [
    ["US", "CA", "export", "total", 30],
    ["US", "MX", "export", "total", 30],
    ["US", "CN", "export", "total", 20],
    ["US", "NES", "export", "total", 20],
    ["US", "ASIA", "export", "total", 70],
    ["US", "WORLD", "export", "total", 100],
  ];

  it("takes no whole for a member, and names the wholes that it left out", () => {
    const result = ask("concentration", rows);
    expect(result.rows[0]).toMatchObject({ members: 4, covered: 100, reason: null });
    // 30, 30, 20, 20 %: the Department of Justice's example, 2,600 of 10,000.
    expect(result.rows[0]!.value).toBeCloseTo(0.26, 12);
    expect(result.warnings[0]!.message).toContain("ASIA, WORLD");
    expect(result.data[0]!.rows).toMatchObject({ read: 6, used: 5 });
  });

  it("says how much of the published world its members are", () => {
    const partly = ask("concentration", rows.slice(2));
    expect(partly.rows[0]).toMatchObject({ members: 2, covered: 40, value: 0.5 });
  });

  it("refuses a whole beside others that were asked for", () => {
    expect(() => ask("concentration", rows, { partner: "ASIA,CA" })).toThrow(
      /ASIA is a whole that may already hold CA/,
    );
  });

  it("asks which reporter is meant where the data hold several", () => {
    const two: Row[] = [...rows, ["BR", "CN", "export", "total", 5]];
    expect(() => ask("concentration", two)).toThrow(
      /which reporter\? \(use --reporter BR,US, or --reporter all\)/,
    );
    const both = ask("concentration", two, { reporter: "US,BR" });
    expect(pick(both.rows, "reporter", "value")).toEqual([
      ["US", expect.closeTo(0.26, 12)],
      ["BR", 1],
    ]);
  });
});

describe("products at several levels or of several systems", () => {
  const rows: Row[] = [
    ["US", "WORLD", "export", "hs:27", 60],
    ["US", "WORLD", "export", "hs:2709", 40],
    ["US", "WORLD", "export", "hs:2710", 20],
    ["US", "WORLD", "export", "hs:8703", 40],
  ];

  it("stop the run until one level is named, because a whole is never added to its parts", () => {
    expect(() => ask("concentration", rows, { by: "product" })).toThrow(
      /several levels \(hs2, hs4\).*use --by hs2/,
    );
  });

  it("are counted at the level that is named, added up where only narrower codes are there", () => {
    const by = (digits: number) => ask("concentration", rows, { by: `hs${digits}` }).rows[0];
    expect(by(2)).toMatchObject({ members: 2, sum: 100 });
    expect(by(2)!.value).toBeCloseTo(0.6 ** 2 + 0.4 ** 2, 12);
    expect(by(4)).toMatchObject({ members: 3, sum: 100 });
    expect(by(4)!.value).toBeCloseTo(0.4 ** 2 + 0.2 ** 2 + 0.4 ** 2, 12);
  });

  it("stop the run where two systems count the same goods", () => {
    const mixed: Row[] = [...rows, ["US", "WORLD", "export", "naics:211", 60]];
    expect(() => ask("concentration", mixed, { by: "product" })).toThrow(
      /several systems that count the same goods \(hs, naics\)/,
    );
  });
});

describe("Grubel-Lloyd", () => {
  // The subgroups of Greenaway and Milner (1983); see the test of the formula.
  const rows: Row[] = [
    ["US", "MX", "export", "hs:84", 80],
    ["US", "MX", "import", "hs:84", 160],
    ["US", "MX", "export", "hs:85", 150],
    ["US", "MX", "import", "hs:85", 100],
  ];
  const wishes = { partner: "MX" };

  it("gives the plain index and those that take the imbalance out", () => {
    const [row] = ask("grubel-lloyd", rows, wishes).rows;
    expect(row).toMatchObject({ partner: "MX", exports: 230, imports: 260, products: 2 });
    expect(row!.value).toBeCloseTo(73.469, 3);
    expect(row!.corrected).toBeCloseTo((360 / 460) * 100, 10);
  });

  it("is null where a flow of one product is missing, and names it", () => {
    const lacking: Row[] = [...rows, ["US", "MX", "export", "hs:99", 10]];
    const result = ask("grubel-lloyd", lacking, wishes);
    expect(result.rows[0]).toMatchObject({ value: null, reason: "no-data" });
    expect(result.warnings[0]!.message).toMatch(
      /^imports: no figure for hs:99, .*--absent-as-zero/,
    );
  });

  it("takes it for a zero flow where the total of the flow was published, or where that was asked for", () => {
    const lacking: Row[] = [...rows, ["US", "MX", "export", "hs:99", 10]];
    const value = 100 * (1 - (80 + 50 + 10) / 500);
    const withTotal: Row[] = [...lacking, ["US", "MX", "import", "total", 260]];
    expect(ask("grubel-lloyd", withTotal, wishes).rows[0]!.value).toBeCloseTo(value, 10);
    const asked = ask("grubel-lloyd", lacking, { ...wishes, absentAsZero: true as const });
    expect(asked.rows[0]!.value).toBeCloseTo(value, 10);
    expect(asked.parameters.absentAsZero).toBe(true);
  });
});

/** Exports to the world by product: the matrix of the test of the formula. */
const exporters: Row[] = [
  ["BR", "WORLD", "export", "hs:01", 30],
  ["BR", "WORLD", "export", "hs:02", 10],
  ["BR", "WORLD", "export", "hs:03", 60],
  ["CL", "WORLD", "export", "hs:01", 20],
  ["CL", "WORLD", "export", "hs:02", 50],
  ["CL", "WORLD", "export", "hs:03", 30],
  ["PE", "WORLD", "export", "hs:01", 5],
  ["PE", "WORLD", "export", "hs:02", 0],
  ["PE", "WORLD", "export", "hs:03", 45],
];

describe("revealed comparative advantage", () => {
  const brazil = { reporter: "BR" };

  it("sets a reporter against all reporters of the data, and says who they are", () => {
    const result = ask("rca", exporters, brazil);
    expect(pick(result.rows, "product", "advantage", "value")).toEqual([
      ["hs:01", true, expect.closeTo(15 / 11, 12)],
      ["hs:02", false, expect.closeTo(5 / 12, 12)],
      ["hs:03", true, expect.closeTo(10 / 9, 12)],
    ]);
    expect(result.warnings[0]!.message).toContain("the world is the 3 reporters of the data");
  });

  it("takes a published world instead, and never adds it to the reporters", () => {
    const world: Row[] = [
      ["WORLD", "WORLD", "export", "hs:01", 300],
      ["WORLD", "WORLD", "export", "hs:02", 300],
      ["WORLD", "WORLD", "export", "hs:03", 400],
    ];
    const result = ask("rca", [...exporters, ...world], brazil);
    expect(result.rows.map(({ value }) => value)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1 / 3, 12),
      expect.closeTo(1.5, 12),
    ]);
    expect(codes(result)).not.toContain("world-of-reporters");
  });

  it("is null with a reason where there is no world, and such rows come last when sorted", () => {
    const alone = exporters.filter(([reporter]) => reporter === "BR");
    const [row] = ask("rca", alone).rows;
    expect(row).toMatchObject({ value: null, reason: "no-world", advantage: null });
    const lacking = exporters.filter(
      ([reporter, , , product]) => reporter !== "PE" || product !== "hs:02",
    );
    const sorted = ask("rca", lacking, { ...brazil, sort: "-value" });
    expect(pick(sorted.rows, "product", "reason")).toEqual([
      ["hs:01", null],
      ["hs:03", null],
      ["hs:02", "no-data"],
    ]);
  });

  it("leaves reporters without any figures of the year out of the world, and names them", () => {
    const late: Row[] = [...exporters, ["AR", "WORLD", "export", "hs:01", 9, "2023"]];
    const result = ask("rca", late, brazil);
    expect(result.rows[0]!.value).toBeCloseTo(15 / 11, 12);
    expect(result.warnings[0]!.message).toContain("left out: AR");
  });

  it("adds up the partners of a reporter that has no world total", () => {
    const split = exporters.flatMap((row): Row[] => {
      const [reporter, , flow, product, value] = row;
      if (reporter !== "BR") return [row];
      return [
        [reporter, "CN", flow, product, value - 4],
        [reporter, "US", flow, product, 4],
      ];
    });
    expect(ask("rca", split, brazil).rows[0]!.value).toBeCloseTo(15 / 11, 12);
  });
});

describe("trade intensity and the intraregional share", () => {
  const flows: Row[] = [
    ["CA", "MX", "export", "total", 20],
    ["CA", "US", "export", "total", 60],
    ["CA", "WORLD", "export", "total", 100],
    ["MX", "CA", "export", "total", 10],
    ["MX", "US", "export", "total", 70],
    ["MX", "WORLD", "export", "total", 100],
    ["US", "CA", "export", "total", 30],
    ["US", "MX", "export", "total", 30],
    ["US", "WORLD", "export", "total", 200],
  ];

  it("set Canada's 20 % to Mexico against the 50 of 400 that all three send there: 1.6", () => {
    const wishes = { reporter: "CA", partner: "MX" };
    const [row] = ask("trade-intensity", flows, wishes).rows;
    expect(row).toMatchObject({ exports: 20, worldExports: 50, worldTotal: 400, share: 20 });
    expect(row!.value).toBeCloseTo(1.6, 12);
    // Kojima: without the 40 that go to Canada itself, 0.2 / (50 / 360).
    expect(row!.kojima).toBeCloseTo(1.44, 12);
  });

  it("find 220 of 400 among the members of the region", () => {
    const wishes = { region: "CA,MX,US", of: "exports" as const };
    const [row] = ask("intraregional-share", flows, wishes).rows;
    expect(row).toMatchObject({ within: 220, whole: 400 });
    expect(row!.value).toBeCloseTo(55, 12);
  });

  it("tell what part of each member's trade is with the others, and of which of them", () => {
    const wishes = { region: "CA,MX,US", of: "exports" as const };
    // 20 + 60 of 100, 10 + 70 of 100, 30 + 30 of 200.
    const byMember = ask("intraregional-share", flows, { ...wishes, by: "reporter" }).rows;
    expect(pick(byMember, "reporter", "within", "whole", "value")).toEqual([
      ["CA", 80, 100, 80],
      ["MX", 80, 100, 80],
      ["US", 60, 200, 30],
      ["CA+MX+US", 220, 400, expect.closeTo(55, 12)],
    ]);
    // To Canada 10 + 30, to Mexico 20 + 30, to the United States 60 + 70, each of 400.
    const byPartner = ask("intraregional-share", flows, { ...wishes, by: "partner" }).rows;
    expect(pick(byPartner, "partner", "within", "value")).toEqual([
      ["CA", 40, 10],
      ["MX", 50, 12.5],
      ["US", 130, 32.5],
      ["CA+MX+US", 220, expect.closeTo(55, 12)],
    ]);
    const both = ask("intraregional-share", flows, { ...wishes, by: "reporter,partner" }).rows;
    expect(pick(both.slice(0, 3), "reporter", "partner", "within", "value")).toEqual([
      ["CA", "MX", 20, 20],
      ["CA", "US", 60, 60],
      ["CA", "CA+MX+US", 80, 80],
    ]);
  });

  it("have no row of an economy with itself, in whatever order they are broken down", () => {
    for (const by of ["partner,reporter", "reporter,partner"]) {
      const { rows } = ask("trade-intensity", flows, { by });
      expect(rows.map(({ reporter, partner }) => `${reporter} ${partner}`).sort()).toEqual([
        "CA MX",
        "CA US",
        "MX CA",
        "MX US",
        "US CA",
        "US MX",
      ]);
    }
    expect(() => ask("trade-intensity", flows, { reporter: "US", partner: "US" })).toThrow(
      "--partner: US is the reporter, and US does not trade with itself (name others)",
    );
  });

  it("are null where the flow between two members has no record", () => {
    const wishes = { region: "CA,MX,US", of: "exports" as const };
    const [row] = ask("intraregional-share", flows.slice(1), wishes).rows;
    expect(row).toMatchObject({ value: null, reason: "no-data", within: null, whole: 400 });
  });
});

describe("complementarity", () => {
  it("sets the reporter's exports against the partner's imports, as the partner reports them", () => {
    const rows: Row[] = [
      ["BR", "WORLD", "export", "hs:01", 50],
      ["BR", "WORLD", "export", "hs:02", 30],
      ["BR", "WORLD", "export", "hs:03", 20],
      ["CN", "WORLD", "import", "hs:01", 100],
      ["CN", "WORLD", "import", "hs:02", 500],
      ["CN", "WORLD", "import", "hs:03", 400],
    ];
    const wishes = { reporter: "BR", partner: "CN" };
    expect(ask("complementarity", rows, wishes).rows[0]!.value).toBeCloseTo(60, 12);
    const none = ask("complementarity", rows.slice(0, 3), wishes).rows[0];
    expect(none).toMatchObject({ value: null, reason: "no-data" });
  });
});

describe("contribution", () => {
  const rows: Row[] = [
    ["US", "CA", "export", "total", 30, "2023"],
    ["US", "CA", "export", "total", 40, "2024"],
    ["US", "MX", "export", "total", 50, "2023"],
    ["US", "MX", "export", "total", 45, "2024"],
    ["US", "WORLD", "export", "total", 100, "2023"],
    ["US", "WORLD", "export", "total", 110, "2024"],
  ];

  it("gives the points of each member, what no member has, and the whole, which they add up to", () => {
    const result = ask("contribution", rows, { of: "exports" });
    expect(pick(result.rows, "partner", "partnerName", "basePeriod", "change", "value")).toEqual([
      ["CA", "CA", "2023", 10, 10],
      ["MX", "MX", "2023", -5, -5],
      [null, "not broken down", "2023", 5, 5],
      ["WORLD", "WORLD", "2023", 10, 10],
    ]);
  });

  it("keeps the rest and the whole at the end, however the members are sorted", () => {
    const result = ask("contribution", rows, {
      of: "exports",
      top: 1,
    });
    expect(pick(result.rows, "partner")).toEqual([["CA"], [null], ["WORLD"]]);
  });
});
