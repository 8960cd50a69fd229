import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument } from "./src/claims/reading/check-document.ts";
import { readDocument } from "./src/documents/read.ts";
import { countries } from "./src/sources/embedded/embedded.ts";
const T = "test/statements/texts";
const all: number[] = [];
for (const round of [0, 1]) for (const set of readdirSync(T).sort()) for (const name of readdirSync(join(T, set)).filter((n) => n.endsWith(".json")).sort()) {
  const key = JSON.parse(readFileSync(join(T, set, name), "utf8"));
  const document = await readDocument(readFileSync(join(T, set, key.file)), key.file);
  const b = process.cpuUsage();
  await checkDocument(document, countries());
  const u = process.cpuUsage(b);
  if (round) all.push((u.user + u.system) / 1000);
}
all.sort((a, b) => a - b);
console.log("median", all[all.length >> 1], "p90", all[Math.floor(all.length * .9)], "max", all.at(-1), "sum", all.reduce((a, b) => a + b, 0));
