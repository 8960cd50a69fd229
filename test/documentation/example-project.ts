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

/** Runs the command with each of several lists of words, in one process that compiles it once. */
const TYPED = `
import { runCommand } from "./src/cli/run.ts";
const outputs: string[] = [];
for (const words of JSON.parse(process.argv[2]!)) {
  const printed = { out: "", err: "" };
  const stdout = { write(text: string) { printed.out += text; } };
  const stderr = { write(text: string) { printed.err += text; } };
  await runCommand(words, { stdout, stderr, env: { PATH: process.env.PATH } });
  outputs.push((printed.out + printed.err).trimEnd());
}
console.log(JSON.stringify(outputs));
`;

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

  /** What each of the lines prints that are typed at the terminal. */
  type(lines: readonly string[]): string[] {
    const typed = lines.map((line) => words(line.replace(/^npx /, "")).slice(1));
    this.write("typed.ts", TYPED);
    return JSON.parse(this.run("tsx", "typed.ts", JSON.stringify(typed)).output);
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
