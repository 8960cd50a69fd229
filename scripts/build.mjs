// Builds dist/: the library (plain ESM with types), the bundled command, and the compiled data.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { build, transform } from "esbuild";
import { minify } from "terser";
import { licencesOf } from "./licences.mjs";

/** The command starts no other program, so it need not load what commander could start one with. */
const withoutChildProcess = {
  name: "without-child-process",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, () => ({ path: "none", namespace: "none" }));
    onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
    onLoad({ filter: /\/commander\/lib\/command\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const name of [
        "  _executeSubCommand",
        "  _checkForMissingExecutable",
        "  executableDir",
        "function incrementNodeInspectorPort",
      ]) {
        const end = name.startsWith(" ") ? "  \\}" : "\\}";
        const whole = new RegExp(`^${name}\\([^)]*\\) \\{\\n[^]*?^${end}\\n`, "m");
        if (!whole.test(contents)) throw new Error(`commander has no ${name}: look at it again`);
        contents = contents.replace(whole, "");
      }
      return { contents, loader: "js" };
    });
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

/** The library takes the command as it is built below, so that a package holds it once. */
const commandOnce = {
  name: "command-once",
  setup({ onResolve }) {
    onResolve({ filter: /\/cli\/library\.ts$/ }, () => ({
      path: "../cli/library.js",
      external: true,
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

/** How a file of the command becomes CommonJS. */
const chunk = {
  ...common,
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "__url" },
};
const BANNER = 'const __url=require("node:url").pathToFileURL(__filename).href;';
const MAIN = "dist/cli/main.js";
const RUN = "dist/cli/run.js";
/** What the library loads of the command. */
const LIBRARY = "dist/cli/library.js";
/** What most metrics use, although each metric is loaded alone. */
const ALSO_AT_START = [
  "src/metrics/metric.ts",
  "src/metrics/mistaken-for.ts",
  "src/metrics/flows.ts",
  "src/numbers/interval.ts",
  "src/render/pieces.ts",
];

/** A module of Node that takes milliseconds to load, and that a short question does not use. */
const SELDOM_USED = "node:tty";

/** Loaded from where they are installed, if they are. */
const nativePackages = ["@duckdb/node-api"];

rmSync("dist", { recursive: true, force: true });
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

run("tsc", ["-p", "tsconfig.library.json"]);
run("tsx", ["scripts/compile-data.ts"]);
run("tsx", ["scripts/write-schemas.ts"]);
run("tsx", ["scripts/write-man-pages.ts"]);
const inputs = [...(await bundleLibrary()), ...(await bundleCommand())];
spawnSync(process.execPath, ["scripts/keep-compiled.cjs"]);
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
    entryPoints: ["src/index.ts", "src/library/value-added.ts", "src/library/content.ts"],
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
    plugins: [withoutCanvas, commandOnce],
  });
  // The metrics alone need nothing of Node, so that browsers can have them.
  await build({
    entryPoints: ["src/metrics/functions.ts"],
    outfile: "dist/lib/metrics/functions.js",
    bundle: true,
    platform: "neutral",
    target: "es2022",
    format: "esm",
    minifySyntax: true,
  });
  return Object.keys(metafile.inputs);
}

/**
 * By what all that reads files is known, and the names by which it finds partners: what was made of a
 * file by another reader is made again.
 */
function readersHash() {
  const hash = createHash("sha256");
  const rooms = ["numbers", "partners", "products", "records", "sources"];
  const sources = rooms.flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `src/${room}/${name}`)
      .sort(),
  );
  const names = ["dist/data/countries.json", "dist/data/country-names.json"];
  for (const path of [...sources, ...names]) hash.update(readFileSync(path));
  return hash.digest("hex").slice(0, 12);
}

/**
 * The command is bundled into CommonJS chunks, because Node starts them faster than ES modules.
 * esbuild splits only ES modules into chunks, so these are made first and then converted.
 */
