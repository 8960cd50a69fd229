import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { template } from "../../src/sources/records/template.ts";
import { type ClickHouse, startClickhouse } from "./clickhouse.ts";

const page = readFileSync("docs/clickhouse.md", "utf8");
const definition = /```sql\n(CREATE TABLE[\s\S]*?);\n```/.exec(page)![1]!;
const columns = [...definition.matchAll(/^ {4}(\w+) +[A-Z]\w+\(/gm)].map(([, name]) => name!);

let server: ClickHouse;
beforeAll(async () => {
  server = await startClickhouse();
});
afterAll(() => server.stop());

async function asked(sql: string): Promise<string> {
  const url = `http://127.0.0.1:${server.port}/?query=${encodeURIComponent(sql)}`;
  return (await (await fetch(url)).text()).trim();
}

it("the page's definition makes a table of the columns that it names", async () => {
  await server.write(definition);
  const sql =
    "SELECT name FROM system.columns WHERE table = 'records' ORDER BY position FORMAT TSV";
  expect((await asked(sql)).split("\n")).toEqual(columns);
});

it("the page's definition has every column of the file that a template begins", () => {
  const header = template.split("\n")[0]!.split(",");
  expect(header.filter((name) => !columns.includes(name))).toEqual([]);
});

it("the page's two commands run that definition, and load records into its table by column names", async () => {
  const [, file, insert] =
    /--queries-file (\S+)\nclickhouse-client --query "(INSERT[^"]+)" < records\.csv/
      .exec(page)!
      .map(String);
  expect(page).toContain(`\`${file}\`:\n\n\`\`\`sql\nCREATE TABLE records\n`);
  const csv =
    "period,partner,flow,value,product\n2024,MX,export,5.25,hs:27\n2024,MX,import,7,hs:87\n";
  expect(
    csv
      .split("\n")[0]!
      .split(",")
      .filter((name) => !columns.includes(name)),
  ).toEqual([]);
  await server.write(`${insert}\n${csv}`);
  const sql =
    "SELECT reporter, partner, flow, toFloat64(value), unit FROM records ORDER BY flow FORMAT CSV";
  expect((await asked(sql)).replaceAll('"', "").split("\n")).toEqual([
    "US,MX,export,5.25,USD",
    "US,MX,import,7,USD",
  ]);
});
