import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { runCommand as runFromSource } from "../../src/cli/run.ts";

const bin = resolve("bin/trade-metrics.js");

/** What a finished process left behind. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
}

/**
 * Runs the built command in this process, as `spawned` does in a process of its own; that is left to
 * what belongs to a process: its streams, network, signals, exit and start. One run at a time.
 */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { env = {}, input, cwd } = options;
  // Standard input, the options of Node and the certificates that it trusts belong to the process.
  const isOfProcess =
    input !== undefined || env.NODE_OPTIONS !== undefined || args.includes("update");
  if (isOfProcess) return spawned(args, options);
  const ran = previous.then(async () => {
    const stdout = new Printed();
    const stderr = new Printed();
    const before = process.cwd();
    if (cwd !== undefined) process.chdir(cwd);
    try {
      const status = await runCommand(args, { stdout, stderr, env: { ...ownStore, ...env } });
      return { status, stdout: stdout.text, stderr: stderr.text };
    } finally {
      process.chdir(before);
    }
  });
  previous = ran.catch(() => {});
  return ran;
}

let previous: Promise<unknown> = Promise.resolve();

/** The command as it was built, which is also what a package holds. */
const { runCommand } = createRequire(import.meta.url)("../../dist/cli/run.js") as {
  runCommand: typeof runFromSource;
};

/** Keeps what is written. */
class Printed {
  text = "";

  write(text: string): void {
    this.text += text;
  }
}

/** The store that a test names none of is nobody's, where it has no home of its own. */
const ownStore = { TRADE_METRICS_STORE: process.env.TRADE_METRICS_STORE ?? "" };

/** Runs the built command in a process of its own, with no more in its environment than it needs. */
export function spawned(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { env = {}, input, cwd = "." } = options;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? "", ...(env.HOME ? {} : ownStore), ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", fail);
    child.on("close", (status) => done({ status, stdout, stderr }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** Runs a command that must succeed and gives back its JSON. */
export async function runJson(args: readonly string[], options: RunOptions = {}) {
  const { status, stdout, stderr } = await run([...args, "--json"], options);
  if (status !== 0) throw new Error(`${args.join(" ")}: exit ${status}\n${stderr}`);
  return JSON.parse(stdout) as {
    rows: Record<string, unknown>[];
    warnings: { code: string; message: string }[];
    parameters: Record<string, unknown>;
    data: { id: string; vintage: string; sha256: string; rows: Counts }[];
    definition: Record<string, unknown>;
    metric: string;
  };
}

interface Counts {
  readonly read: number;
  readonly used: number;
  readonly skipped: Readonly<Record<string, number>>;
}

/** The words of a command line as a shell without expansions splits them. */
export function words(line: string): string[] {
  const parts = line.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? [];
  return parts.map((part) => part.replace(/^(["'])(.*)\1$/, "$2"));
}

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for files that a test writes; removed when the tests of its file have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trade-metrics-"));
  folders.push(folder);
  return folder;
}

/** Writes a file into the folder and gives back its path. */
export function written(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
