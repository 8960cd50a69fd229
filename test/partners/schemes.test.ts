import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { aggregates } from "../../src/partners/aggregates.ts";
import { PartnerDirectory } from "../../src/partners/directory.ts";
import { areaOfScheme, standInsFor } from "../../src/partners/schemes.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";
import { placePartner } from "../../src/sources/formats/attributes.ts";

const directory = new PartnerDirectory([...countries(), ...aggregates]);
const placed = (text: string) => placePartner(text, "comtrade", directory);

// Commission Implementing Regulation (EU) 2020/1470, annex I: code and name of each.
describe("letters of Eurostat's Geonomenclature", () => {
  it.each([
    ["EL", "GR"],
    ["XS", "RS"],
    ["XK", "XK"],
    ["XI", "NORTHERN-IRELAND"],
    ["XU", "GREAT-BRITAIN"],
    ["XC", "CEUTA"],
    ["QP", "HIGH-SEAS"],
    ["QX", "SECRET-COUNTRIES"],
    ["QZ", "SECRET-COUNTRIES-EXTRA-EU"],
    ["RS", "RS"],
    ["US", "US"],
  ])("%s are %s, and have a name", (letters, code) => {
    expect(placePartner(letters, "geonomenclature", directory)).toBe(code);
    expect(directory.nameOf(code)).not.toBe(code);
  });

  it("are told where the United Kingdom has no figure of its own", () => {
    expect(standInsFor("GB").map(({ code }) => code)).toEqual(["GREAT-BRITAIN"]);
  });
});

describe("a number of UN Comtrade", () => {
  // UN Comtrade, partner areas: number, letters and name of each.
  it.each([
    ["56", "BE"],
    ["58", "BELGIUM-LUXEMBOURG"],
    ["276", "DE"],
    ["280", "WEST-GERMANY"],
    ["278", "DD"],
    ["492", "EUROPE-EU-NES"],
    ["490", "OTHER-ASIA-NES"],
    ["830", "CHANNEL-ISLANDS"],
    ["457", "SARAWAK"],
    ["412", "XK"],
    ["736", "FORMER-SUDAN"],
    ["729", "SD"],
    ["842", "US"],
    ["757", "CH"],
    ["0", "WORLD"],
    ["4", "AF"],
    ["004", "AF"],
  ])("%s is %s", (number, code) => {
    expect(placed(number)).toBe(code);
  });

  it.each([
    ["_CI", "CHANNEL-ISLANDS"],
    ["_SK", "SARAWAK"],
    ["_SM", "SIKKIM"],
    ["_X ", "AREAS-NES"],
    ["W00", "WORLD"],
    ["S19", "OTHER-ASIA-NES"],
  ])("and letters of its own, %s, are %s", (letters, code) => {
    expect(placed(letters)).toBe(code);
  });

  it("says nothing of a number that is M49's, or of letters that are ISO's", () => {
    expect(areaOfScheme("comtrade", "484")).toBeNull();
    expect(areaOfScheme("comtrade", "MEX")).toBeNull();
    expect(placed("484")).toBe("MX");
    expect(placed("MEX")).toBe("MX");
  });

  it("is another area than that of the same number in M49, where the publisher is not Comtrade", () => {
    expect(placePartner("891", "m49", directory)).not.toBe("BELGIUM-LUXEMBOURG");
    expect(placePartner("56", "m49", directory)).toBe("BE");
  });

  it("490 is to be mentioned to who asks for Taiwan", () => {
    expect(standInsFor("TW")).toEqual([
      expect.objectContaining({ scheme: "comtrade", code: "OTHER-ASIA-NES" }),
    ]);
    expect(standInsFor("MX")).toEqual([]);
  });
});

const reference = join(
  process.env.TRADE_METRICS_SHARED ?? "../shared",
  "data/classifications/comtrade-reference",
);

describe.skipIf(!existsSync(reference))("the reference table of UN Comtrade", () => {
  let rows: Record<string, string>[];

  // Read when the tests run, which they do not where the folder is absent.
  beforeAll(() => {
    rows = parse(readFileSync(join(reference, "partner.csv")), { columns: true });
  });

  it("has no number that stands for two areas, or for none", () => {
    const codes = rows.map(({ id }) => placed(id!));
    expect(codes.filter((code) => code === null)).toEqual([]);
    // Numbers of one country with and without a small territory, in turn or side by side.
    const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
    expect(twice.sort()).toEqual(["CH", "FR", "IN", "NO", "PA", "UM", "US", "US"]);
  });

  it("has no living country that another row of the same letters is taken for", () => {
    const living = rows.filter((row) => row.exit_year === "" && /^[A-Z]{2}$/.test(row.iso_2!));
    const wrong = living.filter(({ id, iso_2 }) => placed(id!) !== iso_2);
    // Letters that are not ISO's: British Antarctic Territory, Europe EU nes, Pacific islands.
    expect(wrong.map(({ id }) => id).sort()).toEqual(["492", "80", "849"]);
  });
});
