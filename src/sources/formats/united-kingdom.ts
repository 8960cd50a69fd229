import type { Format, Layout } from "./format.ts";

/** The letters of a country, in a table that joins them, or in a linked entity of the service. */
const LETTERS = ["CountryCodeAlpha", "Country/CountryCodeAlpha"];

const overseas = {
  unverified: true,
  header: ["MonthId", "FlowTypeId", ["CommodityId", "Cn8Code"], "Value"],
  period: { column: "MonthId" },
  reporter: { is: "GB" },
  flow: {
    column: "FlowTypeId",
    codes: { "1": "import", "2": "export", "3": "import", "4": "export" },
  },
  products: [{ column: ["CommodityId", "Cn8Code"], system: { is: "hs" }, all: [], digits: 8 }],
  unit: { is: "GBP" },
  figures: [{ column: "Value" }],
  missing: [""],
  aside: [{ column: ["CommodityId", "Cn8Code"], when: /^-/, because: "without-product" }],
  addedUpBy: ["PortId", "SuppressionIndex"],
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

/** Trade of the United Kingdom in pounds: the ONS by country, and the monthly rows of HMRC. */
export const unitedKingdom: Format = {
  id: "united-kingdom",
  title: "United Kingdom (ONS, HMRC)",
  publisher: "Office for National Statistics; HM Revenue & Customs",
  layouts: [
    {
      title: "ONS, trade in goods by country",
      unverified: true,
      header: ["Time", ["CountriesAndTerritories", "Country"], "Direction"],
      headerLike: /^v4_\d$/i,
      period: { column: "Time" },
      partner: {
        columns: [["CountriesAndTerritories", "Country"], "countries-and-territories"],
        names: { "Whole world": "WORLD", W1: "WORLD", "United States inc Puerto Rico": "US" },
      },
      reporter: { is: "GB" },
      flow: {
        column: "Direction",
        codes: { EXPORTS: "export", IMPORTS: "import", EX: "export", IM: "import" },
      },
      products: [
        {
          column: "sitc",
          system: { is: "sitc" },
          all: ["T", "Total"],
        },
      ],
      basis: { is: "bop" },
      unit: { is: "GBP million" },
      figures: [{ column: ["v4_0", "v4_1", "v4_2", "v4_3"] }],
      missing: ["", "x", "X"],
      unplaced: "named",
      repeats: "once",
    },
    {
      ...overseas,
      title: "HMRC, overseas trade statistics",
      header: [...overseas.header, LETTERS],
      partner: { columns: [LETTERS] },
    },
    {
      ...overseas,
      title: "HMRC, overseas trade statistics by numbers of countries",
      header: [...overseas.header, "CountryId"],
      without: LETTERS,
      partner: { columns: ["CountryId"], codes: "table" },
    },
  ],
  // Its numbers of countries are its own: 400 is the United States.
  codeTable: {
    code: "CountryId",
    name: ["CountryCodeAlpha", "CountryName"],
    file: "Country.json",
  },
};
