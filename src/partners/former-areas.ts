/** An area that was, or was something else: a state that ended, or one that lost a part. */
export interface FormerArea {
  /** ISO 3166-3's alpha-2 where it has one of its own, else a code of this package in capitals. */
  readonly code: string;
  readonly name: string;
  /** The first day, where it began within living statistics; null where it was there before. */
  readonly from: string | null;
  /** The first day on which it was no more. */
  readonly until: string;
  /** The areas of today that it consisted of. */
  readonly parts: readonly string[];
  readonly aliases: readonly string[];
  /** What happened, in a sentence. */
  readonly change: string;
  readonly source: string;
}

const ISO_3 = "ISO 3166-3, code for formerly used names of countries";
const M49 = "United Nations, Standard Country or Area Codes (M49), changes since 1982";

function former(
  code: string,
  name: string,
  life: string,
  parts: string,
  aliases: readonly string[],
  change: string,
  source: string,
): FormerArea {
  const [from, until] = life.split("/") as [string, string];
  return {
    ...{ code, name, from: from === "" ? null : from, until },
    ...{ parts: parts.split(" "), aliases, change, source },
  };
}

/**
 * The areas of the past that trade statistics list, with the days of law. Publishers change over at
 * the beginning of a year of their own choice, so that their codes have years of their own.
 */
