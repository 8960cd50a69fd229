import { spawn } from "node:child_process";
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Store } from "../../src/store/keeping/store.ts";
import { run, temporaryFolder, written } from "../cli/run.ts";
import { censusMonth } from "./census-month.ts";
import { certificate } from "./certificate.ts";
import { countryFile } from "./country-file.ts";
import { flawsOf } from "./fetching.ts";
import { ReplayServer, type Reply, type Seen } from "./replay-server.ts";

const trusted = written(temporaryFolder(), "certificate.pem", certificate);
const workbook = countryFile(
  Array.from({ length: 40 }, (_, at) => {
    return { year: String(1986 + at), months: 12, imports: at * 7 + 3, exports: at * 5 + 2 };
  }),
);
const released = { "Last-Modified": "Tue, 06 Oct 2026 12:40:00 GMT" };

let reply: (seen: Seen) => Promise<Reply> | Reply = () => ({ status: 500 });
let proxy: ReplayServer;
beforeAll(async () => {
  proxy = await ReplayServer.startProxy((seen) => reply(seen));
});
afterAll(() => proxy.stop());

function home() {
  const store = temporaryFolder();
  const env = {
    ...{ HOME: temporaryFolder(), TRADE_METRICS_STORE: store, CENSUS_API_KEY: "5ecre7-5ecre7" },
    ...{ HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: trusted },
  };
  return { store, env, call: (...words: string[]) => run(words, { cwd: env.HOME, env }) };
}

/** The command in a process of its own, begun by a line of the shell. */
function shell(line: string, env: Readonly<Record<string, string>>) {
  const command = `"${process.execPath}" "${resolve("bin/trade-metrics.js")}"`;
  const child = spawn("sh", ["-c", line.replace("trade-metrics", command)], {
    env: { PATH: process.env.PATH ?? "", ...env },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise<{ status: number; stdout: string; stderr: string }>((done) => {
    child.on("close", (status) => done({ status: status ?? -1, stdout, stderr }));
  });
}

const isPosix = process.platform !== "win32";
const vintagesIn = (store: string) => new Store(store).vintages().map(({ vintage }) => vintage);

describe.skipIf(!isPosix)("a disk on which nothing more fits", () => {
  // The system lets no file grow beyond two blocks, which is told like a full disk.
  const small = "ulimit -f 2; exec trade-metrics";

  it("ends an update in one line, and leaves the store as it was", async () => {
    const { store, env, call } = home();
    reply = () => ({ headers: released, body: workbook });
    const { status, stdout, stderr } = await shell(`${small} data update census-goods`, env);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: \S+: (?:cannot be written \(EFBIG\)|the disk is full)\n/);
    expect([vintagesIn(store), await flawsOf(new Store(store))]).toEqual([[], []]);
    expect((await call("data", "update", "census-goods")).status).toBe(0);
    expect(vintagesIn(store)).toEqual(["2026-10"]);
  });

  it("ends an import in one line, and leaves the store as it was", async () => {
    const { store, env } = home();
    const file = written(env.HOME, "country.xlsx", workbook);
    const { status, stderr } = await shell(`${small} data import "${file}"`, env);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: .*(?:EFBIG|the disk is full)/m);
    expect([vintagesIn(store), await flawsOf(new Store(store))]).toEqual([[], []]);
  });

  it("keeps nobody from an answer, which needs no room", async () => {
    const { store, env, call } = home();
    const file = written(env.HOME, "country.xlsx", workbook);
    await call("data", "import", file, "--released", "2026-11-04");
    rmSync(join(store, "compiled"), { recursive: true });
    const question = "balance --partner MX --period 1990 --json";
    const asked = await call(...question.split(" "));
    rmSync(join(store, "compiled"), { recursive: true });
    const full = await shell(`${small} ${question}`, env);
    expect(full).toEqual(asked);
    expect(await flawsOf(new Store(store))).toEqual([]);
  });
});

