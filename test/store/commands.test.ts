import { spawn } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, temporaryFolder, written } from "../cli/run.ts";
import { censusMonth } from "./census-month.ts";
import { certificate } from "./certificate.ts";
import { countryFile, header } from "./country-file.ts";
import { ReplayServer, type Reply, type Seen } from "./replay-server.ts";

/** A country file with Mexico's months of 2026 so far, and their sums: a figure a flow and column. */
function mexico(months: number, names: readonly string[] = header): Uint8Array {
  return countryFile([{ year: "2026", months, imports: 3, exports: 2 }], names);
}

const KEY = "5ecre7-5ecre7-5ecre7";
const folder = temporaryFolder();
const trusted = written(folder, "certificate.pem", certificate);

let reply: (seen: Seen, before: number) => Reply = () => ({ status: 500 });
let proxy: ReplayServer;
beforeAll(async () => {
  proxy = await ReplayServer.startProxy((seen, before) => reply(seen, before));
});
afterAll(() => proxy.stop());

/** A home of its own, and the proxy as the way to the world. */
function home() {
  const store = temporaryFolder();
  const env = {
    ...{ HOME: temporaryFolder(), TRADE_METRICS_STORE: store },
    ...{ HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: trusted },
  };
  const data = (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    run(["data", ...words], { cwd: env.HOME, env: { ...env, ...more } });
  return { store, env, data };
}

describe("data update", () => {
  it("fetches through a proxy whose certificate was named, and says what is new", async () => {
    const { data } = home();
    const released = { "Last-Modified": "Tue, 06 Oct 2026 12:40:00 GMT" };
    const july = mexico(7);
    reply = () => ({ headers: released, body: july });
    expect(await data(["update", "census-goods"])).toEqual({
      status: 0,
      stdout:
        "census-goods: new vintage 2026-10 (released 2026-10-06), 2026-01 to 2026-07, 16 figures\n",
      stderr: "",
    });
    const { stdout } = await data(["update", "census-goods"]);
    expect(stdout).toBe("census-goods: nothing newer than vintage 2026-10 (released 2026-10-06)\n");
    const later = { "Last-Modified": "Wed, 04 Nov 2026 13:40:00 GMT" };
    reply = () => ({ headers: later, body: mexico(8) });
    expect((await data(["update", "census-goods"])).stdout).toBe(
      [
        "census-goods: new vintage 2026-11 (released 2026-11-04), 2026-01 to 2026-08, 18 figures",
        "  before: vintage 2026-10 (released 2026-10-06)\n",
      ].join("\n"),
    );
    const status = await data(["status"]);
    expect(status.stdout).toContain(
      "  2026-10     stored    2026-01 to 2026-07, released 2026-10-06",
    );
    expect(status.stdout).toContain("+2 figures, ended 2026-07 before");
  });

  it("refuses a certificate that nobody named", async () => {
    const { data } = home();
    const { status, stdout, stderr } = await data(["update", "census-goods"], {
      NODE_EXTRA_CA_CERTS: "",
    });
    expect([status, stdout, stderr]).toEqual([
      ...[2, ""],
      "error: US Census Bureau, country file: the certificate of www.census.gov is signed by itself (behind a proxy that opens connections, name its certificate in NODE_EXTRA_CA_CERTS)\n",
    ]);
  });

  it("names the column that a publisher has renamed, and stores nothing", async () => {
    const { data, store } = home();
    reply = () => ({
      body: mexico(
        7,
        header.map((name) => name.replace("IFEB", "IMPFEB")),
      ),
    });
    const { status, stderr } = await data(["update", "census-goods"]);
    expect(status).toBe(2);
    expect(stderr).toBe(
      "error: US Census Bureau, country file: the workbook has no column IFEB; its layout may have changed\n  Nothing was stored; stored data still answer. Until a newer trade-metrics knows the change, download the file and say what its columns hold: --data FILE --column period=NAME\n",
    );
    expect(stderr).not.toContain(store);
    expect(existsSync(join(store, "vintages"))).toBe(false);
  });

  it("sends a key from the environment, and leaves no trace of it", async () => {
    const { data, store } = home();
    reply = censusMonth;
    const words = ["update", "census-hs2", "--set", "from=2026-01", "--set", "to=2026-01"];
    const dry = await data([...words, "--dry-run"], { CENSUS_API_KEY: KEY });
    const before = proxy.seen.length;
    const { status, stdout, stderr } = await data(words, { CENSUS_API_KEY: KEY });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^census-hs2: new vintage 2026-11 \(released 2026-11-04\), 2026-01 to/);
    expect(proxy.seen.slice(before).map(({ query }) => query.get("key"))).toEqual([KEY, KEY]);
    for (const text of [stdout, dry.stdout, dry.stderr, ...everyFile(store)]) {
      expect(text).not.toContain(KEY);
    }
    expect(dry.stdout).toContain("key from CENSUS_API_KEY: found");
  });

  it("reads keys from a file that only its owner can read, and that is outside the project", async () => {
    const { data, env } = home();
    reply = censusMonth;
    const words = ["update", "census-hs2", "--dry-run"];
    const keys = written(temporaryFolder(), "keys.json", JSON.stringify({ CENSUS_API_KEY: KEY }));
    chmodSync(keys, 0o644);
    const open = await data(words, { TRADE_METRICS_KEYS: keys });
    expect(open.stderr).toBe(
      `error: ${keys}: other users can read the keys (use chmod 600 ${keys})\n`,
    );
    chmodSync(keys, 0o600);
    expect((await data(words, { TRADE_METRICS_KEYS: keys })).stdout).toContain("found");
    written(env.HOME, "trade-metrics.json", "{}");
    const inside = written(env.HOME, "keys.json", JSON.stringify({ CENSUS_API_KEY: KEY }));
    const { status, stderr } = await data(words, { TRADE_METRICS_KEYS: inside });
    expect([status, stderr]).toEqual([
      2,
      `error: TRADE_METRICS_KEYS: ${inside} is in the project ${env.HOME}, where it could be published (move it elsewhere)\n`,
    ]);
  });

  it.each([[["--key", KEY]], [[`--key=${KEY}`]]])(
    "refuses a key on the command line, without repeating it: %#",
    async (words) => {
      const { data } = home();
      const { status, stderr } = await data(["update", "census-hs2", ...words]);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^error: data update: keys are not given on the command line/);
      expect(stderr).not.toContain(KEY);
    },
  );

  it.each<[readonly string[], string]>([
    [["nonsense"], '"nonsense" is no dataset that can be fetched (use census-goods, '],
    [["census-hs2"], "wants a key (set CENSUS_API_KEY, or name it in "],
    [["census-hs2", "--set", "form=2024"], 'census-hs2 has no parameter "form" (it has from, to)'],
    [["census-hs2", "--set", "from=2024-13"], "there is no month 2024-13"],
    [["census-hs2", "--set", "from"], "--set: expected name=value"],
    [["comext"], "comext: reporter is missing (reporters, DE,FR; EU27_2020); partner is missing"],
    [["dataweb", "--set", "query=@none.json"], "none.json: no such file (check the path)"],
    [["--set", "from=2024"], "--set: which dataset?"],
  ])("%j ends with one clear line", async (words, line) => {
    const { data } = home();
    const { status, stdout, stderr } = await data(["update", ...words]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.replace(/^warning: .*\n/gm, "")).toMatch(/^error: [^\n]*\n(?: {2}[^\n]*\n)?$/);
    expect(stderr).toContain(line);
  });

  it.skipIf(process.platform === "win32")(
    "ends cleanly at Ctrl-C, and goes on with what it has when it runs again",
    async () => {
      const { data, env, store } = home();
      let isSlow = true;
      let stopped: (() => void) | undefined;
      reply = (seen) => {
        if (!isSlow || seen.path.includes("exports")) return censusMonth(seen);
        stopped?.();
        return { silent: true };
      };
      const words = [
        "data",
        "update",
        "census-hs2",
        "--set",
        "from=2026-01",
        "--set",
        "to=2026-01",
      ];
      const child = spawn(process.execPath, [resolve("bin/trade-metrics.js"), ...words], {
        env: { PATH: process.env.PATH ?? "", ...env, CENSUS_API_KEY: KEY },
      });
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        stderr += text;
      });
      stopped = () => child.kill("SIGINT");
      const status = await new Promise((done) => child.on("close", done));
      expect([status, stderr]).toEqual([
        130,
        "error: stopped (run the same command again: it goes on with what was fetched)\n",
      ]);
      expect(namesBelow(store).filter((name) => /partial|lock/.test(name))).toEqual([]);
      isSlow = false;
      expect((await data(["status"])).stdout).toContain("unfinished: census-hs2");
      const again = await data(words.slice(1), { CENSUS_API_KEY: KEY });
      expect(again.stdout).toContain("1 answer kept from the run before");
    },
  );
});

