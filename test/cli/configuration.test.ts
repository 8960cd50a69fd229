import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimFile } from "../claims/own-claims.ts";
import { run as runWithin } from "./run.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trade-metrics-configuration-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const own = (content: unknown) =>
  writeFileSync(join(folder, "trade-metrics.json"), JSON.stringify(content));

const run = (words: readonly string[], within = folder) => runWithin(words, { cwd: within });

describe("trade-metrics.json", () => {
  it("gives options their defaults", async () => {
    own({ partner: ["MX", "CA"], period: "2024", format: "csv", fields: "partner,period" });
    expect((await run(["balance"])).stdout).toBe("partner,period\nMX,2024\nCA,2024\n");
  });

  it("counts less than what is typed", async () => {
    own({ partner: "MX", period: "2024", format: "csv", fields: "partner,period" });
    const { stdout } = await run([
      "balance",
      "--partner",
      "CA",
      "--period",
      "2023",
      "--format",
      "ndjson",
    ]);
    expect(stdout).toBe('{"partner":"CA","period":"2023"}\n');
    expect(JSON.parse((await run(["balance", "--json"])).stdout).rows).toEqual([
      { partner: "MX", period: "2024" },
    ]);
  });

  it("is found from folders below it, and finds its files from its own folder", async () => {
    writeFileSync(
      join(folder, "mine.csv"),
      "period,partner,flow,value\n2023,MX,export,10\n2023,MX,import,15\n",
    );
    own({ data: "mine.csv", partner: "MX", period: "2023", template: "{{value}}" });
    const below = join(folder, "a", "b");
    mkdirSync(below, { recursive: true });
    expect((await run(["balance"], below)).stdout).toBe("-5\n");
  });

  it("leaves numbers in place of data alone", async () => {
    own({ partner: "MX", period: "2024", data: "bea-trade" });
    const { stdout, status } = await run(["balance", "--exports", "3", "--imports", "5", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows[0].value).toBe(-2);
    expect((await run(["growth", "--values", "196,274"])).status).toBe(0);
    expect((await run(["grubel-lloyd", "--exports", "80", "--imports", "160"])).status).toBe(0);
    expect(
      (await run(["value-added", "--value-added", "80", "--gross-exports", "160"])).status,
    ).toBe(0);
  });

  it("is said by --debug", async () => {
    own({ period: "2024" });
    const { stderr } = await run(["balance", "--partner", "MX", "--debug"]);
    expect(stderr).toContain("debug: configuration ");
    expect(stderr).toContain("trade-metrics.json\n");
  });

  it.each([
    [{ partners: "MX" }, "partners: unknown key (use data, claims, missing, "],
    [{ digits: "two" }, "digits: expected a number, got text"],
    [{ digits: 99 }, "digits: expected at most 20, got 99"],
    [{ format: "xls" }, "format: expected one of table, json, "],
    [{ claims: ["a.yaml"] }, "claims: expected text, got a list"],
    [{ claims: "" }, "claims: is empty"],
    [[], "expected keys with values, got a list"],
  ])("with %j is refused by file and key", async (content, message) => {
    own(content);
    const { stdout, stderr, status } = await run(["balance", "--partner", "MX"]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(`trade-metrics.json: ${message}`);
  });

  describe("with claims", () => {
    const claims = (reported: string) =>
      claimFile([{ reported, formula: { product: ["1.00", "2.00"] } }]);

    it("gives verify and report their claim file, found from its own folder", async () => {
      writeFileSync(join(folder, "claims.yaml"), claims("2"));
      own({ claims: "claims.yaml" });
      const below = join(folder, "below");
      mkdirSync(below);
      const { status, stdout } = await run(["verify", "--json"], below);
      expect([status, JSON.parse(stdout).summary.checked]).toEqual([0, 1]);
      expect((await run(["report"], below)).stdout).toMatch(/<title>[^<]*Own report/);
    });

    it("counts less than a claim file that is typed, and leaves --list alone", async () => {
      writeFileSync(join(folder, "claims.yaml"), claims("2"));
      writeFileSync(join(folder, "wrong.yaml"), claims("3"));
      own({ claims: "claims.yaml" });
      expect((await run(["verify", "wrong.yaml"])).status).toBe(1);
      expect((await run(["verify", "--list"])).stdout).toContain("wilson-2025");
      expect((await run(["balance", "--partner", "MX"])).status).toBe(0);
    });

    it("may name an embedded report", async () => {
      own({ claims: "wilson-2025" });
      expect((await run(["verify", "--only", "balance-canada"])).status).toBe(0);
    });

    it("that are not there stops verify and report, by file and key, and nothing else", async () => {
      own({ claims: "nowhere.yaml" });
      for (const command of ["verify", "report"]) {
        const { status, stdout, stderr } = await run([command]);
        expect([status, stdout]).toEqual([2, ""]);
        expect(stderr).toMatch(
          /trade-metrics\.json: claims: there is no file "nowhere\.yaml", and no embedded report of that id \(use .*wilson-2025\)\n$/,
        );
      }
      expect((await run(["balance", "--partner", "MX"])).status).toBe(0);
    });

    it("are asked for by report where there are none", async () => {
      const { status, stderr } = await run(["report"]);
      expect(status).toBe(2);
      expect(stderr).toBe(
        "error: report: which claims? (name a claim file or an embedded report)\n",
      );
    });
  });

  it("that is not JSON is refused by file", async () => {
    writeFileSync(join(folder, "trade-metrics.json"), "{");
    const { stderr, status } = await run(["balance", "--partner", "MX"]);
    expect(status).toBe(2);
    expect(stderr).toContain("trade-metrics.json: is not JSON: ");
  });
});

describe("the key trade-metrics of package.json", () => {
  it("holds the same", async () => {
    const manifest = { name: "a-report", "trade-metrics": { partner: "MX", period: "2024" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    const { stdout } = await run(["balance", "--template", "{{partner}} {{period}}"]);
    expect(stdout).toBe("MX 2024\n");
  });

  it("is not the name of a dependency, and a package.json without it does not end the search", async () => {
    own({ partner: "MX", period: "2024", template: "{{partner}}" });
    const below = join(folder, "below");
    mkdirSync(below);
    const manifest = { dependencies: { "trade-metrics": "^1.0.0" } };
    writeFileSync(join(below, "package.json"), JSON.stringify(manifest));
    expect((await run(["balance"], below)).stdout).toBe("MX\n");
  });

  it("is named in errors", async () => {
    writeFileSync(join(folder, "package.json"), '{"trade-metrics":{"chart":"yes"}}');
    expect((await run(["balance", "--partner", "MX"])).stderr).toContain(
      "package.json: trade-metrics: chart: expected true or false, got text\n",
    );
  });
});
