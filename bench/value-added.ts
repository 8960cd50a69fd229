/**
 * npm run bench:value-added [-- <world table of 2011> [--alone]]
 *
 * Value added in exports on a table of the size of the OECD's (77 economies x 45 industries, 3465
 * rows, spectral radius above 0.6) and on a real one, beside NumPy and pandas where python3 (or PYTHON)
 * has them, and the R package decompr where Rscript has it (R_LIBS). Figures are milliseconds, the best
 * of three runs (of one run where all exporters are decomposed), and of the processor, which tells more
 * where other work runs beside it. `--alone` leaves the large table out.
 */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerDecompose } from "../src/cli/value-added.ts";
import { jsonRenderer } from "../src/render/json.ts";
import { plain } from "../src/render/paint.ts";
import {
  createTable,
  type DecomposeEachOptions,
  decompose,
  decomposeEach,
  type InputOutputTable,
  originOfValueAdded,
  readTable,
} from "../src/value-added/index.ts";
import { modelOf } from "../src/value-added/model.ts";

const ECONOMIES = 77;
const INDUSTRIES = 45;
const RUNS = 3;

async function main(): Promise<void> {
  const [first, path] = process.argv.slice(2);
  const alone = path === "--alone";
  if (first === "--read") return readOnce(path!);
  if (first === "--by-partner") return byPartner(path!);
  if (!alone) await generated();
  const world = first ?? join("..", "shared", "data", "wiod", "wiot_2011.csv.gz");
  if (!existsSync(world)) return;
  const table = await readTable(world);
  console.log(`\n${world}: ${table.labels.length} rows`);
  reading(world, table.flows.byteLength);
  computing(table);
  decomposing(table);
  asJson(world);
  const folder = mkdtempSync(join(tmpdir(), "value-added-"));
  others(table, "-", folder, true);
  rmSync(folder, { recursive: true });
}

async function generated(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "value-added-"));
  try {
    const table = generate();
    console.log(`${table.labels.length} rows, spectral radius ${spectralRadius(table).toFixed(3)}`);
    const path = join(folder, "table.csv");
    await write(table, path);
    reading(path, table.flows.byteLength);
    computing(table);
    decomposing(table);
    asJson(path);
    others(table, path, folder, false);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Everything that `decompose --exporter all` can be asked for, each from a table of its own. */
function decomposing(table: InputOutputTable): void {
  const ways: readonly (readonly [string, Omit<DecomposeEachOptions, "exporters">])[] = [
    ["Borin and Mancini, source", {}],
    ["Borin and Mancini, sink", { approach: "sink" }],
    ["Borin and Mancini, world", { perimeter: "world" }],
    ["Borin and Mancini, industry", { perimeter: "industry" }],
    ["Koopman, Wang and Wei, totals", { method: "koopman-wang-wei", detail: false }],
    ["Wang, Wei and Zhu", { method: "wang-wei-zhu" }],
    ["OECD", { method: "oecd" }],
  ];
  const run = (of: InputOutputTable, options: Omit<DecomposeEachOptions, "exporters">) => {
    let worst = 0;
    for (const one of decomposeEach(of, { ...options, exporters: of.economies })) {
      worst = Math.max(worst, one.solve.residual);
    }
    return worst;
  };
  for (const [name, options] of ways) {
    best(`all exporters: ${name}`, () => run({ ...table }, options), 1);
  }
  const same = { ...table };
  best(
    "all exporters: all of these in one run",
    () => Math.max(...ways.map(([, options]) => run(same, options))),
    1,
  );
}

/** The longest answer as JSON, in a process of its own. */
function asJson(path: string): void {
  const child = spawnSync(
    process.execPath,
    [...process.execArgv, process.argv[1]!, "--by-partner", path],
    { encoding: "utf8" },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  const { milliseconds, maxRSS, rows } = JSON.parse(child.stdout) as Record<string, number>;
  report(`decompose --exporter all --by partner --json, ${rows} rows`, milliseconds!);
  console.log(`${"  peak memory".padEnd(58)} ${(maxRSS! / 1e6).toFixed(0).padStart(8)} MB`);
}

async function byPartner(path: string): Promise<void> {
  const start = performance.now();
  const answer = await answerDecompose({
    ...{ table: [path], exporter: "all", method: "borin-mancini", by: "partner" },
  });
  const text = await jsonRenderer.render(answer, {
    ...{ digits: null, paint: plain, width: 80, chart: false, chartKind: null },
  });
  for (const piece of text) writeFileSync("/dev/null", piece);
  const milliseconds = performance.now() - start;
  const { maxRSS } = process.resourceUsage();
  const { length } = answer.result.rows;
  console.log(JSON.stringify({ milliseconds, maxRSS: maxRSS * 1024, rows: length }));
}

/** In a process of its own, so that its memory is its own. */
async function readOnce(path: string): Promise<void> {
  const start = performance.now();
  const table = await readTable(path);
  const milliseconds = performance.now() - start;
  const { maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ milliseconds, maxRSS: maxRSS * 1024, rows: table.labels.length }));
}

function reading(path: string, matrixBytes: number): void {
  const runs = Array.from({ length: RUNS }, () => {
    const script = process.argv[1]!;
    const child = spawnSync(process.execPath, [...process.execArgv, script, "--read", path], {
      encoding: "utf8",
    });
    if (child.status !== 0) throw new Error(child.stderr);
    return JSON.parse(child.stdout) as { milliseconds: number; maxRSS: number };
  });
  report("reading the table", Math.min(...runs.map((run) => run.milliseconds)));
  const peak = Math.min(...runs.map((run) => run.maxRSS));
  const times = (peak / matrixBytes).toFixed(2);
  console.log(
    `${"  peak memory".padEnd(58)} ${(peak / 1e6).toFixed(0).padStart(8)} MB, ${times} x the matrix`,
  );
}

