import type { Command } from "commander";
import { createProgram } from "../../src/cli/program.ts";

/** The options of a command under one heading of its help: flags and description. */
export interface OptionGroup {
  readonly heading: string;
  readonly options: readonly (readonly [flags: string, description: string])[];
}

const program = await createProgram("");

/** The options of a metric's command as its help groups them. */
export function optionGroups(words: string): OptionGroup[] {
  const command = words.split(" ").reduce(subcommand, program);
  // A command that only holds others stands for the first of them, its default.
  const own = command.options.length === 0 ? (command.commands[0] ?? command) : command;
  const help = own.createHelp();
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const option of own.options) {
    const heading = (option.helpGroupHeading ?? "What is computed:").replace(/:$/, "");
    const description = help.optionDescription(option).replaceAll('"', "");
    groups.set(heading, [...(groups.get(heading) ?? []), [option.flags, description]]);
  }
  return [...groups].map(([heading, options]) => ({ heading, options }));
}

function subcommand(parent: Command, word: string): Command {
  const found = parent.commands.find((command) => command.name() === word);
  if (!found) throw new Error(`there is no command ${word}`);
  return found;
}
