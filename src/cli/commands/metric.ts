import type { Command } from "commander";
import { answer } from "../../calculation/answer.ts";
import type { Answer } from "../../calculation/result.ts";
import { InputError } from "../../errors.ts";
import type { AnyMetric } from "../../metrics/metric.ts";
import { hasNumbers } from "../../question/number-options.ts";
import { describeOwn, givenParameters } from "../../question/own-parameters.ts";
import { productTitles, withProductCodes } from "../../question/product-words.ts";
import { type Question, tellsApart } from "../../question/question.ts";
import { pricesFrom, questionFrom } from "../../question/read.ts";
import type { QuestionWords } from "../../question/words.ts";
import type { CommandDeclaration } from "../command.ts";
import { addMetricHelp } from "../examples.ts";
import { refuseOthers } from "../frozen.ts";
import { host } from "../host.ts";
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
      addMetricHelp(command, metric);
      if (metric.asks.about === "partner") {
        command.argument("[partner...]", "the partners, in place of --partner");
      }
      command.action(async (...given: readonly unknown[]) => {
        const [partners, typed] = given.length > 2 ? given : [[], given[0]];
        const options = withPartners(command, partners as string[], typed as Options);
        const answered = await answerOf(metric, options);
        await refuseOthers(answered.result.data, options);
        await writeAnswer(answered, options);
        await noteAge(answered, options);
      });
    },
  };
}

/** The partners that stand behind the command are those of `--partner`. */
function withPartners(command: Command, partners: readonly string[], options: Options): Options {
  if (partners.length === 0) return options;
  if (command.getOptionValueSource("partner") === "cli") {
    throw new InputError(
      `--partner: ${partners.join(" ")} stands beside it (name partners in one place; lists have commas)`,
    );
  }
  return Object.assign({}, options, { partner: partners.join(",") });
}

/** Only a person at a terminal is told how old the data are; nothing else loads what tells it. */
async function noteAge({ result }: Answer, options: Options): Promise<void> {
  if (host.stdout.isTTY !== true || host.isQuiet) return;
  const { noteOldData } = await import("../old-data.ts");
  await noteOldData(result.data, options);
}

async function answerOf(metric: AnyMetric, given: Options): Promise<Answer> {
  if (hasNumbers(metric, { ...given })) return answerOfNumbers(metric, given);
  if (given.real !== undefined && given.deflate !== undefined) {
    throw new InputError("--real: --deflate names another rise of prices (leave one of them out)");
  }
  const { rate, ...rest } = given;
  const ratesFile = await ratesOf(rate);
  const options = await withProductCodes(metric, ratesFile ? rest : given);
  const sources = await openData(options, async () =>
    (await import("../../question/asked.ts")).askedRecords(metric, options),
  );
  const asked = questionFrom(metric, options, sources);
  const question = ratesFile ? { ...asked, rates: ratesFile.rates, ratesFile } : asked;
  const areas = isOfToday(metric, options)
    ? null
    : (await import("../../calculation/group-members.ts")).areas;
  const isOfFiles = options.data.length > 0;
  const list = isOfFiles ? new (await import("../../calculation/kept-rows.ts")).KeptRows() : null;
  const answered = answer(await withTitles(question), sources, areas, list);
  if (metric.asks.about !== "partner") {
    const { refuseWithoutReporters } = await import("../../calculation/reporters-needed.ts");
    refuseWithoutReporters(question, sources, answered.result.rows);
  }
  if (question.level.system !== null) {
    const { refuseWithoutLevel } = await import("../../calculation/level-needed.ts");
    refuseWithoutLevel(question, sources, answered.result.rows);
  }
  const warnings = [...sources.warnings, ...answered.result.warnings];
  const { vintage, asOf, real } = options;
  const parameters = {
    ...answered.result.parameters,
    ...(vintage !== undefined && { vintage }),
    ...(asOf !== undefined && { asOf }),
  };
  const nominal = { ...answered, result: { ...answered.result, parameters, warnings } };
  if (real === undefined) return nominal;
  const { inRealTerms } = await import("../real-terms.ts");
  return inRealTerms(metric, nominal, real, options);
}

/**
 * Whether a question is plainly of countries of today in single periods of embedded data, so that
 * what is known of areas over time need not be loaded. EU is the one group whose code looks like theirs.
 */
function isOfToday({ asks }: AnyMetric, { partner = "", data, region, by }: Options): boolean {
  const isPlain = /^[A-Z]{2}(?:,[A-Z]{2})*$/.test(partner) && !/\bEU\b/.test(partner);
  const isWhole = partner === "" || partner === "all" || partner === "WORLD";
  const ofSums = asks.change !== undefined || region !== undefined;
  return (isPlain || isWhole) && !ofSums && by === undefined && data.length === 0;
}

/** The file that `--rate` names; null where it gives the rates in words. */
async function ratesOf(rate: string | undefined) {
  if (rate === undefined || !/[./\\]/.test(rate.replace(/=[\d.]+/g, ""))) return null;
  return (await import("../../sources/files/rates.ts")).readRates(rate);
}

/** Names for the products of rows; nothing is read where there are none. */
async function withTitles(question: Question): Promise<Question> {
  if (!tellsApart(question, "product") && question.product.codes.length === 0) return question;
  return { ...question, titleOf: await productTitles() };
}

async function answerOfNumbers(metric: AnyMetric, options: Options): Promise<Answer> {
  const { numbersFrom, textsOf } = await import("../../question/numbers.ts");
  const numbers = numbersFrom(metric, { ...options });
  if (options.real !== undefined) {
    throw new InputError(
      "--real: printed numbers have no period (give the rise of prices: growth --deflate)",
    );
  }
  const { answerFromNumbers } = await import("../../calculation/from-numbers.ts");
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
