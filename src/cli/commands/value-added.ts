import type { Command } from "commander";
import { valueAddedMetric } from "../../metrics/value-added-shares.ts";
import { valueAddedMeasures } from "../../records/value-added-measures.ts";
import type { CommandDeclaration } from "../command.ts";
import { exampleLines, explainText } from "../examples.ts";
import { configureSharesCommand } from "./value-added-shares.ts";
import { configureTableCommands } from "./value-added-tables.ts";

/** `value-added`: published shares (the default), and what input-output tables give. */
export const valueAddedCommand: CommandDeclaration = {
  id: "value-added",
  description: `Value added: ${valueAddedMetric.summary}`,
  configure,
};

function configure(command: Command): void {
  const measures = valueAddedMeasures.map(({ code, title }) => `  ${code.padEnd(10)} ${title}`);
  const help = () =>
    `\nMeasures of published shares:\n${measures.join("\n")}\n${explainText(valueAddedMetric)}`;
  for (const each of [command, configureSharesCommand(command)]) {
    each
      .addHelpText("before", () => exampleLines(valueAddedMetric.examples))
      .addHelpText("after", help);
  }
  configureTableCommands(command);
}
