import type { Command } from "commander";
import { answer } from "../../calculation/answer.ts";
import { answerFromNumbers } from "../../calculation/from-numbers.ts";
import type { Answer } from "../../calculation/result.ts";
import type { AnyMetric } from "../../metrics/metric.ts";
import { askedRecords } from "../../question/asked.ts";
import { numbersFrom, type PrintedInputs, textsOf } from "../../question/numbers.ts";
import { describeOwn, givenParameters } from "../../question/own-parameters.ts";
import { pricesFrom, questionFrom } from "../../question/read.ts";
import type { QuestionWords } from "../../question/words.ts";
import type { CommandDeclaration } from "../command.ts";
import { definitionText, exampleText } from "../examples.ts";
import { addMetricOptions, addNumberOptions } from "../metric-options.ts";
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

type Options = QuestionWords & AnswerOptions & DataOptions;

/** The command of a metric, made from its declaration: from data, or from printed numbers. */
export function metricCommand(metric: AnyMetric): CommandDeclaration {
  return {
    id: metric.id,
    description: `${metric.title}: ${metric.summary}`,
    configure(command: Command) {
      addSelectionOptions(command, metric);
      addMetricOptions(command, metric);
      addOrderOptions(command);
      addDataOptions(command);
      addNumberOptions(command, metric);
      addAnswerOptions(command);
      command.addHelpText("before", () => exampleText(metric.id));
      command.addHelpText("after", () => definitionText(metric));
      command.action(async (options: Options) =>
        writeAnswer(await answerOf(metric, options), options),
      );
    },
  };
}

async function answerOf(metric: AnyMetric, options: Options): Promise<Answer> {
  const numbers = numbersFrom(metric, options as unknown as Record<string, unknown>);
  if (numbers) return answerOfNumbers(metric, numbers, options);
  const sources = await openData(options, askedRecords(metric, options));
  const answered = answer(questionFrom(metric, options, sources), sources);
  const warnings = [...sources.warnings, ...answered.result.warnings];
  const { vintage, asOf } = options;
  const parameters = {
    ...answered.result.parameters,
    ...(vintage !== undefined && { vintage }),
    ...(asOf !== undefined && { asOf }),
  };
  return { ...answered, result: { ...answered.result, parameters, warnings } };
}

function answerOfNumbers(metric: AnyMetric, numbers: PrintedInputs, options: Options): Answer {
  const own = givenParameters(metric, options);
  const prices = pricesFrom(options.deflate);
  const answered = answerFromNumbers(
    metric,
    numbers,
    { ...textsOf(numbers), ...describeOwn(own), ...(prices && { deflate: prices.text }) },
    { years: null, own, ...(prices && { prices }) },
  );
  return metric.note ? { ...answered, note: metric.note(own) } : answered;
}
