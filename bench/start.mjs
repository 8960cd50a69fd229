// How long the main command takes beside an empty Node process: whole-process wall time, the two
// run in turn, the ratio of the medians. Fails when the ratio is above the target.
import { spawnSync } from "node:child_process";
import { hrtime } from "node:process";
import { median } from "./scale/measure.mjs";

const RUNS = 31;
const TARGET = 1.6;
const cases = {
  "node -e 0": ["-e", "0"],
  "deficit-ratio --partner MX": ["bin/trade-metrics.js", "deficit-ratio", "--partner", "MX"],
  "deficit-ratio --partner MX --json": [
    ...["bin/trade-metrics.js", "deficit-ratio", "--partner", "MX", "--json"],
  ],
};

const times = new Map(Object.keys(cases).map((name) => [name, []]));
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, arguments_] of Object.entries(cases))
    times.get(name).push(wallTime(arguments_));
}
const medians = new Map([...times].map(([name, all]) => [name, median(all)]));
const base = medians.get("node -e 0");
console.log(`Node ${process.version}, ${RUNS} runs each, alternating; median wall time`);
for (const [name, time] of medians) {
  console.log(
    `${name.padEnd(36)} ${time.toFixed(1).padStart(7)} ms  x ${(time / base).toFixed(2)}`,
  );
}
const ratio = medians.get("deficit-ratio --partner MX") / base;
console.log(`target: at most x ${TARGET}: ${ratio <= TARGET ? "met" : "missed"}`);
if (ratio > TARGET) process.exitCode = 1;

function wallTime(arguments_) {
  const start = hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, arguments_);
  const time = Number(hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(String(stderr));
  return time;
}
