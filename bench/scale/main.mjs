// Questions about large files, put to trade-metrics and, as the same sums in SQL, to DuckDB by the same
// package: whole processes, started in turn; medians of their times, and the most memory of any.
//   npm run bench:scale                    everything, five runs each
//   npm run bench:scale -- --scale 0.01    files of a hundredth of the records
//   npm run bench:scale -- --runs 7 --file baci --only rca
//   npm run bench:scale -- --folder DIR     the files are left there, and taken from there the next time
//   npm run bench:scale -- --others        one partner in other tools as well (slow)
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { lineCounter, measure, median } from "./measure.mjs";
import { others } from "./others.mjs";
import { files, questions } from "./questions.mjs";

const { values: asked } = parseArgs({
  options: {
    scale: { type: "string", default: "1" },
    runs: { type: "string", default: "5" },
    file: { type: "string" },
    only: { type: "string" },
    folder: { type: "string" },
    others: { type: "boolean", default: false },
  },
});
const RUNS = Number(asked.runs);
const GOAL = { ratio: 1.25, bytes: 700 * 2 ** 20 };
const MOST_BYTES_A_RECORD = { own: 40, comtrade: 240, baci: 40 };

const folder = asked.folder ?? mkdtempSync(join(tmpdir(), "trade-metrics-bench-"));
if (asked.folder) mkdirSync(folder, { recursive: true });
else process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

const node = process.execPath;
const script = (name) => join("bench", "scale", name);
console.log(
  `${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.version}, ${RUNS} runs each`,
);
for (const [id, file] of Object.entries(files)) {
  const own = questions.filter(
    (one) => one.file === id && (!asked.only || one.title.includes(asked.only)),
  );
  if ((asked.file && asked.file !== id) || own.length === 0) continue;
  const path = generate(id, file);
  console.log(
    `\n${file.title}${asked.scale === "1" ? "" : `, times ${asked.scale}`}: ${megabytes(statSync(path).size)}`,
  );
  for (const question of own) {
    try {
      await compare(question, path);
    } catch (error) {
      // The others are still asked.
      console.log(`  ${error.message}`);
      process.exitCode = 1;
    }
  }
  if (asked.others && id === "own") await compareOthers(path);
  if (!asked.folder) rmSync(path);
}

function generate(id, { layout, records, ending }) {
  const count = Math.round(records * Number(asked.scale));
  const path = join(folder, `${id}-${count}.${ending}`);
  if (existsSync(path)) return path;
  const { bavail, bsize } = statfsSync(folder);
  const needed = count * MOST_BYTES_A_RECORD[layout];
  if (bavail * bsize < needed) {
    console.error(`${folder}: needs ${megabytes(needed)} of free space`);
    process.exit(2);
  }
  const words = [script("generate.mjs"), layout, String(count), path];
  if (spawnSync(node, words, { stdio: "inherit" }).status !== 0) process.exit(2);
  return path;
}

/** Both in turn, so that a busy machine slows them alike; their figures must be the same. */
async function compare({ title, words, sql, figures, counted, positional }, path) {
  const data = positional ? [path] : ["--data", path];
  const ours = [node, ["bin/trade-metrics.js", ...words, ...data, "--json"]];
  const theirs = sql && [node, [script("duckdb.mjs"), sql(path)]];
  const runs = { ours: [], theirs: [] };
  for (let run = 0; run < RUNS; run += 1) {
    const counter = counted && lineCounter(counted);
    const one = await measure(spawn, ...ours, counter?.take);
    if (one.status !== 0) {
      console.log(`  ${title}: not answered (${one.errors.split("\n")[0]})`);
      return;
    }
    runs.ours.push(one);
    if (!theirs) continue;
    const other = await measure(spawn, ...theirs);
    if (other.status !== 0) throw new Error(other.errors);
    runs.theirs.push(other);
    const mine = () => (counter ? [String(counter.count())] : oursOf(one.output, figures));
    if (run === 0) requireSame(title, mine(), theirsOf(other.output));
  }
  const [mine, peak] = [median(runs.ours.map(({ seconds }) => seconds)), most(runs.ours)];
  let line = `  ${title}: ${mine.toFixed(2)} s, ${megabytes(peak)}`;
  let isMet = peak <= GOAL.bytes;
  if (theirs) {
    const ratio = median(runs.ours.map(({ seconds }, at) => seconds / runs.theirs[at].seconds));
    const seconds = median(runs.theirs.map((one) => one.seconds));
    line += `; DuckDB ${seconds.toFixed(2)} s, ${megabytes(most(runs.theirs))}; ratio ${ratio.toFixed(2)}`;
    isMet &&= ratio <= GOAL.ratio;
    // Which other work on the machine bears less on.
    const [own, other] = [runs.ours, runs.theirs].map((all) => median(all.map(processorOf)));
    line += `; of the processor ${own.toFixed(2)} and ${other.toFixed(2)} s, ratio ${(own / other).toFixed(2)}`;
  }
  console.log(`${line}${isMet ? "" : " (goal missed)"}`);
}

function processorOf({ processor }) {
  return processor;
}

async function compareOthers(path) {
  for (const { title, command, needs } of others) {
    if (needs && spawnSync(needs[0], needs.slice(1)).status !== 0) {
      console.log(`  ${title}: not installed`);
      continue;
    }
    const [program, ...words] = command(path);
    const { seconds, peak } = await measure(spawn, program, words);
    console.log(`  one partner, ${title}: ${seconds.toFixed(2)} s, ${megabytes(peak)}`);
  }
}

function oursOf(output, figures) {
  const { rows } = JSON.parse(output);
  const found = rows.map(figures);
  return found.filter((one) => one !== null).map(comparable);
}

function theirsOf(output) {
  return JSON.parse(output).map(comparable);
}

/** Figures as one text; those with a point are ratios, of which nine digits are compared. */
function comparable(figures) {
  return figures
    .map((text) => (/^-?\d*\.\d+(e-?\d+)?$/i.test(text) ? Number(text).toPrecision(9) : text))
    .join(" ");
}

function requireSame(title, mine, theirs) {
  const [a, b] = [mine.sort().join("\n"), theirs.sort().join("\n")];
  if (a === b) return;
  throw new Error(`${title}: the answers differ\n${a.slice(0, 500)}\n---\n${b.slice(0, 500)}`);
}

function most(runs) {
  return Math.max(...runs.map(({ peak }) => peak));
}

function megabytes(bytes) {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
