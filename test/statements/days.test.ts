import { describe, expect, it } from "vitest";
import { withOtherData } from "../../src/claims/reading/days.ts";

// US Census Bureau, FT-900: February 2025 was released on April 3, 2025.
describe("the days whose data a text is tried with", () => {
  it("are two where data were released between them", () => {
    expect(withOtherData(["2025-04-02", "2025-04-03"])).toEqual(["2025-04-02", "2025-04-03"]);
  });

  it("are one where nothing was: the first", () => {
    expect(withOtherData([null, "2199-01-01"])).toEqual([null]);
    expect(withOtherData(["1990-01-01", "1991-01-01"])).toEqual(["1990-01-01"]);
  });
});
