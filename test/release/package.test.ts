import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The installed package and all that it needs, without the optional engine for large files. */
const LARGEST_INSTALLATION = 19 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), "trade-metrics-package-"));
const project = join(folder, "project");
const globals = join(folder, "global");
let tarball = "";

function npm(words: readonly string[], cwd: string) {
  const options = ["--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund"];
  const outcome = spawnSync("npm", [...words, ...options], { cwd, encoding: "utf8" });
  if (outcome.status !== 0) throw new Error(outcome.stderr);
  return outcome.stdout;
}

function node(words: readonly string[], cwd: string) {
  return spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
}

function sizeOf(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

beforeAll(() => {
  mkdirSync(project);
  tarball = node(["scripts/pack.mjs", folder], process.cwd()).stdout.trim();
  writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }\n');
  npm(["install", tarball], project);
  npm(["install", "--global", "--prefix", globals, tarball], folder);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a clone of the repository", () => {
  it("has a command that may be run, as npx runs it there", () => {
    const mode = spawnSync("git", ["ls-files", "--stage", "bin/trade-metrics.js"], {
      encoding: "utf8",
    });
    const isRepository = mode.status === 0 && mode.stdout !== "";
    if (isRepository) expect(mode.stdout).toMatch(/^100755 /);
    expect(statSync("bin/trade-metrics.js").mode & 0o111).not.toBe(0);
  });
});

describe("the packed package", () => {
  it("holds what it needs to run, and neither sources nor tests", () => {
    const root = join(project, "node_modules", "trade-metrics");
    expect(readdirSync(root).sort()).toEqual([
      ...["CHANGELOG.md", "LICENSE", "README.md", "bin", "dist", "package.json"],
    ]);
    expect(readdirSync(join(root, "dist")).sort()).toEqual([
      ...["cli", "data", "lib", "man", "schemas", "third-party-licences.txt"],
    ]);
  });

  it("runs no script where it is installed, and brings no packages for development", () => {
    const root = join(project, "node_modules", "trade-metrics");
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(manifest).toMatchObject({ name: "trade-metrics", type: "module" });
    expect(manifest).not.toHaveProperty("scripts");
    expect(manifest).not.toHaveProperty("devDependencies");
  });

  it("has nothing that publint or Are The Types Wrong would change, and at most 7 MB", () => {
    const { status, stdout, stderr } = node(["scripts/check-package.mjs", tarball], process.cwd());
    expect(status, `${stdout}${stderr}`).toBe(0);
  }, 60_000);

  it("runs as a command after a global installation", () => {
    const command = join(globals, "bin", "trade-metrics");
    const words = [command, "deficit-ratio", "--partner", "MX", "--period", "2023", "--json"];
    const { status, stdout } = node(words, folder);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows[0]).toMatchObject({ balance: -149_270_217_800 });
  });

  it("brings its manual pages to where man looks for them", () => {
    const pages = readdirSync(join(globals, "share", "man", "man1"));
    expect(pages).toContain("trade-metrics.1");
    expect(pages).toContain("trade-metrics-deficit-ratio.1");
  });

  it("is imported as a library by an ES module", () => {
    const code =
      'import { deficitRatio } from "trade-metrics"; console.log(deficitRatio({ exports: 200, imports: 300 }));';
    const { stdout, stderr } = node(["--input-type=module", "--eval", code], project);
    expect([stdout.trim(), stderr]).toEqual(["-50", ""]);
  });

  it("publishes its JSON Schemas", () => {
    const code =
      'import { createRequire } from "node:module"; console.log(createRequire(import.meta.url)("trade-metrics/schemas/claims.json").title);';
    const { stdout } = node(["--input-type=module", "--eval", code], project);
    expect(stdout.trim()).toBe("trade-metrics claim file");
  });

  it("has types that a strict TypeScript consumer can check", () => {
    const code = [
      'import { ask, deficitRatio, type Result, verify } from "trade-metrics";',
      "export const ratio: number | null = deficitRatio({ exports: 1, imports: 2 });",
      'export const asked: Promise<Result> = ask("balance", { partner: "MX", period: 2023 });',
      'export const wrong: Promise<number> = verify("").then(({ summary }) => summary.violations);',
      'import { growth } from "trade-metrics/metrics";',
      "export const none: number | null = growth({ from: null, to: 2 });",
      'export { openEmbeddedTable } from "trade-metrics/value-added";',
      'export { qualifies } from "trade-metrics/content";',
      "// @ts-expect-error: a flow is a number",
      'deficitRatio({ exports: "1", imports: 2 });',
      "",
    ].join("\n");
    writeFileSync(join(project, "consumer.ts"), code);
    const compiler = resolve("node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022"];
    const { status, stdout } = node([compiler, ...options, "consumer.ts"], project);
    expect([status, stdout]).toEqual([0, ""]);
  });

  it("takes less than 19 MB with all that it needs", () => {
    expect(sizeOf(join(project, "node_modules"))).toBeLessThan(LARGEST_INSTALLATION);
  });
});
