import { Command } from "commander";
import { metricDefinitions } from "../metrics/definitions.ts";
import { metrics } from "../metrics/registry.ts";
import type { CommandDeclaration } from "./command.ts";
import { claimsCommand } from "./commands/claims.ts";
import { completionCommand } from "./commands/completion.ts";
import { contentCommand } from "./commands/content.ts";
import { dataCommand } from "./commands/data.ts";
import { explainCommand } from "./commands/explain.ts";
import { metricCommand } from "./commands/metric.ts";
import { realValueCommand } from "./commands/real-value.ts";
import { reportCommand } from "./commands/report.ts";
import { schemaCommand } from "./commands/schema.ts";
import { valueAddedCommand } from "./commands/value-added.ts";
import { verifyCommand } from "./commands/verify.ts";
import { applyConfiguration } from "./defaults.ts";
import { printDebug } from "./output.ts";
import { lap } from "./stopwatch.ts";

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

const metricIds = new Set(metricDefinitions.map(({ id }) => id));

const mainExamples = [
  "trade-metrics deficit-ratio --partner MX",
  "trade-metrics balance --partner USMCA --period 2015..2024 --total",
  "trade-metrics explain deficit-ratio",
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
    .showSuggestionAfterError()
    .addHelpText("before", `Examples:\n${mainExamples.map((line) => `  $ ${line}\n`).join("")}`)
    .hook("preAction", async (_, action) => {
      lap("load");
      const place = await applyConfiguration(action);
      if (action.opts().debug) printDebug(startLines(version, place));
      lap("options");
    });
  for (const { id, description, configure } of commands) {
    program.commandsGroup(metricIds.has(id) ? "Metrics:" : "Data and definitions:");
    const command = program.command(id).description(description);
    if (words === null || words.includes(id)) configure(command);
  }
  program.addHelpText("after", () => {
    const formulas = metricDefinitions.map(
      ({ id, formula, sign, sources }) =>
        `  ${id}\n    ${formula}\n    ${sign}\n    ${sources.join("; ")}`,
    );
    return `\nFormula, sign and source of each metric:\n${formulas.join("\n")}\n`;
  });
  return program;
}

function startLines(version: string, configuration: string | null): string[] {
  return [
    `trade-metrics ${version}, Node ${process.version}, ${process.platform}`,
    `configuration ${configuration ?? "none"}`,
  ];
}
