import type { Format } from "./format.ts";

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
        columns: ["CountriesAndTerritories", "Country"],
        names: { "Whole world": "WORLD" },
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
      // Its numbers of countries are its own (400 is the United States), so that only letters are read.
      title: "HMRC, overseas trade statistics",
      unverified: true,
      period: { column: "MonthId" },
      reporter: { is: "GB" },
      flow: {
        column: "FlowTypeId",
        codes: { "1": "import", "2": "export", "3": "import", "4": "export" },
      },
      products: [{ column: "CommodityId", system: { is: "hs" }, all: [], digits: 8 }],
      unit: { is: "GBP" },
      figures: [{ column: "Value" }],
      missing: [""],
      addedUpBy: ["PortId", "SuppressionIndex"],
      unplaced: "named",
      repeats: "once",
      header: [
        ...["MonthId", "FlowTypeId", "CommodityId", "Value"],
        ["Country/CountryCodeAlpha", "CountryCodeAlpha"],
      ],
      partner: { columns: [["Country/CountryCodeAlpha", "CountryCodeAlpha"]] },
    },
  ],
};
