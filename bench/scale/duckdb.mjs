// The question as plain SQL in DuckDB, by the same package. Argument: the file.
import { DuckDBInstance } from "@duckdb/node-api";

const [file] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const result = await connection.runAndReadAll(`
  SELECT left(period, 4) AS year, flow, sum(value) AS value
  FROM '${file}' WHERE partner = 'MX' GROUP BY ALL ORDER BY ALL`);
const sums = {};
for (const [year, flow, value] of result.getRows()) {
  sums[year] = (sums[year] ?? 0n) + (flow === "export" ? BigInt(value) : -BigInt(value));
}
for (const [year, balance] of Object.entries(sums)) console.log(`${year} ${balance}`);
