import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimFile } from "../claims/own-claims.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trade-metrics-configuration-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const own = (content: unknown) =>
  writeFileSync(join(folder, "trade-metrics.json"), JSON.stringify(content));

function run(arguments_: readonly string[], within = folder) {
  return spawnSync(process.execPath, [resolve("bin/trade-metrics.js"), ...arguments_], {
    encoding: "utf8",
    cwd: within,
    env: { PATH: process.env.PATH },
  });
}

describe("trade-metrics.json", () => {
  it("gives options their defaults", () => {
    own({ partner: ["MX", "CA"], period: "2024", format: "csv", fields: "partner,period" });
    expect(run(["balance"]).stdout).toBe("partner,period\nMX,2024\nCA,2024\n");
  });

  it("counts less than what is typed", () => {
    own({ partner: "MX", period: "2024", format: "csv", fields: "partner,period" });
    const { stdout } = run([
      "balance",
      "--partner",
      "CA",
      "--period",
      "2023",
      "--format",
      "ndjson",
    ]);
    expect(stdout).toBe('{"partner":"CA","period":"2023"}\n');
    expect(JSON.parse(run(["balance", "--json"]).stdout).rows).toEqual([
      { partner: "MX", period: "2024" },
    ]);
  });

  it("is found from folders below it, and finds its files from its own folder", () => {
    writeFileSync(
      join(folder, "mine.csv"),
      "period,partner,flow,value\n2023,MX,export,10\n2023,MX,import,15\n",
    );
    own({ data: "mine.csv", partner: "MX", period: "2023", template: "{{value}}" });
    const below = join(folder, "a", "b");
    mkdirSync(below, { recursive: true });
    expect(run(["balance"], below).stdout).toBe("-5\n");
  });

  it("leaves numbers in place of data alone", () => {
    own({ partner: "MX", period: "2024", data: "bea-trade" });
    const { stdout, status } = run(["balance", "--exports", "3", "--imports", "5", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows[0].value).toBe(-2);
    expect(run(["growth", "--values", "196,274"]).status).toBe(0);
    expect(run(["grubel-lloyd", "--exports", "80", "--imports", "160"]).status).toBe(0);
    expect(run(["value-added", "--value-added", "80", "--gross-exports", "160"]).status).toBe(0);
  });

  it("is said by --debug", () => {
    own({ period: "2024" });
    const { stderr } = run(["balance", "--partner", "MX", "--debug"]);
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
  ])("with %j is refused by file and key", (content, message) => {
    own(content);
    const { stdout, stderr, status } = run(["balance", "--partner", "MX"]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(`trade-metrics.json: ${message}`);
  });

  describe("with claims", () => {
    const claims = (reported: string) =>
      claimFile([{ reported, formula: { product: ["1.00", "2.00"] } }]);

    it("gives verify and report their claim file, found from its own folder", () => {
      writeFileSync(join(folder, "claims.yaml"), claims("2"));
      own({ claims: "claims.yaml" });
      const below = join(folder, "below");
      mkdirSync(below);
      const { status, stdout } = run(["verify", "--json"], below);
      expect([status, JSON.parse(stdout).summary.checked]).toEqual([0, 1]);
      expect(run(["report"], below).stdout).toMatch(/<title>[^<]*Own report/);
    });

    it("counts less than a claim file that is typed, and leaves --list alone", () => {
      writeFileSync(join(folder, "claims.yaml"), claims("2"));
      writeFileSync(join(folder, "wrong.yaml"), claims("3"));
      own({ claims: "claims.yaml" });
      expect(run(["verify", "wrong.yaml"]).status).toBe(1);
      expect(run(["verify", "--list"]).stdout).toContain("wilson-2025");
      expect(run(["balance", "--partner", "MX"]).status).toBe(0);
    });

    it("may name an embedded report", () => {
      own({ claims: "wilson-2025" });
      expect(run(["verify", "--only", "balance-canada"]).status).toBe(0);
    });

    it("that are not there stops verify and report, by file and key, and nothing else", () => {
      own({ claims: "nowhere.yaml" });
      for (const command of ["verify", "report"]) {
        const { status, stdout, stderr } = run([command]);
        expect([status, stdout]).toEqual([2, ""]);
        expect(stderr).toMatch(
          /trade-metrics\.json: claims: there is no file "nowhere\.yaml", and no embedded report of that id \(use .*wilson-2025\)\n$/,
        );
      }
      expect(run(["balance", "--partner", "MX"]).status).toBe(0);
    });

    it("are asked for by report where there are none", () => {
      const { status, stderr } = run(["report"]);
      expect(status).toBe(2);
      expect(stderr).toBe(
        "error: report: which claims? (name a claim file or an embedded report)\n",
      );
    });
  });

  it("that is not JSON is refused by file", () => {
    writeFileSync(join(folder, "trade-metrics.json"), "{");
    const { stderr, status } = run(["balance", "--partner", "MX"]);
    expect(status).toBe(2);
    expect(stderr).toContain("trade-metrics.json: is not JSON: ");
  });
});

describe("the key trade-metrics of package.json", () => {
  it("holds the same", () => {
    const manifest = { name: "a-report", "trade-metrics": { partner: "MX", period: "2024" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    const { stdout } = run(["balance", "--template", "{{partner}} {{period}}"]);
    expect(stdout).toBe("MX 2024\n");
  });

  it("is not the name of a dependency, and a package.json without it does not end the search", () => {
    own({ partner: "MX", period: "2024", template: "{{partner}}" });
    const below = join(folder, "below");
    mkdirSync(below);
    const manifest = { dependencies: { "trade-metrics": "^1.0.0" } };
    writeFileSync(join(below, "package.json"), JSON.stringify(manifest));
    expect(run(["balance"], below).stdout).toBe("MX\n");
  });

  it("is named in errors", () => {
    writeFileSync(join(folder, "package.json"), '{"trade-metrics":{"chart":"yes"}}');
    expect(run(["balance", "--partner", "MX"]).stderr).toContain(
      "package.json: trade-metrics: chart: expected true or false, got text\n",
    );
  });
});
