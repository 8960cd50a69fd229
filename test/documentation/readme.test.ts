import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { flowMetric } from "../../src/claims/flow-metric.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { fileFormats } from "../../src/sources/formats/registry.ts";
import { run, words } from "../cli/run.ts";

const readme = readFileSync("README.md", "utf8");
/** What the README tells in short is told there at length. */
const pages = ["questions", "value-added", "data", "output", "verifying"].map((name) =>
  readFileSync(`docs/${name}.md`, "utf8"),
);
const all = [readme, ...pages].join("\n");

async function printed(line: string): Promise<string> {
  return (await run(words(line))).stdout.replace(/\s+/g, " ");
}

describe("the README", () => {
  it("begins with one command for the main job and one for the tests", () => {
    const [first, second] = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block);
    expect([first, second]).toEqual([
      "npm ci && npx trade-metrics deficit-ratio --partner MX\n",
      "npm ci && npm test\n",
    ]);
  });

  it("is read in five minutes", () => {
    // 240 words a minute; code and tables are looked at.
    const words = readme
      .replace(/^```.*?^```/gms, "")
      .replace(/^\|.*$/gm, "")
      .split(/\s+/);
    expect(words.length).toBeLessThan(5 * 240);
  });

  it("begins with a picture of what the command prints", async () => {
    const [, text, file] = /^!\[(.*?)\]\((docs\/deficit-ratio\.svg)\)$/m.exec(readme)!;
    const drawn = [...readFileSync(file!, "utf8").matchAll(/<text .*?>(.*)<\/text>/g)].map(
      ([, line]) =>
        line!
          .replace(/<\/?tspan.*?>/g, "")
          .replaceAll("&lt;", "<")
          .replaceAll("&amp;", "&"),
    );
    const line = drawn[0]!.replace("$ npx trade-metrics ", "");
    const { stdout } = await run(words(line));
    expect(`${drawn.slice(1).join("\n")}\n`, "npm run docs draws it").toBe(stdout);
    const years = [...stdout.matchAll(/^Mexico +(\d{4})/gm)].map(([, year]) => year);
    expect(text).toMatch(new RegExp(`${line}: .*, ${years[0]} to ${years.at(-1)}$`));
  });

  it("shows a mismatch as verify prints it", async () => {
    const [, shown] = /^```\n(! mismatch.*?)^```/ms.exec(readme)!;
    const output = await printed("verify wilson-2025");
    for (const part of shown!.split(/\n(?= {4}\S)/)) {
      expect(output).toContain(part.trim().replace(/\s+/g, " "));
    }
  });

  // What the text around the examples says that they print.
  it.each([
    ["growth --values 196,274", "39.8 [39.2, 40.4]", "39.8 % [39.2, 40.4]"],
    ["content --example steel-spring", "Steel spring 0 MX 50.1 50.1 50.0 yes 0.1 100.0", "50.1 %"],
    ["content --example three-tier --date 2024-07-01 --json", '"trueValue": 63.05', "63.05 %"],
    ["content --example three-tier --date 2024-07-01 --json", '"value": 78,', "78 %"],
    ["deficit-ratio MX --period 2023 --json", '"value": -46.1227', "; // -46.1227"],
    ["deficit-ratio MX --period 2023", "-46.12", "is -46.12 today"],
    ["deficit-ratio MX --period 2023 --as-of 2025-04-30", "-47.24", "was -47.24 in April 2025"],
    ["value-added origin --exporter MX", "Mexico United States 37,776.5 11.03", "11.03 %"],
    [
      "deficit-ratio --partner CA,MX,CN,IE,VN --period 2024-01/2024-11 --vintage 2025-04 --digits 1 --template '{{value}}'",
      "-17.0 -50.8 -206.4 -526.1 -966.9",
      "Canada −17.0 %, Mexico −50.8 %, China −206.4 %, Ireland −526.1 %, Vietnam −966.9 %",
    ],
  ])("says what %s prints: %s", async (line, output, words) => {
    expect(await printed(line)).toContain(output);
    expect(all).toContain(words);
  });

  it("names every metric and every format of files", () => {
    for (const { id } of metrics) {
      expect(readme).toContain(`| [\`${id}\`](docs/metrics/${id}.md) |`);
    }
    for (const { id } of fileFormats) expect(all).toContain(`| \`${id}\` |`);
  });
});

describe("every page", () => {
  const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
    readdirSync("docs", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => join("docs", name)),
  );

  it.each(pages.map((page) => [page]))("links to files that there are: %s", (page) => {
    const text = readFileSync(page, "utf8").replace(/^```.*?^```/gms, "");
    const links = [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map(([, target]) => target!);
    const own = links.filter((target) => !/^https?:/.test(target));
    expect(own.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
  });

  it("of claim files names every metric that a claim can have", () => {
    const guide = readFileSync("docs/claim-files.md", "utf8");
    for (const { id } of [...metrics, flowMetric]) expect(guide).toContain(`\`${id}\``);
  });
});
