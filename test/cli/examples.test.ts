import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { examples } from "../../src/cli/command-examples.ts";
import { createProgram } from "../../src/cli/program.ts";
import { metricDefinitions } from "../../src/metrics/definitions.ts";
import { runOffline } from "./offline.ts";
import { run, temporaryFolder, words, written } from "./run.ts";

const COMMAND = /^(?:npx )?trade-metrics /;

/** The words of an example up to the first pipe or redirection. */
function commandWords(line: string): string[] {
  const all = words(line.trim().replace(COMMAND, ""));
  const end = all.findIndex((word) => /^(\||>|>>|\d?>&?\d?)$/.test(word));
  return end < 0 ? all : all.slice(0, end);
}

const pages = [
  "README.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Files in place of those that examples leave to the reader to name. */
const samples: Readonly<Record<string, string>> = {
  "value-added": "fixtures/value-added-2011/table.csv",
  content: "fixtures/content/three-tier.csv",
};

function withSamples(line: string): string {
  const [, command = ""] = /trade-metrics (\S+)/.exec(line) ?? [];
  return Object.hasOwn(samples, command) ? line.replaceAll("FILE", samples[command]!) : line;
}

function readmeExamples(): string[] {
  const text = pages.map((page) => readFileSync(page, "utf8"));
  const blocks = text.join("\n").matchAll(/^```(?:sh|bash|console)\n(.*?)^```/gms);
  return [...blocks]
    .flatMap(([, block]) => block!.replace(/\\\n\s*/g, "").split("\n"))
    .map((line) => line.replace(/^\$ /, "").replace(/\s+#.*$/, ""))
    .flatMap((line) => line.split("&&").map((part) => part.trim()))
    .filter((line) => COMMAND.test(line))
    .map(withSamples)
    .filter((line) => !/\bFILE\b|\bFOLDER\b|(?:--table \S+ ){2}|<[^>]*>|…|\.\.\.(?!\d)/.test(line))
    .filter(
      (line) =>
        // A server is asked by the tests of engines alone.
        !/clickhouses?:|--data (?!trade\.csv)[^ ]+\.(csv|json|ndjson)|data check [^ ]+\.(csv|json|ndjson)/.test(
          line,
        ),
    );
}

/** A folder with the files that examples name, where they may write as well. */
const folder = temporaryFolder();
written(
  folder,
  "trade.csv",
  "Year,Country,Exports,Imports\n2023,Mexico,322.7,475.2\n2023,Canada,354.4,418.6\n",
);
written(
  folder,
  "claims.yaml",
  `report: { id: report, title: Deficits, publisher: Somebody, date: "2025-03" }
claims:
  - id: deficit
    where: { line: 3 }
    says: The deficit with Mexico was $172 billion in 2024.
    reported: "172"
    unit: USD
    scale: billion
    draft: confirmed
    compute: { metric: balance, partner: MX, period: "2024", as: deficit }
`,
);
for (const name of ["report.txt", "report.md"]) {
  written(folder, name, "# Deficits\n\nThe deficit with Mexico was $172 billion in 2024.\n");
}

async function succeeds(line: string): Promise<void> {
  const asked = commandWords(line);
  const usesFolder = ["--output", "report.txt", "report.md", "trade.csv"].some((word) =>
    asked.includes(word),
  );
  // An example that opened a socket would end with 99.
  const { status, stdout, stderr } = await runOffline(asked, usesFolder ? { cwd: folder } : {});
  expect([status, stderr.includes("error:")]).toEqual([0, false]);
  const output = asked.indexOf("--output");
  expect(output < 0 ? stdout : readFileSync(join(folder, asked[output + 1]!), "utf8")).not.toBe("");
}

/** They take only files that nobody has here: downloads, world tables, a folder to pin data in. */
const NEEDING_FILES = new Set([
  ...["data import", "data lock", "value-added check", "value-added shares"],
]);

// Those of the metrics are run for their pages, by test/documentation/metric-pages.test.ts.
const ofMetrics = metricDefinitions.flatMap((metric) => metric.examples);
const shown = Object.entries(examples).flatMap(([command, lines]) =>
  lines.map((line) => [command, line] as const),
);
const key = (line: string) => commandWords(line).join(" ");
const known = new Set([...ofMetrics, ...shown.map(([, line]) => line)].map(key));

/** Runs an example unless its line is run already where it comes from. */
async function isRun(line: string): Promise<void> {
  if (!known.has(key(line))) await succeeds(line);
}

describe("every example", () => {
  it.each(shown)("of %s --help runs, and opens no socket: %s", (_, line) => succeeds(line));

  it.each(readmeExamples().map((line) => [line]))(
    "of the README and of the pages behind it runs, and opens no socket: %s",
    isRun,
  );

  it("of the start page runs", async () => {
    const { stdout } = await run(["--help"]);
    const lines = stdout.split("\n").filter((line) => /^\s+\$ trade-metrics/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    await Promise.all(lines.map((line) => isRun(line.replace(/^\s+\$ /, ""))));
  });

  it.each(metricDefinitions.map((metric) => [metric.command ?? metric.id, metric] as const))(
    "of %s stands in its help, before the options, and what explains it after them",
    async (command, { id, formula, sign, examples: own }) => {
      const { stdout } = await run([...command.split(" "), "--help"]);
      expect(stdout.startsWith(`Examples:\n  $ ${own[0]}\n`)).toBe(true);
      expect(stdout).toContain(`trade-metrics explain ${id}\n`);
      const told = (await run(["explain", id])).stdout.replace(/\s+/g, " ");
      for (const text of [formula, sign]) expect(told).toContain(text);
    },
  );

  it("stands in the help of its command, and every command has one", async () => {
    const ofMetric = new Map(metricDefinitions.map((one) => [one.command ?? one.id, one.examples]));
    const named = (await createProgram("test")).commands.flatMap((command) => [
      command.name(),
      ...command.commands.map((child) => `${command.name()} ${child.name()}`),
    ]);
    for (const name of named) {
      const own = examples[name] ?? ofMetric.get(name) ?? [];
      if (!NEEDING_FILES.has(name)) expect(own, name).not.toHaveLength(0);
      const { stdout } = await run([...name.split(" "), "--help"]);
      for (const line of own.slice(0, 3)) expect(stdout).toContain(`$ ${line}`);
    }
  });
});
