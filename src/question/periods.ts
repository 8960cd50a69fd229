import { InputError } from "../errors.ts";
import { monthsIn, type Period, parsePeriod, parsePeriods, periodOf } from "../records/period.ts";
import type { LatestPeriod, Question } from "./question.ts";
import { underOption } from "./under-option.ts";
import type { QuestionWords } from "./words.ts";

/** Months of the steps into which periods can be divided. */
const steps = { month: 1, quarter: 3, year: 12 } as const;
export const periodSteps = Object.keys(steps) as readonly (keyof typeof steps)[];

const latestWords: readonly LatestPeriod[] = ["latest", "latest-month"];

/** One period of an option, with the option's name in the message. */
export function onePeriod(text: string, option: string): Period {
  return underOption(option, () => parsePeriod(text));
}

/** The periods of --period; null where none are named. */
export function periodsFrom(text: string | undefined): Period[] | null {
  return text === undefined ? null : underOption("--period", () => parsePeriods(text));
}

type PeriodOptions = Pick<QuestionWords, "period" | "to" | "step" | "rolling">;

/**
 * The periods of a question: those of --period or --to, divided by --step; for trailing sums, months.
 * The latest years are divided when the data have told them.
 * @throws InputError where two options say which period is meant, or one cannot be divided so.
 */
export function periodsOf(options: PeriodOptions): Pick<Question, "periods" | "rolling" | "step"> {
  const { period, to, step, rolling } = options;
  if (to !== undefined && period !== undefined) {
    throw new InputError("--to and --period both say which period is meant (use one)");
  }
  if (rolling !== undefined && step !== undefined && step !== "month") {
    throw new InputError(
      `--step ${step}: --rolling gives a sum for each month (leave out one of them)`,
    );
  }
  const asked = to !== undefined ? [onePeriod(to, "--to")] : namedPeriods(period);
  const length = rolling === undefined ? step && steps[step] : steps.month;
  const periods: Asked | null =
    asked && length !== undefined
      ? asked.flatMap((one): Asked => (typeof one === "string" ? [one] : dividedBy(one, length)))
      : asked;
  return { periods, rolling: rolling ?? null, step: step ? steps[step] : null };
}

type Asked = readonly (Period | LatestPeriod)[];

function namedPeriods(text: string | undefined): Asked | null {
  if (text === undefined) return null;
  return text.split(",").flatMap((part): Asked => {
    const word = latestWords.find((one) => one === part.trim().toLowerCase());
    return word ? [word] : periodsFrom(part)!;
  });
}

/** @throws InputError where the period is not made of parts of so many months. */
export function dividedBy(period: Period, length: number): Period[] {
  if (period.first % length !== 0 || monthsIn(period) % length !== 0) {
    const step = periodSteps.find((name) => steps[name] === length);
    throw new InputError(`--step: ${period.label} is not made of whole ${step}s`);
  }
  const parts: Period[] = [];
  for (let first = period.first; first <= period.last; first += length) {
    parts.push(periodOf(first, first + length - 1));
  }
  return parts;
}
