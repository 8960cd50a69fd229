import { metricDefinitions } from "../../src/metrics/definitions.ts";
import type { AnyFormula, DescribedMetric, MetricDefinition } from "../../src/metrics/metric.ts";
import { reasonMeanings, reasons } from "../../src/metrics/reason.ts";
import { type OptionGroup, optionGroups } from "./command-options.ts";
import { anchor, block, code, table } from "./markdown.ts";

const WRITTEN = "<!-- Written by `npm run docs` from the declarations in src/metrics. -->";

/** Lines of an example's output that a page shows. */
const MOST_LINES = 40;

/** What every row of every answer says. */
export const everyRow = ["partner", "partnerName", "period", "value", "unit", "reason"];

/** Headings of options that many metrics share; they are described once, in the index. */
const SHARED = ["Which rows", "Which data", "How the answer is written", "What happened"];

/** What the rows of some answers say beside what every row says. */
export const sharedFields: Readonly<Record<string, string>> = {
  vintage: "the vintages of the figures of the row, where they are known",
  released: "the day on which a vintage was released, or null",
  dataset: "the dataset of a vintage, in answers of revisions",
  row: "member, rest (what is left of the whole) or total, where rows are broken into members",
  interval: "the lowest and highest value that the rounding of printed inputs allows",
  basePeriod: "the period from which a change is measured",
  projectedFrom: "the months that were published, where a year is projected from them",
  reporter: "the reporting economy",
  reporterName: "its name, where there are several",
  product: "the product, where the members are products",
  productName: "its name",
  measure: "of published shares of value added: which share",
};

/** A page and the pictures on it, by file name. */
export type Pages = Readonly<Record<string, string>>;

/** The page of one metric: what it is, what its rows hold, its options, and what it prints. */
export async function metricPage(
  metric: MetricDefinition,
  run: (line: string) => Promise<string>,
): Promise<Pages> {
  const pictures: Record<string, string> = {};
  const examples = [];
  for (const line of metric.examples) {
    const output = await run(line);
    const shown = [
      block("console", `$ ${line}${output.startsWith("<svg") ? "" : `\n${cut(output)}`}`),
    ];
    if (output.startsWith("<svg")) {
      const name = `${metric.id}-${Object.keys(pictures).length + 1}.svg`;
      pictures[name] = `${output}\n`;
      shown.push(`![What ${line} draws](${name})`);
    }
    examples.push(...shown);
  }
  const page = [
    WRITTEN,
    `# ${metric.title}`,
    `${code(`trade-metrics ${commandOf(metric)}`)}: ${metric.summary}.`,
    table(["", ""], facts(metric)),
    "## What a row holds",
    `Beside ${list(everyRow)}, and the [fields of some rows](README.md#fields-of-some-rows):`,
    table(["field", "what it is", "unit"], fields(metric)),
    ...nullSection(metric),
    "## Options",
    ...optionSections(optionGroups(commandOf(metric))),
    "## Examples",
    ...examples,
  ];
  return { [`${metric.id}.md`]: `${page.join("\n\n")}\n`, ...pictures };
}

/** The index of all pages, and the options that metrics share. */
export function metricIndex(): string {
  const shared = new Map<string, OptionGroup>();
  for (const metric of metricDefinitions) {
    for (const group of optionGroups(commandOf(metric))) {
      if (SHARED.includes(group.heading) && !shared.has(group.heading)) {
        shared.set(group.heading, group);
      }
    }
  }
  return `${[
    WRITTEN,
    "# Metrics",
    "Each answers one question; `trade-metrics explain NAME` prints the same definition at the terminal.",
    table(
      ["metric", "question", "formula", "unit"],
      metricDefinitions.map(({ id, summary, formula, unit }) => [
        `[${id}](${id}.md)`,
        summary,
        code(formula),
        unitName(unit),
      ]),
    ),
    "## Fields of some rows",
    table(
      ["field", "what it is"],
      Object.entries(sharedFields).map(([name, meaning]) => [code(name), meaning]),
    ),
    "Components that carry an interval of their own have it beside them, as `realInterval` beside `real`.",
    "# Options that metrics share",
    ...[...shared.values()].flatMap(({ heading, options }) => [
      `## ${heading}`,
      optionTable(options),
    ]),
  ].join("\n\n")}\n`;
}

function commandOf({ id, command }: MetricDefinition): string {
  return command ?? id;
}

function facts(metric: MetricDefinition): string[][] {
  return [
    ["Formula", code(metric.formula)],
    ["Unit", unitName(metric.unit)],
    ["Sign", metric.sign],
    ["Null", metric.nullWhen],
    ...(metric.alsoCalled ? [["Also called", metric.alsoCalled.join(", ")]] : []),
    ...metric.sources.map((source) => ["Source", source]),
  ];
}

function fields(definition: MetricDefinition): string[][] {
  const metric = definition as AnyFormula | DescribedMetric;
  if (!("inputs" in metric)) return metric.components.map(fieldRow);
  const declared = [...metric.inputs, ...metric.derived];
  return metric.components.map((name) => fieldRow(declared.find((one) => one.name === name)!));
}

function fieldRow(field: { name: string; title: string; unit: string; optional?: boolean }) {
  const asked = field.optional ? ", where asked for" : "";
  return [code(field.name), `${field.title}${asked}`, unitName(field.unit)];
}

const unitNames: Readonly<Record<string, string>> = {
  USD: "US dollars",
  ratio: "none",
  text: "",
  count: "a number",
  flag: "true or false",
  number: "the currency of the bill",
};

function unitName(unit: string): string {
  return unitNames[unit] ?? unit;
}

function nullSection({ nullWhen }: MetricDefinition): string[] {
  const given = reasons.filter((reason) => new RegExp(`[(, ]${reason}[),]`).test(nullWhen));
  return [
    "## When there is no value",
    "`value` is null, never 0, and `reason` is:",
    table(
      ["reason", "meaning"],
      given.map((reason) => [code(reason), reasonMeanings[reason]]),
    ),
  ];
}

function optionSections(groups: readonly OptionGroup[]): string[] {
  const own = groups.filter(({ heading }) => !SHARED.includes(heading));
  const shared = groups.filter(({ heading }) => SHARED.includes(heading));
  const links = shared.map(
    ({ heading }) =>
      `[${heading[0]!.toLowerCase()}${heading.slice(1)}](README.md#${anchor(heading)})`,
  );
  return [
    ...own.flatMap(({ heading, options }) => [`### ${heading}`, optionTable(options)]),
    `As every metric that takes them: ${links.join(", ")}.`,
  ];
}

function optionTable(options: OptionGroup["options"]): string {
  return table(
    ["option", "what it does"],
    options.map(([flags, description]) => [code(flags), description]),
  );
}

function list(names: readonly string[]): string {
  const quoted = names.map(code);
  return `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

function cut(output: string): string {
  const lines = output.split("\n");
  if (lines.length <= MOST_LINES) return output;
  return [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} more lines`].join(
    "\n",
  );
}
