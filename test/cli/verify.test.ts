import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { VerifiedClaim, VerifyReport } from "../../src/claims/report.ts";
import { verifySchema } from "../../src/schema/verify.ts";
import { claimFile } from "../claims/own-claims.ts";
import { run, temporaryFolder, written } from "./run.ts";

const texts = join(process.env.TRADE_METRICS_SHARED ?? "../shared", "reports");

async function verified(...args: string[]): Promise<VerifyReport> {
  const { status, stdout, stderr } = await run(["verify", ...args, "--json"]);
  expect([status, stderr]).toEqual([0, ""]);
  const document = JSON.parse(stdout);
  expect(verifySchema.safeParse(document).error?.issues ?? []).toEqual([]);
  return document;
}

function finder({ claims }: VerifyReport): (id: string) => VerifiedClaim {
  return (id) => claims.find((claim) => claim.id === id)!;
}

// Expected outcomes: the table in the research notes on both reports, computed from the Census
// Bureau's and the Bureau of Economic Analysis's files by hand.
describe("trade-metrics verify wilson-2025", async () => {
  const report = await verified("wilson-2025");
  const claim = finder(report);

  it.each([
    ["balance-canada", -64262.7e6],
    ["balance-mexico", -152473.5e6],
  ])("reproduces the balance of 2023: %s", (id, value) => {
    expect(claim(id).verdict).toBe("reproduced");
    expect(Math.abs(claim(id).computed! - value)).toBeLessThan(0.05e6);
  });

  it.each([
    ["canada", -18.14, -17.02, false],
    ["mexico", -47.24, -50.81, true],
    ["china", -188.87, -206.45, true],
    ["ireland", -390.65, -526.13, true],
    ["vietnam", -1062.52, -966.87, true],
  ])(
    "finds that the ratio of %s is not that of 2023 but of January to November 2024",
    (partner, of2023, ofMonths, fits) => {
      const { verdict, computed, explanations } = claim(`deficit-ratio-${partner}`);
      expect(verdict).toBe("mismatch");
      expect(computed).toBeCloseTo(of2023, 2);
      const [first] = explanations;
      expect(first).toMatchObject({
        parameters: { period: "2024-01/2024-11" },
        fits,
        group: { fits: 4, of: 5 },
      });
      expect(first!.computed).toBeCloseTo(ofMonths, 2);
      expect(first!.expectedByChance).toBeLessThan(0.001);
    },
  );

  it("reproduces trade above 1.8 trillion dollars", () => {
    expect(claim("usmca-trade")).toMatchObject({ verdict: "reproduced" });
    expect(claim("usmca-trade").computed! / 1e9).toBeCloseTo(1819.0, 1);
  });

  it("finds that growth above 50 percent is from 2020, and none from 2021", () => {
    const growth = claim("usmca-trade-growth");
    expect(growth).toMatchObject({ verdict: "mismatch", grave: "inequality" });
    // (1819.0 / 1497.7 - 1) and (1819.0 / 1201.4 - 1), in percent
    expect(growth.computed).toBeCloseTo(21.45, 1);
    expect(growth.explanations[0]).toMatchObject({ parameters: { from: "2020" }, fits: true });
    expect(growth.explanations[0]!.computed).toBeCloseTo(51.4, 1);
  });

  it("finds that the two shares of value added for China cannot both hold", () => {
    expect(claim("value-added-in-exports-china").verdict).toBe("inconsistent");
    expect(claim("value-added-in-exports-mexico").verdict).toBe("not-checkable");
  });

  it("refutes a share within the region by that of one member alone", () => {
    expect(claim("trade-within-north-america")).toMatchObject({
      verdict: "inconsistent",
      basis: "fact",
    });
    expect(claim("sme-exports-to-canada").verdict).toBe("not-checkable");
  });

  it("is green: every known error is pinned", () => {
    expect(report.summary).toMatchObject({ violations: 0, unexpected: 0 });
  });
});

