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
