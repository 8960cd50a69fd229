import { describe, expect, test } from "vitest";
import { aggregates } from "../../src/partners/aggregates.ts";
import { PartnerDirectory } from "../../src/partners/directory.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";

const directory = new PartnerDirectory([...countries(), ...aggregates]);
const codeOf = (name: string) => {
  const found = directory.find(name);
  return found?.kind === "partner" ? found.partner.code : (found?.group.id ?? null);
};

describe("names that publishers print", () => {
  // As printed by the World Bank (WDI), UN Comtrade, FAO, Eurostat (Comext), OECD, the US Census
  // Bureau and its USA Trade Online, USITC DataWeb, the WTO.
  test.each([
    ["Somalia, Fed. Rep.", "SO"],
    ["Puerto Rico (US)", "PR"],
    ["Neth. Antilles", "AN"],
    ["Hong Kong SAR", "HK"],
    ["Yugoslav SFR", "YU"],
    ["Macedonia (Skopje)", "MK"],
    ["Yemen (Sana)", "YE"],
    ["Germany (until 1990 former territory of the FRG)", "DE"],
    ["Germany (incl. German Democratic Republic 'DD' from 1991)", "DE"],
    ["Switzerland (incl. Liechtenstein 'LI' -> 1994)", "CH"],
    [
      "France (incl. Saint Barthélemy 'BL' -> 2012; incl. French Guiana 'GF', Guadeloupe 'GP' from 1997)",
      "FR",
    ],
    ["Kosovo (under United Nations Security Council Resolution 1244/99)", "XK"],
    ["Congo (ROC)", "CG"],
    ["Congo (DROC)", "CD"],
    ["U Arab Em", "AE"],
    ["Turks & Caicos Is.", "TC"],
    ["Heard & McDonald Is.", "HM"],
    ["Occupied Palestinian Territory", "PS"],
    ["China except Hong Kong", "CN"],
    ["Macau, China", "MO"],
    ["S. Korea", "KR"],
    ["N. Korea", "KP"],
    ["Côte d'Ivoire (ex Ivory Coast)", "CI"],
    ["Separate Customs Territory of Taiwan, Penghu, Kinmen and Matsu", "TW"],
    ["World Total", "WORLD"],
    ["TOTAL ALL COUNTRIES", "WORLD"],
    ["Total, All Countries", "WORLD"],
    ["OECD - Total", "OECD"],
    ["Extra-EU27 (from 2020)", "EXT-EU27"],
    ["Euro area – 20 countries (from 2023)", "EA20"],
    ["Area not allocated", "UNIDENTIFIED-COUNTRIES"],
  ])("%s is %s", (name, code) => expect(codeOf(name)).toBe(code));
});
