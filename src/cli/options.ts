import { type Command, InvalidArgumentError, Option } from "commander";
import { type ChartKind, chartKinds } from "../charts/chart.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import { inputOptions, type NumberInputs } from "../question/number-options.ts";
import { periodSteps } from "../question/periods.ts";
import { commaList } from "../question/words.ts";
import { formats } from "../render/renderer.ts";
import type { ReadingWords } from "../sources/formats/reading-words.ts";
import { addFrozenOptions, type FrozenOptions } from "./frozen.ts";

/** The options of every command that gives an answer, as commander hands them over. */
export interface AnswerOptions {
  readonly format: string;
  readonly json?: true;
  readonly digits?: number;
  readonly output?: string;
  readonly chart?: true;
  readonly chartKind?: ChartKind;
  readonly fields?: string;
  readonly template?: string;
  readonly strict?: true;
  readonly debug?: true;
  readonly color: boolean;
}

/** The options of a command that reads data in known formats. */
export interface FormatOptions extends FrozenOptions {
  readonly data: readonly string[];
  readonly as?: string;
  readonly where: readonly string[];
  readonly missing: readonly string[];
  readonly skipInvalid?: true;
  readonly vintage?: string;
  readonly asOf?: string;
}

/** The options that say how a table of any layout is read. */
export interface LayoutOptions {
  readonly reading?: string;
  readonly column: readonly string[];
  readonly constant: readonly string[];
  readonly word: readonly string[];
  readonly decimal?: "comma" | "point";
  readonly marks: readonly string[];
  readonly headerLine?: string;
  readonly addUp: readonly string[];
}

/** The options of a command that asks datasets for flows of trade. */
export interface DataOptions extends FormatOptions, LayoutOptions {}

/** What the options say of how files are read. */
export function readingWords(options: LayoutOptions): ReadingWords {
  const { column, constant, word, marks, addUp } = options;
  return {
    ...{ column, constant, word, marks, addUp },
    file: options.reading ?? null,
    decimal: options.decimal ?? null,
    headerLine: options.headerLine ?? null,
  };
}

const collect = (value: string, previous: readonly string[] = []) => [...previous, value];

/** Adds the options for how an answer is written. */
export function addAnswerOptions(command: Command): Command {
  command
    .optionsGroup("How the answer is written:")
    .addOption(
      new Option("--format <format>", "how to write the answer")
        .choices(formats.map(({ id }) => id))
        .default("table"),
    )
    .option("--json", "the same as --format json")
    .option("--fields <list>", "only these fields of the rows, in this order: partner,period,value")
    .option("--template <text>", "a line for each row: '{{partner}} {{period}} {{value}}'")
    .option("--digits <number>", "digits after the decimal point, in tables", wholeNumber(0, 20))
    .option("--chart", "draw the figures beside the table, in plain characters")
    .addOption(
      new Option("--chart-kind <kind>", "the kind of chart (default: what suits the rows)").choices(
        chartKinds,
      ),
    )
    .option("--output <file>", "write the answer to a file instead of standard output")
    .option("--strict", "exit with 1 where any value is null")
    .option("--no-color", "no colour (also with NO_COLOR, or when piped)");
  return command
    .optionsGroup("What happened:")
    .option("-q, --quiet", "write no warnings and no notes to standard error")
    .option("--debug", "report on standard error what was decided, and where an error arose");
}

/** Adds the options that name datasets, and hold them to what a project pins. */
export function addNamedDataOption(command: Command): Command {
  command
    .optionsGroup("Which data:")
    .addOption(
      new Option(
        "--data <file>",
        "a file, a folder, a pattern, an embedded dataset, or - (repeatable)",
      )
        .argParser(collect)
        .default([], "the embedded datasets"),
    );
  return addFrozenOptions(command);
}

/** Adds the options that name the data, and say how to read them. */
export function addDataOptions(command: Command): Command {
  return addLayoutOptions(addFormatOptions(command));
}

/** Adds the options that name data in known formats. */
export function addFormatOptions(command: Command): Command {
  addNamedDataOption(command);
  addVintageOptions(command);
  return addReadingOptions(command).option(
    "--skip-invalid",
    "leave out rows that cannot be read, and count them",
  );
}

/** Adds the options that choose among the vintages of datasets. */
function addVintageOptions(command: Command): Command {
  return command
    .option("--vintage <name>", "the vintage of the data, such as 2025-04 (default: the newest)")
    .option("--as-of <day>", "only what had been released on this day: 2025-05-01", dayOf);
}

