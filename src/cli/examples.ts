import type { Command } from "commander";
import type { MetricDefinition } from "../metrics/metric.ts";

/** Those that people need first; the page of a metric has them all. */
const MOST_EXAMPLES = 3;

/** Examples as they stand before everything else in the help of a command. */
export function exampleLines(lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_EXAMPLES).map((line) => `  $ ${line}\n`);
  return shown.length === 0 ? "" : `Examples:\n${shown.join("")}`;
}

/** Where the rest is told, which stands after the options. */
export function explainText({ id }: Pick<MetricDefinition, "id">): string {
  return `\nIts formula, sign and sources: trade-metrics explain ${id}\n`;
}

/** Adds to the help of a command what its metric says of itself. */
export function addMetricHelp(command: Command, metric: MetricDefinition): Command {
  return command
    .addHelpText("before", () => exampleLines(metric.examples))
    .addHelpText("after", () => explainText(metric));
}
