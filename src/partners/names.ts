/**
 * Names and codes of countries in trade statistics that the package of ISO names lacks, by ISO 3166
 * alpha-2 (ISO 3166-3 for what no longer exists). Gathered from the publishers' own files: US Census
 * Bureau and USITC DataWeb (names cut at fifteen or thirty characters), UN Comtrade, World Bank WITS.
 */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  AE: ["United Arab Em"],
  AG: ["Antigua Barbuda"],
  AI: ["Anguila"],
  AN: ["Netherlands Antilles", "Netherlands Ant", "Netherlands Antilles and Aruba"],
  BA: ["Bosnia-Hercegov", "Bosnia Herzegovina", "Bosnia-Herzegovina"],
  BN: ["Brunei", "Brunei Darussalam"],
  BO: ["Bolivia (Plurinational State of)"],
  BQ: ["Bonaire", "Bonaire, Saint Eustatius and Saba"],
  BS: ["Bahamas, The"],
  CC: ["Cocos Is", "Cocos Isds", "Cocos (Keeling) Islands"],
  CD: ["Congo (Kinshasa)", "Congo-Kinshasa", "Congo, Dem. Rep.", "Dem. Rep. of the Congo"],
  CF: ["Cen African Rep", "Central African Rep."],
  CG: ["Congo (Brazzaville)", "Congo-Brazza", "Congo, Rep."],
  CI: ["Cote d`Ivoire", "Ivory Coast"],
  CK: ["Cook Is", "Cook Isds"],
  CN: ["China, Peoples Rep", "China, People's Republic of", "China (People’s Republic of)"],
  CS: ["Serbia and Montenegro", "Serbia/Monteneg", "Serbia, FR(Serbia/Montenegro)"],
  CSHH: ["Czechoslovakia"],
  CV: ["Cabo Verde"],
  CW: ["Curacao"],
  CX: ["Christmas Is", "Christmas Isds"],
  DO: ["Dominican Rep", "Dominican Rep."],
  EG: ["Egypt, Arab Rep."],
  ET: ["Ethiopia(excludes Eritrea)"],
  FK: [
    "Falkland Is",
    "Falkland Isds (Malvinas)",
    "Falkland Island",
    "Falkland Islands(Islas Malvin",
    "Falkland Islands (Islas Malvinas)",
  ],
  FM: ["Micronesia", "FS Micronesia", "Micronesia, Fed. Sts.", "Federated States of Micronesia"],
  FO: ["Faeroe Isds", "Faeroe Islands"],
  GM: ["Gambia, The"],
  GQ: ["Eq Guinea"],
  HK: ["China, Hong Kong SAR", "Hong Kong, China", "Hong Kong (China)"],
  HM: ["Heard and McDonald Islands", "Heard & McDn Is", "Heard Island and McDonald Isla"],
  IO: [
    "British Indian Ocean Terr.",
    "Br Indian O Ter",
    "Br. Indian Ocean Terr.",
    "British Indian Ocean Ter.",
  ],
  IR: ["Iran, Islamic Rep."],
  KG: ["Kyrgyz Republic"],
  KN: ["St Kitts and Nevis", "St Kitts-Nevis", "St. Kitts and Nevis"],
  KP: ["Korea, North", "Korea, Dem. Rep.", "Dem. People's Rep. of Korea"],
  KR: ["Korea, South", "Korea, Rep.", "Rep. of Korea"],
  KY: ["Cayman Is", "Cayman Isds"],
  LA: ["Laos", "Lao PDR", "Lao People's Dem. Rep."],
  LC: ["St Lucia", "St. Lucia"],
  MD: ["Moldova", "Rep. of Moldova"],
  MH: ["Marshall Is", "Marshall Isds"],
  MK: ["Macedonia", "TFYR of Macedonia"],
  MM: ["Burma", "Burma (Myanmar)"],
  MO: ["Macau", "China, Macao SAR", "Macao (China)"],
  MP: ["N. Mariana Isds", "Northern Mariana Isl"],
  NF: ["Norfolk Is", "Norfolk Isds"],
  NT: ["Iraq-Saudi Arabia Neutral Zone"],
  PF: ["Fr Polynesia"],
  PG: ["Papua New Guin"],
  PM: ["St Pierre and Miquelon", "St Pierre & Miq"],
  PN: ["Pitcairn Is", "Pitcairn Islands"],
  PS: [
    "Gaza Strip",
    "Gaza Strip admin. by Israel",
    "Occ.Pal.Terr",
    "West Bank",
    "West Bank admin. by Israel",
  ],
  SB: ["Solomon Is", "Solomon Isds"],
  SD: ["Sudan pre-2012"],
  SH: ["St Helena"],
  SJ: ["Svalbard, Jan Mayen Island", "Svalbard,May Is"],
  SK: ["Slovak Republic"],
  ST: ["Sao Tome & Prin"],
  SU: ["USSR", "U.S.S.R."],
  SX: ["Sint Maarten", "Saint Maarten (Dutch part)"],
  SY: ["Syria"],
  TC: ["Turks & Caic Is", "Turks and Caicos Isds", "Turks and Caicos Isl."],
  TF: [
    "French Southern and Antarctic",
    "Fr S & Ant Land",
    "Fr. South Antarctic Terr.",
    "Fr. So. Ant. Tr",
  ],
  TK: ["Tokelau Is"],
  TL: ["East Timor"],
  TR: ["Türkiye"],
  TT: ["Trin & Tobago"],
  TW: ["Chinese Taipei"],
  TZ: ["United Rep. of Tanzania"],
  US: ["USA", "United States of America"],
  VA: ["Vatican City", "Holy See"],
  VC: ["St Vincent and the Grenadines", "St Vinc & Gren", "St. Vincent and the Grenadines"],
  VG: ["Br  Virgin Is", "Br. Virgin Isds", "British Virgin Islands"],
  WF: ["Wallis and Futuna Isds", "Wallis and Futura Isl."],
  YE: ["Republic of Yemen"],
  YU: ["Yugoslavia (former)", "Serbia pre-2009"],
};

