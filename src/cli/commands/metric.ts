import { type Command, Option } from "commander";
import { answer } from "../../calculation/answer.ts";
import { answerFromNumbers } from "../../calculation/from-numbers.ts";
import type { Metric } from "../../metrics/metric.ts";
import type { PrintedNumber } from "../../numbers/printed.ts";
import { productSets } from "../../products/product-sets.ts";
import { askedYears } from "../asked-years.ts";
import type { CommandDeclaration } from "../command.ts";
import { textsOf } from "../numbers.ts";
import type { MetricOptions, SelectionOptions } from "../options.ts";
import { pricesFrom, questionFrom } from "../question.ts";
import { answeringCommand } from "./answering.ts";

type Options = SelectionOptions & MetricOptions;

/** The command of one metric, made from its declaration. */
export function metricCommand(metric: Metric): CommandDeclaration {
  return answeringCommand<Options>(metric, {
    numbers: metric,
    total: true,
    addOptions: (command) => addMetricOptions(command, metric),
    asked: (options) => ({
      partners: askedPartners(options),
      reporter: options.reporter ?? null,
      years: askedYears(options),
    }),
    fromNumbers: (numbers, options) => answerFrom(metric, numbers, options),
    fromData: (options, sources) => answer(questionFrom(metric, options, sources), sources),
  });
}

function answerFrom(
  metric: Metric,
  numbers: Readonly<Record<string, PrintedNumber>>,
  { petroleumFlows, deflate }: Options,
) {
  const flows = metric.options.includes("petroleum") && {
    petroleumSet: "as given",
    petroleumFlows,
  };
  const prices = pricesFrom(deflate);
  return answerFromNumbers(
    metric,
    numbers,
    { ...textsOf(numbers), ...flows, ...(prices && { deflate: prices.text }) },
    { years: null, ...(prices && { prices }) },
  );
}

/** The partners that a question names; null where it names none. */
function askedPartners({ partner, whole }: Options): string[] | null {
  if (partner === undefined) return null;
  const named = whole === undefined || whole === "all-products" || /^[\d.$-]/.test(whole);
  return named ? [partner] : [partner, whole];
}

function addMetricOptions(command: Command, metric: Metric): void {
  const sets = productSets.filter(({ subject }) => subject === "petroleum").map(({ id }) => id);
  if (metric.options.includes("of")) {
    command.addOption(
      new Option("--of <measure>", "what is measured")
        .choices(["exports", "imports", "balance", "total"])
        .default("total"),
    );
  }
  if (metric.options.includes("product")) {
    command
      .option("--product <code>", "a product code such as hs:27, or a named set (default: all)")
      .option("--exclude-product <code>", "products to take out again");
  }
  if (metric.options.includes("whole")) {
    command.option(
      "--whole <partner>",
      "the whole: WORLD, other partners, or all-products of the same partner; or a number",
      "WORLD",
    );
  }
  if (metric.options.includes("petroleum")) {
    command
      .addOption(
        new Option("--petroleum <set>", `what petroleum is: ${sets.join(", ")}, or a code`).default(
          "hs27",
        ),
      )
      .addOption(
        new Option("--petroleum-flows <flows>", "which flows it is taken out of")
          .choices(["both", "imports"])
          .default("both"),
      );
  }
  if (metric.options.includes("growth")) {
    command
      .option("--from <period>", "where growth starts")
      .option("--to <period>", "where it ends")
      .addOption(
        new Option(
          "--over <step>",
          "without --from: growth over the period before, or a year before",
        )
          .choices(["previous", "year"])
          .default("previous"),
      )
      .option(
        "--deflate <percent>",
        "add real growth: prices rose by so many percent from the one period to the other",
      )
      .option("--cagr", "add the compound annual growth rate")
      .option("--index <period>", "add an index that is 100 in this period");
  }
}
