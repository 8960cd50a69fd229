import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { aggregates } from "../../src/partners/aggregates.ts";
import { PartnerDirectory } from "../../src/partners/directory.ts";
import { countries, openEmbedded } from "../../src/sources/embedded/embedded.ts";

const directory = new PartnerDirectory([...countries(), ...aggregates]);
const codeOf = (name: string, from = directory) => {
  const match = from.find(name);
  return match?.kind === "group" ? match.group.id : match?.partner.code;
};

describe("a name that a publisher prints", () => {
  it.each([
    // UN, FAO, Eurostat and ISO: plain "Congo" is the Republic of the Congo.
    ["Congo", "CG"],
    ["the Congo", "CG"],
    ["Congo, Rep.", "CG"],
    ["Congo, Republic of the Congo", "CG"],
    ["Congo, Dem. Rep.", "CD"],
    ["Dem. Rep. of the Congo", "CD"],
    ["Congo (the Democratic Republic of the)", "CD"],
    ["DR Congo", "CD"],
    ["Zaire", "CD"],
    // World Bank
    ["Korea, Rep.", "KR"],
    ["Korea, Dem. People's Rep.", "KP"],
    ["Venezuela, RB", "VE"],
    ["Yemen, Rep.", "YE"],
    ["Egypt, Arab Rep.", "EG"],
    ["Hong Kong SAR, China", "HK"],
    ["Taiwan, China", "TW"],
    ["West Bank and Gaza", "PS"],
    ["Micronesia, Fed. Sts.", "FM"],
    ["St. Martin (French part)", "MF"],
    ["Channel Islands", "CHANNEL-ISLANDS"],
    // IMF
    ["China, P.R.: Mainland", "CN"],
    ["China, P.R.: Hong Kong", "HK"],
    ["Taiwan Province of China", "TW"],
    ["Afghanistan, Islamic Rep. of", "AF"],
    ["Azerbaijan, Rep. of", "AZ"],
    ["Bahrain, Kingdom of", "BH"],
    ["Congo, Dem. Rep. of the", "CD"],
    ["Congo, Rep. of", "CG"],
    ["Eritrea, The State of", "ER"],
    ["Ethiopia, The Federal Dem. Rep. of", "ET"],
    ["Gambia (Islamic Republic of the)", "GM"],
    ["Korea, Rep. of", "KR"],
    ["Netherlands, The", "NL"],
    ["São Tomé and Príncipe, Dem. Rep. of", "ST"],
    ["Timor-Leste, Dem. Rep. of", "TL"],
    ["Türkiye, Rep of", "TR"],
    ["Venezuela, Rep. Bolivariana de", "VE"],
    ["Aruba, Kingdom of the Netherlands", "AW"],
    ["Eswatini, Kingdom of", "SZ"],
    ["Swaziland", "SZ"],
    // OECD
    ["Korea", "KR"],
    ["China (People’s Republic of)", "CN"],
    ["Chinese Taipei", "TW"],
    ["Hong Kong (China)", "HK"],
    ["Lao (People's Democratic Republic)", "LA"],
    ["Slovak Republic", "SK"],
    // FAO
    ["China, mainland", "CN"],
    ["the Niger", "NE"],
    ["the former Yugoslav Republic of Macedonia", "MK"],
    // Eurostat
    ["Myanmar/Burma", "MM"],
    ["Mayotte (FR - part of EU as of 01.01.2014)", "YT"],
    // USITC and Census
    ["Czechia (Czech Republic)", "CZ"],
    ["Burma", "MM"],
    ["Burma (Myanmar)", "MM"],
    ["North Korea (Democratic People's Republic of Korea)", "KP"],
    ["Congo, Democratic Republic of the Congo (formerly Za", "CD"],
    ["Samoa (Western Samoa)", "WS"],
    ["Denmark, except Greenland", "DK"],
    // UN Comtrade's areas of the past, and what is no country
    ["Fed. Rep. of Germany (...1990)", "WEST-GERMANY"],
    ["Serbia and Montenegro (...2005)", "CS"],
    ["Sudan (...2011)", "FORMER-SUDAN"],
    ["Fmr Yugoslavia", "YU"],
    ["Other Asia, not elsewhere specified", "OTHER-ASIA-NES"],
  ])("%s is %s", (name, code) => {
    expect(codeOf(name)).toBe(code);
  });

  it.each([
    ["People's Republic of Korea"],
    ["Democratic Republic of Germany"],
    ["Republic of Nowhere"],
    ["Mexico (Canada)"],
    ["States of"],
  ])("%s is none, rather than a guess", (name) => {
    expect(codeOf(name)).toBeUndefined();
  });

  it("is one partner in a list, where it is written with its comma and a blank", () => {
    const codes = (list: string) => directory.select(list, null).partners.map(({ code }) => code);
    expect(codes("Taiwan, China")).toEqual(["TW"]);
    expect(codes("Taiwan, China, Japan")).toEqual(["TW", "JP"]);
    expect(codes("Taiwan,China")).toEqual(["TW", "CN"]);
    expect(codes("Taiwan, Japan")).toEqual(["TW", "JP"]);
    expect(codes("MX, Saint Helena, Ascension and Tristan da Cunha")).toEqual(["MX", "SH"]);
    expect(codes("Congo, Dem. Rep., Congo, Rep.")).toEqual(["CD", "CG"]);
  });

  it("is the same partner for a question on embedded data", () => {
    const embedded = new PartnerDirectory([
      ...countries(),
      ...openEmbedded("census-goods").partners,
    ]);
    for (const name of ["Congo", "Taiwan, China", "Czechia (Czech Republic)", "Burma"]) {
      expect([name, codeOf(name, embedded)]).toEqual([name, codeOf(name)]);
    }
  });
});

