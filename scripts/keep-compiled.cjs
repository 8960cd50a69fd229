// Keeps what V8 compiles while the main command runs, for bin/compiled.js.
const { resolve } = require("node:path");
const { writeFileSync } = require("node:fs");
const { kept, load } = require("../bin/compiled.js");

const script = load();
process.on("exit", () => writeFileSync(kept, script.createCachedData()));
process.env.TRADE_METRICS_STORE = resolve("no-store");
process.argv = [...process.argv.slice(0, 2), "deficit-ratio", "--partner", "MX"];
require("../dist/cli/main.js")("./main.js");
