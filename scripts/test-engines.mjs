// Asks the same questions of files and of a real ClickHouse: npm run test:engines [-- FILE...]. chdb,
// which is ClickHouse as a package, is large and needed by nobody else, so that it is installed into a
// folder of its own when it is asked for. What cannot be installed or run fails; nothing is skipped.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const VERSION = "3.4.0";
const folder = resolve(process.env.TRADE_METRICS_CHDB ?? ".engines");
const installed = join(folder, "node_modules", "chdb", "package.json");

function run(command, words, env = process.env) {
  const { status, error } = spawnSync(command, words, { stdio: "inherit", env });
  if (error) console.error(`error: ${command}: ${error.message}`);
  if (status === 0) return;
  console.error(`error: ${[command, ...words].join(" ")}: failed`);
  process.exit(status ?? 1);
}

if (!existsSync(installed) || JSON.parse(readFileSync(installed, "utf8")).version !== VERSION) {
  mkdirSync(folder, { recursive: true });
  const quiet = ["--no-audit", "--no-fund", "--no-package-lock"];
  run("npm", ["install", "--prefix", folder, ...quiet, `chdb@${VERSION}`]);
}
run("npm", ["run", "build"]);
const words = ["--no-install", "vitest", "run", "--config", "vitest.engines.config.ts"];
run("npx", [...words, ...process.argv.slice(2)], { ...process.env, TRADE_METRICS_CHDB: folder });
