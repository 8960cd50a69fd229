import type {
  AnyFormula,
  ComputeContext,
  DerivedDeclaration,
  FigureValues,
  InputDeclaration,
} from "../metrics/metric.ts";
import { type Interval, intervalAround } from "../numbers/interval.ts";
import type { PrintedNumber } from "../numbers/printed.ts";
import type { PrintedInputs } from "../question/numbers.ts";
import {
  type Answer,
  namedIntervals,
  type ResultColumn,
  type ResultRow,
  resultOf,
} from "./result.ts";

/**
 * Computes a formula from printed numbers instead of data. The answer carries the interval of all
 * values that agree with the printed digits of the inputs; it always holds the value itself.
 */
export function answerFromNumbers(
  formula: AnyFormula,
  numbers: PrintedInputs,
  parameters: Readonly<Record<string, string | number>>,
  context: ComputeContext = { years: null },
): Answer {
  const outcome = formula.compute(mapped(numbers, printedValue, listValues), context);
  const bounds = mapped(numbers, intervalOf, (list) => list.map(intervalOf));
  const bounded = outcome.value === null ? null : formula.interval(bounds);
  const interval =
    bounded && outcome.value !== null
      ? intervalAround(bounded.low, bounded.high, outcome.value)
      : null;
  const single = bounds as Record<string, Interval>;
  const derivedIntervals =
    outcome.value === null ? {} : (formula.derivedIntervals?.(single, context) ?? {});
  const derived = Object.entries(outcome.derived).filter(([name]) =>
    formula.components.includes(name),
  );
  const given = Object.entries(mapped(numbers, printedValue, sumOf)).filter(
    ([name]) => !isList(numbers[name]) || formula.components.includes(name),
  );
  // Millions and billions are printed without their word as often as with it.
  const unit = formula.unit === "USD" ? null : formula.unit;
  const row: ResultRow = {
    partner: null,
    partnerName: null,
    period: null,
    ...Object.fromEntries(given),
    ...Object.fromEntries(derived),
    ...namedIntervals(derivedIntervals),
    value: outcome.value,
    interval,
    unit,
    reason: outcome.reason,
  };
  return {
    title: `${formula.title}, from printed numbers`,
    columns: columnsOf(formula, numbers, row),
    result: resultOf(formula, { unit, parameters, data: [], rows: [row], warnings: [] }),
  };
}

function isList<One>(value: One | readonly One[]): value is readonly One[] {
  return Array.isArray(value);
}

function mapped<One, Many>(
  numbers: PrintedInputs,
  one: (number: PrintedNumber) => One,
  many: (numbers: readonly PrintedNumber[]) => Many,
): Record<string, One | Many> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, number]) => [
      name,
      isList(number) ? many(number) : one(number),
    ]),
  );
}

function printedValue({ value }: PrintedNumber): number {
  return value;
}

function sumOf(list: readonly PrintedNumber[]): number {
  return list.reduce((sum, { value }) => sum + value, 0);
}

function intervalOf({ interval }: PrintedNumber): Interval {
  return interval;
}

function listValues(list: readonly PrintedNumber[]): Exclude<FigureValues[string], number> {
  return list.map(({ value }, at) => ({ member: String(at + 1), value }));
}

function columnsOf(formula: AnyFormula, numbers: PrintedInputs, row: ResultRow): ResultColumn[] {
  const all = Object.values(numbers).flat();
  const digits = Math.max(...all.map(({ decimals }) => decimals));
  const described: readonly (InputDeclaration | DerivedDeclaration)[] = [
    ...formula.inputs,
    ...formula.derived,
  ];
  const columns = formula.components
    .filter((name) => row[name] !== undefined && !formula.untabled?.includes(name))
    // What only data tell, such as how much of a published whole there is, is no column of a number.
    .filter((name) => row[name] !== null || row.value === null)
    .map((name): ResultColumn => {
      const own = described.find((one) => one.name === name)!;
      const { title, unit } = own;
      if (unit === "percent") {
        const number = numbers[name];
        const decimals = number && !isList(number) ? number.decimals : 1;
        return { name, title, unit, digits: decimals };
      }
      if (unit !== "USD") return { name, title, unit };
      const shown = "digits" in own ? own.digits : undefined;
      return { name, title, unit: "number", digits: shown ?? digits };
    });
  const value =
    formula.unit === "percent"
      ? ({ unit: "percent", digits: 1 } as const)
      : formula.unit === "ratio"
        ? ({ unit: "ratio" } as const)
        : ({ unit: "number", digits } as const);
  return [...columns, { name: "value", title: formula.valueTitle, ...value }];
}
