// Builds dist/: the library (plain ESM with types), the bundled command, and the compiled data.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

run("tsc", ["-p", "tsconfig.library.json"]);
run("tsx", ["scripts/compile-data.ts"]);
await build({
  entryPoints: ["src/cli/main.ts"],
  outdir: "dist/cli",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  define: { "process.env.TRADE_METRICS_VERSION": JSON.stringify(version) },
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
  legalComments: "none",
});

function run(command, args) {
  const { status, error } = spawnSync("npx", ["--no-install", command, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) {
    if (error) console.error(error.message);
    process.exit(status ?? 1);
  }
}