/** A day of the calendar. */
function dayOf(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  // Another month is what too many days become.
  if (isDay && new Date(text).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError("expected a day such as 2025-05-01");
}

/** Adds the options for how files are read. */
export function addReadingOptions(command: Command): Command {
  command
    .option("--as <format>", "the format of the files (default: recognised by their content)")
    .addOption(
      new Option("--where <column=text>", "keep only rows of files with this text (repeatable)")
        .argParser(collect)
        .default([], "all"),
    );
  return command.addOption(
    repeatable("--missing <text>", "a value that stands for a missing figure"),
  );
}

const repeatable = (flags: string, description: string) =>
  new Option(flags, `${description} (repeatable)`).argParser(collect).default([], "none");

/** Adds the options that say how a table of any layout is read. */
export function addLayoutOptions(command: Command): Command {
  return command
    .option("--reading <file>", "a YAML file that says how the files are read")
    .addOption(repeatable("--column <what=name>", "which column holds what: period=Year"))
    .addOption(repeatable("--constant <what=text>", "what holds for every row: flow=import"))
    .addOption(repeatable("--word <text=meaning>", "what a text in the file means: 1=import"))
    .addOption(
      new Option("--decimal <mark>", "how figures are written; thousands may be set apart").choices(
        ["comma", "point"],
      ),
    )
    .addOption(repeatable("--marks <list>", "marks behind figures to leave out: 'r,p,*'"))
    .option("--header-line <line>", "the line of the names of the columns, or lines: 3-4")
    .addOption(repeatable("--add-up <column>", "add up the parts that this column tells apart"));
}

export function sectorOption(): Option {
  return new Option("--sector <sector>", "goods or services").choices(["goods", "services"]);
}

export function membersOption(): Option {
  return new Option(
    "--members <rule>",
    "the members of a group such as EU: those of today (default), those it had then, or the published row",
  ).choices(["today", "then", "published"]);
}

/** Adds the options that choose partners, periods and the kind of figure. */
export function addSelectionOptions(command: Command, metric: AnyMetric): Command {
  command
    .optionsGroup("Which trade:")
    .option(
      "--partner <list>",
      "partners by code or name, and groups: MX, CA,MX, USMCA, WORLD; all for a row for each",
    )
    .option(
      "--period <list>",
      `2023, 2023-Q1, 2024-11, 2024-01/2024-11, 2019..2024, latest or latest-month (default: ${yearsText(metric)})`,
    )
    .addOption(
      new Option("--step <step>", "divide the periods into months, quarters or years").choices(
        periodSteps,
      ),
    )
    .option(
      "--rolling <months>",
      "trailing sums: for each month, that many months that end with it",
      wholeNumber(2, 120),
    )
    .option("--exports <basis>", `total or domestic exports${orNumber("exports", metric)}`)
    .option("--imports <basis>", `general or consumption imports${orNumber("imports", metric)}`)
    .addOption(sectorOption())
    .option(
      "--reporter <list>",
      "reporting economy, if the data have more than one; all for a row for each",
    )
    .addOption(
      new Option("--valuation <valuation>", "valuation, if the data have more than one").choices([
        ...["fas", "fob", "customs", "cif"],
      ]),
    )
    .addOption(
      new Option("--basis <basis>", "accounting basis, if the data have more than one").choices([
        ...["census", "bop"],
      ]),
    )
    .addOption(membersOption())
    .option(
      "--rate <list>",
      "convert a currency: EUR=1.08, the US dollars for one euro, or a CSV of currency, period and rate",
    )
    .option(
      "--project [month]",
      "extrapolate an incomplete year to a full year, or a year from its months to this one: 2025-05",
    );
  const canTotal = metric.asks.about === "partner";
  return canTotal ? command.option("--total", "add a row for all partners together") : command;
}

function yearsText({ asks }: AnyMetric): string {
  return asks.years === 1 ? "the latest complete year" : "the five latest complete years";
}

function orNumber(flow: "exports" | "imports", numbers: NumberInputs): string {
  const input = inputOptions(numbers).find(({ name }) => name === flow);
  const printed = input?.list ? "printed numbers" : "a printed number";
  return input ? `; or ${input.title.toLowerCase()} as ${printed}` : "";
}

/** Adds the options that order the rows. */
export function addOrderOptions(command: Command): Command {
  return command
    .optionsGroup("Which rows:")
    .option("--sort <column>", "order rows by a column, -column for the largest first")
    .option(
      "--top <number>",
      "show only the first <number> members, the rest and the total",
      wholeNumber(1, 100_000),
    );
}

/** A parser for whole numbers between two bounds. */
function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(`expected a whole number from ${low} to ${high}`);
    }
    return value;
  };
}

/** A parser for lists whose words are all among those allowed. */
export function oneOfEach(allowed: readonly string[]): (text: string) => string[] {
  return (text) => {
    const words = commaList(text);
    const unknown = words.find((word) => !allowed.includes(word));
    if (unknown !== undefined || words.length === 0) {
      throw new InvalidArgumentError(`expected ${allowed.join(", ")}`);
    }
    return words;
  };
}