async function bundleCommand() {
  const { metafile } = await build({
    ...common,
    entryPoints: ["src/cli/main.ts", "src/cli/run.ts", "src/cli/library.ts"],
    outdir: "dist/cli",
    bundle: true,
    external: nativePackages,
    splitting: true,
    format: "esm",
    write: true,
    metafile: true,
    define: {
      "process.env.TRADE_METRICS_VERSION": JSON.stringify(version),
      "process.env.TRADE_METRICS_READER": JSON.stringify(`${version}-${readersHash()}`),
    },
    plugins: [withoutChildProcess, withoutCanvas],
  });
  const files = withoutStubs(Object.keys(metafile.outputs));
  const start = startOf(metafile.outputs);
  const codes = new Map();
  for (const file of files.filter((file) => file === MAIN || !start.has(file))) {
    const source = readFileSync(file, "utf8");
    const banner = source.includes("import.meta.url") ? BANNER : "";
    const { code } = await transform(source, { ...chunk, format: "cjs", minify: true, banner });
    codes.set(file, code);
  }
  codes.set(MAIN, await smallest(startFile(await joined([...start]), codes.get(MAIN))));
  const parts = new RegExp(`require\\((${[...start].map(quoted).join("|")})\\)`, "g");
  for (const file of files) {
    if (!codes.has(file)) rmSync(file);
    else if (file !== MAIN)
      codes.set(file, codes.get(file).replace(parts, 'require("./main.js")($1)'));
  }
  codes.set(RUN, `module.exports=require("./main.js")(${quoted(RUN)});\n`);
  for (const [file, code] of codes) writeFileSync(file, code.replace(NOT_ASCII, escaped));
  writeFileSync("dist/cli/package.json", '{ "type": "commonjs" }\n');
  return Object.keys(metafile.inputs);
}

/**
 * A file that only hands on what another has is one file more to read: those who ask for it ask the
 * other instead.
 */
function withoutStubs(files) {
  const stub =
    /^(?:import "[^"]+";\n)*import \{([^}]*)\} from ("[^"]+");\n(?:import "[^"]+";\n)*export \{([^}]*)\};\n$/;
  const behind = new Map();
  for (const file of files) {
    const [, taken, other, given] = stub.exec(readFileSync(file, "utf8")) ?? [];
    if (
      file === RUN ||
      file === LIBRARY ||
      other === undefined ||
      taken.replace(/\s/g, "") !== given.replace(/\s/g, "")
    )
      continue;
    behind.set(quoted(file), other);
    rmSync(file);
  }
  const left = files.filter((file) => !behind.has(quoted(file)));
  const asked = new RegExp([...behind.keys()].join("|") || "(?!)", "g");
  for (const file of left) {
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(asked, (name) => behind.get(name)),
    );
  }
  return left;
}

function quoted(file) {
  return JSON.stringify(`./${basename(file)}`);
}

/** The files that the command needs at its start. */
function startOf(outputs) {
  const also = Object.keys(outputs).filter((file) =>
    ALSO_AT_START.some((input) => input in outputs[file].inputs),
  );
  const start = new Set([MAIN, RUN, ...also]);
  for (const file of start) {
    for (const { path, kind } of outputs[file].imports) {
      if (kind === "import-statement" && path in outputs) start.add(path);
    }
  }
  return start;
}

/**
 * Every file that the command needs at its start costs time to find, read and compile, so these
 * become one. What is loaded later asks it for them under their old names; the command itself starts
 * when it is asked for its own.
 */
async function joined(files) {
  const names = files.filter((file) => file !== MAIN).map(quoted);
  const { outputFiles } = await build({
    ...common,
    ...chunk,
    stdin: {
      contents: names.map((name) => `export * as ${name} from ${name};`).join("\n"),
      resolveDir: "dist/cli",
    },
    bundle: true,
    format: "cjs",
    minify: true,
    write: false,
    banner: { js: BANNER },
    plugins: [
      {
        name: "later",
        setup({ onResolve }) {
          onResolve({ filter: /^\.\// }, ({ path }) =>
            names.includes(quoted(path))
              ? { path: resolve("dist/cli", path), sideEffects: true }
              : { path, external: true },
          );
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** What is read at every start is written shorter than esbuild does; a second time finds a little more. */
async function smallest(code) {
  const options = {
    ...{ ecma: 2020, toplevel: true },
    ...{ compress: { ecma: 2020 }, format: { ascii_only: true, wrap_iife: true } },
  };
  const { code: once } = await minify(code, options);
  return (await minify(once, options)).code;
}

/**
 * Gives the parts of the start by their names, and starts the command for its own. The parentheses
 * tell V8 that the function is called at once, so that it is parsed only once.
 */
function startFile(shared, main) {
  const late = (code) => code.replaceAll(`require("${SELDOM_USED}")`, `later("${SELDOM_USED}")`);
  return `"use strict";
const later=name=>new Proxy({},{get:(_,key)=>require(name)[key]});
const parts=(function(module){${late(shared)}
return module.exports})({});
const start=require=>{${late(main)}
};
module.exports=name=>name==="./main.js"?start(name=>parts[name]??require(name)):parts[name];
`;
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