describe("trade-metrics verify epi-2025", async () => {
  const report = await verified("epi-2025");
  const claim = finder(report);

  it.each([
    ["deficit-2020", 124.8e9, 0.05e9],
    ["deficit-2017", 85.3e9, 0.05e9],
    ["trade-2024", 1601.9e9, 0.05e9],
    // 263 / 85 - 1, from the numbers as printed
    ["deficit-growth", 209.4, 0.05],
    // 274 / 196 - 1, from the numbers as printed
    ["automotive-imports-growth", 39.8, 0.05],
  ])("reproduces %s", (id, value, tolerance) => {
    expect(claim(id).verdict).toBe("reproduced");
    expect(Math.abs(claim(id).computed! - value)).toBeLessThanOrEqual(tolerance);
  });

  it("finds that a third of trade is one of goods, not of goods and services", () => {
    const { verdict, checks } = claim("trade-share-2024");
    expect(verdict).toBe("definition-dependent");
    // 1,601.9 of 5,332.6 billion dollars; with services 25.51 percent
    expect(checks[0]!.note).toBe(
      "data census-goods: 0.30041 (reproduced); data bea-trade: 0.25507 (mismatch)",
    );
  });

  it.each([
    // 57.2 + 28.9 - 50.4 - 136.6 billion dollars, chapter 87
    ["automotive-deficit-2024", "mismatch"],
    ["deficit-jump", "mismatch"],
    ["non-petroleum-surplus-canada", "reproduced"],
    ["largest-partner-mexico", "reproduced"],
    ["largest-partner-canada", "reproduced"],
    ["signature-year", "inconsistent"],
  ])("holds statements against data and dates: %s is %s", (id, verdict) => {
    expect(claim(id).verdict).toBe(verdict);
  });

  it("finds that imports which rose by 40 percent have not nearly doubled", () => {
    const doubled = claim("automotive-imports-doubled");
    expect(doubled.verdict).toBe("mismatch");
    expect(doubled.computed).toBeCloseTo(1.398, 3);
  });

  it.each(["investment-2023", "investment-2023-transport"])(
    "finds that two totals of investment cannot both hold: %s",
    (id) => expect(claim(id).verdict).toBe("inconsistent"),
  );

  it.each(["2024", "change", "2020"])(
    "explains the balance with Mexico without petroleum by imports alone: %s",
    (what) => {
      const { verdict, explanations } = claim(`non-petroleum-mexico-${what}`);
      expect(verdict).toBe("mismatch");
      expect(explanations[0]).toMatchObject({
        parameters: { petroleumFlows: "imports" },
        fits: true,
      });
    },
  );

  it("has nothing that gives Canada's 52 of 2020, and says how near the nearest comes", () => {
    const { verdict, explanations } = claim("non-petroleum-canada-2020");
    expect(verdict).toBe("mismatch");
    expect(explanations.length).toBeGreaterThan(0);
    for (const { fits, parameters, difference } of explanations) {
      if (fits) expect(JSON.stringify(parameters)).toContain("2019");
      else expect(Math.abs(difference!)).toBeGreaterThan(0.5e9);
    }
  });

  it("is green: every known error is pinned", () => {
    expect(report.summary).toMatchObject({ violations: 0, unexpected: 0 });
  });
});

describe("the text of a report", () => {
  for (const id of ["wilson-2025", "epi-2025"]) {
    const path = join(texts, `${id}.txt`);
    const absent = !existsSync(path);
    it.skipIf(absent)(
      `has every number claimed or ignored for a reason: ${id}${absent ? ` (skipped: ${path} is not there)` : ""}`,
      async () => {
        const { coverage } = await verified(id, "--text", path);
        expect(coverage).toMatchObject({ unclaimed: [], absentClaims: [], unusedIgnores: [] });
        const ignored = Object.values(coverage!.ignored).reduce((sum, count) => sum + count, 0);
        expect(coverage!.claimed + ignored).toBe(coverage!.found);
      },
    );

    it.skipIf(absent)(
      `is scanned in less than a second of processor time, and becomes drafts of claims: ${id}`,
      async () => {
        const { scanText } = await import("../../src/claims/scan/scan.ts");
        const text = readFileSync(path, "utf8");
        const start = process.cpuUsage();
        scanText(text);
        const { user, system } = process.cpuUsage(start);
        expect((user + system) / 1e6).toBeLessThan(1);
        const { status, stdout } = await run(["claims", "scan", path]);
        expect([status, stdout.includes("report:\n  id: ")]).toEqual([0, true]);
      },
    );
  }
});

