// Packs what has been built: `node scripts/pack.mjs FOLDER` prints the path of the tarball. Who installs
// it neither builds nor tests it, so its manifest has no scripts, of which npm would warn, and no packages
// for development.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const folder = resolve(process.argv[2] ?? ".");
const { scripts, devDependencies, ...manifest } = JSON.parse(readFileSync("package.json", "utf8"));
const stage = mkdtempSync(join(tmpdir(), "trade-metrics-pack-"));
try {
  for (const name of [...manifest.files, "README.md", "LICENSE"]) {
    cpSync(name, join(stage, name), { recursive: true });
  }
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const words = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { status, stdout, stderr } = spawnSync("npm", words, { cwd: stage, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  console.log(join(folder, JSON.parse(stdout)[0].filename));
} finally {
  rmSync(stage, { recursive: true, force: true });
}
