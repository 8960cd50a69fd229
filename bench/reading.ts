// npx tsx bench/reading.ts: processor time to read a text without claims, from one page to 5 MB. Each
// doubling should take about twice as long; then the pages of the study, each alone. Figures are in
// docs/reading.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument } from "../src/claims/reading/check-document.ts";
import { readDocument } from "../src/documents/read.ts";
import { countries } from "../src/sources/embedded/embedded.ts";

const MB = 1_000_000;
const PAGE = 2_000;
const partners = ["Mexico", "Canada", "China", "Japan", "Germany", "Vietnam", "India", "Brazil"];

/** Paragraphs that state four numbers each, of partners and years that change. */
function textOf(length: number): string {
  const parts = ["# Trade of the United States\n\nWashington, April 10, 2025\n"];
  for (let at = 0, size = 0; size < length; at++) {
    const partner = partners[at % partners.length];
    const year = 2010 + (at % 15);
    const part = `Imports of goods from ${partner} were $${100 + (at % 400)}.5 billion in ${year}, up ${at % 30} percent from a year earlier. The deficit was $${50 + (at % 90)}.2 billion, and exports came to $${20 + (at % 70)}.1 billion.\n`;
    parts.push(part);
    size += part.length;
  }
  return parts.join("\n");
}

async function processorTime(text: string): Promise<number> {
  const document = await readDocument(new TextEncoder().encode(text), "text.md");
  const before = process.cpuUsage();
  await checkDocument(document, countries());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

console.log(`first page: ${(await processorTime(textOf(PAGE))).toFixed(0)} ms`);
console.log(`second page: ${(await processorTime(textOf(PAGE))).toFixed(0)} ms`);
let last: number | null = null;
for (const size of (process.env.SIZES ?? "0.3,0.6,1.25,2.5,5").split(",").map(Number)) {
  const took = await processorTime(textOf(size * MB));
  const ratio = last === null ? "" : `, ${(took / last).toFixed(2)} times the size before`;
  console.log(
    `${size} MB: ${took.toFixed(0)} ms, ${(took / (size * 1000)).toFixed(1)} ms a thousand characters${ratio}`,
  );
  last = took;
}

const TEXTS = "test/statements/texts";
const pages: number[] = [];
for (const set of readdirSync(TEXTS).sort()) {
  for (const name of readdirSync(join(TEXTS, set))) {
    if (/\.md$/.test(name))
      pages.push(await processorTime(readFileSync(join(TEXTS, set, name), "utf8")));
  }
}
pages.sort((a, b) => a - b);
const at = (share: number) => pages[Math.floor(share * (pages.length - 1))]!.toFixed(0);
console.log(`${pages.length} pages: half under ${at(0.5)} ms, nine of ten under ${at(0.9)} ms`);
