// Writes trade records of our own layout, as CSV and as Parquet, with DuckDB: every combination of
// partner, month, flow and HS6 product is one record. Arguments: folder, number of records.
import { DuckDBInstance } from "@duckdb/node-api";
import countries from "i18n-iso-countries";

const [folder, count] = process.argv.slice(2);
const PARTNERS = 200;
const MONTHS = 120;
const codes = Object.keys(countries.getAlpha2Codes()).filter((code) => code !== "US");
const list = codes.slice(0, PARTNERS - 1).concat("MX");
const partners = [...new Set(list)].map((code) => `'${code}'`).join(", ");
const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB" });
const connection = await instance.connect();
const size = [...new Set(list)].length;
const records = `
  SELECT printf('%d-%02d', 2015 + (m // 12), 1 + m % 12) AS period,
         [${partners}][1 + (i % ${size})] AS partner,
         CASE WHEN (i // ${size * MONTHS}) % 2 = 0 THEN 'export' ELSE 'import' END AS flow,
         printf('hs:%06d', 10100 + (i // ${size * MONTHS * 2})) AS product,
         (hash(i) % 100000000)::BIGINT AS value
  FROM (SELECT i, (i // ${size}) % ${MONTHS} AS m FROM range(${Number(count)}) AS t(i))`;
for (const [name, settings] of [
  ["records.csv", "FORMAT csv, HEADER"],
  ["records.parquet", "FORMAT parquet"],
]) {
  await connection.run(`COPY (${records}) TO '${folder}/${name}' (${settings})`);
}
