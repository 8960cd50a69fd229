import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Whether a program is there to test with; for tmux, whether it can open a terminal here at all. */
export function has(program: string): boolean {
  return program === "tmux" ? opensTerminals : isInstalled(program);
}

function isInstalled(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

/** What stands behind a title when a test is skipped for want of a program. */
export function without(...programs: readonly string[]): string {
  const missing = programs.filter((program) => !has(program));
  return missing.length === 0 ? "" : ` (skipped: ${missing.join(", ")} cannot be run here)`;
}

export interface TerminalOptions {
  readonly columns: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How long a server may take to listen, and a screen to show what is waited for. */
const PATIENCE = 15_000;
/** Each look starts a program: many would take more of the processor than what is looked at. */
const PAUSE = 150;

/**
 * A real terminal, as tmux gives one, in which `trade-metrics` is the built command. Its server is a
 * child process in the foreground, so that it can be started where daemons end at once, and ends
 * with its test.
 */
export class Terminal {
  readonly #folder = mkdtempSync(join(tmpdir(), "trade-metrics-terminal-"));
  readonly #socket = join(this.#folder, "socket");
  readonly #server: ChildProcess;

  private constructor() {
    const words = ["-u", "-D", "-S", this.#socket, "-f", "/dev/null"];
    this.#server = spawn("tmux", words, { stdio: "ignore" });
    const program = join(this.#folder, "trade-metrics");
    writeFileSync(
      program,
      `#!/bin/sh\nexec "${process.execPath}" "${resolve("bin/trade-metrics.js")}" "$@"\n`,
    );
    chmodSync(program, 0o755);
  }

  /** Starts a command in a terminal of its own. */
  static async open(
    command: string,
    { columns, rows = 60, environment = {} }: TerminalOptions,
  ): Promise<Terminal> {
    const terminal = new Terminal();
    const folder = terminal.#folder;
    const variables = {
      ...{ PATH: `${folder}:${process.env.PATH}`, HOME: folder, LC_ALL: "C.UTF-8" },
      ...environment,
    };
    const assigned = Object.entries(variables).map(([name, value]) => `${name}='${value}'`);
    const size = ["-x", String(columns), "-y", String(rows)];
    const whole = `env ${assigned.join(" ")} ${command}`;
    if (await terminal.#starts(["new-session", "-d", ...size, whole])) {
      // Now and then a server opens an empty view over its first pane, which would take all keys.
      terminal.#tmux("copy-mode", "-q");
      return terminal;
    }
    terminal.close();
    throw new Error("tmux cannot open a terminal here");
  }

  /** Types text as it is, without a line end. */
  type(text: string): void {
    this.#tmux("send-keys", "-l", text);
  }

  /** Presses a key: `Tab`, `Enter`. */
  press(key: string): void {
    this.#tmux("send-keys", key);
  }

  /** What is on the screen; with its colours as escapes where asked for. */
  screen(colours = false): string {
    return this.#tmux("capture-pane", "-p", ...(colours ? ["-e"] : []));
  }

  cursorIsShown(): boolean {
    return this.#tmux("display-message", "-p", "#{cursor_flag}").trim() === "1";
  }

  /** The screen once it shows what is waited for. */
  async until(shown: (screen: string) => boolean, colours = false): Promise<string> {
    let screen = "";
    const seen = await waitUntil(() => {
      screen = this.screen(colours);
      return shown(screen);
    });
    if (!seen) throw new Error(`not on the screen in time:\n${screen}`);
    return screen;
  }

  close(): void {
    this.#server.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  /** Asks until the server listens. */
  async #starts(words: readonly string[]): Promise<boolean> {
    const ended = () => this.#server.pid === undefined || this.#server.exitCode !== null;
    const isStarted = () =>
      spawnSync("tmux", ["-N", "-u", "-S", this.#socket, ...words]).status === 0;
    return (await waitUntil(() => ended() || isStarted())) && !ended();
  }

  #tmux(...words: readonly string[]): string {
    return execFileSync("tmux", ["-N", "-u", "-S", this.#socket, ...words], { encoding: "utf8" });
  }
}

/** Asks again and again; false when the answer was no until the end. */
export async function waitUntil(asked: () => boolean): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  while (!asked()) {
    if (Date.now() > end) return false;
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
  return true;
}

/** Some machines have tmux but no terminals for it. */
const opensTerminals = isInstalled("tmux") && (await canOpen());

async function canOpen(): Promise<boolean> {
  try {
    (await Terminal.open("cat", { columns: 80 })).close();
    return true;
  } catch {
    return false;
  }
}
