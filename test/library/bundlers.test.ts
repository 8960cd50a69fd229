import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../cli/run.ts";
import { chromiumPath, launch, skipped } from "../render/verify/html/chromium.ts";

const folder = temporaryFolder();

async function bundled(contents: string, platform: "browser" | "node") {
  const outfile = join(folder, `${platform}.mjs`);
  const { errors, warnings } = await build({
    stdin: { contents, resolveDir: resolve(".") },
    ...{ platform, outfile, bundle: true, minify: true, format: "esm", logLevel: "silent" },
  });
  // The package is free of side effects, so that an import for them alone may go.
  const others = warnings.filter(({ id }) => id !== "ignored-bare-import");
  return { problems: [...errors, ...others], code: readFileSync(outfile, "utf8"), outfile };
}

const metrics = `import { deficitRatio, growth } from "trade-metrics/metrics";
  console.log(deficitRatio({ exports: 200, imports: 300 }), growth({ from: 0, to: 1 }));`;

describe("a bundle of the metrics", () => {
  it.each(["browser", "node"] as const)(
    "is a few kilobytes without Node for %s",
    async (platform) => {
      const { problems, code, outfile } = await bundled(metrics, platform);
      expect(problems).toEqual([]);
      expect(code).not.toMatch(/node:|require\(|process\./);
      expect(code.length).toBeLessThan(4000);
      expect(execFileSync(process.execPath, [outfile], { encoding: "utf8" })).toBe("-50 null\n");
    },
  );

  it.skipIf(!chromiumPath)(
    `computes in a browser${skipped}`,
    async () => {
      const { code } = await bundled(metrics, "browser");
      const browser = await launch();
      try {
        const page = await browser.newPage();
        const printed = page.waitForEvent("console");
        await page.setContent(`<script type="module">${code}</script>`);
        expect((await printed).text()).toBe("-50 null");
      } finally {
        await browser.close();
      }
    },
    60_000,
  );

  it("of all of them is below 12 kB", async () => {
    const all = 'export * from "trade-metrics/metrics";';
    expect((await bundled(all, "browser")).code.length).toBeLessThan(12_000);
  });
});

describe("a bundle of the whole library", () => {
  it("for Node has no problem with the optional engine", async () => {
    const all = `export * from "trade-metrics"; export * as a from "trade-metrics/value-added"; export * as b from "trade-metrics/content";`;
    const { problems, code } = await bundled(all, "node");
    expect(problems).toEqual([]);
    expect(code).not.toContain('"@duckdb/node-api"');
  });

  it("says how it is left out where it is asked from within a bundle", async () => {
    const asks = `import { ask } from "trade-metrics";
      ask("balance", { partner: "MX" }).catch(({ name, hint }) => console.log(name, hint));`;
    const { outfile } = await bundled(asks, "node");
    const printed = execFileSync(process.execPath, [outfile], { encoding: "utf8" });
    expect(printed).toContain("InputError Bundlers for Node leave the package out of the bundle");
    expect(printed).toContain("(mark trade-metrics as external)");
  });
});
