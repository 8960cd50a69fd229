// Runs the tests of random cases with many more of them than `npm test` does, and says what it ran:
// npm run test:long [-- RUNS]. SEED repeats a run.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const RUNS = "TRADE_METRICS_RUNS";
const runs = Number(process.argv[2] ?? process.env[RUNS] ?? 10_000);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`error: "${process.argv[2]}": expected the number of runs, such as 10000`);
  process.exit(2);
}
const seed = process.env.SEED ?? String(Date.now() % 2 ** 31);

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => join("test", name))
  .filter((path) => readFileSync(path, "utf8").includes(RUNS))
  .sort();

const results = "coverage/long-results.json";
rmSync(results, { force: true });
const words = ["run", ...files, "--testTimeout=0", "--reporter=default", "--reporter=json"];
const { status } = spawnSync(
  "npx",
  ["--no-install", "vitest", ...words, `--outputFile.json=${results}`],
  { stdio: "inherit", env: { ...process.env, [RUNS]: String(runs), SEED: seed } },
);

const { testResults } = JSON.parse(readFileSync(results, "utf8"));
console.log(`\nRandom cases: ${runs} (${RUNS}), seed ${seed}`);
for (const { name, startTime, endTime, assertionResults } of testResults) {
  const failed = assertionResults.filter((one) => one.status === "failed").length;
  const outcome = failed === 0 ? "passed" : `${failed} failed`;
  const seconds = ((endTime - startTime) / 1000).toFixed(0);
  const path = name.slice(name.indexOf("test/"));
  console.log(`  ${path}: ${assertionResults.length} tests, ${outcome}, ${seconds} s`);
}
process.exitCode = status ?? 1;
