import { InputError } from "../errors.ts";
import type { InputDeclaration } from "../metrics/metric.ts";
import { type PrintedNumber, parsePrinted } from "../numbers/printed.ts";
import {
  inputOptions,
  isNeeded,
  isNumber,
  type NumberInputs,
  neededInputs,
  optionName,
  valuesOrder,
} from "./number-options.ts";

/** Printed numbers by the inputs that they stand for; a list for an input that is one. */
export type PrintedInputs = Readonly<Record<string, PrintedNumber | readonly PrintedNumber[]>>;

type Options = Readonly<Record<string, unknown>>;

/**
 * The printed numbers that stand in for data, by input, where some were given. Words such as
 * `--exports total` are not numbers and choose a basis.
 * @throws InputError when some inputs are numbers and others are missing.
 */
export function numbersFrom(metric: NumberInputs, options: Options): PrintedInputs {
  if (typeof options.values === "string") return numbersFromList(metric, options, options.values);
  const given = inputOptions(metric).filter(({ name }) => isNumber(options[name]));
  const missing = inputOptions(metric).filter(
    (input) => isNeeded(input, options) && !given.some(({ name }) => name === input.name),
  );
  if (missing.length > 0) {
    const wanted = missing.map(({ option, list }) => `${option} ${list ? "<list>" : "<number>"}`);
    throw new InputError(`${metric.id}: from numbers it also needs ${wanted.join(" and ")}`);
  }
  refuseData(metric, options);
  for (const { option, unless } of given) {
    if (unless && options[unless.parameter] === unless.is) {
      const other = `--${optionName(unless.parameter)} ${unless.is}`;
      throw new InputError(`${option} is not taken out with ${other} (leave one out)`);
    }
  }
  const numbers = given.map((input) => {
    const text = String(options[input.name]);
    const read = input.list
      ? text.split(",").map((one) => printed(input, one, input.option))
      : printed(input, text, input.option);
    return [input.name, read] as const;
  });
  refuseUnlikeLists(metric, numbers);
  return Object.fromEntries(numbers);
}

/** Lists have a number for each member, in one order. */
function refuseUnlikeLists(
  { id }: NumberInputs,
  numbers: readonly (readonly [string, PrintedNumber | readonly PrintedNumber[]])[],
): void {
  const lists = numbers.flatMap(([name, list]) => (Array.isArray(list) ? [{ name, list }] : []));
  const [first, other] = [
    lists[0],
    lists.find(({ list }) => list.length !== lists[0]!.list.length),
  ];
  if (!first || !other) return;
  throw new InputError(
    `${id}: --${optionName(first.name)} has ${first.list.length} numbers and --${optionName(other.name)} has ${other.list.length} (give one for each member, in one order)`,
  );
}

/** Numbers stand in for data, so a question for data beside them would go unanswered. */
function refuseData(metric: NumberInputs, options: Options): void {
  const { data } = options;
  const asked = ["partner", "period", "from", "to"].find((name) => options[name] !== undefined);
  const other = asked ?? (Array.isArray(data) && data.length > 0 ? "data" : undefined);
  if (other !== undefined) {
    throw new InputError(
      `${metric.id}: --${other} asks for data, but numbers were given in their place (leave one out)`,
    );
  }
}

/** A flow of trade is never negative; a change, a balance or a part of one may be. */
function printed({ flow }: InputDeclaration, text: string, place: string): PrintedNumber {
  const number = parsePrinted(text, place);
  if (flow && number.value < 0) {
    throw new InputError(`${place}: a flow of trade is never negative, got ${number.text}`);
  }
  return number;
}

function numbersFromList(metric: NumberInputs, options: Options, list: string): PrintedInputs {
  refuseData(metric, options);
  const needed = neededInputs(metric.inputs, options);
  const texts = list.split(",");
  const lists = needed.some((input) => input.list);
  if (lists ? texts.length % needed.length !== 0 : texts.length !== needed.length) {
    const names = valuesOrder(metric, options).join(",");
    const wanted = lists ? `${needed.length} lists of like length` : `${needed.length} numbers`;
    throw new InputError(
      `--values: ${metric.id} takes ${wanted} (${names}), got ${lists ? `${texts.length} numbers` : texts.length}`,
      "Write numbers without thousands separators.",
    );
  }
  const length = texts.length / needed.length;
  return Object.fromEntries(
    needed.map((input, at) => {
      const own = texts.slice(at * length, (at + 1) * length);
      const read = own.map((text) => printed(input, text, `--values: ${input.name}`));
      return [input.name, input.list ? read : read[0]!];
    }),
  );
}

/** Numbers as they were printed, which are the parameters of an answer from them. */
export function textsOf(numbers: PrintedInputs): Record<string, string> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, number]) => [
      name,
      "text" in number ? number.text : number.map(({ text }) => text).join(","),
    ]),
  );
}
