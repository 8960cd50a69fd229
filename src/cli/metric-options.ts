import { type Command, Option } from "commander";
import { type Dimension, dimensions } from "../metrics/cell.ts";
import type { AnyMetric, ParameterDeclaration } from "../metrics/metric.ts";
import { productSets } from "../products/product-sets.ts";
import {
  inputOptions,
  type NumberInputs,
  optionName,
  valuesOrder,
} from "../question/number-options.ts";

/** Adds the options for what a metric computes, as its declaration asks for them. */
export function addMetricOptions(command: Command, { asks }: AnyMetric): void {
  command.optionsGroup("What is computed:");
  if (asks.of) {
    command.addOption(
      new Option("--of <measure>", "what is measured").choices(asks.of).default(asks.of[0]),
    );
  }
  if (asks.each) {
    command.option(
      "--by <dimension>",
      `the members of the list: ${words(asks.each)}`,
      asks.each[0],
    );
    command.option("--each <list>", "a row for each partner, reporter or product");
  } else {
    const defaults = asks.by ? [asks.by.join(",")] : [];
    command.option("--by <list>", `the members of the rows: ${words(dimensions)}`, ...defaults);
  }
  if (asks.about === "region") {
    command.option("--region <list>", "the members of the region: a group or a list");
  }
  if (asks.product) {
    command
      .option("--product <list>", "product codes such as hs:27, or a named set (default: all)")
      .option("--exclude-product <list>", "products to take out again");
  }
  command.option(
    "--absent-as-zero",
    "treat a missing flow as zero, in periods of which the reporter has figures",
  );
  if (asks.whole) {
    command.option(
      "--whole <partner>",
      "the whole: WORLD, other partners, or all-products of the same partner; or a number (default: all members)",
    );
  }
  for (const parameter of asks.parameters ?? []) command.addOption(ownOption(parameter));
  if (asks.change) addChangeOptions(command, asks.change);
  else {
    command.option(
      "--real <period>",
      "money in the dollars of this period, by US consumer prices (CPI-U): 2024",
    );
  }
}

function words(allowed: readonly Dimension[]): string {
  const levels = allowed.includes("product") ? ", or a level of products such as hs2" : "";
  return `${allowed.join(", ")}${levels}`;
}

/** The option of a metric's own parameter. */
function ownOption({ name, kind, choices, subject, ...declared }: ParameterDeclaration): Option {
  const sets = productSets.filter((set) => subject !== undefined && set.subject === subject);
  const named = sets.length > 0 ? `: ${sets.map(({ id }) => id).join(", ")}, or a code` : "";
  const value = kind === "products" ? "set" : kind === "number" ? "number" : "word";
  const option = new Option(
    `--${optionName(name)} <${value}>`,
    `${declared.description}${named}`,
  ).default(declared.default);
  return choices ? option.choices(choices) : option;
}

function addChangeOptions(command: Command, change: "plain" | "growth"): void {
  command
    .option("--from <period>", "where the change starts")
    .option("--to <period>", "where it ends")
    .addOption(
      new Option("--over <step>", "without --from: over the period before, or a year before")
        .choices(["previous", "year"])
        .default("previous"),
    );
  if (change === "plain") return;
  command
    .option(
      "--deflate <percent>",
      "add real growth: prices rose by so many percent from the one period to the other",
    )
    .option("--real", "add real growth, by US consumer prices (CPI-U)")
    .option("--cagr", "add the compound annual growth rate")
    .option("--index <period>", "add an index that is 100 in this period");
}

/** Inputs whose option has another meaning as well, such as `--exports`, are declared with it. */
export function addNumberOptions(command: Command, numbers: NumberInputs): void {
  const taken = new Set(command.options.map((option) => option.attributeName()));
  command.optionsGroup("From printed numbers:");
  for (const { name, title, option, list } of inputOptions(numbers)) {
    if (taken.has(name)) continue;
    const what = title.toLowerCase();
    command.option(
      `${option} <${list ? "list" : "number"}>`,
      list ? `${what} as printed numbers, one for each member` : `${what} as a printed number`,
    );
  }
  const order = valuesOrder(numbers, {}).join(",");
  command.option("--values <list>", `compute from printed numbers instead of data: ${order}`);
}
