#!/usr/bin/env node
// What `node:module` is, without its loading, which takes a millisecond.
const { enableCompileCache } = module.constructor;
if (enableCompileCache) enableCompileCache();
else require("./compiled.js").loadKept();
require("../dist/cli/main.js")("./main.js");
