import { type Command, InvalidArgumentError, Option } from "commander";
import { contentMethods, productClasses, vehicles } from "../../content/part.ts";
import { contentMetric } from "../../metrics/content.ts";
import type { CommandDeclaration } from "../command.ts";
import type { ContentCommandOptions } from "../content.ts";
import { definitionText, exampleText } from "../examples.ts";
import { type AnswerOptions, addAnswerOptions } from "../options.ts";
import { writeAnswer } from "../output.ts";

/** `content`: how much of a good is regional, by the rule and truly. */
export const contentCommand: CommandDeclaration = {
  id: "content",
  description: "Regional and labour value content of a bill of materials, with and without roll-up",
  configure,
};

function configure(command: Command): void {
  command
    .argument("[file]", "a bill of materials: .csv, .json or .yaml")
    .option("--example <name>", "an embedded bill: steel-spring, three-tier")
    .option("--date <day>", "the day whose thresholds hold: 2023-07-01 (default: today)")
    .addOption(
      new Option("--method <method>", "for goods that name none (default: by their class)").choices(
        [...contentMethods],
      ),
    )
    .addOption(
      new Option("--class <class>", "what the final good is, which decides its threshold").choices([
        ...productClasses,
      ]),
    )
    .addOption(
      new Option("--vehicle <vehicle>", "the vehicle that parts are for").choices([...vehicles]),
    )
    .addOption(
      new Option("--threshold <percent>", "what the final good's own rule demands").argParser(
        percentage(100),
      ),
    )
    .option("--region <list>", "countries whose content is regional", "USMCA")
    .addOption(
      new Option(
        "--technology-wages <percent>",
        "wages for research and information technology, of production wages",
      ).argParser(percentage(Number.MAX_SAFE_INTEGER)),
    )
    .option("--high-wage-plant", "there is a high-wage engine, transmission or battery plant")
    .addOption(
      new Option("--by <what>", "parts, or the tiers at which roll-up adds content")
        .choices(["part", "tier"])
        .default("part"),
    );
  addAnswerOptions(command);
  command.addHelpText("before", () => exampleText(contentMetric.id));
  command.addHelpText("after", () => `${layout}${definitionText(contentMetric)}`);
  command.action(
    async (file: string | undefined, options: ContentCommandOptions & AnswerOptions) => {
      const { answerContent } = await import("../content.ts");
      await writeAnswer(await answerContent(file, options), options);
    },
  );
}

const layout = `
A bill of materials: one row a good, the final good without a parent.
  id, value, origin       required: a name, what the next producer pays, where it is made (MX)
  parent                  the good that it goes into
  name, class, method, threshold, transactionValue, netCost, ownContent, originating
  wage, labourHours, labourCost
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
