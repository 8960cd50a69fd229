// How long it takes to verify the embedded reports and to search what their authors did instead, in
// this process, data already open. Processor time decides, because other programs do not change it.
import { readFileSync } from "node:fs";
import { openClaimSources, readClaimFile, verify } from "../dist/lib/claims/index.js";

const RUNS = 7;
const TARGET = 1000;
const options = { only: null, group: null, failOn: [] };

console.log(
  `Node ${process.version}; processor time; median of ${RUNS} runs in one process, the first apart`,
);
for (const id of ["wilson-2025", "epi-2025"]) {
  const path = new URL(`../fixtures/reports/${id}.yaml`, import.meta.url);
  const { file } = readClaimFile(readFileSync(path, "utf8"), id);
  const times = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const sources = await openClaimSources(file, []);
    const start = process.cpuUsage();
    verify(file, sources, options);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  const [first, ...others] = times;
  const middle = others.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  const met = first <= TARGET;
  console.log(
    `${id.padEnd(12)} ${String(file.claims.length).padStart(3)} claims: first ${first.toFixed(0)} ms, then ${middle.toFixed(0)} ms; target ${TARGET} ms: ${met ? "met" : "missed"}`,
  );
  if (!met) process.exitCode = 1;
}
