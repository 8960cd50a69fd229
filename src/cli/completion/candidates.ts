import type { Argument, Command, Option } from "commander";
import { type Candidates, starting } from "./candidate.ts";
import { type Asked, valuesOf } from "./values.ts";

const none: Candidates = { values: [], files: false, open: false };

/**
 * What may stand in place of the last word.
 * @param program with all options of all commands declared.
 * @param words those after the program's name; the last is what has been typed of the word so far.
 */
export function candidatesFor(program: Command, words: readonly string[]): Candidates {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? "";
  const { command, awaiting, rest } = walk(program, before);
  const asked = { command: command.name(), given: rest };
  if (awaiting) return candidatesOf(awaiting, awaiting.attributeName(), asked, current);
  const assigned = /^(--[a-z-]+)=(.*)$/.exec(current);
  const option = assigned && findOption(command, assigned[1]!);
  if (assigned && option) {
    const found = candidatesOf(option, option.attributeName(), asked, assigned[2]!);
    const prefix = `${assigned[1]}=`;
    return {
      ...found,
      values: found.values.map(({ value, meaning }) => ({ value: prefix + value, meaning })),
    };
  }
  if (current.startsWith("-")) return optionNames(command, current);
  const subcommands = visible(command).map((one) => ({
    value: one.name(),
    meaning: one.description(),
  }));
  const values = starting(subcommands, current);
  const argument = argumentAt(command, rest.length);
  if (!argument) return { ...none, values };
  const found = candidatesOf(argument, argument.name(), asked, current);
  return { ...found, values: [...values, ...found.values] };
}

interface Place {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly awaiting: Option | null;
  /** The words that are arguments of the command. */
  readonly rest: readonly string[];
}

function walk(program: Command, words: readonly string[]): Place {
  let command = program;
  let awaiting: Option | null = null;
  let rest: string[] = [];
  for (const word of words) {
    if (awaiting) {
      awaiting = null;
      continue;
    }
    if (word.startsWith("-")) {
      const option = findOption(command, word);
      awaiting = option?.required || option?.optional ? option : null;
      continue;
    }
    const child = command.commands.find((one) => one.name() === word);
    if (child) {
      command = child;
      rest = [];
    } else rest.push(word);
  }
  return { command, awaiting, rest };
}

/** An option of the command, or of the subcommand that stands in for it when none is named. */
function findOption(command: Command, name: string): Option | null {
  return optionsOf(command).find((one) => one.long === name || one.short === name) ?? null;
}

function optionsOf(command: Command): Option[] {
  const help = command.createHelp();
  const own = [...help.visibleOptions(command)];
  const standIn = command.commands.find(
    (one) => one.name() === (command as { _defaultCommandName?: string })._defaultCommandName,
  );
  if (!standIn) return own;
  const names = new Set(own.map(({ long }) => long));
  return [...own, ...help.visibleOptions(standIn).filter(({ long }) => !names.has(long))];
}

function visible(command: Command): Command[] {
  return command.createHelp().visibleCommands(command);
}

function optionNames(command: Command, current: string): Candidates {
  const names = optionsOf(command).flatMap(({ long, description }) =>
    long ? [{ value: long, meaning: description }] : [],
  );
  return { ...none, values: starting(names, current) };
}

/** What may stand for an option or an argument: its choices, or what its name tells. */
function candidatesOf(
  { argChoices }: Pick<Option, "argChoices">,
  name: string,
  asked: Asked,
  current: string,
): Candidates {
  if (argChoices === undefined) return valuesOf(name, asked, current);
  const choices = argChoices.map((value) => ({ value, meaning: "" }));
  return { ...none, values: starting(choices, current) };
}

function argumentAt(command: Command, index: number): Argument | undefined {
  const { registeredArguments } = command;
  return registeredArguments[index] ?? registeredArguments.findLast(({ variadic }) => variadic);
}
