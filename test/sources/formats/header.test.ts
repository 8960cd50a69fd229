import { describe, expect, it, test } from "vitest";
import { columnIndex } from "../../../src/sources/formats/header.ts";
import { joinedRows } from "../../../src/sources/formats/header-rows.ts";

describe("a column is found by its name", () => {
  test.each([
    ["Trade Value (US$)", "Trade.Value..US.."],
    ["Trade Value (US$)", "trade_value_us"],
    ["flowCode", "flow_code"],
  ])("%s, whatever signs a program put between its words: %s", (name, written) =>
    expect(columnIndex(["Year", written], name)).toBe(1),
  );

  test.each([
    ["value", "value %"],
    ["Exports", "Exports (%)"],
    ["Imports", "Imports +/-"],
    ["Imports", "Imports ±"],
  ])("%s, which is not the share or the change %s", (name, written) =>
    expect(columnIndex(["Year", written], name)).toBe(-1),
  );
});

describe("names in two rows", () => {
  it("are one, and a name over several columns belongs to each up to the next", () => {
    const rows = [
      { line: 3, cells: ["", "Exports", "", "Imports", "", ""] },
      { line: 4, cells: ["Country", "2022", "2023", "2022", "2023", ""] },
    ];
    expect(joinedRows(rows)).toEqual({
      line: 4,
      cells: ["Country", "Exports 2022", "Exports 2023", "Imports 2022", "Imports 2023", ""],
    });
  });
});