describe("a store that cannot be written", () => {
  it("ends an update in one line", async () => {
    const { env } = home();
    // A file stands where the folder would be.
    const path = written(env.HOME, "taken", "a file");
    const words = ["data", "update", "census-goods"];
    const { status, stdout, stderr } = await run(words, {
      ...{ cwd: env.HOME, env: { ...env, TRADE_METRICS_STORE: join(path, "store") } },
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: \S+taken\/store\S*: cannot be written \(ENOTDIR\)\n/);
  });

  it.skipIf(process.getuid?.() === 0)(
    "ends an update in one line where it is read-only",
    async () => {
      const { store, call } = home();
      chmodSync(store, 0o555);
      try {
        const { status, stderr } = await call("data", "update", "census-goods");
        expect(status).toBe(2);
        expect(stderr).toMatch(/^error: \S+: cannot be written \(EACCES\)\n/);
      } finally {
        chmodSync(store, 0o755);
      }
    },
  );
});

describe("a file of the store that is damaged", () => {
  it("ends a question in one line that says what mends it", async () => {
    const { store, env, call } = home();
    const file = written(env.HOME, "country.xlsx", workbook);
    await call("data", "import", file, "--released", "2026-11-04");
    const [{ files }] = new Store(store).vintages() as [ReturnType<Store["vintages"]>[number]];
    writeFileSync(files[0]!.path, workbook.subarray(0, 500));
    rmSync(join(store, "compiled"), { recursive: true });
    const { status, stdout, stderr } = await call("balance", "--partner", "MX", "--period", "1990");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^error: census-goods 2026-11: country\.xlsx: .*\n {2}If its bytes are damaged .* data update census-goods sets/,
    );
    expect(stderr).not.toContain(store);
    reply = () => ({ headers: released, body: workbook });
    const mended = await call("data", "update", "census-goods");
    expect(mended.stderr).toMatch(/^warning: census-goods 2026-11 was damaged and is set aside/);
    expect((await call("balance", "--partner", "MX", "--period", "1990")).status).toBe(0);
  });

  it("is fetched again even where it is as long as it was", async () => {
    const { store, call } = home();
    reply = () => ({ headers: released, body: workbook });
    await call("data", "update", "census-goods");
    const [{ files }] = new Store(store).vintages() as [ReturnType<Store["vintages"]>[number]];
    const bytes = Buffer.from(workbook);
    bytes[200]! ^= 1;
    writeFileSync(files[0]!.path, bytes);
    expect((await call("data", "status", "--check")).status).toBe(1);
    const { stderr, stdout } = await call("data", "update", "census-goods");
    expect(stderr).toMatch(/2026-10 was damaged and is set aside: the bytes of .* have changed/);
    expect(stdout).toContain("new vintage 2026-10");
    expect((await call("data", "status", "--check")).status).toBe(0);
  });
});

describe("two updates at once", () => {
  it("of one publisher: the later one says who is at work, and nothing is stored twice", async () => {
    const { store, env, call } = home();
    let seen = 0;
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    reply = async () => {
      seen += 1;
      await held;
      return { headers: released, body: workbook };
    };
    const first = shell("exec trade-metrics data update census-goods", env);
    while (seen === 0) await new Promise((done) => setTimeout(done, 20));
    const second = await shell("exec trade-metrics data update census-goods", env);
    letGo();
    expect(second.status).toBe(2);
    expect(second.stderr).toMatch(
      /^error: US Census Bureau, country file is in use by process \d+ \(try again when it has ended\)\n/,
    );
    expect((await first).status).toBe(0);
    expect([vintagesIn(store), seen]).toEqual([["2026-10"], 1]);
    expect(await flawsOf(new Store(store))).toEqual([]);
    expect((await call("data", "status", "--check")).status).toBe(0);
  });

  it("of two publishers both come to their end", async () => {
    const { store, env } = home();
    reply = (asked) =>
      asked.host === "api.census.gov" ? censusMonth(asked) : { headers: released, body: workbook };
    const words = "--set from=2026-06 --set to=2026-06";
    const both = await Promise.all([
      shell("exec trade-metrics data update census-goods", env),
      shell(`exec trade-metrics data update census-hs2 ${words}`, env),
    ]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(readdirSync(join(store, "vintages")).sort()).toEqual(["census-goods", "census-hs2"]);
    expect(await flawsOf(new Store(store))).toEqual([]);
    expect(existsSync(join(store, "lock"))).toBe(false);
  });
});
