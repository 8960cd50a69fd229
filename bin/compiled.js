// Node compiles a program anew in every run. So the build keeps what was compiled of the command
// (scripts/keep-compiled.cjs), and a run of the very same V8 takes it from there.
const { readFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { Script } = require("node:vm");

const { createRequire, wrap } = module.constructor;
const file = require.resolve("../dist/cli/main.js");
const kept = `${file}.${process.versions.v8}-${process.arch}.cache`;

/** Loads the command as `require` would. V8 compiles what it does not find in `cachedData`. */
function load(cachedData) {
  const script = new Script(wrap(readFileSync(file, "latin1")), { filename: file, cachedData });
  const loaded = { exports: {}, loaded: true };
  script.runInThisContext()(loaded.exports, createRequire(file), loaded, file, dirname(file));
  require.cache[file] = loaded;
  return script;
}

/** @returns false where there is nothing for this V8, or it cannot be read. */
function loadKept() {
  let cachedData;
  try {
    cachedData = readFileSync(kept);
  } catch {
    return false;
  }
  load(cachedData);
  return true;
}

module.exports = { kept, load, loadKept };
