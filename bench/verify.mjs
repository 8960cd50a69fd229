// How long it takes to verify the embedded reports and to search what their authors did instead, in
// this process, data already open; and a long text. Processor time decides, because other programs do not change it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

// A text of 5 MB, of which the claims hold some numbers: the whole command, its start included.
const MEGABYTES = 5;
const TEXT_TARGET = 10_000;
const folder = mkdtempSync(join(tmpdir(), "trade-metrics-bench-"));
const sentences = [
  "The deficit with Mexico was $152.5 billion in 2023, up from $127.8 billion in 2022.\n",
  "Imports from Canada fell 9.4 percent between 2015 and 2016; exports rose two and a half times.\n\n",
  "It was, as Table 7 says, two hundred and twelve billion (https://example.org/12).\n",
];
const text = sentences.join("").repeat(Math.ceil((MEGABYTES * 1e6) / sentences.join("").length));
const claims = Array.from({ length: 300 }, (_, at) => ({
  ...{ id: `claim-${at}`, where: { line: at * 8 + 1 }, says: "The deficit with Mexico" },
  ...{ reported: at % 2 === 0 ? "152.5" : "127.8", unit: "USD", scale: "billion" },
  compute: { metric: "balance", partner: "MX", period: at % 2 === 0 ? "2023" : "2022" },
}));
const report = { id: "bench", title: "B", publisher: "B", date: "2025", vintage: "2025-04" };
writeFileSync(join(folder, "report.txt"), text);
writeFileSync(join(folder, "claims.json"), JSON.stringify({ report, claims }));
// The command itself tells its processor time when it ends.
const telling =
  "data:text/javascript,process.on('exit',()=>console.error(process.cpuUsage().user))";
const { status, stderr } = spawnSync(
  process.execPath,
  [
    ...["--import", telling, "bin/trade-metrics.js", "verify", join(folder, "claims.json")],
    ...["--text", join(folder, "report.txt"), "--json"],
  ],
  { maxBuffer: 2 ** 30, encoding: "utf8" },
);
rmSync(folder, { recursive: true });
const took = Number(stderr) / 1000;
const met = status === 0 && took <= TEXT_TARGET;
console.log(
  `text of ${MEGABYTES} MB, ${claims.length} claims: ${(took / 1000).toFixed(1)} s; target ${TEXT_TARGET / 1000} s: ${met ? "met" : "missed"}`,
);
if (!met) process.exitCode = 1;
