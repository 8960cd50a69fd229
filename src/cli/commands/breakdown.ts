import { type Command, Option } from "commander";
import { answerFromNumbers } from "../../calculation/from-numbers.ts";
import type { BreakdownMetric } from "../../metrics/breakdown.ts";
import { allRecords } from "../../sources/asked.ts";
import { askedYears } from "../asked-years.ts";
import type { BreakdownOptions } from "../breakdown-question.ts";
import type { CommandDeclaration } from "../command.ts";
import { numberInputs, textsOf } from "../numbers.ts";
import { answeringCommand } from "./answering.ts";

/** The command of one metric of the make-up of trade, made from its declaration. */
export function breakdownCommand(metric: BreakdownMetric): CommandDeclaration {
  return answeringCommand<BreakdownOptions>(metric, {
    numbers: numberInputs(metric),
    total: false,
    addOptions: (command) => addBreakdownOptions(command, metric),
    // Shares in the whole need every partner, and a partner may be a reporter as well.
    asked: (options) => ({ ...allRecords, years: askedYears(options) }),
    fromNumbers: (numbers) =>
      answerFromNumbers({ ...metric, ...metric.printed! }, numbers, textsOf(numbers)),
    async fromData(options, sources) {
      const { breakdownQuestionFrom } = await import("../breakdown-question.ts");
      const { breakdownAnswer } = await import("../../calculation/breakdown-answer.ts");
      return breakdownAnswer(breakdownQuestionFrom(metric, options, sources), sources);
    },
  });
}

function addBreakdownOptions(command: Command, metric: BreakdownMetric): void {
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
}
