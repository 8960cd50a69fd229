// How many files the main command reads, how many bytes, and how many of code that the build compiled:
// each costs time at every start. Fails where one is over a tenth more than what is recorded here.
// `--list` names them.
import { spawnSync } from "node:child_process";
import { relative, resolve } from "node:path";

const RECORDED = { files: 10, bytes: 248_623, compiled: 518_000 };
const MARGIN = 1.1;

const hook = resolve("scripts/read-files.cjs");
const command = ["bin/trade-metrics.js", "deficit-ratio", "--partner", "MX", "--json"];
const { status, stderr } = spawnSync(process.execPath, ["--require", hook, ...command], {
  encoding: "utf8",
  env: { PATH: process.env.PATH, TRADE_METRICS_STORE: resolve("no-store") },
});
if (status !== 0) throw new Error(stderr);

const read = Object.entries(JSON.parse(stderr.slice(stderr.lastIndexOf("\n") + 1)));
const isCompiled = ([path]) => path.endsWith(".cache");
const now = {
  files: read.length,
  bytes: bytesOf(read.filter((one) => !isCompiled(one))),
  compiled: bytesOf(read.filter(isCompiled)),
};
if (process.argv.includes("--list")) {
  for (const [path, bytes] of read)
    console.log(`${String(bytes).padStart(8)}  ${relative(".", path)}`);
}
for (const [what, most] of Object.entries(RECORDED)) {
  const isMore = now[what] > most * MARGIN;
  const outcome = isMore
    ? "over a tenth more (load it later, or record it in scripts/check-start.mjs)"
    : "within a tenth";
  console.log(`${what} at the start: ${now[what]}, recorded ${most}: ${outcome}`);
  // None at all: the build has left something out.
  if (isMore || now[what] === 0) process.exitCode = 1;
}

function bytesOf(files) {
  return files.reduce((sum, [, bytes]) => sum + bytes, 0);
}
