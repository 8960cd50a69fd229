import { Command } from "commander";
import { loadMetric } from "../metrics/load.ts";
import type { CommandDeclaration } from "./command.ts";
import { metricCommand } from "./commands/metric.ts";
import { applyConfiguration } from "./defaults.ts";
import { host } from "./host.ts";
import { printDebug } from "./output.ts";

/** The commands that are no metrics of trade, each loaded when it is called. */
const otherCommands: Readonly<Record<string, () => Promise<CommandDeclaration>>> = {
  "real-value": async () => (await import("./commands/real-value.ts")).realValueCommand,
  "value-added": async () => (await import("./commands/value-added.ts")).valueAddedCommand,
  content: async () => (await import("./commands/content.ts")).contentCommand,
  verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  report: async () => (await import("./commands/report.ts")).reportCommand,
  claims: async () => (await import("./commands/claims.ts")).claimsCommand,
  data: async () => (await import("./commands/data.ts")).dataCommand,
  explain: async () => (await import("./commands/explain.ts")).explainCommand,
  schema: async () => (await import("./commands/schema.ts")).schemaCommand,
  completion: async () => (await import("./commands/completion.ts")).completionCommand,
};

/**
 * The command line.
 * @param words the words of a call. Where the first is a command, only that command is loaded and
 *   declared, because all of them would take longer than answering. Otherwise every command is:
 *   for the help, and for errors that suggest one. Without words, with all their options.
 * @param isConfigured whether options have the defaults of the configuration file.
 */
export async function createProgram(
  version: string,
  words: readonly string[] | null = null,
  { isConfigured = true } = {},
): Promise<Command> {
  const program = new Command("trade-metrics")
    .description("Trade statistics from official data, offline, with their definitions")
    .version(version)
    .helpCommand(false)
    .showSuggestionAfterError()
    .hook("preAction", async (_, action) => {
      const place = isConfigured ? await applyConfiguration(action) : null;
      const { debug, quiet, color } = action.opts();
      if (quiet) host.isQuiet = true;
      if (color === false) host.isPlain = true;
      if (debug) printDebug(startLines(version, place));
    });
  const called = await commandOf(words?.[0] ?? "");
  if (called) called.configure(program.command(called.id).description(called.description));
  else (await import("./commands/all.ts")).addAllCommands(program, words);
  return program;
}

/** The command of this name, without any of the others. */
async function commandOf(name: string): Promise<CommandDeclaration | null> {
  if (Object.hasOwn(otherCommands, name)) return otherCommands[name]!();
  const metric = await loadMetric(name);
  return metric ? metricCommand(metric) : null;
}

function startLines(version: string, configuration: string | null): string[] {
  return [
    `trade-metrics ${version}, Node ${process.version}, ${process.platform}`,
    `configuration ${configuration ?? "none"}`,
  ];
}
