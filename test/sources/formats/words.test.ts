import { describe, expect, it } from "vitest";
import type { Fact, Layout } from "../../../src/sources/formats/format.ts";
import { fileFormats } from "../../../src/sources/formats/registry.ts";

/**
 * What the codes of publishers mean, from their own lists: UN Comtrade's "Trade regimes" and
 * "Classifications", Eurostat's and HMRC's codes of flows, the IMF's indicators, the tables of
 * Statistics Canada, the ITA indicators of BEA's API. A format that gives a code another meaning does not pass.
 */
const meanings: Readonly<Record<string, readonly string[]>> = {
  "comtrade, download, flow": [
    ...["M import", "X export", "DX export", "IMPORT import", "EXPORT export"],
    ...["DOMESTIC EXPORT export", "RE-EXPORT re-export", "RE-IMPORT re-import"],
  ],
  "comtrade, download, flowBasis": [
    ...["X total", "DX domestic", "M ", "IMPORT ", "EXPORT total"],
    ...["DOMESTIC EXPORT domestic", "RE-EXPORT ", "RE-IMPORT "],
  ],
  "comtrade, download, sector": ["C goods", "S services"],
  "comtrade, download, basis": ["S bop", "C "],
  "comtrade, download before 2022, flow": [
    ...["1 import", "2 export", "3 re-export", "4 re-import"],
    ...["IMPORT import", "EXPORT export", "RE-EXPORT re-export", "RE-IMPORT re-import"],
    ...["IMPORTS import", "EXPORTS export", "RE-EXPORTS re-export", "RE-IMPORTS re-import"],
  ],
  "wits, advanced query, flow": [
    ...["GROSS IMP. import", "IMPORT import", "GROSS EXP. export", "EXPORT export"],
    ...["RE-EXP. re-export", "RE-IMP. re-import"],
    ...["IMPORTS import", "GROSS IMPORTS import", "GROSS IMPORT import"],
    ...["EXPORTS export", "GROSS EXPORTS export", "GROSS EXPORT export"],
    ...["RE-EXPORTS re-export", "RE-EXPORT re-export"],
    ...["RE-IMPORTS re-import", "RE-IMPORT re-import"],
  ],
  "eurostat, Comext, flow": ["1 import", "2 export"],
  "eurostat, Comext, unit": ["VALUE_IN_EUROS EUR", "VALUE_EUR EUR", "VALUE_IN_USD USD"],
  "eurostat, trade of the European Union by partner, flow": [
    "MIO_EXP_VAL export",
    "MIO_IMP_VAL import",
  ],
  "imf, SDMX-CSV, flow": [
    ...["TXG_FOB_USD export", "TMG_CIF_USD import", "TMG_FOB_USD import"],
    ...["XG_FOB_USD export", "MG_CIF_USD import", "MG_FOB_USD import"],
    "Exports of goods, Free on board (FOB), US dollar export",
    "Imports of goods, Cost insurance freight (CIF), US dollar import",
    "Imports of goods, Free on board (FOB), US dollar import",
  ],
  "imf, SDMX-CSV, valuation": [
    ...["TXG_FOB_USD fob", "TMG_CIF_USD cif", "TMG_FOB_USD fob"],
    ...["XG_FOB_USD fob", "MG_CIF_USD cif", "MG_FOB_USD fob"],
    "Exports of goods, Free on board (FOB), US dollar fob",
    "Imports of goods, Cost insurance freight (CIF), US dollar cif",
    "Imports of goods, Free on board (FOB), US dollar fob",
  ],
  "imf, SDMX-CSV, unit": [
    ...[" USD", "0 USD", "UNITS USD", "3 USD thousand", "THOUSANDS USD thousand"],
    ...["6 USD million", "MILLIONS USD million", "9 USD billion", "BILLIONS USD billion"],
  ],
  "eurostat, short-term trade, flow": ["EXP export", "IMP import"],
  "eurostat, Comext in bulk, flow": ["1 import", "2 export"],
  "sdmx, OECD.Stat, flow": [
    ...["X export", "EXP export", "EXPO export", "M import", "IMP import", "IMPO import"],
  ],
  "sdmx, trade flows, flow": [
    ...["X export", "EXP export", "E export", "2 export", "EXPORT export"],
    ...["M import", "IMP import", "I import", "1 import", "IMPORT import"],
  ],
  "sdmx, trade flows, unit": [
    ...[" USD", "0 USD", "3 USD thousand", "6 USD million", "9 USD billion"],
  ],
  "statcan, principal trading partners, flow": [
    ...["EXPORT export", "DOMESTIC EXPORT export", "IMPORT import"],
    ...["RE-EXPORT re-export", "TRADE BALANCE "],
  ],
  "statcan, principal trading partners, flowBasis": [
    ...["EXPORT total", "DOMESTIC EXPORT domestic", "IMPORT ", "RE-EXPORT ", "TRADE BALANCE "],
  ],
  "statcan, principal trading partners, basis": ["BALANCE OF PAYMENTS bop", "CUSTOMS census"],
  "statcan, principal trading partners, unit": [
    ...["UNITS CAD", "THOUSANDS CAD thousand", "MILLIONS CAD million", "BILLIONS CAD billion"],
  ],
  "united-kingdom, ONS, trade in goods by country, flow": [
    ...["EXPORTS export", "IMPORTS import", "EX export", "IM import"],
  ],
  "bea, answer of the service, international transactions, flow": [
    ...["ExpGds export", "ExpServ export", "ImpGds import", "ImpServ import"],
  ],
  "bea, answer of the service, international transactions, sector": [
    ...["ExpGds goods", "ExpServ services", "ImpGds goods", "ImpServ services"],
  ],
  "bea, answer of the service, international transactions, unit": [
    ...["0 USD", "3 USD thousand", "6 USD million"],
  ],
  "united-kingdom, HMRC, overseas trade statistics, flow": [
    ...["1 import", "2 export", "3 import", "4 export"],
  ],
};
const same = {
  "eurostat, trade of the European Union by partner, SDMX-CSV, flow":
    "eurostat, trade of the European Union by partner, flow",
  "eurostat, short-term trade, SDMX-CSV, flow": "eurostat, short-term trade, flow",
  "eurostat, Comext in bulk, before 2022, flow": "eurostat, Comext in bulk, flow",
  "sdmx, OECD.Stat, unit": "sdmx, trade flows, unit",
  "imf, one column a period, unit": "imf, SDMX-CSV, unit",
  "imf, bulk download, one column a period, flow": "imf, SDMX-CSV, flow",
  "imf, bulk download, one column a period, valuation": "imf, SDMX-CSV, valuation",
  "statcan, by province and product, flow": "statcan, principal trading partners, flow",
  "statcan, by province and product, flowBasis": "statcan, principal trading partners, flowBasis",
  "statcan, by province and product, unit": "statcan, principal trading partners, unit",
  "united-kingdom, HMRC, overseas trade statistics by numbers of countries, flow":
    "united-kingdom, HMRC, overseas trade statistics, flow",
  "comtrade, columns of a download, flow": "comtrade, download, flow",
  "comtrade, columns of a download, flowBasis": "comtrade, download, flowBasis",
  "comtrade, columns of a download, sector": "comtrade, download, sector",
  "comtrade, columns of a download, basis": "comtrade, download, basis",
  "wits, by product, flow": "wits, advanced query, flow",
  "comtrade, API answer before 2022, flow": "comtrade, download before 2022, flow",
  "sdmx, Comext, flow": "sdmx, trade flows, flow",
} as const;

