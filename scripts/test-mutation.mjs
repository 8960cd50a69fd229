// Changes the code a little, again and again, and says which changes no test notices: a report, not a
// gate. `npm run test:mutation -- src/numbers/interval.ts` keeps to some files; all of them take hours.
// Stryker is large and used by few, so that it is installed beside the project when it is asked for.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PACKAGES = ["@stryker-mutator/core@9", "@stryker-mutator/vitest-runner@9"];

function run(command, words) {
  const { status } = spawnSync(command, words, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync("node_modules/@stryker-mutator/vitest-runner")) {
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", ...PACKAGES]);
}
const files = process.argv.slice(2);
run("npx", [
  "--no-install",
  "stryker",
  "run",
  ...(files.length > 0 ? ["--mutate", files.join()] : []),
]);
