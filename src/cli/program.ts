import { Command } from "commander";
import { breakdownMetrics } from "../metrics/breakdown-registry.ts";
import { metrics } from "../metrics/registry.ts";
import type { CommandDeclaration } from "./command.ts";
import { breakdownCommand } from "./commands/breakdown.ts";
import { claimsCommand } from "./commands/claims.ts";
import { contentCommand } from "./commands/content.ts";
import { dataCommand } from "./commands/data.ts";
import { metricCommand } from "./commands/metric.ts";
import { realValueCommand } from "./commands/real-value.ts";
import { schemaCommand } from "./commands/schema.ts";
import { valueAddedCommand } from "./commands/value-added.ts";
import { verifyCommand } from "./commands/verify.ts";

/** Every command in the order of the help text. */
const commands: readonly CommandDeclaration[] = [
  ...metrics.map(metricCommand),
  ...breakdownMetrics.map(breakdownCommand),
  realValueCommand,
  valueAddedCommand,
  contentCommand,
  verifyCommand,
  claimsCommand,
  dataCommand,
  schemaCommand,
];

/**
 * The whole command line, one command a file.
 * @param words the words of a call; then only the commands among them get their options, because
 *   declaring all of them would take longer than answering. Without words, every command does.
 */
export function createProgram(version: string, words: readonly string[] | null = null): Command {
  const program = new Command("trade-metrics")
    .description("Trade statistics from official data, offline, with their definitions")
    .version(version)
    .helpCommand(false)
    .showSuggestionAfterError();
  for (const { id, description, configure } of commands) {
    const command = program.command(id).description(description);
    if (words === null || words.includes(id)) configure(command);
  }
  program.addHelpText(
    "after",
    "\nExamples:\n  $ trade-metrics deficit-ratio --partner MX\n  $ trade-metrics balance --partner USMCA --period 2015..2024 --total\n",
  );
  return program;
}
