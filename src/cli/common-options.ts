import { type Command, Option } from "commander";

/** What every command takes; the help of those that gain most by it lists them. */
const COMMON = ["-q, --quiet", "--no-color", "--debug"];

export function addCommonOptions(command: Command): void {
  for (const below of command.commands) addCommonOptions(below);
  if (command.commands.length > 0) return;
  for (const flags of COMMON) {
    const option = new Option(flags);
    const isDeclared = command.options.some(({ long }) => long === option.long);
    if (!isDeclared) command.addOption(option.hideHelp());
  }
}
