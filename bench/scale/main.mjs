// One question, trade-metrics balance of one partner, over generated trade records, against the same
// question in other tools: whole-process wall time and peak memory, each process measured alike.
//   npm run bench:scale               2 and 20 million records
//   npm run bench:scale -- 200000     any other numbers of records
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statfsSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(2_000_000, 20_000_000);
const RUNS = 3;
const BYTES_PER_RECORD = 60;

const folder = mkdtempSync(join(tmpdir(), "trade-metrics-bench-"));
const clear = () => rmSync(folder, { recursive: true, force: true });
process.on("exit", clear);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

const { bavail, bsize } = statfsSync(folder);
const needed = Math.max(...sizes) * BYTES_PER_RECORD;
if (bavail * bsize < needed) {
  console.error(`${folder}: needs ${megabytes(needed)} of free space`);
  process.exit(2);
}

const node = process.execPath;
/** Debian's pandas belongs to Debian's Python, which need not be the first on the path. */
const python =
  ["python3", "/usr/bin/python3"].find((one) => works([one, "-c", "import pandas"])) ?? "python3";
const years = Array.from({ length: 10 }, (_, at) => 2015 + at);
const script = (name) => join("bench", "scale", name);
const ours = (file) => [
  ...[node, "bin/trade-metrics.js", "balance", "--partner", "MX", "--period", "2015..2024"],
  ...["--data", file, "--format", "csv"],
];
const miller = (file) => [
  ...["mlr", "--icsv", "--ojson", "filter", '$partner == "MX"', "then", "put"],
  '$year = sub($period, "-.*", ""); $signed = $flow == "export" ? $value : -$value',
  ...["then", "stats1", "-a", "sum", "-f", "signed", "-g", "year", file],
];
const contestants = [
  { id: "ours", title: "trade-metrics, CSV", command: ours, file: "records.csv", runs: RUNS },
  {
    id: "duckdb",
    title: "DuckDB SQL, CSV",
    command: (file) => [node, script("duckdb.mjs"), file],
    file: "records.csv",
    runs: RUNS,
  },
  {
    id: "oursParquet",
    title: "trade-metrics, Parquet",
    command: ours,
    file: "records.parquet",
    runs: RUNS,
  },
  {
    id: "duckdbParquet",
    title: "DuckDB SQL, Parquet",
    command: (file) => [node, script("duckdb.mjs"), file],
    file: "records.parquet",
    runs: RUNS,
  },
  {
    id: "miller",
    title: "Miller, CSV",
    command: miller,
    file: "records.csv",
    needs: ["mlr", "--version"],
  },
  {
    id: "pandas",
    title: "pandas, CSV",
    command: (file) => [python, script("pandas_balance.py"), file],
    file: "records.csv",
    needs: [python, "-c", "import pandas"],
  },
  {
    id: "naive",
    title: "csv-parse row by row",
    command: (file) => [node, script("csv-parse.mjs"), file],
    file: "records.csv",
  },
];

const { model } = cpus()[0];
console.log(
  `${cpus().length} x ${model.trim()}, Node ${process.version}, best of up to ${RUNS} runs`,
);
const results = new Map();
for (const size of sizes) {
  const made = spawnSync(node, [script("generate.mjs"), folder, String(size)], {
    stdio: "inherit",
  });
  if (made.status !== 0) process.exit(2);
  const file = statSync(join(folder, "records.csv")).size;
  console.log(`\n${size.toLocaleString("en")} records, ${megabytes(file)} of CSV`);
  results.set(size, await compare(size));
}
judge();

function works([program, ...rest]) {
  return spawnSync(program, rest).status === 0;
}

/** Runs all contestants in turn, so that a busy machine slows them alike. */
async function compare(size) {
  const best = new Map();
  let expected = null;
  for (let run = 0; run < RUNS; run += 1) {
    for (const { id, command, file, needs, runs = 1 } of contestants) {
      if (run >= runs || (needs && !works(needs))) continue;
      const [program, ...rest] = command(join(folder, file));
      const measured = await measure(program, rest);
      const balances = balancesIn(measured.output);
      expected ??= balances;
      if (balances !== expected)
        throw new Error(`${id} answers otherwise at ${size} records:\n${balances}\n${expected}`);
      const known = best.get(id);
      best.set(id, {
        seconds: Math.min(measured.seconds, known?.seconds ?? Number.POSITIVE_INFINITY),
        peak: Math.max(measured.peak, known?.peak ?? 0),
      });
    }
  }
  const base = best.get("ours").seconds;
  for (const { id, title } of contestants) {
    const one = best.get(id);
    const line = one
      ? `${one.seconds.toFixed(2).padStart(8)} s  ${megabytes(one.peak).padStart(9)}  x ${(one.seconds / base).toFixed(2)}`
      : "not installed";
    console.log(`${title.padEnd(24)} ${line}`);
  }
  return best;
}

/** Wall time of a process from start to end, and the most memory that it held at once. */
function measure(program, rest) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program, rest, { stdio: ["ignore", "pipe", "pipe"] });
    let peak = 0;
    let output = "";
    let errors = "";
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 20);
    child.stdout.on("data", (text) => {
      output += text;
    });
    child.stderr.on("data", (text) => {
      errors += text;
    });
    child.on("error", reject);
    child.on("close", (status) => {
      clearInterval(watch);
      if (status !== 0) reject(new Error(`${program}: ${errors}`));
      else resolve({ seconds: Number(process.hrtime.bigint() - start) / 1e9, peak, output });
    });
  });
}

/** The high-water mark of a process's memory in bytes; 0 where the system does not tell. */
function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}

/** The balance of every year, from whatever a contestant printed. */
function balancesIn(output) {
  const rows = output.includes("partner,")
    ? output
        .split("\n")
        .slice(1)
        .map((line) => line.split(","))
    : null;
  const found = new Map();
  if (rows) for (const cells of rows) found.set(cells[2], cells[5]);
  else
    for (const [, year, value] of output.matchAll(/(\d{4})"?(?:,\s+"signed_sum":)?\s+(-?\d+)/g))
      found.set(year, value);
  return years.map((year) => `${year} ${found.get(String(year))}`).join("\n");
}

/** Whether the targets are met at the largest size; ends with 1 where one is missed. */
function judge() {
  const largest = Math.max(...sizes);
  const smallest = Math.min(...sizes);
  const best = results.get(largest);
  const time = (id) => best.get(id)?.seconds;
  const targets = [
    ["at most 1.25 times DuckDB's time", time("ours") / time("duckdb"), (ratio) => ratio <= 1.25],
    ["at least 4 times faster than Miller", time("miller") / time("ours"), (ratio) => ratio >= 4],
    ["at least 2 times faster than pandas", time("pandas") / time("ours"), (ratio) => ratio >= 2],
    ["peak memory under 1 GB", best.get("ours").peak / 2 ** 30, (share) => share < 1],
  ];
  if (smallest < largest) {
    const growth = time("ours") / results.get(smallest).get("ours").seconds;
    targets.push([
      "time grows no faster than the records",
      growth / (largest / smallest),
      (one) => one <= 1.1,
    ]);
  }
  console.log(`\nTargets at ${largest.toLocaleString("en")} records`);
  for (const [title, value, met] of targets) {
    if (Number.isNaN(value)) console.log(`${title}: not measured`);
    else {
      console.log(`${title}: ${value.toFixed(2)}, ${met(value) ? "met" : "missed"}`);
      if (!met(value)) process.exitCode = 1;
    }
  }
}

function megabytes(bytes) {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
