import { type Command, Option } from "commander";
import { answer } from "../../calculation/answer.ts";
import { answerFromNumbers } from "../../calculation/from-numbers.ts";
import type { Metric } from "../../metrics/metric.ts";
import { productSets } from "../../products/product-sets.ts";
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
  type MetricOptions,
  type SelectionOptions,
} from "../options.ts";
import { writeAnswer } from "../output.ts";
import { optionName, pricesFrom, questionFrom } from "../question.ts";

type Options = AnswerOptions & DataOptions & SelectionOptions & MetricOptions;

/** The command of one metric, made from its declaration. */
export function metricCommand(metric: Metric): CommandDeclaration {
  return {
    id: metric.id,
    description: `${metric.title}: ${metric.summary}`,
    configure: (command) => configure(command, metric),
  };
}

function configure(command: Command, metric: Metric): void {
  addSelectionOptions(command);
  addMetricOptions(command, metric);
  addOrderOptions(command);
  addDataOptions(command);
  addAnswerOptions(command);
  command.addHelpText("before", () => exampleText(metric.id));
  command.addHelpText("after", () => definitionText(metric));
  command.action(async (options: Options) =>
    writeAnswer(await answerFor(metric, options), options),
  );
}

async function answerFor(metric: Metric, options: Options) {
  const numbers = numbersFrom(metric, options as unknown as Record<string, unknown>);
  if (numbers) {
    const given = Object.entries(numbers).map(([name, { text }]) => [name, text]);
    const { petroleumFlows } = options;
    const flows = metric.options.includes("petroleum") && {
      petroleumSet: "as given",
      petroleumFlows,
    };
    const prices = pricesFrom(options.deflate);
    return answerFromNumbers(
      metric,
      numbers,
      { ...Object.fromEntries(given), ...flows, ...(prices && { deflate: prices.text }) },
      { years: null, ...(prices && { prices }) },
    );
  }
  const sources = await openData(options, wantedPartners(options));
  const answered = answer(questionFrom(metric, options, sources), sources);
  const warnings = [...sources.warnings, ...answered.result.warnings];
  return { ...answered, result: { ...answered.result, warnings } };
}

/** The partners that a question names; null where it names none. */
function wantedPartners({ partner, whole }: Options): string[] | null {
  if (partner === undefined) return null;
  const named = whole === undefined || whole === "all-products" || /^[\d.$-]/.test(whole);
  return named ? [partner] : [partner, whole];
}

function addMetricOptions(command: Command, metric: Metric): void {
  command.optionsGroup("What is computed:");
  const taken = new Set(command.options.map((option) => option.attributeName()));
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
  for (const { name, title, required } of metric.inputs) {
    if (taken.has(name) || (name === "whole" && metric.options.includes("whole"))) continue;
    if (!required && !metric.options.includes("petroleum")) continue;
    if (metric.options.includes("growth")) continue;
    command.optionsGroup("From printed numbers:");
    command.option(`--${optionName(name)} <number>`, `${title.toLowerCase()} as a printed number`);
  }
  command
    .optionsGroup("From printed numbers:")
    .option(
      "--values <list>",
      `compute from printed numbers instead of data: ${valuesOrder(metric, {}).join(",")}`,
    );
}
