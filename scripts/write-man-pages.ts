// Writes the manual pages that the package installs into dist/man/. Run by `npm run build`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manPages } from "./documentation/man-pages.ts";

const folder = "dist/man";
mkdirSync(folder, { recursive: true });
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
for (const [name, text] of await manPages(version)) writeFileSync(join(folder, name), `${text}\n`);