/**
 * Numeric codes of UN Comtrade and BACI that differ from M49, because they count a country together
 * with territories in its customs area or keep the code of a former state.
 * Source: UN Comtrade, Partner Areas and Reporters reference tables.
 */
const otherNumbers: Readonly<Record<string, readonly string[]>> = {
  CH: ["757"],
  FR: ["251"],
  IN: ["699"],
  IT: ["381"],
  NO: ["579"],
  SD: ["736"],
  US: ["842"],
};

/** Plain English names where the ISO list has an official, an inverted or a qualified one. */
export const plainNames: Readonly<Record<string, string>> = {
  AN: "Netherlands Antilles",
  BN: "Brunei",
  CC: "Cocos (Keeling) Islands",
  CD: "Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  CI: "Côte d'Ivoire",
  CN: "China",
  CV: "Cabo Verde",
  CZ: "Czechia",
  FK: "Falkland Islands",
  FM: "Micronesia",
  GM: "Gambia",
  IR: "Iran",
  LA: "Laos",
  MD: "Moldova",
  MK: "North Macedonia",
  PN: "Pitcairn Islands",
  PS: "Palestine",
  RE: "Réunion",
  RU: "Russia",
  ST: "São Tomé and Príncipe",
  SX: "Sint Maarten",
  SY: "Syria",
  TW: "Taiwan",
  TZ: "Tanzania",
  US: "United States",
  VA: "Vatican City",
  VG: "British Virgin Islands",
};

/** All names and numbers of a country that no list of ISO names has. */
export function namesBesideIso(code: string): readonly string[] {
  return [...(otherNames[code] ?? []), ...(otherNumbers[code] ?? [])];
}

/** The codes of all names beside ISO's, for the scripts that read the publishers' files. */
export const codesByName: ReadonlyMap<string, string> = new Map(
  Object.entries(otherNames).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);
