import { type Command, CommanderError } from "commander";
import { InputError } from "../errors.ts";
import { printError } from "./errors.ts";
import { createProgram } from "./program.ts";

/** It could not run: wrong usage, or input that cannot be used. */
const EXIT_CANNOT_RUN = 2;

// A reader such as `head` may close the pipe early; that is not an error of ours.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit(0);
  printError(`standard output: cannot be written (${code ?? message})`);
  process.exit(EXIT_CANNOT_RUN);
});
// There is nowhere left to say it.
process.stderr.on("error", () => {});

const version = process.env.TRADE_METRICS_VERSION ?? "development";
const words = process.argv.slice(2);
if (words[0] === "__complete") complete(words.slice(1));
else run();

function run(): void {
  const program = createProgram(version, words);
  prepare(program);
  program.parseAsync().catch((error: unknown) => {
    process.exitCode = report(error);
  });
}

/** Shells ask what may stand at the cursor; not for people to type. */
async function complete([shell = "", ...typed]: readonly string[]): Promise<void> {
  const { completionLines } = await import("./completion/complete.ts");
  const lines = completionLines(createProgram(version), shell, typed);
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

/** Lets errors come back here instead of ending the process. */
function prepare(command: Command): void {
  command.exitOverride();
  command.configureOutput({ outputError: () => {} });
  for (const child of command.commands) prepare(child);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code !== "commander.help") printError(usageMessage(error.message));
    return EXIT_CANNOT_RUN;
  }
  if (process.env.DEBUG || process.argv.includes("--debug")) console.error(error);
  else if (error instanceof InputError) printError(error.message, error.hint);
  else printError(`unexpected: ${(error as Error).message}`, "Use --debug to see where.");
  return EXIT_CANNOT_RUN;
}

function usageMessage(message: string): string {
  return message.replace(/^error: /, "").replace(/\n/g, " ");
}
