// Loaded into a process before its program (`node --require`): says at its end, as the last line of
// standard error, how many bytes it read of each file.
const fs = require("node:fs");
const { resolve } = require("node:path");

const bytes = {};
const paths = new Map();
const { openSync, readFileSync, readSync } = fs;

fs.openSync = (path, ...rest) => {
  const descriptor = openSync(path, ...rest);
  paths.set(descriptor, resolve(String(path)));
  return descriptor;
};

fs.readSync = (descriptor, ...rest) => {
  const read = readSync(descriptor, ...rest);
  const path = paths.get(descriptor);
  if (path) bytes[path] = (bytes[path] ?? 0) + read;
  return read;
};

fs.readFileSync = (path, ...rest) => {
  const content = readFileSync(path, ...rest);
  if (typeof path === "string") bytes[resolve(path)] = Buffer.byteLength(content);
  return content;
};

process.on("exit", () => {
  // The loader of modules may read in other ways.
  for (const path of Object.keys(require.cache)) bytes[path] = fs.statSync(path).size;
  delete bytes[__filename];
  process.stderr.write(`\n${JSON.stringify(bytes)}`);
});
