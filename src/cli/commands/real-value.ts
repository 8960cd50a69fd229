import type { Command } from "commander";
import { answerFromNumbers } from "../../calculation/from-numbers.ts";
import type { Answer } from "../../calculation/result.ts";
import { InputError } from "../../errors.ts";
import { realValueMetric } from "../../metrics/real-value.ts";
import { divideIntervals, linearInterval } from "../../numbers/interval.ts";
import { type PrintedNumber, parsePrinted } from "../../numbers/printed.ts";
import { pricesFrom } from "../../question/read.ts";
import { commaList } from "../../question/words.ts";
import type { CommandDeclaration } from "../command.ts";
import { addMetricHelp } from "../examples.ts";
import { type AnswerOptions, addAnswerOptions } from "../options.ts";
import { writeAnswer } from "../output.ts";

interface RealValueOptions extends AnswerOptions {
  readonly prices?: string;
  readonly priceIndex?: string;
  readonly amount?: string;
}

/** `real-value`: what an amount that is fixed in money is worth after prices rose. */
export const realValueCommand: CommandDeclaration = {
  id: realValueMetric.id,
  description: `${realValueMetric.title}: ${realValueMetric.summary}`,
  configure,
};

function configure(command: Command): void {
  command
    .option("--prices <percent>", "by how many percent prices rose")
    .option("--price-index <from,to>", "the level of prices at the start and now, instead")
    .option("--amount <number>", "the fixed amount, such as a wage floor of 16");
  addAnswerOptions(command);
  addMetricHelp(command, realValueMetric);
  command.action(async (options: RealValueOptions) => writeAnswer(answerFor(options), options));
}

function answerFor({ prices, priceIndex, amount }: RealValueOptions): Answer {
  if ((prices === undefined) === (priceIndex === undefined)) {
    throw new InputError(
      "real-value: by how much did prices rise? (use --prices 25, or --price-index 100,125)",
    );
  }
  const rise = pricesFrom(prices, "--prices") ?? riseOf(priceIndex!);
  const fixed = amount === undefined ? null : parsePrinted(amount, "--amount");
  return answerFromNumbers(
    realValueMetric,
    { prices: rise, ...(fixed && { amount: fixed }) },
    { ...given({ prices, priceIndex, amount }) },
  );
}

function given(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known = Object.entries(texts).filter((each): each is [string, string] => each[1] != null);
  return Object.fromEntries(known);
}

/** The rise from one level of a price index to another, with what their rounding allows. */
function riseOf(list: string): PrintedNumber {
  const levels = commaList(list).map((text) => parsePrinted(text, "--price-index"));
  const [from, to] = levels;
  if (levels.length !== 2 || from!.interval.low <= 0 || to!.interval.low <= 0) {
    throw new InputError(`--price-index: expected two levels above zero, got "${list}"`);
  }
  const quotient = divideIntervals(to!.interval, from!.interval)!;
  return {
    text: list,
    value: (to!.value / from!.value - 1) * 100,
    decimals: 1,
    interval: linearInterval(quotient, 100, -100),
  };
}
