// Builds dist/: the library (plain ESM with types), the bundled command, and the compiled data.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build, transform } from "esbuild";

/** The command starts no other program, so it need not load what commander could start one with. */
const withoutChildProcess = {
  name: "without-child-process",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: "none", namespace: "none" }));
    onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};

/**
 * The table library measures every cell with the rules for emoji and wide scripts, whose tables take
 * longer to compile than everything else in the command. Text of plain one-column characters is as
 * wide as it is long; all other text still goes to the library's own measure.
 */
const quickStringWidth = {
  name: "quick-string-width",
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^string-width$/ }, async ({ pluginData, ...where }) => {
      if (pluginData === "real") return null;
      const { resolveDir, kind } = where;
      const { path } = await resolve("string-width", { resolveDir, kind, pluginData: "real" });
      return { path, namespace: "quick-string-width" };
    });
    onLoad({ filter: /.*/, namespace: "quick-string-width" }, ({ path }) => ({
      contents: `
        const oneColumn = /^[\\x20-\\x7e\\u00a1-\\u02ff\\u2500-\\u257f]*$/;
        module.exports = (text) =>
          oneColumn.test(text) ? text.length : require(${JSON.stringify(path)})(text);`,
      resolveDir: dirname(path),
    }));
  },
};

/** Text is measured by a table of widths, so what would look for a native canvas stays out. */
const withoutCanvas = {
  name: "without-canvas",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vega-canvas$/ }, () => ({ path: "none", namespace: "no-canvas" }));
    onLoad({ filter: /.*/, namespace: "no-canvas" }, () => ({
      contents: "export const canvas = () => null, domCanvas = canvas, image = canvas;",
    }));
  },
};

rmSync("dist", { recursive: true, force: true });
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

run("tsc", ["-p", "tsconfig.library.json"]);
run("tsx", ["scripts/compile-data.ts"]);
await bundleCommand();

/**
 * The command is bundled into CommonJS chunks, because Node starts them faster than ES modules.
 * esbuild splits only ES modules into chunks, so these are made first and then converted.
 */
async function bundleCommand() {
  const common = { platform: "node", target: "node20", legalComments: "none" };
  const { outputFiles } = await build({
    ...common,
    entryPoints: ["src/cli/main.ts"],
    outdir: "dist/cli",
    bundle: true,
    // A native package, loaded from where it is installed, if it is.
    external: ["@duckdb/node-api"],
    splitting: true,
    format: "esm",
    write: true,
    metafile: true,
    define: { "process.env.TRADE_METRICS_VERSION": JSON.stringify(version) },
    plugins: [withoutChildProcess, quickStringWidth, withoutCanvas],
  }).then(({ metafile }) => ({ outputFiles: Object.keys(metafile.outputs) }));
  for (const file of outputFiles) {
    const { code } = await transform(readFileSync(file, "utf8"), {
      ...common,
      format: "cjs",
      minify: true,
      supported: { "dynamic-import": false },
      define: { "import.meta.url": "__url" },
      banner: 'const __url=require("node:url").pathToFileURL(__filename).href;',
    });
    writeFileSync(file, code);
  }
  writeFileSync("dist/cli/package.json", '{ "type": "commonjs" }\n');
}

function run(command, args) {
  const { status, error } = spawnSync("npx", ["--no-install", command, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) {
    if (error) console.error(error.message);
    process.exit(status ?? 1);
  }
}
