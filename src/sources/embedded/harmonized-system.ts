import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { HarmonizedSystem } from "../../products/harmonized-system.ts";
import { compiledFolder } from "./package-folder.ts";

let embedded: HarmonizedSystem | null = null;

/** The embedded tables of the Harmonized System; each is read when it is first needed. */
export function harmonizedSystem(): HarmonizedSystem {
  const read = (name: string) =>
    brotliDecompressSync(readFileSync(join(compiledFolder(), `${name}.br`))).toString("utf8");
  embedded ??= new HarmonizedSystem({
    codes: () => read("hs-codes"),
    relations: () => read("hs-relations"),
    titles: () => read("hs-titles"),
  });
  return embedded;
}
