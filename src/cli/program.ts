import { Command } from "commander";
import { metrics } from "../metrics/registry.ts";
import { addDataCommand } from "./commands/data.ts";
import { addMetricCommand } from "./commands/metric.ts";
import { addSchemaCommand } from "./commands/schema.ts";
import { addValueAddedCommand } from "./commands/value-added.ts";

/** The whole command line, one command a file. */
export function createProgram(version: string): Command {
  const program = new Command("trade-metrics")
    .description("Trade statistics from official data, offline, with their definitions")
    .version(version)
    .helpCommand(false)
    .showSuggestionAfterError();
  for (const metric of metrics) addMetricCommand(program, metric);
  addValueAddedCommand(program);
  addDataCommand(program);
  addSchemaCommand(program);
  program.addHelpText(
    "after",
    "\nExamples:\n  $ trade-metrics deficit-ratio --partner MX\n  $ trade-metrics balance --partner USMCA --period 2015..2024 --total\n",
  );
  return program;
}
