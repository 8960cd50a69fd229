// Builds dist/: the library (plain ESM with types), the bundled command, and the compiled data.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { build, transform } from "esbuild";
import { licencesOf } from "./licences.mjs";

/** The command starts no other program, so it need not load what commander could start one with. */
const withoutChildProcess = {
  name: "without-child-process",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: "none", namespace: "none" }));
    onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
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

const common = { platform: "node", target: "node20", legalComments: "none" };
/**
 * esbuild leaves such characters only in regular expressions, which may have them as escapes too; a
 * file without any is read and compiled at half the width.
 */
const NOT_ASCII = /[^\0-\x7f]/g;
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Loaded from where they are installed, if they are. */
const nativePackages = ["@duckdb/node-api"];

rmSync("dist", { recursive: true, force: true });
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

run("tsc", ["-p", "tsconfig.library.json"]);
run("tsx", ["scripts/compile-data.ts"]);
run("tsx", ["scripts/write-schemas.ts"]);
const inputs = [...(await bundleLibrary()), ...(await bundleCommand())];
const titles = readFileSync("fixtures/classifications/licence-cid-harvard.txt", "utf8");
writeFileSync(
  "dist/third-party-licences.txt",
  `${licencesOf(inputs)}\n${"-".repeat(80)}\n\nShort names of HS headings (data/hs-titles.br)\n\n${titles}`,
);

/**
 * The library is plain ES modules with what it needs of other packages in them, so that who installs
 * it gets nothing else. Its types come from the compiler.
 */
async function bundleLibrary() {
  const { metafile } = await build({
    ...common,
    entryPoints: [
      ...[
        "src/index.ts",
        "src/claims/index.ts",
        "src/value-added/index.ts",
        "src/content/index.ts",
      ],
    ],
    outbase: "src",
    outdir: "dist/lib",
    bundle: true,
    external: nativePackages,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    format: "esm",
    minifySyntax: true,
    metafile: true,
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
    plugins: [withoutCanvas],
  });
  return Object.keys(metafile.inputs);
}

/**
 * The command is bundled into CommonJS chunks, because Node starts them faster than ES modules.
 * esbuild splits only ES modules into chunks, so these are made first and then converted.
 */
async function bundleCommand() {
  const { metafile } = await build({
    ...common,
    entryPoints: ["src/cli/main.ts", "src/cli/run.ts"],
    outdir: "dist/cli",
    bundle: true,
    external: nativePackages,
    splitting: true,
    format: "esm",
    write: true,
    metafile: true,
    define: { "process.env.TRADE_METRICS_VERSION": JSON.stringify(version) },
    plugins: [withoutChildProcess, withoutCanvas],
  });
  const codes = new Map();
  for (const file of Object.keys(metafile.outputs)) {
    const source = readFileSync(file, "utf8");
    const { code } = await transform(source, {
      ...common,
      format: "cjs",
      minify: true,
      supported: { "dynamic-import": false },
      define: { "import.meta.url": "__url" },
      banner: source.includes("import.meta.url")
        ? 'const __url=require("node:url").pathToFileURL(__filename).href;'
        : "",
    });
    codes.set(file, code.replace(NOT_ASCII, escaped));
  }
  joinStart(codes, metafile.outputs);
  for (const [file, code] of codes) writeFileSync(file, code);
  writeFileSync("dist/cli/package.json", '{ "type": "commonjs" }\n');
  return Object.keys(metafile.inputs);
}

/**
 * Every file that the command needs at its start costs time to find, read and compile, so these
 * become parts of one, which starts the command when it is asked for its own part. What is loaded
 * later finds the other parts under their old names.
 */
function joinStart(codes, outputs) {
  const start = "dist/cli/main.js";
  const joined = new Set([start]);
  for (const file of joined) {
    for (const { path, kind } of outputs[file].imports) {
      if (kind === "import-statement" && path in outputs) joined.add(path);
    }
  }
  const nameOf = (file) => JSON.stringify(`./${basename(file)}`);
  // The parentheses tell V8 that a function is called at once, so that it is parsed only once.
  const parts = [...joined].map(
    (file) => `${nameOf(file)}:(function(module,exports,require){${codes.get(file)}})`,
  );
  for (const file of joined) {
    codes.set(file, `module.exports=require("./main.js")(${nameOf(file)});`);
  }
  codes.set(
    start,
    `"use strict";const parts={${parts.join(",\n")}},loaded={};
function part(name){
if(!(name in parts))return require(name);
if(name in loaded)return loaded[name].exports;
const module=loaded[name]={exports:{}};
parts[name](module,module.exports,part);
return module.exports}
module.exports=part;
`,
  );
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
