// How long `verify` takes on the embedded reports, with the search for what their authors did instead,
// and on a long text: each time the whole command, its start included. Processor time decides, because
// other programs change it little.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RUNS = 5;
// The command tells its own processor time when it ends.
const telling =
  "data:text/javascript,process.on('exit',()=>console.error(process.cpuUsage().user))";

function timed(words) {
  const command = ["--import", telling, "bin/trade-metrics.js", "verify", ...words];
  const options = { maxBuffer: 2 ** 30, encoding: "utf8" };
  const { status, stderr } = spawnSync(process.execPath, command, options);
  if (status !== 0) throw new Error(stderr);
  return Number(stderr) / 1000;
}

function told(what, milliseconds, target) {
  const met = milliseconds <= target;
  const seconds = (time) => (time / 1000).toFixed(1);
  console.log(
    `${what}: ${seconds(milliseconds)} s; target ${seconds(target)} s: ${met ? "met" : "missed"}`,
  );
  if (!met) process.exitCode = 1;
}

console.log(`Node ${process.version}; processor time; reports: median of ${RUNS} runs`);
for (const id of ["wilson-2025", "epi-2025"]) {
  const times = Array.from({ length: RUNS }, () => timed([id, "--json"])).sort((a, b) => a - b);
  told(id, times[Math.floor(RUNS / 2)], 1500);
}

const MEGABYTES = 5;
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
const [claimFile, textFile] = [join(folder, "claims.json"), join(folder, "report.txt")];
writeFileSync(textFile, text);
writeFileSync(claimFile, JSON.stringify({ report, claims }));
const took = timed([claimFile, "--text", textFile, "--json"]);
rmSync(folder, { recursive: true });
told(`text of ${MEGABYTES} MB, ${claims.length} claims`, took, 10_000);