export const formerAreas: readonly FormerArea[] = [
  former(
    "BELGIUM-LUXEMBOURG",
    "Belgium-Luxembourg",
    "/1999-01-01",
    "BE LU",
    ["Belgium-Luxembourg (...1998)", "Belgium and Luxembourg"],
    "The two countries of the economic union report apart since 1999.",
    "National Bank of Belgium, foreign trade statistics; UN Comtrade, partner areas",
  ),
  former(
    "WEST-GERMANY",
    "West Germany",
    "/1990-10-03",
    "WEST-GERMANY",
    [
      "Fed. Rep. of Germany (...1990)",
      "Former Federal Republic of Germany",
      "Germany, Federal Republic of (former)",
    ],
    "United with East Germany on 1990-10-03.",
    `Unification Treaty, article 1; ${M49}`,
  ),
  former(
    "DD",
    "East Germany",
    "/1990-10-03",
    "DD",
    [
      ...["DDR", "German Democratic Republic", "Dem. Rep. of Germany (...1990)"],
      ...["Former Democratic Republic of Germany", "Eastern Germany", "Germany, East"],
    ],
    "Joined the Federal Republic of Germany on 1990-10-03.",
    `Unification Treaty, article 1; ${ISO_3} (DDDE)`,
  ),
  former(
    "SU",
    "USSR",
    "/1991-12-26",
    "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ",
    ["SUN", "U.S.S.R.", "Soviet Union", "USSR (...1990)", "Former USSR"],
    "Dissolved on 1991-12-26 into fifteen states.",
    `${ISO_3} (SUHH, withdrawn 1992-08-30)`,
  ),
  former(
    "CSHH",
    "Czechoslovakia",
    "/1993-01-01",
    "CZ SK",
    ["CSK", "Czechoslovakia (...1992)", "Former Czechoslovakia"],
    "Divided into the Czech Republic and Slovakia on 1993-01-01.",
    `${ISO_3} (CSHH, withdrawn 1993-06-15)`,
  ),
  former(
    "YU",
    "Yugoslavia",
    "/1992-04-27",
    "BA HR ME MK RS SI XK",
    [
      ...["YUG", "Yugoslavia (former)", "Yugoslavia (...1991)", "Former Yugoslavia"],
      ...["Fmr Yugoslavia", "Yugoslavia, SFR", "Yugoslav SFR"],
    ],
    "Slovenia and Croatia left in 1991, North Macedonia and Bosnia and Herzegovina by 1992; the rest became Serbia and Montenegro on 1992-04-27.",
    `${ISO_3} (YUCS); ${M49}`,
  ),
  former(
    "CS",
    "Serbia and Montenegro",
    "1992-04-27/2006-06-03",
    "ME RS XK",
    [
      ...["SCG", "Serbia/Monteneg", "Serbia, FR(Serbia/Montenegro)"],
      ...["Serbia and Montenegro (...2005)", "Federal Republic of Yugoslavia", "Yugoslavia, FR"],
    ],
    "Called Federal Republic of Yugoslavia until 2003; Montenegro left on 2006-06-03.",
    `${ISO_3} (CSXX, withdrawn 2006-09-26)`,
  ),
  former(
    "SERBIA-WITH-KOSOVO",
    "Serbia with Kosovo",
    "2006-06-03/2009-01-01",
    "RS XK",
    ["Serbia pre-2009"],
    "USITC and the Census Bureau count Kosovo apart since 2009.",
    "USITC DataWeb, list of countries",
  ),
  former(
    "AN",
    "Netherlands Antilles",
    "1986-01-01/2010-10-10",
    "BQ CW SX",
    ["ANT", "Netherlands Ant", "Neth. Antilles", "Netherlands Antilles (...2010)"],
    "Dissolved on 2010-10-10 into Curaçao, Sint Maarten and the Caribbean Netherlands.",
    `${ISO_3} (ANHH, withdrawn 2010-12-15)`,
  ),
  former(
    "NETHERLANDS-ANTILLES-AND-ARUBA",
    "Netherlands Antilles and Aruba",
    "/1986-01-01",
    "AW BQ CW SX",
    ["Netherlands Antilles and Aruba (...1985)"],
    "Aruba left on 1986-01-01.",
    M49,
  ),
  former(
    "FORMER-SUDAN",
    "Sudan before 2011",
    "/2011-07-09",
    "SD SS",
    ["Sudan (...2011)", "Former Sudan", "Sudan pre-2012", "Fm Sudan"],
    "South Sudan left on 2011-07-09.",
    M49,
  ),
  former(
    "FORMER-ETHIOPIA",
    "Ethiopia before 1993",
    "/1993-05-24",
    "ER ET",
    ["Ethiopia (...1992)", "Former Ethiopia", "Ethiopia (includes Eritrea)", "Ethiopia PDR"],
    "Eritrea left on 1993-05-24.",
    M49,
  ),
  former(
    "YEMEN-ARAB-REPUBLIC",
    "Yemen Arab Republic",
    "/1990-05-22",
    "YEMEN-ARAB-REPUBLIC",
    [
      ...["Arab Rep. of Yemen (...1990)", "Former Arab Republic of Yemen"],
      ...["Arab Republic of Yemen", "North Yemen"],
    ],
    "United with Democratic Yemen on 1990-05-22.",
    M49,
  ),
  former(
    "YD",
    "Democratic Yemen",
    "/1990-05-22",
    "YD",
    [
      ...["YMD", "Dem. Yemen (...1990)", "Former Democratic Yemen", "South Yemen"],
      ...["Yemen People's Republic", "People's Democratic Republic of Yemen"],
    ],
    "United with the Yemen Arab Republic on 1990-05-22.",
    `${ISO_3} (YDYE)`,
  ),
  former(
    "VD",
    "North Vietnam",
    "/1976-07-02",
    "VD",
    ["VDR", "Dem. Rep. of Vietnam (...1974)", "Former Democratic Republic of Vietnam"],
    "United with the south on 1976-07-02.",
    `${ISO_3} (VDVN)`,
  ),
  former(
    "SOUTH-VIETNAM",
    "South Vietnam",
    "/1976-07-02",
    "SOUTH-VIETNAM",
    ["Rep. of Vietnam (...1974)", "Former Republic of Vietnam", "Republic of Vietnam"],
    "United with the north on 1976-07-02.",
    M49,
  ),
  former(
    "EAST-AND-WEST-PAKISTAN",
    "East and West Pakistan",
    "/1971-12-16",
    "BD PK",
    ["East and West Pakistan (...1971)"],
    "Bangladesh left on 1971-12-16.",
    M49,
  ),
  former(
    "SOUTHERN-AFRICAN-CUSTOMS-UNION",
    "Southern African Customs Union",
    "/2000-01-01",
    "BW LS NA SZ ZA",
    ["Southern African Customs Union (...1999)", "SACU"],
    "The five members report apart since 2000; the union itself goes on.",
    "UN Comtrade, reporters and partner areas",
  ),
  former(
    "PC",
    "Trust Territory of the Pacific Islands",
    "/1991-01-01",
    "FM MH MP PW",
    ["PCI", "Pacific Isds (...1991)", "Former Pacific Islands"],
    "Ended for three of its four parts in 1986 to 1990, for Palau in 1994.",
    `${ISO_3} (PCHH)`,
  ),
  former(
    "SAINT-KITTS-NEVIS-AND-ANGUILLA",
    "Saint Kitts, Nevis and Anguilla",
    "/1980-12-19",
    "AI KN",
    ["Saint Kitts, Nevis and Anguilla (...1980)"],
    "Anguilla left on 1980-12-19.",
    M49,
  ),
  former(
    "PENINSULA-MALAYSIA",
    "Peninsula Malaysia",
    "/1963-09-16",
    "PENINSULA-MALAYSIA",
    ["Peninsula Malaysia (...1963)"],
    "Formed Malaysia with Sabah, Sarawak and, until 1965, Singapore.",
    M49,
  ),
  former(
    "SABAH",
    "Sabah",
    "/1963-09-16",
    "SABAH",
    ["Sabah (...1963)"],
    "A part of Malaysia since 1963-09-16.",
    M49,
  ),
  former(
    "SARAWAK",
    "Sarawak",
    "/1963-09-16",
    "SARAWAK",
    ["Sarawak (...1963)"],
    "A part of Malaysia since 1963-09-16.",
    M49,
  ),
  former(
    "TANGANYIKA",
    "Tanganyika",
    "/1964-04-26",
    "TANGANYIKA",
    ["Tanganyika (...1964)", "Former Tanganyika"],
    "Formed Tanzania with Zanzibar on 1964-04-26.",
    M49,
  ),
  former(
    "ZANZIBAR",
    "Zanzibar and Pemba",
    "/1964-04-26",
    "ZANZIBAR",
    [...["Zanzibar", "Zanzibar and Pemba Isd (...1964)"], "Former Zanzibar and Pemba Island"],
    "Formed Tanzania with Tanganyika on 1964-04-26.",
    M49,
  ),
  former(
    "RHODESIA-AND-NYASALAND",
    "Rhodesia and Nyasaland",
    "/1964-01-01",
    "MW ZM ZW",
    ["Rhodesia Nyas (...1964)", "Former Rhodesia Nyas"],
    "Dissolved at the end of 1963 into Malawi, Zambia and Zimbabwe.",
    M49,
  ),
  former(
    "RYUKYU-ISLANDS",
    "Ryukyu Islands",
    "/1972-05-15",
    "RYUKYU-ISLANDS",
    ["Ryukyu Isd", "Ryukyu Island"],
    "Returned to Japan on 1972-05-15.",
    M49,
  ),
  former(
    "PANAMA-CANAL-ZONE",
    "Panama Canal Zone",
    "/1979-10-01",
    "PANAMA-CANAL-ZONE",
    ["PCZ", "Panama-Canal-Zone (...1977)", "Former Panama-Canal-Zone"],
    "Returned to Panama on 1979-10-01.",
    `${ISO_3} (PZPA)`,
  ),
  former(
    "SIKKIM",
    "Sikkim",
    "/1975-05-16",
    "SIKKIM",
    ["Sikkim, Protectorate of India (...1974)"],
    "A state of India since 1975-05-16.",
    `${ISO_3} (SKIN)`,
  ),
  former(
    "NT",
    "Iraq-Saudi Arabia Neutral Zone",
    "/1993-07-12",
    "NT",
    ["NTZ", "Neutral Zone"],
    "Divided between Iraq and Saudi Arabia.",
    `${ISO_3} (NTHH, withdrawn 1993-07-12)`,
  ),
];
