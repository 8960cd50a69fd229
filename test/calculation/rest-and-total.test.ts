import { describe, expect, it } from "vitest";
import { ask, pick, type Row } from "./breakdown-world.ts";

const fields = ["productName", "exports", "imports", "value", "reason"] as const;

describe("the rest and the total of a net figure", () => {
  const rows: Row[] = [
    ["US", "MX", "export", "hs:01", 10],
    ["US", "MX", "import", "hs:01", 15],
    ["US", "MX", "export", "hs:84", 20],
    ["US", "MX", "import", "hs:84", 50],
    ["US", "MX", "import", "hs:99", 7],
    ["US", "MX", "export", "total", 30],
    ["US", "MX", "import", "total", 72],
  ];

  it("leave out a product of one flow alone, so that nothing negative is left", () => {
    const result = ask("balance", rows, { partner: "MX", by: "hs2" });
    expect(pick(result.rows, ...fields)).toEqual([
      ["HS 01", 10, 15, -5, null],
      ["HS 84", 20, 50, -30, null],
      ["HS 99", null, 7, null, "no-data"],
      ["2 products", 30, 65, -35, null],
    ]);
  });

  it("are called by how many products there are", () => {
    const one = ask("balance", [...rows.slice(0, 2), rows[4]!], { partner: "MX", by: "hs2" });
    expect(pick(one.rows.slice(-1), ...fields)).toEqual([["1 product", 10, 15, -5, null]]);
    expect(one.warnings.map(({ message }) => message).join()).toContain(
      "HS 99: no figure for one of the flows; the total is that of the other product (all products: ",
    );
    const none = ask("balance", [rows[0]!, rows[4]!], { partner: "MX", by: "hs2" });
    expect(pick(none.rows.slice(-1), "productName", "value")).toEqual([["no products", null]]);
  });

  it("are not known in a period of which the data lack one flow altogether", () => {
    const later: Row[] = [
      ["US", "MX", "export", "hs:01", 11, "2025"],
      ["US", "MX", "export", "hs:84", 20, "2025"],
      ["US", "MX", "export", "total", 31, "2025"],
    ];
    const result = ask("balance", [...rows, ...later], {
      partner: "MX",
      by: "hs2",
      period: "2025",
    });
    expect(pick(result.rows, ...fields)).toEqual([
      ["HS 01", 11, null, null, "no-data"],
      ["HS 84", 20, null, null, "no-data"],
      ["all products", 31, null, null, "no-data"],
    ]);
  });
});

describe("the rest of a change", () => {
  // CA has no figure of 2024: the whole of 2024 less the members' is not the rest of 2023.
  const rows: Row[] = [
    ["US", "CA", "export", "total", 30, "2023"],
    ["US", "MX", "export", "total", 50, "2023"],
    ["US", "MX", "export", "total", 45, "2024"],
    ["US", "WORLD", "export", "total", 100, "2023"],
    ["US", "WORLD", "export", "total", 110, "2024"],
  ];

  it("is not known where a member shown has a figure at one end alone", () => {
    const result = ask("contribution", rows, { of: "exports" });
    expect(pick(result.rows, "partnerName", "from", "to", "value", "reason")).toEqual([
      ["CA", 30, null, null, "no-data"],
      ["MX", 50, 45, -5, null],
      ["not broken down", 20, null, null, "no-data"],
      ["WORLD", 100, 110, 10, null],
    ]);
  });
});

describe("the first members", () => {
  const rows: Row[] = [
    ["US", "CA", "export", "total", 30],
    ["US", "CA", "import", "total", 20],
    ["US", "CN", "export", "total", 10],
    ["US", "CN", "import", "total", 60],
    ["US", "MX", "export", "total", 50],
    ["US", "MX", "import", "total", 90],
    ["US", "VN", "import", "total", 100],
    ["US", "WORLD", "export", "total", 90],
    ["US", "WORLD", "import", "total", 270],
  ];

  it("of a share in a deficit are the largest deficits", () => {
    const two = rows.filter(([, partner]) => partner !== "VN");
    const result = ask("share", two, { by: "partner", of: "balance", top: 2 });
    // 50 and 40 of 180; the surplus of 10 is a share of -5.6 %.
    expect(pick(result.rows, "partner", "part", "whole")).toEqual([
      ["CN", -50, -180],
      ["MX", -40, -180],
      [null, -90, -180],
      ["WORLD", -180, -180],
    ]);
  });

  it("have a figure to be ranked by; who has none is among the others", () => {
    const result = ask("balance", rows, { by: "partner", top: 4 });
    expect(pick(result.rows, "partner", "partnerName", "value")).toEqual([
      ["CN", "CN", -50],
      ["MX", "MX", -40],
      ["CA", "CA", 10],
      [null, "1 other", -100],
      ["WORLD", "WORLD", -180],
    ]);
  });
});
