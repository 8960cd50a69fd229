import { createRequire } from "node:module";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { runCommand as runFromSource } from "../../src/cli/run.ts";
import { oldDataLine, statusText } from "../../src/render/store.ts";
import { embeddedCatalog } from "../../src/sources/embedded/embedded.ts";
import { fetchedDatasets } from "../../src/store/publishers/registry.ts";
import { statusOf } from "../../src/store/status.ts";
import { run, temporaryFolder } from "../cli/run.ts";

const { runCommand } = createRequire(import.meta.url)("../../dist/cli/run.js") as {
  runCommand: typeof runFromSource;
};

/** What a day sees of the embedded data. */
function on(today: string) {
  const report = statusOf({
    ...{ embedded: embeddedCatalog(), stored: [], damaged: [], unfinished: [], folder: "/store" },
    ...{ fetched: fetchedDatasets().map(({ dataset }) => dataset), today },
  });
  return { report, goods: report.datasets.find(({ id }) => id === "census-goods")! };
}

const LINE =
  "census-goods ends 2026-07 (vintage 2026-10); newer data: trade-metrics data update census-goods";

describe("data status", () => {
  // The Census Bureau releases a month of trade about every 31 days; the last embedded release is of
  // 1 October 2026.
  it.each([
    ["2026-10-31", null],
    ["2026-11-26", LINE],
  ])("on %s says of the newest release whether a later one is likely", (day, line) => {
    expect(oldDataLine(on(day).goods)).toBe(line);
  });

  it("lists every embedded vintage with its day and its age, the oldest first", () => {
    const { report } = on("2026-11-26");
    expect(statusText(report)).toContain(
      [
        "census-goods: US trade in goods by partner, monthly",
        "  2025-04     embedded  1985 to 2025-02, released 2025-04-03, 20 months old",
      ].join("\n"),
    );
    const days = on("2026-11-26").goods.vintages.map(({ released }) => released);
    expect(days.length).toBeGreaterThanOrEqual(6);
    expect([...days].sort()).toEqual(days);
  });
});

/** What a person at a terminal is told, on both streams. */
async function seen(words: readonly string[], isTTY: boolean) {
  const texts = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof texts) => ({
    ...{ isTTY, columns: 80 },
    write: (text: string) => {
      texts[name] += text;
    },
  });
  const env = { TRADE_METRICS_STORE: temporaryFolder() };
  const status = await runCommand(words, {
    ...{ stdout: stream("stdout"), stderr: stream("stderr"), env },
  });
  return { status, ...texts };
}

describe("an answer from old data", () => {
  const question = ["balance", "--partner", "MX", "--period", "2023"];

  it("says so at a terminal, in one line beside it", async () => {
    const { stdout, stderr } = await seen(question, true);
    const said = stripVTControlCharacters(stderr);
    expect(said).toMatch(/^note: census-goods ends \S+ \(vintage \S+\); newer data: .*\n$/);
    expect(stdout).not.toContain("newer data");
  });

  it.each([[["--vintage", "2025-10"]], [["--as-of", "2025-12-01"]]])(
    "says nothing where the vintage was chosen: %j",
    async (words) => {
      expect((await seen([...question, ...words], true)).stderr).toBe("");
    },
  );

  it("says nothing where the output is read by others, which never depends on the day", async () => {
    expect((await seen(question, false)).stderr).toBe("");
    expect((await run([...question, "--json"])).stderr).toBe("");
  });

  it("that ends before what is asked for names the update that may have it", async () => {
    const { status, stderr } = await run(["balance", "--partner", "MX", "--period", "2030"]);
    expect(status).toBe(2);
    expect(stderr).toContain("Newer data may be had with trade-metrics data update.");
  });
});
