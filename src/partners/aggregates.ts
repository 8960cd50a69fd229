import type { Partner } from "./directory.ts";
import { namesBesideIso } from "./names.ts";

/**
 * Wholes and residuals that publishers list among the countries, under the names and codes that they
 * use. An aggregate counts trade that other rows count too; a residual belongs to no country.
 */
const wholes: readonly (readonly [code: string, name: string, ...aliases: string[]])[] = [
  ["WORLD", "World", "W00", "W", "All countries", "Total for all countries"],
  ["WORLD-SA", "World, seasonally adjusted"],
  ["EU", "European Union", "EUR27"],
  ["EU27_2020", "European Union (27 countries from 2020)", "EU27-2020"],
  ["EU28", "European Union (28 countries)"],
  ["EU15", "European Union (15 countries)"],
  ["EA19", "Euro area (19 countries)"],
  ["EURO-AREA", "Euro area"],
  ["NAFTA-MEXICO", "NAFTA programme, Mexico", "NAFTA with Mexico (Consump)"],
  ["NAFTA-CANADA", "NAFTA programme, Canada", "NAFTA with Canada (Consump)"],
  ["USMCA-MEXICO", "USMCA programme, Mexico", "USMCA with Mexico (Consump)"],
  ["USMCA-CANADA", "USMCA programme, Canada", "USMCA with Canada (Consump)"],
  ["ADVANCED-TECHNOLOGY-PRODUCTS", "Advanced technology products, all countries"],
  ["USMCA", "USMCA", "USMCA (NAFTA)", "NAFTA"],
  ["NORTH-AMERICA", "North America"],
  ["CENTRAL-AMERICA", "Central America"],
  ["SOUTH-AMERICA", "South America"],
  ["SOUTH-AND-CENTRAL-AMERICA", "South and Central America", "South/ Central America"],
  ["TWENTY-LATIN-AMERICAN-REPUBLICS", "Twenty Latin American Republics"],
  ["EUROPE", "Europe"],
  ["AFRICA", "Africa"],
  ["SUB-SAHARAN-AFRICA", "Sub-Saharan Africa", "Sub Saharan Africa"],
  ["ASIA", "Asia"],
  ["PACIFIC-RIM", "Pacific Rim", "Pacific Rim Countries"],
  ["AUSTRALIA-AND-OCEANIA", "Australia and Oceania"],
  ["CAFTA-DR", "CAFTA-DR"],
  ["CACM", "Central American Common Market", "CACM"],
  ["LAFTA", "Latin American Free Trade Association", "LAFTA"],
  ["ASEAN", "ASEAN"],
  ["APEC", "APEC"],
  ["OECD", "OECD"],
  ["NATO", "NATO"],
  ["G20", "G20"],
  ["OPEC", "OPEC"],
  ["REST-OF-WORLD", "Rest of the world", "WXD"],
  ["EXT-EU27", "Countries outside the European Union", "EXT_EU27_2020", "EU27_2020_EXTRA"],
  ["INT-EU27", "Countries inside the European Union", "INT_EU27_2020", "EU27_2020_INTRA"],
];

const residuals: typeof wholes = [
  ["UNIDENTIFIED-COUNTRIES", "Unidentified countries", "Unidentified", "Unspecified"],
  ["INTERNATIONAL-ORGANIZATIONS", "International organizations", "Internat Org"],
  ["ALL-OTHER-COUNTRIES", "All other countries"],
  ["TRANSSHIPMENT", "Transshipment"],
  ["AREAS-NES", "Areas, nes", "899", "Areas not elsewhere specified"],
  ["BUNKERS", "Bunkers", "837"],
  ["FREE-ZONES", "Free Zones", "838"],
  ["SPECIAL-CATEGORIES", "Special Categories", "839"],
  ["OTHER-ASIA-NES", "Other Asia, nes", "S19", "490"],
  ["OTHER-EUROPE-NES", "Other Europe, nes", "E19", "568"],
  ["OTHER-AFRICA-NES", "Other Africa, nes", "F19", "577"],
  ["LAIA-NES", "LAIA, nes", "A79", "473"],
  ["CACM-NES", "CACM, nes", "471"],
  ["CARIBBEAN-NES", "Caribbean, nes", "129"],
  ["NORTH-AND-CENTRAL-AMERICA-NES", "North America and Central America, nes", "A59", "637"],
  ["OCEANIA-NES", "Oceania, nes", "O19", "527"],
  ["WESTERN-ASIA-NES", "Western Asia, nes", "879"],
  ["BELGIUM-LUXEMBOURG", "Belgium-Luxembourg", "058"],
  ["SOUTHERN-AFRICAN-CUSTOMS-UNION", "Southern African Customs Union", "711"],
];

function listed(rows: typeof wholes, kind: Partner["kind"]): Partner[] {
  return rows.map(([code, name, ...aliases]) => ({ code, name, kind, aliases }));
}

/** States and territories that no longer exist, by ISO 3166-3's alpha-2 or a code of our own. */
const former: typeof wholes = [
  ["AN", "Netherlands Antilles"],
  ["CS", "Serbia and Montenegro"],
  ["CSHH", "Czechoslovakia"],
  ["NT", "Iraq-Saudi Arabia Neutral Zone"],
  ["SU", "USSR"],
  ["YU", "Yugoslavia"],
];

/** Every aggregate and residual that a known publisher lists, and the states of the past. */
export const aggregates: readonly Partner[] = [
  ...listed(wholes, "aggregate"),
  ...listed(residuals, "residual"),
  ...former.map(([code, name]) => ({
    code,
    name,
    kind: "country" as const,
    aliases: namesBesideIso(code),
  })),
];
