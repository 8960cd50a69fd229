// Questions about a table of ClickHouse, put to trade-metrics and, as SQL that a person would write, to
// the same server: whole processes, started in turn; medians of the seconds of the processor that each
// and the server took, the most memory of the client, and the bytes that were sent to it. The server is chdb (`npm run test:engines` installs it).
//   node bench/clickhouse/main.mjs                      1, 10 and 100 million records, three runs each
//   node bench/clickhouse/main.mjs --sizes 1000000 --runs 5
//   node bench/clickhouse/main.mjs --only chapter       the questions whose titles have that word
//   node bench/clickhouse/main.mjs --statements         and each statement, with its seconds and bytes
//   node bench/clickhouse/main.mjs --folder DIR         keeps the tables there, and uses those it has
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { measure, median, processorOf } from "../scale/measure.mjs";
import { definition, filling, YEARS } from "./table.mjs";

const { values: asked } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000000,10000000,100000000" },
    runs: { type: "string", default: "3" },
    folder: { type: "string" },
    only: { type: "string", default: "" },
    statements: { type: "boolean", default: false },
  },
});
const period = `${YEARS.first}..${YEARS.first + YEARS.count - 1}`;
const balance = "sumIf(value, flow = 'export') - sumIf(value, flow = 'import')";
const questions = [
  {
    title: "all partners, all years",
    words: ["balance", "--partner", "all", "--period", period],
    sql: (table) => `SELECT partner, period, ${balance} FROM ${table} GROUP BY 1, 2`,
    keyOf: ({ row, partner, period: year, value }) =>
      row === "member" ? [partner, year, value].join(" ") : null,
  },
  {
    title: "all partners together by chapter, all years",
    words: ["balance", "--by", "hs2", "--period", period],
    sql: (table) =>
      `SELECT substring(product, 1, 5) AS chapter, period, ${balance} FROM ${table} GROUP BY 1, 2`,
    keyOf: ({ row, product, period: year, value }) =>
      row === "member" ? [product, year, value].join(" ") : null,
  },
  {
    title: "one partner by chapter, all years",
    words: ["balance", "--partner", "MX", "--by", "hs2", "--period", period],
    sql: (table) =>
      `SELECT substring(product, 1, 5) AS chapter, period, ${balance} FROM ${table} WHERE partner = 'MX' GROUP BY 1, 2`,
    keyOf: ({ row, product, period: year, value }) =>
      row === "member" ? [product, year, value].join(" ") : null,
  },
];

const folder = asked.folder
  ? resolve(asked.folder)
  : mkdtempSync(join(tmpdir(), "trade-metrics-bench-"));
mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, ["test/engines/clickhouse-server.mjs"], {
  env: { ...process.env, CHDB: resolve(".engines"), DATA: folder, LOG: "1", PORT: "0" },
  stdio: ["ignore", "pipe", "pipe"],
});
process.on("exit", () => {
  server.kill();
  if (!asked.folder) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
const log = [];
createInterface({ input: server.stderr }).on("line", (line) => {
  if (line.startsWith('{"id":')) log.push(JSON.parse(line));
});
const port = Number((await once(server.stdout, "data"))[0].toString().trim());

/** A process and the server together: its measures, with the seconds of the processor of both. */
async function measured(command) {
  const before = processorOf(server.pid);
  const one = await measure(spawn, process.execPath, command);
  return { ...one, cpu: one.processor + processorOf(server.pid) - before };
}

function write(statement) {
  const words = ["--eval", "fetch(process.argv[1], { method: 'POST', body: process.argv[2] })"];
  const url = `http://127.0.0.1:${port}/write`;
  return measure(spawn, process.execPath, [...words, url, statement]);
}

async function rowsOf(table) {
  const sql = `SELECT count() FROM ${table}`;
  const { output } = await measure(spawn, process.execPath, [
    "bench/clickhouse/by-hand.mjs",
    String(port),
    sql,
  ]);
  return output === "" ? null : Number(JSON.parse(output)[0][0]);
}

/** Large fillings take longer than a request waits, so that they are waited for by their rows. */
async function fill(table, size) {
  if (((await rowsOf(table)) ?? 0) > 0) return;
  await write(definition().replace("records", table));
  await write(filling(table, size));
}

const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 0);
const tell = () => `load ${loadavg()[0].toFixed(1)}`;
console.log(`${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.version}, ${tell()}`);
console.log("| records | question | seconds | by hand | ratio | received | client |");
console.log("|---|---|---|---|---|---|---|");
for (const size of asked.sizes.split(",").map(Number)) {
  const table = `records_${size}`;
  await fill(table, size);
  const address = `clickhouse://127.0.0.1:${port}/default/${table}`;
  for (const { title, words, sql, keyOf } of questions.filter(({ title }) =>
    title.includes(asked.only),
  )) {
    const ours = [];
    const theirs = [];
    let received = 0;
    for (let run = 0; run < Number(asked.runs); run += 1) {
      const before = log.length;
      const command = ["bin/trade-metrics.js", ...words, "--data", address, "--json"];
      const one = await measured(command);
      if (one.status !== 0) throw new Error(one.errors);
      const sent = log.slice(before);
      received = sent.reduce((sum, { bytes }) => sum + bytes, 0);
      for (const { cpu, bytes, sql: text } of asked.statements && run === 0 ? sent : []) {
        console.log(`    ${cpu.toFixed(2)} s, ${bytes} bytes: ${text.slice(0, 200)}`);
      }
      const hand = ["bench/clickhouse/by-hand.mjs", String(port), sql(table)];
      const other = await measured(hand);
      if (other.status !== 0) throw new Error(other.errors);
      if (run === 0) requireSame(one.output, other.output, keyOf);
      ours.push(one);
      theirs.push(other);
    }
    const seconds = median(ours.map((one) => one.cpu));
    const byHand = median(theirs.map((one) => one.cpu));
    const ratio = median(ours.map((one, at) => one.cpu / theirs[at].cpu));
    const peak = Math.max(...ours.map((one) => one.peak));
    console.log(
      `| ${size / 1e6} M | ${title} | ${seconds.toFixed(2)} | ${byHand.toFixed(2)} | ${ratio.toFixed(2)} | ${megabytes(received)} MB | ${megabytes(peak)} MB |`,
    );
  }
}
console.log(tell());
process.exit(0);

function requireSame(ours, theirs, keyOf) {
  const mine = JSON.parse(ours)
    .rows.map(keyOf)
    .filter((key) => key !== null);
  const other = JSON.parse(theirs).map((row) => row.join(" "));
  if (mine.sort().join("\n") !== other.sort().join("\n")) throw new Error("the answers differ");
}
