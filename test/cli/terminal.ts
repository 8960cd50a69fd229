import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Whether a program is there to test with; for tmux, whether it can open a terminal here at all. */
export function has(program: string): boolean {
  if (spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0) return false;
  return program !== "tmux" || opensTerminals();
}

let terminals: boolean | null = null;

/** Some machines have tmux but no terminals for it: its server then ends as soon as it starts. */
function opensTerminals(): boolean {
  if (terminals !== null) return terminals;
  const folder = mkdtempSync(join(tmpdir(), "trade-metrics-terminal-"));
  const tmux = (...words: readonly string[]) =>
    spawnSync("tmux", ["-S", join(folder, "socket"), "-f", "/dev/null", ...words]).status === 0;
  terminals = tmux("new-session", "-d", "cat");
  if (terminals) tmux("kill-server");
  rmSync(folder, { recursive: true, force: true });
  return terminals;
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

/** A real terminal, as tmux gives one, in which `trade-metrics` is the built command. */
export class Terminal {
  readonly #folder = mkdtempSync(join(tmpdir(), "trade-metrics-terminal-"));
  readonly #socket = join(this.#folder, "socket");

  constructor(command: string, { columns, rows = 60, environment = {} }: TerminalOptions) {
    const program = join(this.#folder, "trade-metrics");
    writeFileSync(
      program,
      `#!/bin/sh\nexec "${process.execPath}" "${resolve("bin/trade-metrics.js")}" "$@"\n`,
    );
    chmodSync(program, 0o755);
    const variables = {
      ...{ PATH: `${this.#folder}:${process.env.PATH}`, HOME: this.#folder, LC_ALL: "C.UTF-8" },
      ...environment,
    };
    const assigned = Object.entries(variables).map(([name, value]) => `${name}='${value}'`);
    const size = ["-x", String(columns), "-y", String(rows)];
    const whole = `env ${assigned.join(" ")} ${command}`;
    this.#tmux("-f", "/dev/null", "new-session", "-d", ...size, whole);
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

  /** The screen once it shows what is waited for. */
  async until(shown: (screen: string) => boolean, colours = false): Promise<string> {
    const end = Date.now() + 15_000;
    for (;;) {
      const screen = this.screen(colours);
      if (shown(screen)) return screen;
      if (Date.now() > end) throw new Error(`not on the screen in time:\n${screen}`);
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }

  close(): void {
    spawnSync("tmux", ["-S", this.#socket, "kill-server"]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #tmux(...arguments_: readonly string[]): string {
    return execFileSync("tmux", ["-u", "-S", this.#socket, ...arguments_], { encoding: "utf8" });
  }
}
