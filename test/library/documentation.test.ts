import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../cli/run.ts";

const page = readFileSync("docs/library.md", "utf8");
const examples = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code!);

/** A value as a line of the page gives it, after the expression that has it. */
const LINE = /^(\S.*); \/\/ (-?\d[\d.]*|null|true|false|".*"|'.*'|\[.*\]|\{.*\})$/gm;

/** Numbers are as exact as they are printed. */
const checker = `
function check(found, expected, digits) {
  const same = typeof expected === "number" && typeof found === "number"
    ? Math.abs(found - expected) <= 0.500001 * 10 ** -digits
    : JSON.stringify(found) === JSON.stringify(expected);
  if (!same) throw new Error(JSON.stringify(found) + " is not " + JSON.stringify(expected));
}
`;

function digitsOf(text: string): number {
  return /^-?\d+\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
}

const folder = temporaryFolder();
copyFileSync("dist/data/value-added-2011/table.csv", join(folder, "table.csv"));
copyFileSync("fixtures/content/steel-spring.yaml", join(folder, "steel-spring.yaml"));
mkdirSync(join(folder, "node_modules"));
symlinkSync(resolve("."), join(folder, "node_modules", "trade-metrics"));

describe("the page of the library", () => {
  it.each(examples.map((code, at) => [at + 1, code] as const))(
    "says in example %i what its code gives",
    (_, code) => {
      const checked = code.replace(
        LINE,
        (__, expression: string, value: string) =>
          `check(${expression}, ${value}, ${digitsOf(value)});`,
      );
      expect(checked).toContain("check(");
      const file = join(folder, "example.mjs");
      writeFileSync(file, `${checked}${checker}`);
      execFileSync(process.execPath, [file], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    },
    30_000,
  );

  it.each([
    "trade-metrics",
    "trade-metrics/metrics",
    "trade-metrics/value-added",
    "trade-metrics/content",
  ])("has an example of everything that %s exports", async (entry) => {
    const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
    const file = exports[entry.replace("trade-metrics", ".")].default;
    const names = Object.keys(await import(resolve(file)));
    expect(names).not.toEqual([]);
    const used = examples.map((code) => code.replace(/^import .*?;$/gms, "")).join("\n");
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(used))).toEqual([]);
  });
});
