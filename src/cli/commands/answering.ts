import type { Command } from "commander";
import type { Answer } from "../../calculation/result.ts";
import type { MetricDefinition } from "../../metrics/metric.ts";
import type { PrintedNumber } from "../../numbers/printed.ts";
import type { OpenSources } from "../../sources/open.ts";
import type { CommandDeclaration } from "../command.ts";
import { definitionText, exampleText } from "../examples.ts";
import { inputOptions, type NumberInputs, numbersFrom, valuesOrder } from "../numbers.ts";
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

/** How one kind of metrics is asked for, beside what all metrics have in common. */
export interface Asking<Options> {
  /** The inputs that printed numbers may stand in for; null where the formula needs whole lists. */
  readonly numbers: NumberInputs | null;
  /** Whether rows of several partners can be added up to one of their whole. */
  readonly total: boolean;
  addOptions(command: Command): void;
  /** The partners that a question names, so that no others are kept of large files; null for all. */
  wantedPartners(options: Options): readonly string[] | null;
  fromNumbers(numbers: Readonly<Record<string, PrintedNumber>>, options: Options): Answer;
  fromData(options: Options, sources: OpenSources): Answer | Promise<Answer>;
}

/** The command of a metric: it computes from data, or from printed numbers in their place. */
export function answeringCommand<Options>(
  metric: MetricDefinition,
  asking: Asking<Options & AnswerOptions & DataOptions>,
): CommandDeclaration {
  return {
    id: metric.id,
    description: `${metric.title}: ${metric.summary}`,
    configure(command) {
      addSelectionOptions(command, asking);
      command.optionsGroup("What is computed:");
      asking.addOptions(command);
      addOrderOptions(command);
      addDataOptions(command);
      if (asking.numbers) addNumberOptions(command, asking.numbers);
      addAnswerOptions(command);
      command.addHelpText("before", () => exampleText(metric.id));
      command.addHelpText("after", () => definitionText(metric));
      command.action(async (options: Options & AnswerOptions & DataOptions) =>
        writeAnswer(await answerOf(asking, options), options),
      );
    },
  };
}

async function answerOf<Options extends DataOptions>(asking: Asking<Options>, options: Options) {
  const numbers =
    asking.numbers && numbersFrom(asking.numbers, options as unknown as Record<string, unknown>);
  if (numbers) return asking.fromNumbers(numbers, options);
  const sources = await openData(options, asking.wantedPartners(options));
  const answered = await asking.fromData(options, sources);
  const warnings = [...sources.warnings, ...answered.result.warnings];
  return { ...answered, result: { ...answered.result, warnings } };
}

/** Inputs whose option has another meaning as well, such as `--exports`, are declared with it. */
function addNumberOptions(command: Command, numbers: NumberInputs): void {
  const taken = new Set(command.options.map((option) => option.attributeName()));
  command.optionsGroup("From printed numbers:");
  for (const { name, title, option } of inputOptions(numbers)) {
    if (!taken.has(name)) {
      command.option(`${option} <number>`, `${title.toLowerCase()} as a printed number`);
    }
  }
  const order = valuesOrder(numbers, {}).join(",");
  command.option("--values <list>", `compute from printed numbers instead of data: ${order}`);
}
