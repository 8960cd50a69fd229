import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { temporaryFolder, written } from "./run.ts";

const bin = resolve("bin/trade-metrics.js");
const folder = temporaryFolder();

/** Without the optional package, as where it is not installed. */
const withoutDuckdb = written(
  folder,
  "without-duckdb.cjs",
  `const Module = require("node:module");
   const resolve = Module._resolveFilename;
   Module._resolveFilename = (name, ...rest) => {
     if (name.startsWith("@duckdb/")) throw Object.assign(new Error(name), { code: "MODULE_NOT_FOUND" });
     return resolve(name, ...rest);
   };`,
);

/** Monthly exports of many products: as much as takes the command seconds. */
function csvOf(rows: number): string {
  const lines = ["period,partner,flow,value,product"];
  for (let at = 0; at < rows; at += 1) {
    const product = 100_000 + (at % 500);
    const month = Math.floor(at / 500) % 480;
    const period = `${1980 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    const partner = ["CA", "CN", "MX"][Math.floor(at / 240_000) % 3];
    lines.push(`${period},${partner},export,${at},hs:${product}`);
  }
  return `${lines.join("\n")}\n`;
}

const text = csvOf(1_200_000);
const large = written(folder, "large.csv", text);
const packed = written(folder, "large.csv.gz", gzipSync(text, { level: 1 }));
// Below the size from which files are read in parts, but not below a second of work.
const small = written(folder, "small.csv", csvOf(200_000));

interface Interrupted {
  readonly signal: NodeJS.Signals;
  /** When the signal is sent: milliseconds from the start, or from the first temporary file. */
  readonly after: number;
  readonly fromFirstFile?: boolean;
  readonly isWithoutDuckdb?: boolean;
  readonly input?: string;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** An empty process takes 0.05 s to start and end; a machine that is busy gets more than a second. */
const loadNow = () => Math.max(1, timeOf(() => spawnSync(process.execPath, ["-e", "0"])) / 100);

let runs = 0;

/** Sends a running command a signal, and tells how it ended. */
async function interrupted(args: readonly string[], how: Interrupted) {
  runs += 1;
  const temporary = join(folder, `temporary-${runs}`);
  mkdirSync(temporary);
  const hooks = how.isWithoutDuckdb ? ["--require", withoutDuckdb] : [];
  const child = spawn(process.execPath, [...hooks, bin, ...args], {
    env: { PATH: process.env.PATH ?? "", TMPDIR: temporary },
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (said: string) => {
    stderr += said;
  });
  child.stdout.resume();
  child.stdin.on("error", () => {});
  if (how.input) Readable.from([how.input]).pipe(child.stdin, { end: false });
  else child.stdin.end();
  const closed = new Promise<number>((done) =>
    // A shell says it so of a program that a signal ended.
    child.on("close", (code, signal) => done(code ?? 128 + constants.signals[signal!])),
  );
  const isFirst = () => readdirSync(temporary).length > 0;
  if (how.fromFirstFile) while (!isFirst() && child.exitCode === null) await wait(5);
  await wait(how.after);
  const isRunning = child.exitCode === null;
  const start = performance.now();
  child.kill(how.signal);
  const status = await closed;
  const took = performance.now() - start;
  const isPrompt = took < 1000 || took < 1000 * loadNow();
  return { isRunning, isPrompt, status, stderr, left: readdirSync(temporary) };
}

function ended(signal: NodeJS.Signals) {
  const status = 128 + constants.signals[signal];
  return { isRunning: true, isPrompt: true, status, stderr: "", left: [] };
}

const check = ["data", "check", large];
const members = ["concentration", "--by", "product", "--data"];

describe("a signal ends the command within a second and leaves nothing behind", () => {
  it.each<[string, readonly string[], Interrupted]>([
    ...(["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const).map(
      (signal): [string, string[], Interrupted] => [
        `${signal} while data check reads`,
        check,
        { signal, after: 600 },
      ],
    ),
    [
      "while data check puts records aside",
      check,
      { signal: "SIGTERM", after: 100, fromFirstFile: true },
    ],
    [
      "while DuckDB reads",
      [...members, large],
      { signal: "SIGINT", after: 0, fromFirstFile: true },
    ],
    [
      "while what DuckDB gave is taken",
      [...members, large],
      { signal: "SIGTERM", after: 200, fromFirstFile: true },
    ],
    [
      "while rows are read without DuckDB",
      [...members, large],
      { signal: "SIGINT", after: 1500, isWithoutDuckdb: true },
    ],
    [
      "while gzip is unpacked",
      [...members, packed],
      { signal: "SIGINT", after: 0, fromFirstFile: true },
    ],
    ["while a small file is read", [...members, small], { signal: "SIGINT", after: 500 }],
    [
      "while standard input is read",
      ["data", "check", "-"],
      { signal: "SIGINT", after: 1000, input: text },
    ],
    ["while a report is verified", ["verify", "wilson-2025"], { signal: "SIGTERM", after: 150 }],
  ])("%s", { timeout: 60_000 }, async (_, args, how) => {
    expect(await interrupted(args, how)).toEqual(ended(how.signal));
  });

  it("at whatever moment it comes", { timeout: 120_000 }, async () => {
    for (let after = 0; after < 4000; after += 800) {
      const how = { signal: "SIGINT", after, fromFirstFile: true } as const;
      const { isRunning, ...found } = await interrupted(["data", "check", small], how);
      if (!isRunning) return;
      expect({ after, ...found, isRunning }).toEqual({ after, ...ended("SIGINT") });
    }
  });
});

describe("a signal while --output is written", () => {
  it("leaves the earlier file or the whole new one, and no part", {
    timeout: 120_000,
  }, async () => {
    const place = join(folder, "output");
    mkdirSync(place);
    const output = join(place, "answer.json");
    const question =
      "balance --partner CA,MX,CN,DE,JP,EU27 --period 2010-01..2024-12 --json --output".split(" ");
    const seen = new Set<string>();
    const load = loadNow();
    for (let after = 60; after < 20_000; after += 80 * load) {
      writeFileSync(output, "earlier");
      const { isRunning } = await interrupted([...question, output], { signal: "SIGINT", after });
      const content = readFileSync(output, "utf8");
      seen.add(content === "earlier" ? content : typeof JSON.parse(content));
      expect(readdirSync(place)).toEqual(["answer.json"]);
      if (!isRunning) break;
    }
    expect([...seen]).toEqual(["earlier", "object"]);
  });
});
