// Node 20 compiles a program anew in every run; later ones keep what they compiled. So the build keeps
// it (scripts/keep-compiled.cjs), and a run of the very same V8 takes it from there.
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

function loadKept() {
  let cachedData;
  try {
    cachedData = readFileSync(kept);
  } catch {
    return; // Of another V8, or not to be read: the command is compiled.
  }
  load(cachedData);
}

module.exports = { kept, load, loadKept };
