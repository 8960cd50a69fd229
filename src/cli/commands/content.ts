import { type Command, InvalidArgumentError, Option } from "commander";
import { contentMethods, productClasses, vehicles } from "../../content/part.ts";
import { contentMetric } from "../../metrics/content.ts";
import type { CommandDeclaration } from "../command.ts";
import type { ContentCommandOptions } from "../content.ts";
import { exampleLines, explainText } from "../examples.ts";
import { type AnswerOptions, addAnswerOptions } from "../options.ts";
import { writeAnswer } from "../output.ts";

/** `content`: how much of a good is regional, by the rule and truly. */
export const contentCommand: CommandDeclaration = {
  id: "content",
  description: "Regional and labour value content of a bill of materials",
  configure,
};

function configure(command: Command): void {
  command
    .argument("[files...]", "bills of materials: .csv, .json or .yaml (several: averaged by units)")
    .option("--example <name>", "an embedded bill: gearbox, steel-spring, three-tier")
    .option("--date <day>", "the day whose thresholds apply: 2023-07-01 (default: today)")
    .addOption(
      new Option(
        "--method <method>",
        "for goods that name none (default: net cost for automotive goods, else transaction value)",
      ).choices([...contentMethods]),
    )
    .addOption(
      new Option("--class <class>", "what the final good is, which decides its threshold").choices([
        ...productClasses,
      ]),
    )
    .addOption(
      new Option("--vehicle <vehicle>", "the vehicle that parts are for").choices([...vehicles]),
    )
    .option("--threshold <percent>", "what the final good's own rule demands", percentage(100))
    .option("--region <list>", "countries whose content is regional", "USMCA")
    .option(
      "--technology-wages <percent>",
      "wages for research and information technology, of production wages",
      percentage(Number.MAX_SAFE_INTEGER),
    )
    .option("--high-wage-plant", "there is a high-wage engine, transmission or battery plant")
    .option(
      "--steel <percent>",
      "originating share of the vehicle producer's steel purchases",
      percentage(100),
    )
    .option("--aluminium <percent>", "the same share of aluminium purchases", percentage(100))
    .addOption(
      new Option("--by <what>", "parts, or the tiers at which roll-up adds content")
        .choices(["part", "tier"])
        .default("part"),
    );
  addAnswerOptions(command);
  command.addHelpText("before", () => exampleLines(contentMetric.examples));
  command.addHelpText("after", () => `${layout}${explainText(contentMetric)}`);
  command.action(async (files: string[], options: ContentCommandOptions & AnswerOptions) => {
    const { answerContent } = await import("../content.ts");
    await writeAnswer(await answerContent(files, options), options);
  });
}

const layout = `
A bill of materials: one row a good, the final good without a parent.
  id, value, origin       required: a name, what the next producer pays, where it is made (MX)
  parent                  the good that it goes into
  class                   a vehicle, or core, principal or complementary: decides the threshold
  netCost                 automotive goods are judged by it
  method, threshold       of the good's own rule; method: transaction-value only where that rule
                          has one
  transactionValue, ownContent, name
  originating             true or false: origin settled elsewhere
  selfProduced            true: made by the producer of the good it goes into
  tariffChange            true or false: whether the material undergoes the change of tariff
                          classification that the good's rule requires
  wage, labourHours, labourCost
  units                   how many of the final good were made, to average several bills

The thresholds, with their sources: trade-metrics explain content
`;

function percentage(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+(\.\d{1,4})?$/.test(text) || value > most) {
      throw new InvalidArgumentError(
        most === 100 ? "expected a percentage from 0 to 100" : "expected a percentage, 0 or more",
      );
    }
    return value;
  };
}
