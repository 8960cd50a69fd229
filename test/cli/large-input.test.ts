import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { describe, expect, it } from "vitest";
import { temporaryFolder, written } from "./run.ts";

const bin = resolve("bin/trade-metrics.js");
const folder = temporaryFolder();
/** Says at the end how much memory the process had at most. */
const hook = written(
  folder,
  "peak.cjs",
  'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"));',
);

/** Two records of Mexico and as many of others as fill this many megabytes. */
function* csvOf(megabytes: number): Generator<string> {
  yield "period,partner,flow,value,product\n2024,MX,export,5,total\n2024,MX,import,7,total\n";
  const row = (at: number) => `2024-03,${at % 3 ? "CA" : "CN"},export,${at},hs:100000\n`;
  yield* repeated(megabytes, row);
}

/** The same as an answer of the Census API. */
function* jsonOf(megabytes: number): Generator<string> {
  yield '[["E_COMMODITY","CTY_CODE","CTY_NAME","ALL_VAL_YR","time"],\n["-","2010","MEXICO","5","2024-12"]';
  yield* repeated(megabytes, (at) => `,\n["100000","1220","CANADA","${at}","2024-12"]`);
  yield "]";
}

function* repeated(megabytes: number, row: (at: number) => string): Generator<string> {
  let at = 0;
  for (let size = 0; size < megabytes * 1e6; ) {
    let text = "";
    while (text.length < 100_000) {
      text += row(at);
      at += 1;
    }
    size += text.length;
    yield text;
  }
}

function start(args: readonly string[]) {
  const child = spawn(process.execPath, ["--require", hook, bin, ...args], {
    env: { PATH: process.env.PATH ?? "" },
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdout.resume();
  child.stdin.on("error", () => {});
  const ended = new Promise<{ status: number | null; stderr: string }>((done) => {
    child.on("close", (status) => done({ status, stderr }));
  });
  return { child, ended };
}

/** The most memory that a question took, in megabytes. */
async function peak(data: string, input?: Iterable<string>): Promise<number> {
  const { child, ended } = start(["balance", "--partner", "MX", "--data", data, "--json"]);
  if (input) Readable.from(input).pipe(child.stdin);
  else child.stdin.end();
  const { status, stderr } = await ended;
  expect([status, stderr.replace(/peak.*\n/, "")]).toEqual([0, ""]);
  return Number(/peak (\d+)/.exec(stderr)![1]) / 1024;
}

async function fileOf(name: string, text: Iterable<string>, packed = false): Promise<string> {
  const path = join(folder, name);
  const from = Readable.from(text);
  if (packed) await pipeline(from, createGzip({ level: 1 }), createWriteStream(path));
  else await pipeline(from, createWriteStream(path));
  return path;
}

/**
 * Megabytes by which runs differ although they hold the same; DuckDB fills buffers up to a limit. Held
 * in memory, the larger inputs would take at least twice as much more.
 */
const NOISE = 120;

describe("an input larger than memory should hold", { timeout: 120_000 }, () => {
  it("takes as much memory as a smaller one from standard input", async () => {
    const small = await peak("-", csvOf(40));
    expect((await peak("-", csvOf(120))) - small).toBeLessThan(NOISE);
  });

  it("takes as much memory as a smaller one out of gzip", async () => {
    const small = await peak(await fileOf("small.csv.gz", csvOf(40), true));
    expect((await peak(await fileOf("large.csv.gz", csvOf(120), true))) - small).toBeLessThan(
      NOISE,
    );
  });

  it("takes as much memory as a smaller one in JSON", async () => {
    const small = await peak(await fileOf("small.json", jsonOf(36)));
    expect((await peak(await fileOf("large.json", jsonOf(60)))) - small).toBeLessThan(NOISE);
  });
});
