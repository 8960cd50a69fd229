import type { Command } from "commander";
import { InputError } from "../errors.ts";
import { withHost } from "./host.ts";
import { didYouMean } from "./nearest.ts";
import { createProgram } from "./program.ts";
import { inOurWords, prepare } from "./run.ts";
import { noSuchOption } from "./usage.ts";

/** An option by its name on the command line, and what is said with it. */
interface Given {
  readonly option: string;
  readonly value: string | number | true | readonly (string | number)[];
}

let previous: Promise<unknown> = Promise.resolve();

/**
 * The answer of a command as the document that it writes with `--json`, without the defaults of a
 * configuration file.
 * @throws InputError for what the command line refuses.
 */
export function jsonOf(command: string, given: readonly Given[]): Promise<unknown> {
  // Commands write to one host.
  const answered = previous.then(() => answerOf(command, given));
  previous = answered.catch(() => {});
  return answered;
}

async function answerOf(command: string, given: readonly Given[]): Promise<unknown> {
  let text = "";
  const stdout = {
    write(more: string) {
      text += more;
    },
  };
  const names = command.split(" ");
  await withHost({ stdout, stderr: { write() {} }, env: {} }, async () => {
    const program = await createProgram("", names, { isConfigured: false });
    prepare(program);
    const found = called(program, names);
    const words = given.flatMap((one) => wordsOf(one, found));
    try {
      await program.parseAsync([...names, ...words, "--json"], { from: "user" });
    } catch (error) {
      throw await inOurWords(error);
    }
  });
  return JSON.parse(text);
}

/** @throws InputError where no command of this name gives an answer. */
function called(program: Command, names: readonly string[]): Command {
  let command = program;
  for (const name of names) {
    const found = command.commands.find((one) => one.name() === name);
    if (found) command = found;
  }
  const long = new Set(command.options.map((option) => option.long));
  if (command !== program && long.has("--json") && long.has("--strict")) return command;
  const [name = ""] = names;
  const others = program.commands.map((one) => one.name()).filter((one) => one !== name);
  const near = didYouMean(name, others);
  throw new InputError(
    `"${names.join(" ")}": is no metric${near || " (use one such as balance, deficit-ratio or value-added origin)"}`,
  );
}

/** The words of one option: a list has commas, or the option is repeated. */
function wordsOf({ option, value }: Given, command: Command): string[] {
  const declared = command.options.find(({ long }) => long === option);
  if (declared === undefined) throw noSuchOption(option, command);
  // What a flag is set to is no value, and an option without its value would take the next word.
  if (value === true) {
    if (!declared.isBoolean()) throw new InputError(`${option}: its value is missing (got true)`);
    return [option];
  }
  if (declared.isBoolean()) {
    throw new InputError(`${option}: is set by true or false (got ${String(value)})`);
  }
  if (!Array.isArray(value)) return [`${option}=${value}`];
  if (Array.isArray(declared.defaultValue)) return value.map((one) => `${option}=${one}`);
  return [`${option}=${value.join(",")}`];
}
