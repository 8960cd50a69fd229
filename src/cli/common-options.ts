import { type Command, Option } from "commander";

/** What every command takes; the help of those that gain most by it lists them. */
const COMMON = [
  ["-q, --quiet", "write no warnings and no notes to standard error"],
  ["--no-color", "no colour (also with NO_COLOR, or when piped)"],
  ["--debug", "report on standard error what was decided, and where an error arose"],
] as const;

export function addCommonOptions(command: Command): void {
  for (const below of command.commands) addCommonOptions(below);
  if (command.commands.length > 0) return;
  for (const [flags, description] of COMMON) {
    const option = new Option(flags, description);
    const isDeclared = command.options.some(({ long }) => long === option.long);
    if (!isDeclared) command.addOption(option.hideHelp());
  }
}
