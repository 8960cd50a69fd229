// The question row by row with csv-parse, as one would write it at first. Argument: the file.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

const [file] = process.argv.slice(2);
const sums = {};
for await (const { period, partner, flow, value } of createReadStream(file).pipe(
  parse({ columns: true }),
)) {
  if (partner !== "MX") continue;
  const year = period.slice(0, 4);
  sums[year] = (sums[year] ?? 0) + (flow === "export" ? Number(value) : -Number(value));
}
for (const [year, balance] of Object.entries(sums).sort()) console.log(`${year} ${balance}`);
