// Packs a release: `npm run release`. Refuses a tree with changes, a version without a heading in the
// CHANGELOG, and a package with flaws. Writes release/trade-metrics-VERSION.tgz and its SHA-256.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "release";

function run(command, words) {
  const { status, stdout } = spawnSync(command, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) refuse(`${command} ${words.join(" ")} failed`);
  return stdout;
}

function refuse(why) {
  console.error(`error: ${why}`);
  process.exit(2);
}

const changes = run("git", ["status", "--porcelain"]);
if (changes !== "") refuse(`the tree has changes (commit or remove them):\n${changes.trimEnd()}`);
const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
if (!readFileSync("CHANGELOG.md", "utf8").includes(`## ${version}`)) {
  refuse(`CHANGELOG.md has no heading for ${version} (write one)`);
}

run("npm", ["ci"]);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
run("node", ["scripts/pack.mjs", FOLDER]);
const file = `${name}-${version}.tgz`;
const bytes = readFileSync(join(FOLDER, file));
run("node", ["scripts/check-package.mjs", join(FOLDER, file)]);
const sum = createHash("sha256").update(bytes).digest("hex");
writeFileSync(join(FOLDER, `${file}.sha256`), `${sum}  ${file}\n`);
console.log(`${join(FOLDER, file)}, ${(bytes.length / 1e6).toFixed(1)} MB\nsha256 ${sum}`);
