// Checks a packed package with publint and Are The Types Wrong, and its size: `node
// scripts/check-package.mjs [tarball]`. Without a tarball it packs what has been built, once, for both.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MOST_BYTES = 7_000_000;

const folder = mkdtempSync(join(tmpdir(), "trade-metrics-pack-"));
const tarball = process.argv[2] ?? packed();
// The package holds ES modules alone; programs in CommonJS import them.
const statuses = [
  run("publint", ["run", tarball, "--strict"]),
  run("attw", [tarball, "--profile", "esm-only", "--no-definitely-typed"]),
  checkSize(),
];
rmSync(folder, { recursive: true, force: true });
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;

function packed() {
  const words = ["scripts/pack.mjs", folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

function checkSize() {
  const { size } = statSync(tarball);
  const megabytes = (size / 1e6).toFixed(1);
  console.log(`tarball: ${megabytes} MB, at most ${MOST_BYTES / 1e6} MB`);
  return size > MOST_BYTES ? 1 : 0;
}

function run(tool, words) {
  const { status, error } = spawnSync(join("node_modules", ".bin", tool), words, {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error) console.error(error.message);
  return status;
}
