/** A named set of economies, with the source of its membership. */
export interface PartnerGroup {
  readonly id: string;
  readonly name: string;
  /** The members of today; what they were before is in `group-history.ts`. */
  readonly members: readonly string[];
  readonly aliases: readonly string[];
  readonly source: string;
  /** The name stands for the members even where the data publish a row of that name. */
  readonly asMembers?: true;
}

function group(
  id: string,
  name: string,
  members: string,
  aliases: readonly string[],
  source: string,
): PartnerGroup {
  return { id, name, members: members.split(" "), aliases, source };
}

const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";

const EURO = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK";

export const partnerGroups: readonly PartnerGroup[] = [
  {
    ...group(
      "USMCA",
      "United States-Mexico-Canada Agreement",
      "CA MX US",
      ["NAFTA", "CUSMA", "T-MEC"],
      "Agreement between the United States, Mexico and Canada, in force since 2020-07-01",
    ),
    asMembers: true,
  },
  {
    ...group(
      "EU27",
      "European Union (27 members)",
      EU,
      ["EU-27"],
      "Treaty on European Union, article 52, membership since 2020-02-01",
    ),
    asMembers: true,
  },
  group(
    "EU",
    "European Union",
    EU,
    ["European Union", "EU27_2020"],
    "Treaty on European Union, article 52",
  ),
  group(
    "EURO-AREA",
    "Euro area",
    EURO,
    ["Euro zone", "Eurozone", "EA", "EA21"],
    "European Central Bank, euro area member countries",
  ),
  {
    ...group(
      "ASEAN",
      "Association of Southeast Asian Nations",
      "BN ID KH LA MM MY PH SG TH TL VN",
      [],
      "ASEAN Charter, article 4; Timor-Leste admitted 2025-10-26",
    ),
    asMembers: true,
  },
  {
    ...group(
      "G7",
      "Group of Seven",
      "CA DE FR GB IT JP US",
      ["Group of 7"],
      "G7, membership since 2014",
    ),
    asMembers: true,
  },
  group(
    "G20",
    "Group of Twenty (its 19 countries)",
    "AR AU BR CA CN DE FR GB ID IN IT JP KR MX RU SA TR US ZA",
    ["Group of 20"],
    "G20, members; the European Union and, since 2023, the African Union are members beside them",
  ),
  group(
    "BRICS",
    "BRICS",
    "AE BR CN EG ET ID IN IR RU ZA",
    ["BRICS+"],
    "BRICS, Johannesburg II Declaration of 2023; Indonesia admitted 2025-01-06",
  ),
  group(
    "OPEC",
    "Organization of the Petroleum Exporting Countries",
    "AE CG DZ GA GQ IQ IR KW LY NG SA VE",
    [],
    "OPEC, member countries",
  ),
  group(
    "OECD",
    "Organisation for Economic Co-operation and Development",
    "AT AU BE CA CH CL CO CR CZ DE DK EE ES FI FR GB GR HU IE IL IS IT JP KR LT LU LV MX NL NO NZ PL PT SE SI SK TR US",
    [],
    "OECD, list of member countries and ratification of the Convention",
  ),
  group(
    "MERCOSUR",
    "Southern Common Market (Mercosur)",
    "AR BO BR PY UY",
    ["Mercosul"],
    "Treaty of Asunción; Venezuela suspended since 2016-12-01; Bolivia since 2024-07-08",
  ),
  group(
    "CPTPP",
    "Comprehensive and Progressive Agreement for Trans-Pacific Partnership",
    "AU BN CA CL GB JP MX MY NZ PE SG VN",
    ["TPP-11"],
    "CPTPP, article 3 (entry into force), as notified to the depositary, New Zealand",
  ),
  group(
    "RCEP",
    "Regional Comprehensive Economic Partnership",
    "AU BN CN ID JP KH KR LA MY NZ PH SG TH VN",
    [],
    "RCEP, article 20.6 (entry into force); Myanmar's is not agreed by all and is left out",
  ),
  group(
    "EFTA",
    "European Free Trade Association",
    "CH IS LI NO",
    [],
    "Stockholm Convention, EFTA through the years",
  ),
  group(
    "GCC",
    "Gulf Cooperation Council",
    "AE BH KW OM QA SA",
    [],
    "Charter of the Cooperation Council for the Arab States of the Gulf, 1981-05-25",
  ),
  group(
    "APEC",
    "Asia-Pacific Economic Cooperation",
    "AU BN CA CL CN HK ID JP KR MX MY NZ PE PG PH RU SG TH TW US VN",
    [],
    "APEC, member economies",
  ),
  group(
    "CAFTA-DR",
    "Dominican Republic-Central America Free Trade Agreement",
    "CR DO GT HN NI SV US",
    ["CAFTA", "DR-CAFTA"],
    "United States Trade Representative, CAFTA-DR, entry into force by country",
  ),
  group(
    "ECOWAS",
    "Economic Community of West African States",
    "BJ CI CV GH GM GN GW LR NG SL SN TG",
    [],
    "Treaty of Lagos, 1975-05-28; Burkina Faso, Mali and Niger left on 2025-01-29",
  ),
];

function eurostat(id: string, name: string, members: string): PartnerGroup {
  return group(
    id,
    name,
    members,
    [],
    "Eurostat, code list GEO: the members of one time, in every period",
  );
}

/** Groups as they were at one time, which publishers go on counting under a code of their own. */
export const groupsOfOneTime: readonly PartnerGroup[] = [
  eurostat("EU28", "European Union (28 countries)", `${EU} GB`),
  eurostat("EU15", "European Union (15 countries)", "AT BE DE DK ES FI FR GB GR IE IT LU NL PT SE"),
  eurostat("EA20", "Euro area (20 countries)", EURO.replace("BG ", "")),
  eurostat("EA19", "Euro area (19 countries)", EURO.replace("BG ", "").replace("HR ", "")),
];
