#!/usr/bin/env node
// Node 22 and later keep what they compile themselves, where the build has kept nothing for them.
if (!require("./compiled.js").loadKept()) require("node:module").enableCompileCache?.();
require("../dist/cli/main.js")("./main.js");
