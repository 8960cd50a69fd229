import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

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

/** Runs the built command with nothing in its environment but the path. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { env = {}, input, cwd = "." } = options;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? "", ...env },
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
