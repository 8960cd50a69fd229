import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, temporaryFolder, written } from "../cli/run.ts";
import { countryFile } from "./country-file.ts";

const LOCK = "trade-metrics.lock.json";

const claims = `report: { id: brief, title: A brief, publisher: Somebody, date: 2025-03, vintage: 2025-04 }
claims:
  - id: deficit
    says: US deficit in goods trade with Mexico
    reported: "152"
    unit: USD
    scale: billion
    where: { section: Summary }
    compute: { metric: balance, partner: MX, period: "2023", as: deficit }
`;

/** A project with claims, in a folder of its own. */
function project() {
  const folder = temporaryFolder();
  written(folder, "claims.yaml", claims);
  return folder;
}

/** The command in a project, as somebody with a home and a store of their own runs it. */
function somebody(folder: string) {
  const home = temporaryFolder();
  const env = { HOME: home, TRADE_METRICS_STORE: join(home, "store") };
  return (...words: readonly string[]) => run(words, { cwd: folder, env });
}

async function locked() {
  const folder = project();
  const call = somebody(folder);
  await call("data", "lock", "claims.yaml");
  return { folder, call };
}

/** Every month of Mexico's 2023 has 3 million of imports and 2 of exports. */
const newer = countryFile([{ year: "2023", months: 12, imports: 3, exports: 2 }]);

describe("a project with a lock file", () => {
  it.each([
    [["verify", "claims.yaml", "--json"]],
    [["report", "claims.yaml"]],
    [["balance", "--partner", "MX", "--period", "2023", "--vintage", "2025-04", "--json"]],
  ])("answers %j with the same bytes in two homes", async (words) => {
    const { folder } = await locked();
    const [one, other] = [await somebody(folder)(...words), await somebody(folder)(...words)];
    expect(one.status).toBe(0);
    expect(one).toEqual(other);
  });

  it("answers alike where a home holds newer data, and takes these where they are asked for", async () => {
    const { folder, call } = await locked();
    const home = somebody(folder);
    const file = written(temporaryFolder(), "country.xlsx", newer);
    expect((await home("data", "import", file, "--released", "2026-11-04")).status).toBe(0);
    for (const words of [
      ["verify", "claims.yaml", "--json"],
      ["balance", "--partner", "MX", "--period", "2023", "--no-frozen", "--vintage", "2025-10"],
    ]) {
      expect(await home(...words)).toEqual(await call(...words));
    }
    const question = ["balance", "--partner", "MX", "--period", "2023", "--vintage", "2026-11"];
    expect((await home(...question)).stderr).toMatch(
      /pins vintage 2025-04 \(sha256 .*, and the run used vintage 2026-11 /,
    );
    const free = await home(...question, "--no-frozen", "--json");
    expect(JSON.parse(free.stdout).rows[0].balance).toBe(-12_000_000);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      "another vintage",
      ["balance", "--partner", "MX", "--period", "2023"],
      /^error: census-goods: \S+ pins vintage 2025-04 .* used vintage 2025-10 .*\n {2}Ask for what is pinned with --vintage 2025-04/,
    ],
    [
      "another dataset",
      ["deficit-ratio", "--partner", "IE", "--period", "2023", "--sector", "services"],
      /bea-trade: \S+ does not pin it, and the run used vintage 2025-03/,
    ],
    ["shares", ["value-added", "--partner", "MX"], /tiva-shares: \S+ does not pin it/],
    ["a table", ["value-added", "balance", "--top", "1"], /value-added-2011: \S+ does not pin it/],
    [
      "a file",
      ["balance", "--partner", "MX", "--data", "trade.csv"],
      /trade\.csv: \S+ does not pin it, and the run used sha256/,
    ],
  ])("refuses %s, names it and what is pinned, and takes it with --no-frozen", async (...one) => {
    const [, words, line] = one;
    const { folder, call } = await locked();
    written(folder, "trade.csv", "period,partner,flow,value\n2023,MX,export,5\n2023,MX,import,7\n");
    const { status, stdout, stderr } = await call(...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(line);
    expect((await call(...words, "--no-frozen")).status).toBe(0);
  });

  it("refuses other bytes of the vintage that it pins", async () => {
    const { folder, call } = await locked();
    const path = join(folder, LOCK);
    const text = readFileSync(path, "utf8");
    written(folder, LOCK, text.replace(/("sha256": ")[0-9a-f]{4}/, "$10000"));
    for (const words of [
      ["verify", "claims.yaml"],
      ["report", "claims.yaml"],
      ["balance", "--partner", "MX", "--period", "2023", "--vintage", "2025-04"],
    ]) {
      const { status, stdout, stderr } = await call(...words);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/census-goods: \S+ pins vintage 2025-04 \(sha256 0000/);
    }
    const { status } = await call("data", "lock");
    expect(status).toBe(1);
  });

  it("refuses a changed file that its claims use", async () => {
    const folder = temporaryFolder();
    const call = somebody(folder);
    written(folder, "trade.csv", "period,partner,flow,value\n2023,MX,export,5\n2023,MX,import,7\n");
    const own = claims
      .replace(", vintage: 2025-04", "")
      .replace('"152"', '"2"')
      .replace("    scale: billion\n", "")
      .replace("partner: MX,", "partner: MX, data: trade.csv,");
    written(folder, "claims.yaml", own);
    expect((await call("data", "lock", "claims.yaml")).status).toBe(0);
    expect((await call("verify", "claims.yaml")).status).toBe(0);
    written(folder, "trade.csv", "period,partner,flow,value\n2023,MX,export,6\n2023,MX,import,8\n");
    const { status, stderr } = await call("verify", "claims.yaml");
    expect(status).toBe(2);
    expect(stderr).toMatch(/trade\.csv: \S+ pins sha256 .*, and the run used sha256 /);
  });

  it("computes from printed numbers, and shows all revisions, as ever", async () => {
    const { call } = await locked();
    expect((await call("balance", "--exports", "322.7", "--imports", "475.2")).status).toBe(0);
    const revisions = await call("data", "revisions", "--partner", "MX", "--period", "2023");
    expect(revisions.status).toBe(0);
  });
});

describe("--frozen", () => {
  it("wants a lock file", async () => {
    const call = somebody(project());
    for (const words of [
      ["verify", "claims.yaml", "--frozen"],
      ["balance", "--partner", "MX", "--frozen"],
    ]) {
      expect(await call(...words)).toEqual({
        status: 2,
        stdout: "",
        stderr:
          "error: --frozen: there is no trade-metrics.lock.json here or above (write one with trade-metrics data lock CLAIMS)\n",
      });
    }
  });

  it("names what is wrong with a lock file that cannot be read", async () => {
    const folder = project();
    written(folder, LOCK, "{");
    const { status, stderr } = await somebody(folder)("balance", "--partner", "MX");
    expect(status).toBe(2);
    expect(stderr).toMatch(/trade-metrics\.lock\.json: is not JSON/);
  });
});