describe("data import", () => {
  const file = written(folder, "country.xlsx", mexico(7));

  it("adds a downloaded file as a vintage of the dataset whose format it has", async () => {
    const { data, store } = home();
    const words = ["import", file, "--released", "2026-10-06"];
    expect(await data(words)).toEqual({
      status: 0,
      stdout:
        "census-goods: added vintage 2026-10 (released 2026-10-06), 2026-01 to 2026-07, 16 figures\n",
      stderr: "",
    });
    expect((await data(words)).stdout).toMatch(/^census-goods: these bytes are there already/);
    const [bytes] = namesBelow(join(store, "bytes")).filter((name) => name.length > 60);
    expect(readFileSync(join(store, "bytes", bytes!))).toEqual(readFileSync(file));
  });

  it("says where the day of the release comes from if none is named", async () => {
    const { data } = home();
    const { status, stderr } = await data(["import", file]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^warning: the day of the release is taken from the file: \d{4}-/);
  });

  it.each<[readonly string[], RegExp]>([
    [["none.xlsx"], /none\.xlsx: no such file/],
    [[file, "--dataset", "comtrade"], /the file is no part of comtrade: its format is US Census/],
    [[file, "--dataset", "nonsense"], /there is no dataset "nonsense" \(use bea-trade, /],
    [[file, "--released", "2026-02-30"], /--released: expected a day such as 2026-10-06/],
    [[file, "--vintage", "../up"], /--vintage: expected letters, digits and hyphens/],
    [[written(folder, "half.xlsx", mexico(7).subarray(0, 700))], /half\.xlsx: /],
    [
      [written(folder, "none.csv", "a,b\n1,2\n")],
      /none\.csv:1: is in no known format \(its columns are a, b\)/,
    ],
  ])("%j ends with one clear line and adds nothing", async (words, line) => {
    const { data, store } = home();
    const { status, stdout, stderr } = await data(["import", ...words]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(line);
    expect(existsSync(join(store, "vintages"))).toBe(false);
  });
});

describe("data status and data prune", () => {
  const file = written(folder, "july.xlsx", mexico(7));
  const later = written(folder, "august.xlsx", mexico(8));

  it("find bytes that have changed, set them aside at the next update, and remove them", async () => {
    const { data, store } = home();
    await data(["import", file, "--released", "2026-10-06"]);
    const [name] = namesBelow(join(store, "bytes")).filter((one) => one.length > 60);
    const bytes = readFileSync(join(store, "bytes", name!));
    bytes[100]! ^= 1;
    written(join(store, "bytes"), name!, bytes);
    expect((await data(["status"])).status).toBe(0);
    const { status, stdout } = await data(["status", "--check"]);
    expect(status).toBe(1);
    expect(stdout).toContain("damaged: census-goods 2026-10: the bytes of july.xlsx have changed");
    written(join(store, "bytes"), name!, bytes.subarray(1));
    reply = () => ({
      headers: { "Last-Modified": "Tue, 06 Oct 2026 12:40:00 GMT" },
      body: readFileSync(file),
    });
    const update = await data(["update", "census-goods"]);
    expect(update.stderr).toMatch(/^warning: census-goods 2026-10 was damaged and is set aside/);
    expect(update.stdout).toContain("new vintage 2026-10");
    expect((await data(["status", "--check"])).status).toBe(0);
    expect((await data(["prune"])).stdout).toMatch(/^removed 2 files/);
    expect((await data(["prune"])).stdout).toBe("Nothing to remove.\n");
    expect((await data(["status", "--check"])).status).toBe(0);
  });

  it("keep every vintage unless a number is named, and show first what would go", async () => {
    const { data } = home();
    await data(["import", file, "--released", "2026-10-06"]);
    await data(["import", later, "--released", "2026-11-04"]);
    expect((await data(["prune"])).stdout).toBe("Nothing to remove.\n");
    const dry = await data(["prune", "--keep", "1", "--dry-run"]);
    // Its workbook, and what was read of it.
    expect(dry.stdout).toMatch(/^would remove census-goods 2026-10\nwould remove 2 files, /);
    expect((await data(["prune", "--keep", "1"])).stdout).toMatch(
      /^removed census-goods 2026-10\n/,
    );
    const { stdout } = await data(["status", "--json"]);
    const goods = JSON.parse(stdout).datasets.find(
      ({ id }: { id: string }) => id === "census-goods",
    );
    const stored = goods.vintages.filter(({ kept }: { kept: string }) => kept === "stored");
    expect(stored.map(({ vintage }: { vintage: string }) => vintage)).toEqual(["2026-11"]);
  });

  it.each<[readonly string[], string]>([
    [["--keep", "0"], "--keep: expected a whole number from 1"],
    [
      ["--keep", "1", "--dataset", "nonsense"],
      'there is no vintage of "nonsense" (there are none)',
    ],
    [["--dataset", "census-goods"], "--dataset: say with --keep how many"],
  ])("prune %j ends with one clear line", async (words, line) => {
    const { status, stderr } = await home().data(["prune", ...words]);
    expect(status).toBe(2);
    expect(stderr).toContain(line);
  });
});

describe("data lock", () => {
  const KNOWN = { date: "2025-03", vintage: "2025-04" };
  const claims = (period: string) =>
    JSON.stringify({
      report: { id: "brief", title: "A brief", publisher: "Somebody", ...KNOWN },
      claims: [
        {
          ...{ id: "deficit", says: "US deficit in goods trade with Mexico", reported: "152" },
          ...{ unit: "USD", scale: "billion", where: { section: "Summary" } },
          compute: { metric: "balance", partner: "MX", period, as: "deficit" },
        },
      ],
    });

  it("pins what the claims use, and says what differs before it changes the pins", async () => {
    const { data, env } = home();
    const path = join(env.HOME, "trade-metrics.lock.json");
    written(env.HOME, "claims.yaml", claims("2023"));
    const { stdout } = await data(["lock", "claims.yaml"]);
    expect(stdout).toMatch(
      /pinned 1 dataset, 1 figure\n {2}census-goods: vintage 2025-04 \(sha256/,
    );
    const first = readFileSync(path, "utf8");
    expect(JSON.parse(first).data[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await data(["lock"])).toMatchObject({ status: 0, stderr: "" });
    expect(await data(["lock", "--frozen"])).toMatchObject({ status: 0, stderr: "" });
    // Another period stands here for other data: the deficit of 2022 (131 billion), that of 2023 (152).
    written(env.HOME, "claims.yaml", claims("2022"));
    const differs = await data(["lock"]);
    expect(differs.status).toBe(1);
    expect(differs.stdout).toMatch(/claims\.yaml: deficit: 152473493291 -> 127825091313\n/);
    expect(readFileSync(path, "utf8")).toBe(first);
    await data(["lock", "--update", "--dry-run"]);
    expect(readFileSync(path, "utf8")).toBe(first);
    expect((await data(["lock", "--update"])).stdout).toContain("0 datasets and 1 figure changed");
    expect(JSON.parse(readFileSync(path, "utf8")).figures).toEqual({
      "claims.yaml": { deficit: 127_825_091_313 },
    });
  });

  it("is the same bytes in two homes", async () => {
    const texts = [];
    for (const { data, env } of [home(), home()]) {
      written(env.HOME, "claims.yaml", claims("2023"));
      await data(["lock", "claims.yaml"]);
      texts.push(readFileSync(join(env.HOME, "trade-metrics.lock.json"), "utf8"));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["", ["lock"], /data lock: which claims\?/],
    ["", ["lock", "--frozen"], /there is no trade-metrics\.lock\.json here or above/],
    ["", ["lock", "none.yaml"], /none\.yaml: no such file/],
    ["{", ["lock"], /trade-metrics\.lock\.json: is not JSON/],
    ['{"schema":"x"}', ["lock"], /trade-metrics\.lock\.json: schema: /],
  ])("%j with %j ends with one clear line", async (lock, words, line) => {
    const { data, env } = home();
    if (lock !== "") written(env.HOME, "trade-metrics.lock.json", lock);
    const { status, stderr } = await data(words);
    expect(status).toBe(2);
    expect(stderr).toMatch(line);
  });
});

function namesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" });
}

function everyFile(path: string): string[] {
  return namesBelow(path)
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => readFileSync(name, "latin1"));
}
