import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { words } from "../cli/run.ts";

/** A copy of the sources in which the examples of a page can be followed. */
export class ExampleProject {
  readonly #folder = mkdtempSync(join(tmpdir(), "trade-metrics-example-"));

  constructor() {
    for (const name of ["src", "package.json", "tsconfig.json", "test/metrics/registry.test.ts"]) {
      cpSync(name, join(this.#folder, name), { recursive: true });
    }
    for (const name of ["node_modules", "dist"]) {
      symlinkSync(resolve(name), join(this.#folder, name));
    }
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
    writeFileSync(join(this.#folder, path), text);
  }

  /**
   * Adds the lines of a diff that begin with + below the line that stands before them, which must
   * be in the file; @@ stands for lines that are left out.
   */
  change(path: string, diff: string): void {
    const lines = readFileSync(join(this.#folder, path), "utf8").split("\n");
    let at = 0;
    for (const line of diff.trimEnd().split("\n")) {
      if (line.startsWith("@@")) continue;
      if (line.startsWith("+")) {
        lines.splice(at, 0, line.slice(1));
        at += 1;
        continue;
      }
      const found = lines.indexOf(line.slice(1), at);
      if (found < 0) throw new Error(`${path} has no line "${line.slice(1)}"`);
      at = found + 1;
    }
    this.write(path, lines.join("\n"));
  }

  /** What a line typed at the terminal prints. */
  type(line: string): string {
    const [, ...args] = words(line.replace(/^npx /, ""));
    return this.run("tsx", "src/cli/main.ts", ...args).output;
  }

  /** Runs a tool of the project in the copy. */
  run(tool: string, ...args: readonly string[]) {
    const env = { PATH: process.env.PATH ?? "" };
    const command = join(this.#folder, "node_modules", ".bin", tool);
    const options = { cwd: this.#folder, env, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(command, args, options);
    return { status, output: `${stdout}${stderr}`.trimEnd() };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
