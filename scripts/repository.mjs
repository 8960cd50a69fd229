// Fills in where the repository is: `node scripts/repository.mjs https://github.com/OWNER/trade-metrics`.
// Nothing else has to be edited.
import { readFileSync, writeFileSync } from "node:fs";

const [address = ""] = process.argv.slice(2);
const [, owner] = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(address) ?? [];
if (owner === undefined) {
  console.error(`error: "${address}": expected https://github.com/OWNER/trade-metrics`);
  process.exit(2);
}
const home = `https://github.com/${owner}`;
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
manifest.repository = { type: "git", url: `git+${home}.git` };
manifest.bugs = `${home}/issues`;
manifest.homepage = `${home}#readme`;
writeFileSync("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
for (const file of ["README.md", "action.yml", "docs/verifying.md", "docs/claim-files.md"]) {
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replaceAll("OWNER/trade-metrics", owner));
}
console.log(`package.json, action.yml, the README and docs name ${home}`);
