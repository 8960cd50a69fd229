// Writes trade records of one layout with DuckDB. Arguments: layout, number of records, file (its
// ending says whether it is CSV or Parquet).
//   own       our own records: every partner, month, flow and HS 6 product of one reporter
//   comtrade  a UN Comtrade download: two reporters, ten years, the world beside its partners, and
//             TOTAL, 2, 4 and 6 digits beside each other, each the sum of what it holds
//   baci      one year of CEPII BACI: every pair of economies, some of the 5,044 HS 6 products of each
import { DuckDBInstance } from "@duckdb/node-api";
import countries from "i18n-iso-countries";

const [layout, count, file] = process.argv.slice(2);
const FLOWS = 2;
const YEARS = 10;
const FIRST_YEAR = 2015;

const economies = Object.keys(countries.getAlpha2Codes()).filter(
  (code) => countries.alpha2ToNumeric(code) !== undefined,
);

/** Economies as an SQL list of their ISO codes and numbers. */
function listOf(codes) {
  const rows = codes.map((code) => {
    const number = Number(countries.alpha2ToNumeric(code));
    return `{iso: '${code}', iso3: '${countries.alpha2ToAlpha3(code)}', m49: ${number}}`;
  });
  return `[${rows.join(", ")}]`;
}

const layouts = {
  own(rows) {
    const PARTNERS = 200;
    const MONTHS = YEARS * 12;
    const others = economies.filter((code) => code !== "US" && code !== "MX");
    const partners = [...others.slice(0, PARTNERS - 1), "MX"];
    const cells = PARTNERS * MONTHS;
    return `
      SELECT printf('%d-%02d', ${FIRST_YEAR} + (m // 12), 1 + m % 12) AS period,
             ${listOf(partners)}[1 + i % ${PARTNERS}].iso AS partner,
             CASE WHEN (i // ${cells}) % ${FLOWS} = 0 THEN 'export' ELSE 'import' END AS flow,
             printf('hs:%06d', 10100 + (i // ${cells * FLOWS})) AS product,
             (hash(i) % 100000000)::BIGINT AS value
      FROM (SELECT i, (i // ${PARTNERS}) % ${MONTHS} AS m FROM range(${rows}) AS t(i))`;
  },

  comtrade(rows) {
    const [CHAPTERS, HEADINGS, SUBHEADINGS] = [97, 4, 5];
    const products = 1 + CHAPTERS * (1 + HEADINGS * (1 + SUBHEADINGS));
    const reporters = ["US", "DE"];
    const cells = reporters.length * YEARS * FLOWS;
    // The world takes the place of one partner.
    const size = Math.max(2, Math.round(rows / products / cells) - 1);
    const others = economies.filter((code) => !reporters.includes(code) && code !== "MX");
    const partners = ["MX", ...others].slice(0, size);
    const from = `
      WITH leaves AS (
        SELECT r, y, f, p, printf('%02d%02d%02d', c + 1, h + 1, s * 10 + 10) AS code,
               (hash(r, y, f, p, c, h, s) % 100000000)::BIGINT AS value
        FROM range(${reporters.length}) t1(r), range(${YEARS}) t2(y), range(${FLOWS}) t3(f),
             range(${partners.length}) t4(p), range(${CHAPTERS}) t5(c), range(${HEADINGS}) t6(h),
             range(${SUBHEADINGS}) t7(s)),
      products AS (
        SELECT r, y, f, p, coalesce(code6, code4, code2, 'TOTAL') AS code, sum(value) AS value
        FROM (SELECT *, code AS code6, code[:4] AS code4, code[:2] AS code2 FROM leaves)
        GROUP BY GROUPING SETS ((r, y, f, p), (r, y, f, p, code2), (r, y, f, p, code4),
                                (r, y, f, p, code6))),
      partners AS (
        SELECT r, y, f, p, code, value FROM products
        UNION ALL SELECT r, y, f, -1 AS p, code, sum(value) FROM products GROUP BY r, y, f, code)
      SELECT *, ${FIRST_YEAR} + y AS year, ${listOf(reporters)}[r + 1] AS own,
             CASE WHEN p < 0 THEN {iso: 'W0', iso3: 'W00', m49: 0}
                  ELSE ${listOf(partners)}[p + 1] END AS other
      FROM partners ORDER BY year, r, f, p, code`;
    return `
      SELECT 'C' AS typeCode, 'A' AS freqCode, year * 10000 + 101 AS refPeriodId, year AS refYear,
             52 AS refMonth, year AS period, own.m49 AS reporterCode, own.iso3 AS reporterISO,
             own.iso AS reporterDesc, CASE f WHEN 0 THEN 'X' ELSE 'M' END AS flowCode,
             CASE f WHEN 0 THEN 'Export' ELSE 'Import' END AS flowDesc, other.m49 AS partnerCode,
             other.iso3 AS partnerISO, other.iso AS partnerDesc, 0 AS partner2Code,
             'W00' AS partner2ISO, 'World' AS partner2Desc, 'H6' AS classificationCode,
             'HS' AS classificationSearchCode, 'true' AS isOriginalClassification,
             code AS cmdCode, 'Some product of this code' AS cmdDesc,
             CASE code WHEN 'TOTAL' THEN 0 ELSE length(code) END AS aggrLevel,
             'false' AS isLeaf, 'C00' AS customsCode, 'TOTAL CPC' AS customsDesc, 0 AS mosCode,
             0 AS motCode, 'TOTAL MOT' AS motDesc, -1 AS qtyUnitCode, 'N/A' AS qtyUnitAbbr,
             0 AS qty, 'false' AS isQtyEstimated, -1 AS altQtyUnitCode, 'N/A' AS altQtyUnitAbbr,
             0 AS altQty, 'false' AS isAltQtyEstimated, 0 AS netWgt, 'true' AS isNetWgtEstimated,
             0 AS grossWgt, 'false' AS isGrossWgtEstimated,
             CASE f WHEN 0 THEN NULL ELSE value END AS cifvalue,
             CASE f WHEN 0 THEN value ELSE NULL END AS fobvalue, value AS primaryValue,
             4 AS legacyEstimationFlag, 'false' AS isReported, 'true' AS isAggregate
      FROM (${from})`;
  },

  baci(rows) {
    const MOST = 220;
    const PRODUCTS = 97 * 52;
    const kept = economies.filter((code) => code !== "US" && code !== "MX").slice(0, MOST - 2);
    const codes = ["US", "MX", ...kept];
    const pairs = codes.length * (codes.length - 1);
    const each = Math.min(PRODUCTS, Math.ceil(rows / pairs));
    const step = Math.max(1, Math.floor(PRODUCTS / each));
    return `
      SELECT ${FIRST_YEAR} AS t, ${listOf(codes)}[1 + a].m49 AS i,
             ${listOf(codes)}[1 + (a + 1 + b) % ${codes.length}].m49 AS j,
             printf('%02d%04d', 1 + c // 52, 1010 + (c % 52) * 10) AS k,
             printf('%.3f', (hash(n) % 100000000) / 1000.0) AS v,
             printf('%.3f', (hash(n + 1) % 10000000) / 1000.0) AS q
      FROM (SELECT n, n // ${each} // ${codes.length - 1} AS a,
                   n // ${each} % ${codes.length - 1} AS b,
                   (n // ${each} + n % ${each} * ${step}) % ${PRODUCTS} AS c
            FROM range(${rows}) AS t(n))`;
  },
};

const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB" });
const connection = await instance.connect();
const format = file.endsWith(".parquet") ? "FORMAT parquet" : "FORMAT csv, HEADER";
await connection.run(`COPY (${layouts[layout](Number(count))}) TO '${file}' (${format})`);
