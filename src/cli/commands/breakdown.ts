import { type Command, Option } from "commander";
import { breakdownAnswer } from "../../calculation/breakdown-answer.ts";
import { answerFromNumbers } from "../../calculation/from-numbers.ts";
import type { BreakdownMetric } from "../../metrics/breakdown.ts";
import { type BreakdownOptions, breakdownQuestionFrom } from "../breakdown-question.ts";
import type { CommandDeclaration } from "../command.ts";
import { definitionText, exampleText } from "../examples.ts";
import { numbersFrom, valuesOrder } from "../numbers.ts";
import { openData } from "../open-data.ts";
import {
  type AnswerOptions,
  addAnswerOptions,
  addDataOptions,
  addOrderOptions,
  addSelectionOptions,
  type DataOptions,
} from "../options.ts";
import { writeAnswer } from "../output.ts";
import { optionName } from "../question.ts";

type Options = AnswerOptions & DataOptions & BreakdownOptions;

/** The command of one metric of the make-up of trade, made from its declaration. */
export function breakdownCommand(metric: BreakdownMetric): CommandDeclaration {
  return {
    id: metric.id,
    description: `${metric.title}: ${metric.summary}`,
    configure: (command) => configure(command, metric),
  };
}

function configure(command: Command, metric: BreakdownMetric): void {
  addSelectionOptions(command, { total: false });
  addBreakdownOptions(command, metric);
  addOrderOptions(command);
  addDataOptions(command);
  addAnswerOptions(command);
  command.addHelpText("before", () => exampleText(metric.id));
  command.addHelpText("after", () => definitionText(metric));
  command.action(async (options: Options) =>
    writeAnswer(await answerFor(metric, options), options),
  );
}

async function answerFor(metric: BreakdownMetric, options: Options) {
  const numbers =
    metric.printed &&
    numbersFrom(
      { id: metric.id, inputs: metric.printed.inputs, options: [] },
      options as unknown as Record<string, unknown>,
    );
  if (numbers) {
    const given = Object.entries(numbers).map(([name, { text }]) => [name, text]);
    return answerFromNumbers({ ...metric, ...metric.printed! }, numbers, Object.fromEntries(given));
  }
  const sources = await openData(options, null);
  const answered = breakdownAnswer(breakdownQuestionFrom(metric, options, sources), sources);
  const warnings = [...sources.warnings, ...answered.result.warnings];
  return { ...answered, result: { ...answered.result, warnings } };
}

function addBreakdownOptions(command: Command, metric: BreakdownMetric): void {
  const taken = new Set(command.options.map((option) => option.attributeName()));
  if (metric.measures.length > 0) {
    command.addOption(
      new Option("--of <measure>", "what is measured")
        .choices(metric.measures)
        .default(metric.measures[0]),
    );
  }
  if (metric.dimensions.length > 0) {
    const allowed = [...metric.dimensions, "a level of products such as hs2"].join(", ");
    command.option("--by <dimension>", `the members: ${allowed}`, metric.dimensions[0]);
  }
  if (metric.about === "region") {
    command.option("--region <list>", "the members of the region: a group or a list");
  }
  command
    .option("--product <code>", "a product code such as hs:27, or a named set (default: all)")
    .option("--exclude-product <code>", "products to take out again")
    .option("--absent-as-zero", "take a flow without a record for a flow of nothing");
  if (metric.change) {
    command
      .option("--from <period>", "where the change starts")
      .option("--to <period>", "where it ends")
      .addOption(
        new Option("--over <step>", "without --from: over the period before, or a year before")
          .choices(["previous", "year"])
          .default("previous"),
      );
  }
  if (!metric.printed) return;
  for (const { name, title } of metric.printed.inputs) {
    if (taken.has(name)) continue;
    command.option(`--${optionName(name)} <number>`, `${title.toLowerCase()} as a printed number`);
  }
  const order = valuesOrder({ id: metric.id, inputs: metric.printed.inputs, options: [] }, {});
  command.option(
    "--values <list>",
    `compute from printed numbers instead of data: ${order.join(",")}`,
  );
}
