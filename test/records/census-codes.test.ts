import countries from "i18n-iso-countries";
import { describe, expect, it } from "vitest";
import { censusCodes } from "../../src/records/census-codes.ts";

describe("the country codes of the Census Bureau", () => {
  // Schedule C of the Census Bureau: https://www.census.gov/foreign-trade/schedules/c/country.html
  it.each([
    ["1220", "CA"],
    ["2010", "MX"],
    ["2777", "CW"],
    ["3510", "BR"],
    ["4120", "GB"],
    ["4190", "IE"],
    ["4280", "DE"],
    ["4803", "XK"],
    ["5082", "PS"],
    ["5083", "PS"],
    ["5460", "MM"],
    ["5520", "VN"],
    ["5700", "CN"],
    ["5800", "KR"],
    ["5830", "TW"],
    ["5880", "JP"],
    ["7321", "SD"],
    ["7323", "SS"],
    ["7660", "CD"],
  ])("has %s for %s", (censusCode, code) => {
    expect(censusCodes[censusCode]).toBe(code);
  });

  it("tells wholes and residuals from countries", () => {
    expect(censusCodes["0015"]).toBe("WORLD");
    expect(censusCodes["0004"]).toBe("WORLD-SA");
    expect(censusCodes["0003"]).toBe("EU");
    expect(censusCodes["8220"]).toBe("UNIDENTIFIED-COUNTRIES");
  });

  it("has four digits and an ISO code for every country, those that are no more apart", () => {
    const former = new Set(["AN", "CS", "CSHH", "NT", "SU", "YU", "XK"]);
    for (const [censusCode, code] of Object.entries(censusCodes)) {
      expect(censusCode).toMatch(/^\d{4}$/);
      const country = /^[1-7]/.test(censusCode);
      expect([censusCode, countries.isValid(code) || former.has(code)]).toEqual([
        censusCode,
        country,
      ]);
    }
  });
});
