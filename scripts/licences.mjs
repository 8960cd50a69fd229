// The licences of the packages that are bundled into dist/, as their terms ask.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One text with name, version and licence of every package among the inputs of a bundle. */
export function licencesOf(inputs) {
  const folders = new Set(inputs.flatMap((input) => packageFolder(input) ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

function packageFolder(input) {
  const match = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input.replace(/^[a-z-]+:/, ""));
  return match && existsSync(join(match[0], "package.json")) ? match[0] : null;
}
