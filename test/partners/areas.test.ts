import { describe, expect, it } from "vitest";
import {
  areAlike,
  formerArea,
  predecessorsOf,
  successorsOf,
  territoryOf,
} from "../../src/partners/areas.ts";
import { formerAreas } from "../../src/partners/former-areas.ts";
import { parsePeriod } from "../../src/records/period.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";

const territory = (code: string, period: string) => territoryOf(code, parsePeriod(period));
const parts = (code: string, period: string) => territory(code, period).parts?.join(" ") ?? null;

describe("a territory", () => {
  it.each([
    ["MX", "2023", "MX"],
    ["BELGIUM-LUXEMBOURG", "1998", "BE LU"],
    ["WEST-GERMANY", "1989", "WEST-GERMANY"],
    ["DE", "1991", "DD WEST-GERMANY"],
    ["SD", "2005", "SD SS"],
    ["SD", "2012", "SD"],
    ["FORMER-SUDAN", "2005", "SD SS"],
    ["CS", "2000", "ME RS XK"],
    ["RS", "2007", "RS XK"],
    ["RS", "2009", "RS"],
    ["AN", "2009", "BQ CW SX"],
    ["ET", "1990", "ER ET"],
  ])("of %s in %s is %s", (code, period, expected) => {
    expect(parts(code, period)).toBe(expected);
  });

  it("is not known where an area was not there in that shape", () => {
    expect(parts("DE", "1989")).toBeNull();
    expect(parts("WEST-GERMANY", "1995")).toBeNull();
    expect(parts("YU", "2005")).toBeNull();
    expect(areAlike(territory("DE", "1989"), territory("DE", "1989"))).toBe(false);
  });

  it("tells what left within the period", () => {
    expect(territory("SD", "2011")).toEqual({ parts: ["SD"], joined: [], left: ["SS"] });
    expect(territory("RS", "2007-06/2008-06").left).toEqual(["XK"]);
  });

  it("is alike under two codes of two publishers, and unlike under one", () => {
    expect(areAlike(territory("SD", "2005"), territory("FORMER-SUDAN", "2005"))).toBe(true);
    expect(areAlike(territory("SD", "2005"), territory("SD", "2015"))).toBe(false);
    expect(areAlike(territory("WEST-GERMANY", "1990"), territory("DE", "1991"))).toBe(false);
    expect(areAlike(territory("BE", "1999"), territory("BELGIUM-LUXEMBOURG", "1998"))).toBe(false);
  });
});

describe("a former area", () => {
  it.each([
    ["BELGIUM-LUXEMBOURG", "BE LU"],
    ["WEST-GERMANY", "DE"],
    ["DD", "DE"],
    ["CSHH", "CZ SK"],
    ["YD", "YE"],
    ["RYUKYU-ISLANDS", "JP"],
    ["MX", ""],
  ])("%s became %s", (code, expected) => {
    expect(successorsOf(code).join(" ")).toBe(expected);
  });

  it("is what an area of today was before", () => {
    expect(predecessorsOf("DE")).toEqual(["WEST-GERMANY", "DD"]);
    expect(predecessorsOf("SS")).toEqual(["FORMER-SUDAN"]);
    expect(predecessorsOf("XK")).toEqual(["YU", "CS", "SERBIA-WITH-KOSOVO"]);
    expect(predecessorsOf("MX")).toEqual([]);
  });

  it.each(formerAreas.map((area) => [area.code, area] as const))(
    "%s has days in order, successors that are countries, and a source",
    (code, { from, until, change, source }) => {
      const known = countries().map((country) => country.code);
      expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (from !== null) expect(from < until).toBe(true);
      expect(successorsOf(code).length).toBeGreaterThan(0);
      for (const one of successorsOf(code)) expect(known).toContain(one);
      expect(change).toMatch(/\.$/);
      expect(source).not.toBe("");
      expect(formerArea(code)?.until).toBe(until);
    },
  );
});
