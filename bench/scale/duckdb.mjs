// Sums in plain SQL in DuckDB, by the package that trade-metrics uses. Argument: the SQL. Prints the
// rows as JSON, every value as text.
import { DuckDBInstance } from "@duckdb/node-api";

const [sql] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const result = await connection.runAndReadAll(sql);
console.log(JSON.stringify(result.getRows().map((row) => row.map(String))));
