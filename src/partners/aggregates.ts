import type { Partner } from "./directory.ts";
import { formerAreas } from "./former-areas.ts";

/**
 * Wholes and residuals that publishers list among the countries, under the names and codes that they
 * use. An aggregate counts trade that other rows count too; a residual belongs to no country.
 */
const wholes: readonly (readonly [code: string, name: string, ...aliases: string[]])[] = [
  [
    "WORLD",
    "World",
    "W00",
    "W",
    "All countries",
    "Total for all countries",
    "Total, all countries",
    "Total all countries",
    "World total",
    "All partners",
    "All trading partners",
    "World (all countries)",
  ],
  ["WORLD-SA", "World, seasonally adjusted"],
  ["EU", "European Union", "EUR27"],
  // Where a file has no row EU, this is the one of today's members.
  ["EU27_2020", "European Union (27 countries from 2020)", "EU27-2020", "European Union", "EU"],
  ["EU28", "European Union (28 countries)"],
  ["EU15", "European Union (15 countries)"],
  ["EA19", "Euro area (19 countries)"],
  ["EURO-AREA", "Euro area"],
  ["EXT-EA", "Countries outside the euro area", "EXT_EA21", "EXT_EA20", "EXT_EA19"],
  ["INT-EA", "Countries inside the euro area", "INT_EA21", "INT_EA20", "INT_EA19"],
  [
    "EA20",
    "Euro area (20 countries)",
    "Euro area - 20 countries (from 2023)",
    "Euro area – 20 countries (from 2023)",
  ],
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
  ["OECD", "OECD", "OECD - Total"],
  ["NATO", "NATO"],
  ["G20", "G20"],
  ["OPEC", "OPEC"],
  ["REST-OF-WORLD", "Rest of the world", "WXD", "Rest of world", "RoW"],
  [
    "EXT-EU27",
    "Countries outside the European Union",
    "EXT_EU27_2020",
    "EU27_2020_EXTRA",
    "Extra-EU27 (from 2020)",
    "Extra-EU27_2020",
    "Extra-EU27",
    "Extra-EU",
  ],
  [
    "INT-EU27",
    "Countries inside the European Union",
    "INT_EU27_2020",
    "EU27_2020_INTRA",
    "Intra-EU27 (from 2020)",
    "Intra-EU27_2020",
    "Intra-EU27",
    "Intra-EU",
  ],
];

const nes = (name: string) => [`${name}, nes`, `${name}, not elsewhere specified`] as const;

const residuals: typeof wholes = [
  [
    "UNIDENTIFIED-COUNTRIES",
    "Unidentified countries",
    "Unidentified",
    "Unspecified",
    "Not specified",
    "Countries not specified",
    "Area not allocated",
  ],
  ["INTERNATIONAL-ORGANIZATIONS", "International organizations", "Internat Org"],
  ["ALL-OTHER-COUNTRIES", "All other countries", "Other countries", "Other trading partners"],
  ["TRANSSHIPMENT", "Transshipment"],
  ["AREAS-NES", ...nes("Areas"), "899", "Areas not elsewhere specified"],
  ["BUNKERS", "Bunkers", "837"],
  ["FREE-ZONES", "Free Zones", "838"],
  ["SPECIAL-CATEGORIES", "Special Categories", "839"],
  ["OTHER-ASIA-NES", ...nes("Other Asia"), ...nes("Asia"), "S19", "490"],
  ["OTHER-EUROPE-NES", ...nes("Other Europe"), ...nes("Europe"), "E19", "568"],
  ["EUROPE-EU-NES", ...nes("Europe EU"), "492"],
  ["EUROPE-EFTA-NES", ...nes("Europe EFTA"), "697"],
  ["EASTERN-EUROPE-NES", ...nes("Eastern Europe"), "E29", "221"],
  ["OTHER-AFRICA-NES", ...nes("Other Africa"), ...nes("Africa"), "F19", "577"],
  ["NORTHERN-AFRICA-NES", ...nes("Northern Africa"), "F49", "290"],
  ["AFRICA-CAMEU-NES", ...nes("Africa CAMEU region"), "472"],
  ["LAIA-NES", ...nes("LAIA"), "A79", "473"],
  ["CACM-NES", ...nes("CACM"), "471"],
  ["CARIBBEAN-NES", ...nes("Caribbean"), "129"],
  ["REST-OF-AMERICA-NES", ...nes("Rest of America"), "636"],
  [
    "NORTH-AND-CENTRAL-AMERICA-NES",
    "North America and Central America, nes",
    "North America, the Caribbean and Central America not elsewhere specified",
    ...["A59", "637"],
  ],
  ["OCEANIA-NES", ...nes("Oceania"), "O19", "527"],
  ["WESTERN-ASIA-NES", ...nes("Western Asia"), "879"],
  ["HIGH-SEAS", "High seas"],
  ...[
    ["STORES-AND-PROVISIONS", "Stores and provisions"],
    ["COUNTRIES-NOT-SPECIFIED", "Countries and territories not specified"],
    [
      "SECRET-COUNTRIES",
      "Countries and territories not specified for commercial or military reasons",
    ],
  ].flatMap(([code, name]) => [
    [code!, name!] as const,
    [`${code}-INTRA-EU`, `${name} within the framework of intra-Union trade`] as const,
    [`${code}-EXTRA-EU`, `${name} within the framework of extra-Union trade`] as const,
  ]),
];

/** Places that publishers list beside the countries of ISO 3166. */
const places: typeof wholes = [
  [
    "BRITISH-ANTARCTIC-TERRITORY",
    "British Antarctic Territory",
    "Br. Antarctic Terr.",
    "British Antarctic Territories",
  ],
  ["CHANNEL-ISLANDS", "Channel Islands", "CHI", "830"],
  ["CEUTA", "Ceuta"],
  ["MELILLA", "Melilla"],
  [
    "GREAT-BRITAIN",
    "United Kingdom without Northern Ireland",
    "United Kingdom (excluding Northern Ireland)",
    "United Kingdom (excluding Northern Ireland 'XI')",
  ],
  ["NORTHERN-IRELAND", "Northern Ireland", "United Kingdom (Northern Ireland)"],
  ["MIDWAY-ISLANDS", "Midway Islands", "488"],
  ["WAKE-ISLAND", "Wake Island", "872"],
];

function listed(rows: typeof wholes, kind: Partner["kind"]): Partner[] {
  return rows.map(([code, name, ...aliases]) => ({ code, name, kind, aliases }));
}

/** Every aggregate and residual that a known publisher lists, and the areas of the past. */
export const aggregates: readonly Partner[] = [
  ...listed(wholes, "aggregate"),
  ...listed(residuals, "residual"),
  ...listed(places, "country"),
  ...formerAreas.map(
    ({ code, name, aliases }): Partner => ({ code, name, kind: "country", aliases }),
  ),
];
