import { type Definition, inWords } from "./definition.ts";
import { valueAddedTerms } from "./value-added-terms.ts";

const CENSUS_GUIDE =
  "US Census Bureau, Guide to Foreign Trade Statistics, section 2: Description of the Foreign Trade Statistics Program";
const FT900 =
  "US Census Bureau and Bureau of Economic Analysis, U.S. International Trade in Goods and Services (FT-900), explanatory notes";
const IMTS =
  "United Nations, International Merchandise Trade Statistics: Concepts and Definitions 2010";
const TIVA = "OECD, Guide to OECD's Trade in Value Added (TiVA) Indicators";

/** The words of the answers that are neither metrics nor sets; those are defined where they are. */
export const terms: readonly Definition[] = [
  inWords(
    "flow basis",
    "total",
    "Total exports",
    "Domestic exports plus re-exports: everything that leaves the country. The customary basis, and the default of --exports.",
    [CENSUS_GUIDE],
    ["total exports"],
  ),
  inWords(
    "flow basis",
    "domestic",
    "Domestic exports",
    "Goods grown, produced or manufactured in the country, and foreign goods changed there; without re-exports. Set against general imports it makes a deficit look larger than total exports do.",
    [CENSUS_GUIDE],
    ["domestic exports", "re-exports"],
  ),
  inWords(
    "flow basis",
    "general",
    "General imports",
    "Goods that physically arrive in the country, whether they enter consumption at once or go into bonded warehouses and foreign trade zones. The customary basis, and the default of --imports.",
    [CENSUS_GUIDE],
    ["general imports"],
  ),
  inWords(
    "flow basis",
    "consumption",
    "Imports for consumption",
    "Goods that have passed customs into the country: direct entries and withdrawals from bonded warehouses and foreign trade zones, whenever they arrived.",
    [CENSUS_GUIDE],
    ["imports for consumption", "consumption imports"],
  ),
  inWords(
    "valuation",
    "fas",
    "Free alongside ship (f.a.s.)",
    "The value at the port of export, with inland freight, insurance and charges to the side of the carrier, without what comes after. How the United States values its exports.",
    [CENSUS_GUIDE],
    ["f.a.s.", "free alongside ship"],
  ),
  inWords(
    "valuation",
    "fob",
    "Free on board (f.o.b.)",
    "The value at the border of the exporting country, loaded on the carrier. Recommended for exports.",
    [`${IMTS}, chapter IV`],
    ["f.o.b.", "free on board"],
  ),
  inWords(
    "valuation",
    "customs",
    "Customs value",
    "The value appraised by customs, in the United States in general the price paid for the goods without import duties, freight and insurance. How the United States values its imports in a balance.",
    [CENSUS_GUIDE],
    ["customs value"],
  ),
  inWords(
    "valuation",
    "cif",
    "Cost, insurance and freight (c.i.f.)",
    "The value at the border of the importing country, with freight and insurance up to there. Recommended for imports; netted against exports without freight it makes a deficit look larger.",
    [`${IMTS}, chapter IV`],
    ["c.i.f.", "cost, insurance and freight"],
  ),
  inWords(
    "accounting basis",
    "census",
    "Census basis",
    "Goods as they are recorded when they cross the customs border. By partner, product and month. Statistics Canada's customs basis is read as this one.",
    [FT900],
    ["census basis", "customs basis"],
  ),
  inWords(
    "accounting basis",
    "bop",
    "Balance-of-payments basis",
    "Goods and services as they change owner between residents and non-residents: Census-basis goods adjusted for ownership, timing and coverage, plus services.",
    [FT900],
    ["balance of payments", "balance-of-payments basis"],
  ),
  inWords(
    "term",
    "goods",
    "Goods",
    "Things that cross the border and add to or take from a country's stock of material resources. What is counted unless a question or a dataset says otherwise.",
    [IMTS],
  ),
  inWords(
    "term",
    "services",
    "Services",
    "Transport, travel, charges for intellectual property, financial and other services between residents and non-residents. Embedded by partner and year in bea-trade (--sector services).",
    [FT900],
  ),
  inWords(
    "term",
    "adjusted",
    "Seasonally adjusted",
    "Without what recurs in the same months of each year, and without the differing numbers of working days. Adjusted figures are not compared with others, nor added to them.",
    [`${FT900}, seasonal adjustment`],
    ["seasonally adjusted", "seasonal adjustment"],
  ),
  inWords(
    "term",
    "rest",
    "Rest",
    "What the rows of a ranking leave of the whole: the whole less the members shown, trade that no member lists included. Null where the whole is not known.",
    ["arithmetic"],
    ["others"],
  ),
  inWords(
    "term",
    "record",
    "Record",
    "One figure of trade: a reporter's flow with a partner, of a product, in a period.",
    [IMTS],
  ),
  inWords(
    "term",
    "reporter",
    "Reporter",
    "The economy whose statistics a figure comes from. Its exports to a partner are rarely what the partner reports as imports.",
    [IMTS],
  ),
  inWords(
    "term",
    "partner",
    "Partner",
    "The economy at the other end of a flow: for imports the country of origin, for exports the country of last known destination.",
    [`${IMTS}, chapter VI`],
  ),
  inWords(
    "term",
    "flow",
    "Flow",
    "Goods or services in one direction: exports or imports. A flow that is not recorded is missing, not zero.",
    [IMTS],
  ),
  inWords(
    "term",
    "vintage",
    "Vintage",
    "The month in which the publisher had last revised the figures. The same month of trade has other figures in other vintages.",
    [`${FT900}, revision procedure`],
  ),
  inWords(
    "term",
    "period",
    "Period",
    "A run of whole months: 2023, 2024-11, 2024-01/2024-11 (both ends included, summed), 2019..2024 (each year).",
    ["ISO 8601-1:2019, time intervals"],
  ),
  inWords(
    "term",
    "origin",
    "Origin of value added",
    "The economy in which labour and capital earned a part of the value of an export, found by following inputs through input-output tables.",
    [TIVA],
  ),
  inWords(
    "term",
    "gross-exports",
    "Gross exports",
    "The full value of what crosses the border, foreign inputs included; the same value can cross several borders and is then counted each time.",
    [TIVA],
    ["gross exports"],
  ),
  inWords(
    "term",
    "world",
    "World",
    "The total with all partners as the publisher gives it. It already holds every partner and is never added to one.",
    [IMTS],
  ),
  ...valueAddedTerms,
];
