import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HarmonizedSystem } from "../../src/products/harmonized-system.ts";
import { hsEditionName, hsEditionOf, hsEditions } from "../../src/products/hs-relation.ts";
import { harmonizedSystem } from "../../src/sources/embedded/harmonized-system.ts";

const hs = harmonizedSystem();
const relation = (...asked: Parameters<typeof hs.relation>) => {
  const { kind, counterparts, together } = hs.relation(...asked);
  return [kind, counterparts.join(" "), together.join(" ")];
};

describe("a code of the Harmonized System in another edition", () => {
  it.each([
    // UN Statistics Division, correlation of HS 2022 and HS 2017.
    ["H5", "851712", "H6", "split", "851713 851714", "851712"],
    ["H6", "851713", "H5", "merged", "851712", "851713 851714"],
    ["H5", "851770", "H6", "split", "851771 851779", "851770"],
    ["H5", "8517", "H6", "same", "8517", "8517"],
    ["H6", "87", "H0", "same", "87", "87"],
    // Recorded media: a heading of their own to HS 2002, then a part of 8523.
    ["H2", "8524", "H3", "merged", "8523", "8523 8524 8542 8543"],
    ["H3", "8524", "H6", "none", "", ""],
    ["H6", "777777", "H5", "none", "", ""],
    ["H6", "010121", "H6", "same", "010121", "010121"],
  ] as const)("%s %s in %s is %s: %s", (from, code, to, kind, counterparts, together) => {
    expect(relation(from, code, to)).toEqual([kind, counterparts, together]);
  });

  it("is set aside where it took a little of twenty codes or more, and is named", () => {
    // Electrical waste and display modules, new in HS 2022.
    expect(hs.relation("H6", "8549", "H5").kind).toBe("set-aside");
    expect(hs.relation("H6", "8524", "H5").kind).toBe("set-aside");
    const portable = hs.relation("H5", "847130", "H6");
    expect([portable.kind, portable.counterparts]).toEqual(["same", ["847130"]]);
    expect(portable.setAside.every((code) => code.startsWith("8549"))).toBe(true);
    expect(portable.setAside.length).toBeGreaterThan(0);
  });

  it("has a smallest selection of the same goods in both editions", () => {
    expect(hs.commonSelection("H6", ["851713"], "H5")).toEqual([["851713", "851714"], ["851712"]]);
    expect(hs.commonSelection("H5", ["847130"], "H6")).toEqual([["847130"], ["847130"]]);
    expect(hs.commonSelection("H6", ["8549"], "H5")).toBeNull();
  });

  it("is related both ways alike, in every pair of editions", () => {
    for (const from of hsEditions) {
      for (const to of hsEditions) {
        for (const code of ["8517", "8524", "2709", "030389", "852990"]) {
          const there = hs.relation(from, code, to);
          if (!["same", "split", "merged", "mixed"].includes(there.kind)) continue;
          for (const other of there.counterparts) {
            expect([from, to, other, hs.relation(to, other, from).counterparts]).toEqual([
              ...[from, to, other],
              expect.arrayContaining([code]),
            ]);
          }
        }
      }
    }
  });

  // Counted in the UN's correlation sheet itself: 996 with 9999, which is Comtrade's own.
  it("keeps code and all goods for 995 of 1,228 headings from HS 2017 to 2022", () => {
    const headings = hs
      .titles()
      .map(({ code }) => code)
      .filter((code) => code.length === 4 && hs.editionsOf(code).includes("H6"));
    const exactly = headings.filter((code) => {
      const { kind, setAside } = hs.relation("H6", code, "H5");
      return kind === "same" && setAside.length === 0;
    });
    expect([headings.length, exactly.length]).toEqual([1228, 995]);
  });
});

describe("the life of a code", () => {
  it.each([
    ["8524", "H0 H1 H2 H6"],
    ["851712", "H3 H4 H5"],
    ["87", "H0 H1 H2 H3 H4 H5 H6"],
    ["77", ""],
  ])("%s is in %s", (code, editions) => {
    expect(hs.editionsOf(code).join(" ")).toBe(editions);
  });

  it.each([
    ["87", null, "vehicles"],
    ["8703", null, "Cars"],
    ["870323", null, "Cars"],
    ["8524", "H2", "Recorded gramophone records"],
    ["8524", "H6", "Flat panel display modules"],
    ["8524", null, "Flat panel display modules"],
    ["77", null, null],
  ] as const)("the name of %s in %s is %s", (code, edition, name) => {
    expect(hs.titleOf(code, edition)).toBe(name);
  });

  it("every chapter and heading of every edition has a name", () => {
    for (const edition of hsEditions) {
      const nameless = hs.titles().filter(({ code }) => hs.titleOf(code, edition) === null);
      expect(nameless.filter(({ code }) => hs.editionsOf(code).includes(edition))).toEqual([]);
    }
  });
});

describe("an edition", () => {
  it.each([
    ["H6", "H6"],
    ["2022", "H6"],
    ["HS 1992", "H0"],
    ["hs2017", "H5"],
    ["H7", null],
    ["", null],
  ])("%s is %s", (text, edition) => {
    expect(hsEditionOf(text)).toBe(edition);
  });

  it("is named by its year", () => {
    expect(hsEditionName("H5")).toBe("HS 2017");
  });
});

const published = join(process.env.TRADE_METRICS_SHARED ?? "../shared", "data/classifications/hs");

describe.skipIf(!existsSync(published))("the published lists of editions", () => {
  it.each(hsEditions)("%s has these subheadings and headings and no others", (edition) => {
    const text = readFileSync(join(published, `classification${edition}.json`), "utf8");
    const { results } = JSON.parse(text) as { results: { id: string; text: string }[] };
    const known = results
      .filter(({ id, text: wording }) => /^\d{6}$/.test(id) && !wording.includes("NON-WCO"))
      .map(({ id }) => id)
      .filter((id) => !id.startsWith("99"));
    expect(known.filter((id) => !hs.editionsOf(id).includes(edition))).toEqual([]);
  });
});

describe("the relations of editions", () => {
  it("are read only where two editions meet", () => {
    let read = 0;
    const small = new HarmonizedSystem({
      codes: () => "code,editions\n870323,56\n",
      titles: () => "code\tsince\tname\n",
      relations: () => {
        read += 1;
        return "H6-H5\n";
      },
    });
    expect(small.relation("H6", "870323", "H6").kind).toBe("same");
    expect(small.relation("H6", "870399", "H6").kind).toBe("none");
    expect(read).toBe(0);
    expect(small.relation("H5", "870323", "H6").kind).toBe("same");
    expect(read).toBe(1);
  });
});