function computing(table: InputOutputTable): void {
  const exporter = table.economies[5]!;
  // A new object each time, so that nothing is kept from the run before.
  const fresh = (): InputOutputTable => ({ ...table });
  best(
    "one exporter: origin of its value added",
    () => originOfValueAdded(fresh(), { exporters: [exporter], solver: "krylov" }).solve.residual,
  );
  best(
    "all exporters: origin of their value added",
    () => originOfValueAdded(fresh(), { solver: "krylov" }).solve.residual,
  );
  best(
    "all exporters by partner",
    () => originOfValueAdded(fresh(), { by: "partner", solver: "krylov" }).solve.residual,
  );
  best(
    "one exporter: Borin and Mancini, by industry and partner",
    () => decompose(fresh(), { exporter, solver: "krylov" }).solve.residual,
  );
  best("full inverse", () => modelOf(fresh(), "inverse").system.inverse().length, 1);
}

/** The same with other tools; decompr alone takes minutes for the larger table. */
function others(table: InputOutputTable, path: string, folder: string, withDecompr: boolean): void {
  const matrices = { flows: table.flows, demand: table.finalDemand, output: table.output };
  const files = Object.entries(matrices).map(([name, { buffer }]) => {
    const file = join(folder, `${name}.f64`);
    writeFileSync(file, Buffer.from(buffer));
    return file;
  });
  const economies = String(table.economies.length);
  const beside = (name: string) => join(import.meta.dirname, name);
  const python = [process.env.PYTHON ?? "python3", "/usr/bin/python3"].find(
    (command) => spawnSync(command, ["-c", "import numpy"]).status === 0,
  );
  if (python === undefined) console.log("NumPy: not installed");
  else {
    const script = beside("value-added-numpy.py");
    spawnSync(python, [script, ...files, path, economies], { stdio: "inherit" });
  }
  if (!withDecompr) return;
  if (spawnSync("Rscript", ["-e", "library(decompr)"]).status !== 0) {
    console.log("decompr: not installed");
    return;
  }
  spawnSync("Rscript", [beside("value-added-decompr.R"), ...files, economies], {
    stdio: "inherit",
  });
}

function best(name: string, run: () => number, runs = RUNS): void {
  let shortest = Number.POSITIVE_INFINITY;
  let processor = Number.POSITIVE_INFINITY;
  let result = 0;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    const before = process.cpuUsage();
    result = run();
    const { user, system } = process.cpuUsage(before);
    processor = Math.min(processor, (user + system) / 1000);
    shortest = Math.min(shortest, performance.now() - start);
  }
  const residual = result < 1 ? `residual ${result.toExponential(1)}` : "";
  report(name, shortest, `${processor.toFixed(0).padStart(8)} of processor ${residual}`);
}

function report(name: string, milliseconds: number, note = ""): void {
  console.log(`${name.padEnd(58)} ${milliseconds.toFixed(0).padStart(8)} ms ${note}`);
}

/** Balanced, value added a quarter of output or more, most inputs from home as in published tables. */
function generate(): InputOutputTable {
  const n = ECONOMIES * INDUSTRIES;
  let seed = 2022;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const flows = new Float64Array(n * n);
  const inputs = new Float64Array(n);
  const sales = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const isHome = Math.floor(i / INDUSTRIES) === Math.floor(j / INDUSTRIES);
      const flow = Math.round((isHome ? 250 : 1) * random() ** 3 * 1e8) / 1e6;
      flows[i * n + j] = flow;
      inputs[j]! += flow;
      sales[i]! += flow;
    }
  }
  const finalDemand = new Float64Array(n * ECONOMIES);
  for (let i = 0; i < n; i++) {
    const output = Math.max(inputs[i]!, sales[i]!) / (0.62 + 0.13 * random());
    const rest = output - sales[i]!;
    const home = Math.floor(i / INDUSTRIES);
    for (let g = 0; g < ECONOMIES; g++) {
      finalDemand[i * ECONOMIES + g] = rest * (g === home ? 0.8 : 0.2 / (ECONOMIES - 1));
    }
  }
  const economies = Array.from({ length: ECONOMIES }, (_, g) => `E${String(g).padStart(2, "0")}`);
  const industries = Array.from({ length: INDUSTRIES }, (_, i) => `I${i}`);
  return createTable({ economies, industries, flows, finalDemand });
}

async function write(table: InputOutputTable, path: string): Promise<void> {
  const n = table.labels.length;
  const file = createWriteStream(path);
  const demand = table.economies.map((economy) => `${economy}_FD`);
  file.write(`row,${table.labels.join(",")},${demand.join(",")},OUT\n`);
  for (let i = 0; i < n; i++) {
    const cells = [...table.flows.subarray(i * n, (i + 1) * n)].map((value) => value.toFixed(6));
    for (let g = 0; g < ECONOMIES; g++) {
      cells.push(table.finalDemand[i * ECONOMIES + g]!.toFixed(6));
    }
    const line = `${table.labels[i]},${cells.join(",")},${table.output[i]!.toFixed(6)}\n`;
    if (!file.write(line)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

function spectralRadius(table: InputOutputTable): number {
  const n = table.labels.length;
  const { inverseOutput } = modelOf(table).system;
  let vector = new Float64Array(n).fill(1);
  let radius = 0;
  for (let step = 0; step < 30; step++) {
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += table.flows[i * n + j]! * inverseOutput[j]! * vector[j]!;
      next[i] = sum;
    }
    radius = Math.hypot(...next) / Math.hypot(...vector);
    vector = next;
  }
  return radius;
}

await main();