describe("a suggestion", () => {
  it.each([
    ["Irland", "Ireland"],
    ["Phillipines", "Philippines"],
    ["Swazilnd", "Eswatini"],
    ["Untied States", "United States"],
    ["Mexic", "Mexico"],
  ])("for %s holds %s", (text, name) => {
    expect(directory.nearest(text)).toContain(name);
  });

  it.each([["all"], ["none"], ["total"], ["XX"], ["deficit"], ["2023"], ["armadillo"]])(
    "for %s is no country that only shares letters with it",
    (text) => {
      const kinds = directory.nearest(text).map((name) => directory.find(name));
      expect(
        kinds.filter((match) => match?.kind === "partner" && match.partner.kind === "country"),
      ).toEqual([]);
    },
  );
});

const shared = join(process.env.TRADE_METRICS_SHARED ?? "../shared", "data/classifications");
const areas = (file: string) => join(shared, "areas", file);

/** States of the nineteenth century and notes, which only a history of wars lists. */
const NOT_IN_TRADE =
  /^(?:Austria-Hungary|Baden|Bavaria|Brunswick|Hamburg|Hanover|Hesse.*|Mecklenburg.*|Modena|Nassau|Oldenburg|Orange Free State|Parma|Piedmont.*|Prussia|Sardinia|Saxe.*|Saxony|Somaliland|Stateless|Tibet|Transvaal|Tuscany|Two Sicilies|United Arab Republic|United Province CA|Unknown|W(?:ue|ü)rt.*)$/;

describe.skipIf(!existsSync(shared))("the published lists of areas", () => {
  const table = (file: string) =>
    parse<Record<string, string>>(readFileSync(areas(file)), {
      ...{ columns: true, bom: true, relax_column_count: true },
    });
  const iso2 = (code: string | undefined) =>
    code === undefined || code === "NA" ? null : ({ EL: "GR", UK: "GB", XS: "RS" }[code] ?? code);

  it.each([
    ["datasets-country-codes.csv", "UNTERM English Short", "ISO3166-1-Alpha-2"],
    ["datasets-country-codes.csv", "UNTERM English Formal", "ISO3166-1-Alpha-2"],
    ["datasets-country-codes.csv", "official_name_en", "ISO3166-1-Alpha-2"],
    ["datasets-country-codes.csv", "CLDR display name", "ISO3166-1-Alpha-2"],
    ["UNSD-m49-en.csv", "Country or Area", "ISO-alpha2 Code"],
    ["countrycode-data_iso.csv", "iso.name.en", "iso2c"],
    ["countrycode-data_eurostat.csv", "country", "eurostat"],
    ["countrycode-data_world_bank.csv", "country", null],
    ["countrycode-data_imf.csv", "country", null],
    ["countrycode-data_fao.csv", "country", null],
    ["countrycode-data_un_names.csv", "un.name.en", null],
    ["countrycode-codelist_without_cldr.csv", "country.name.en", null],
    ["countrycode-codelist_without_cldr.csv", "un.name.en", "iso2c"],
  ])("have no name that is not placed: %s, %s", (file, column, codeColumn) => {
    const wrong = table(file).flatMap((row) => {
      const name = row[column] ?? "";
      if (name === "" || name === "NA" || NOT_IN_TRADE.test(name)) return [];
      const found = codeOf(name);
      const expected = codeColumn === null ? null : iso2(row[codeColumn]);
      const right = expected === null || expected === "" || found === expected;
      return found === undefined || !right ? [`${name}: ${found}, not ${expected}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it("have no name that is not placed: ISO 3166-1, Census codes", () => {
    const iso = JSON.parse(readFileSync(areas("iso_3166-1.json"), "utf8"))["3166-1"] as Record<
      string,
      string
    >[];
    const unlike = iso.flatMap(({ alpha_2, name, official_name, common_name }) =>
      [name, official_name, common_name].filter(
        (one) => one !== undefined && codeOf(one) !== alpha_2,
      ),
    );
    expect(unlike).toEqual([]);
    const census = parse(readFileSync(areas("census_codes.csv")), {
      ...{ from_line: 2, relax_quotes: true, trim: true },
    }) as string[][];
    expect(census.map(([, name]) => name!).filter((name) => !codeOf(name))).toEqual([]);
  });

  it("are UN Comtrade's too", () => {
    const file = join(shared, "comtrade-reference/partner.csv");
    const rows = parse<Record<string, string>>(readFileSync(file), { columns: true });
    expect(rows.map(({ country }) => country!.trim()).filter((name) => !codeOf(name))).toEqual([]);
  });
});
