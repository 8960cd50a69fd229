import { describe, expect, it } from "vitest";
import { PartnerDirectory } from "../../src/partners/directory.ts";
import { partnerGroups } from "../../src/partners/groups.ts";
import { countries, openEmbedded } from "../../src/sources/embedded/embedded.ts";

const directory = new PartnerDirectory([...countries(), ...openEmbedded("census-goods").partners]);
const codes = (list: string, reporter: string | null = "US") =>
  directory.select(list, reporter).partners.map(({ code }) => code);

describe("a partner", () => {
  it.each([
    ["the alpha-2 code", "MX"],
    ["the alpha-3 code", "MEX"],
    ["the M49 code", "484"],
    ["the Census code", "2010"],
    ["the English name", "Mexico"],
    ["any case", "mExIcO"],
  ])("is found by %s", (_, text) => {
    expect(codes(text)).toEqual(["MX"]);
  });

  it.each([
    ["Korea, South", "KR"],
    ["South Korea", "KR"],
    ["Korea, Republic of", "KR"],
    ["côte d'ivoire", "CI"],
    ["Cote d Ivoire", "CI"],
    ["Viet Nam", "VN"],
    ["Vietnam", "VN"],
    ["United Kingdom", "GB"],
    ["Türkiye", "TR"],
    ["Turkey", "TR"],
    ["WORLD", "WORLD"],
    ["World", "WORLD"],
    ["0015", "WORLD"],
    ["036", "AU"],
  ])("%s is %s", (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each([
    ["PE,RU", ["PE", "RU"]],
    ["CH,AD", ["CH", "AD"]],
    ["MA,LI", ["MA", "LI"]],
    ["Korea, South,PE,RU", ["KR", "PE", "RU"]],
    ["CA,Korea, South", ["CA", "KR"]],
    ["CA, MX ,", ["CA", "MX"]],
    ["MX,Mexico,484,CA", ["MX", "CA"]],
  ])("list %s is %j, each once and in its place", (list, expected) => {
    expect(codes(list)).toEqual(expected);
  });

  it("that is unknown ends with the nearest names", () => {
    expect(() => directory.select("Germny", null)).toThrow('--partner: unknown partner "Germny"');
    expect(directory.nearest("Germny")[0]).toBe("Germany");
    expect(directory.nearest("Irland")).toContain("Ireland");
    expect(directory.nearest("USMC")).toContain("USMCA");
    expect(directory.nearest("xxxxxxxxxx")).toEqual([]);
  });

  it.each(["", ",", " , "])("list %j is empty", (list) => {
    expect(() => directory.select(list, null)).toThrow("--partner: the list is empty");
  });

  it.each(["N/A", "n/a", "n.a.", "-", "?"])("is not what %s says is missing", (text) => {
    expect(directory.find(text)).toBeUndefined();
  });
});

describe("a group of partners", () => {
  it("expands to its members without the reporter, and has a name of its own", () => {
    expect(codes("USMCA")).toEqual(["CA", "MX"]);
    expect(codes("NAFTA")).toEqual(["CA", "MX"]);
    expect(codes("USMCA", "MX")).toEqual(["CA", "US"]);
    expect(codes("USMCA", null)).toEqual(["CA", "MX", "US"]);
    expect(directory.select("usmca", "US").whole.code).toBe("USMCA");
    expect(directory.select("CA,MX", "US").whole).toEqual({
      code: "CA+MX",
      name: "Canada + Mexico",
    });
  });

  it("counts a member that is named beside it once", () => {
    expect(codes("MX,USMCA")).toEqual(["MX", "CA"]);
  });

  it("EU27 has 27 members, and none that has left", () => {
    expect(codes("EU27")).toHaveLength(27);
    expect(codes("EU27")).not.toContain("GB");
  });

  it("is what `EU` means only where the data publish no aggregate of that name", () => {
    expect(codes("EU")).toEqual(["EU"]);
    expect(new PartnerDirectory(countries()).select("EU", "US").partners).toHaveLength(27);
  });

  it.each(partnerGroups.map((group) => [group.id, group] as const))(
    "%s has distinct members that all are countries, and a source",
    (_, group) => {
      const known = new Set(countries().map(({ code }) => code));
      expect(new Set(group.members).size).toBe(group.members.length);
      for (const member of group.members) expect(known).toContain(member);
      expect(group.source).not.toBe("");
    },
  );
});

describe("the names of countries", () => {
  it("find every country by each of its codes and names", () => {
    const all = countries();
    const only = new PartnerDirectory(all);
    for (const { code, name } of all) {
      for (const text of [code, code.toLowerCase(), name]) {
        expect(
          only.select(text, null).partners.map((one) => one.code),
          text,
        ).toEqual([code]);
      }
    }
  });

  it("keep any two countries of a list apart", () => {
    const known = countries();
    const all = known.map(({ code }) => code);
    // Only a name of four letters can be taken for two codes.
    const pairs = known
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((name) => /^[a-z]{4}$/i.test(name))
      .map((name) => [name.slice(0, 2).toUpperCase(), name.slice(2).toUpperCase()])
      .filter(([a, b]) => all.includes(a!) && all.includes(b!));
    expect(pairs.length).toBeGreaterThan(3);
    for (const [a, b] of pairs) expect(codes(`${a},${b}`, null)).toEqual([a, b]);
  });
});