describe("exit codes of verify", () => {
  const folder = temporaryFolder();
  const wrong = { reported: "5", formula: { product: ["1.00", "2.00"] } };
  const own = (name: string, ...claims: object[]) => written(folder, name, claimFile(claims as []));
  const status = async (...args: string[]) => (await run(["verify", ...args])).status;

  it("are 0 where all is as it should be, and 1 where a number is wrong", async () => {
    expect(await status(own("right.json", { ...wrong, reported: "2" }))).toBe(0);
    expect(await status(own("wrong.json", wrong))).toBe(1);
  });

  it("are 1 where a pinned error has gone", async () => {
    const expect_ = { verdict: "mismatch", because: "it is known" };
    expect(await status(own("pinned.json", { ...wrong, expect: expect_ }))).toBe(0);
    expect(await status(own("gone.json", { ...wrong, reported: "2", expect: expect_ }))).toBe(1);
  });

  it("follow --fail-on and --no-exit-code", async () => {
    const file = own("policy.json", wrong);
    expect(await status(file, "--fail-on", "none")).toBe(0);
    expect(await status(file, "--fail-on", "error")).toBe(0);
    expect(await status(file, "--no-exit-code")).toBe(0);
    expect(await status(file, "--fail-on", "nonsense")).toBe(2);
  });

  it("are 2 where nothing was checked, because that is no pass", async () => {
    const file = own("unchecked.json", { needs: "a table" });
    const { status: code, stdout, stderr } = await run(["verify", file]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/nothing was checked/);
    expect(await status(own("some.json", { needs: "x" }, wrong), "--only", "claim-1")).toBe(2);
    expect(await status(file, "--no-exit-code")).toBe(2);
  });

  it("are 2 where the file cannot be understood, with its line", async () => {
    const compute = { metric: "balance", partner: "Mexcio", period: "2023" };
    const { status: code, stdout, stderr } = await run(["verify", own("bad.json", { compute })]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/bad\.json:\d+: claim-1: compute\.partner: unknown partner "Mexcio"/);
    expect(stderr).toContain("Did you mean Mexico?");
  });

  it("are 2 where there is no such claim, with the claims there are", async () => {
    const { status: code, stderr } = await run(["verify", "wilson-2025", "--only", "claim-x"]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        /^error: --only: the file has no claim "claim-x" \(it has .* and \d+ more\)$/m,
      ),
    ]);
  });

  it("are 2 where there is no such report, with the reports there are", async () => {
    const { status: code, stderr } = await run(["verify", "nowhere-2025"]);
    expect(code).toBe(2);
    expect(stderr).toContain("wilson-2025");
  });
});

describe("verify", () => {
  it("--list names each report with its publisher and its number of claims", async () => {
    const { status, stdout } = await run(["verify", "--list"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^wilson-2025 .*Wilson Center.* \d+ claims$/m);
    expect(stdout).toMatch(/^epi-2025 .*Economic Policy Institute.* \d+ claims$/m);
  });

  it("--format github writes the step summary where GitHub asks for one", async () => {
    const folder = temporaryFolder();
    const summary = written(folder, "summary.md", "before\n");
    const file = written(folder, "own.json", claimFile([{ formula: { sum: ["1", "0"] } }]));
    const env = { GITHUB_STEP_SUMMARY: summary };
    const { stdout } = await run(["verify", file, "--format", "github"], { env });
    expect(stdout).toMatch(/^::notice /);
    expect(readFileSync(summary, "utf8")).toMatch(/^before\n## Own report[\s\S]*\| reproduced \|/);
    await run(["verify", file, "--format", "json"], { env });
    expect(readFileSync(summary, "utf8").match(/## Own report/g)).toHaveLength(1);
    const unwritable = join(folder, "folder");
    mkdirSync(unwritable);
    const failed = await run(["verify", file, "--format", "github"], {
      env: { GITHUB_STEP_SUMMARY: unwritable },
    });
    expect([failed.status, failed.stderr]).toEqual([
      2,
      `error: GITHUB_STEP_SUMMARY: ${unwritable}: cannot be written (EISDIR)\n`,
    ]);
  });

  it("reads a claim file from standard input", async () => {
    const input = claimFile([{ formula: { sum: ["1", "0"] } }]);
    expect((await run(["verify", "-"], { input })).status).toBe(0);
  });
});
