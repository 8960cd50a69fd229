import type { Command } from "commander";
import { metricDefinitions } from "../../metrics/definitions.ts";
import { metrics } from "../../metrics/registry.ts";
import type { CommandDeclaration } from "../command.ts";
import { claimsCommand } from "./claims.ts";
import { completionCommand } from "./completion.ts";
import { contentCommand } from "./content.ts";
import { dataCommand } from "./data.ts";
import { explainCommand } from "./explain.ts";
import { metricCommand } from "./metric.ts";
import { realValueCommand } from "./real-value.ts";
import { reportCommand } from "./report.ts";
import { schemaCommand } from "./schema.ts";
import { valueAddedCommand } from "./value-added.ts";
import { verifyCommand } from "./verify.ts";

/** Every command in the order of the help text. */
const commands: readonly CommandDeclaration[] = [
  ...metrics.map(metricCommand),
  realValueCommand,
  valueAddedCommand,
  contentCommand,
  verifyCommand,
  reportCommand,
  claimsCommand,
  dataCommand,
  explainCommand,
  schemaCommand,
  completionCommand,
];

const mainExamples = [
  "trade-metrics deficit-ratio --partner MX",
  "trade-metrics balance --partner USMCA --period 2015..2024 --total",
  "trade-metrics explain deficit-ratio",
];

/**
 * Declares every command, with the help that tells them all.
 * @param words those of a call: only commands among them get their options; null for all of them.
 */
export function addAllCommands(program: Command, words: readonly string[] | null): void {
  const summaries = new Map(metricDefinitions.map(({ id, summary }) => [id, summary]));
  program.addHelpText(
    "before",
    `Examples:\n${mainExamples.map((line) => `  $ ${line}\n`).join("")}`,
  );
  for (const { id, description, configure } of commands) {
    const summary = summaries.get(id) ?? "";
    program.commandsGroup(summary === "" ? "Reports, data and definitions:" : "Metrics:");
    const command = program
      .command(id)
      .description(description)
      .summary(summary.charAt(0).toUpperCase() + summary.slice(1));
    if (words === null || words.includes(id)) configure(command);
  }
  program.addHelpText(
    "after",
    "\nSee trade-metrics help COMMAND for a command, trade-metrics explain WORD for a\ndefinition. With any command, --quiet suppresses warnings and notes, and --debug\nshows what was decided and where an error arose.",
  );
}