const attributes = ["flow", "flowBasis", "valuation", "sector", "basis", "unit"] as const;

function codesOf(fact: Fact | undefined): string[] | null {
  if (!fact || !("column" in fact) || !fact.codes) return null;
  return Object.entries(fact.codes).map(([code, word]) => `${code} ${word}`);
}

const declared = fileFormats.flatMap(({ id, layouts }) =>
  layouts.flatMap((layout: Layout) =>
    attributes.flatMap((attribute) => {
      const codes = codesOf(layout[attribute]);
      return codes ? [{ name: `${id}, ${layout.title}, ${attribute}`, codes }] : [];
    }),
  ),
);

describe("the words of a format", () => {
  it.each(declared.filter(({ name }) => name !== "records, records, flow"))(
    "mean what their publisher says: $name",
    ({ name, codes }) => {
      const expected = meanings[name] ?? meanings[same[name as keyof typeof same]];
      expect([...codes].sort()).toEqual([...(expected ?? ["not in the list of meanings"])].sort());
    },
  );

  it("are all listed, and no others", () => {
    const names = declared.map(({ name }) => name);
    expect(Object.keys(meanings).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("value Comtrade's columns c.i.f. and f.o.b. by their names", () => {
    const [download, kept, before, answer] = fileFormats.find(
      ({ id }) => id === "comtrade",
    )!.layouts;
    expect(download!.valuedLike).toEqual({ cifvalue: "cif", fobvalue: "fob" });
    expect(kept!.valuedLike).toEqual(download!.valuedLike);
    expect(before!.valuedLike).toEqual({
      cif_trade_value_usd: "cif",
      fob_trade_value_usd: "fob",
      "CIF Trade Value (US$)": "cif",
      "CIF TradeValue": "cif",
      "FOB Trade Value (US$)": "fob",
    });
    expect(answer!.valuedLike).toEqual({ CIFValue: "cif", FOBValue: "fob" });
  });
});
