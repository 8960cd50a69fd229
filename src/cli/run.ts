import { type Command, CommanderError } from "commander";
import { InputError } from "../errors.ts";
import { addCommonOptions } from "./common-options.ts";
import { printError } from "./errors.ts";
import { host, type Surroundings, withHost } from "./host.ts";
import { refuseSecond } from "./once.ts";
import { createProgram } from "./program.ts";

/** It could not run: wrong usage, or input that cannot be used. */
export const EXIT_CANNOT_RUN = 2;

const version = process.env.TRADE_METRICS_VERSION ?? "development";

/**
 * Runs the command with the words of a command line. One run leaves nothing behind for the next; two
 * cannot run at a time.
 * @param other where it writes, and its environment, if not those of the process.
 * @returns its exit status: 0 for an answer, 1 for what its policy forbids, 2 where it could not run.
 */
export function runCommand(words: readonly string[], other?: Surroundings): Promise<number> {
  return withHost(other, async () => {
    host.isPlain = words.includes("--no-color");
    if (words[0] === "__complete") await complete(words.slice(1));
    else await answer(words);
    return host.exitCode;
  });
}

async function answer(typed: readonly string[]): Promise<void> {
  const words = typed[0] === "help" ? [...typed.slice(1), "--help"] : typed;
  try {
    const program = await createProgram(version, words);
    const [called, other] = program.commands;
    if (called && !other) addCommonOptions(called);
    prepare(program);
    // Of a command that there is none of there is no help.
    const isKnown = program.commands.some((one) => one.name() === words[0]);
    const isAsked = typed[0] !== "help" || typed.length === 1 || isKnown;
    await program.parseAsync(isAsked ? words : typed.slice(1), { from: "user" });
  } catch (error) {
    host.exitCode = await report(await inOurWords(error), words);
  }
}

/** Errors of usage, said as all others are. */
export async function inOurWords(error: unknown): Promise<unknown> {
  const isUsage =
    error instanceof CommanderError && error.exitCode !== 0 && error.code !== "commander.help";
  if (!isUsage) return error;
  const { usageError } = await import("./usage.ts");
  return usageError(error as CommanderError & { readonly command: Command });
}

/** Shells ask what may stand at the cursor; not for people to type. */
async function complete([shell = "", ...typed]: readonly string[]): Promise<void> {
  const { completionLines } = await import("./completion/complete.ts");
  const lines = completionLines(await createProgram(version), shell, typed);
  host.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

/** Lets help and errors come back here, instead of to the process, and options stand once. */
export function prepare(command: Command): void {
  command.exitOverride((error) => {
    throw Object.assign(error, { command });
  });
  command.configureOutput({
    writeOut: (text) => host.stdout.write(text),
    writeErr: (text) => host.stderr.write(text),
    outputError: () => {},
    getOutHelpWidth: () => (host.stdout.isTTY ? host.stdout.columns : undefined) ?? 80,
  });
  refuseSecond(command);
  for (const child of command.commands) prepare(child);
}

/** Says what went wrong, with its place where that was asked for. @returns the exit status. */
export async function report(error: unknown, words: readonly string[]): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_CANNOT_RUN;
  if (host.env.DEBUG || words.includes("--debug")) host.stderr.write(`${inspect(error)}\n`);
  else if (error instanceof InputError) {
    const { nextStep } = await import("./next-step.ts");
    printError(error.message, nextStep(error, words));
  } else printError(`unexpected: ${(error as Error).message}`, "Use --debug to see where.");
  return EXIT_CANNOT_RUN;
}

function inspect(error: unknown): string {
  return error instanceof Error && error.stack ? error.stack : String(error);
}
