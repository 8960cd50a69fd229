import { InputError } from "../errors.ts";
import type { BreakdownMetric } from "../metrics/breakdown.ts";
import type { Metric } from "../metrics/metric.ts";
import { type PrintedNumber, parsePrinted } from "../numbers/printed.ts";

/** As much of a metric as is needed to take its inputs from printed numbers. */
export type NumberInputs = Pick<Metric, "id" | "inputs" | "options">;

const NUMBER = /^[+\-−]?\s*(?:US)?\$?\s*\.?\d/;

/** What a breakdown metric takes from printed numbers; null where it needs whole lists. */
export function numberInputs({ id, printed }: BreakdownMetric): NumberInputs | null {
  return printed && { id, inputs: printed.inputs, options: [] };
}

/** The inputs that have an option of their own; of growth, --from and --to name periods. */
export function inputOptions({ inputs, options }: NumberInputs) {
  if (options.includes("growth")) return [];
  return inputs.map((input) => ({ ...input, option: `--${optionName(input.name)}` }));
}

/** The option that gives an input as a number: `petroleumExports` is `--petroleum-exports`. */
function optionName(input: string): string {
  return input.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What to type to compute from printed numbers. */
export function numberUsage(metric: NumberInputs): string {
  const needed = inputOptions(metric).filter(
    ({ name, required }) => required || isNeeded(name, {}),
  );
  if (needed.length === 0) return `--values ${valuesOrder(metric, {}).join(",")}`;
  return needed.map(({ option }) => `${option} <number>`).join(" ");
}

/** Whether the text of an option is a number, and not the name of a basis or of a period. */
export function isNumber(text: unknown): boolean {
  return typeof text === "string" && NUMBER.test(text);
}

/**
 * The printed numbers that stand in for data, by input; null where none was given. Words such as
 * `--exports total` are not numbers and choose a basis.
 * @throws InputError when some inputs are numbers and others are missing.
 */
export function numbersFrom(
  metric: NumberInputs,
  options: Readonly<Record<string, unknown>>,
): Record<string, PrintedNumber> | null {
  if (typeof options.values === "string") return numbersFromList(metric, options, options.values);
  const given = inputOptions(metric)
    .map(({ name }) => name)
    .filter((name) => isNumber(options[name]));
  if (given.length === 0) return null;
  const missing = metric.inputs.filter(
    ({ name, required }) => (required || isNeeded(name, options)) && !given.includes(name),
  );
  if (missing.length > 0) {
    const options_ = missing.map(({ name }) => `--${optionName(name)} <number>`);
    throw new InputError(`${metric.id}: from numbers it also needs ${options_.join(" and ")}`);
  }
  refuseData(metric, options);
  if (options.petroleumFlows === "imports" && given.includes("petroleumExports")) {
    throw new InputError(
      "--petroleum-exports is not taken out with --petroleum-flows imports (leave one out)",
    );
  }
  return Object.fromEntries(
    given.map((name) => [name, printed(name, String(options[name]), `--${optionName(name)}`)]),
  );
}

/** Petroleum exports are needed unless petroleum is taken out of imports only. */
function isNeeded(name: string, { petroleumFlows }: Readonly<Record<string, unknown>>): boolean {
  return name === "petroleumExports" && petroleumFlows !== "imports";
}

/** Numbers stand in for data, so a question for data beside them would go unanswered. */
function refuseData(metric: NumberInputs, options: Readonly<Record<string, unknown>>): void {
  const { data } = options;
  const asked = ["partner", "period", "from", "to"].find((name) => options[name] !== undefined);
  const other = asked ?? (Array.isArray(data) && data.length > 0 ? "data" : undefined);
  if (other !== undefined) {
    throw new InputError(
      `${metric.id}: --${other} asks for data, but numbers were given in their place (leave one out)`,
    );
  }
}

/** The inputs that `--values` takes, in their order. */
export function valuesOrder(
  metric: NumberInputs,
  options: Readonly<Record<string, unknown>>,
): string[] {
  return metric.inputs
    .filter(({ name, required }) => required || isNeeded(name, options))
    .map(({ name }) => name);
}

const FLOWS = new Set(["exports", "imports", "petroleumExports", "petroleumImports"]);

/** A flow of trade is never negative; a change, a balance or a part of one may be. */
function printed(name: string, text: string, place: string): PrintedNumber {
  const number = parsePrinted(text, place);
  if (FLOWS.has(name) && number.value < 0) {
    throw new InputError(`${place}: a flow of trade is never negative, got ${number.text}`);
  }
  return number;
}

function numbersFromList(
  metric: NumberInputs,
  options: Readonly<Record<string, unknown>>,
  list: string,
): Record<string, PrintedNumber> {
  refuseData(metric, options);
  const names = valuesOrder(metric, options);
  const texts = list.split(",");
  if (texts.length !== names.length) {
    throw new InputError(
      `--values: ${metric.id} takes ${names.length} numbers (${names.join(",")}), got ${texts.length}`,
      "Write numbers without thousands separators.",
    );
  }
  return Object.fromEntries(
    names.map((name, index) => [name, printed(name, texts[index]!, `--values: ${name}`)]),
  );
}

/** Numbers as they were printed, which are the parameters of an answer from them. */
export function textsOf(numbers: Readonly<Record<string, PrintedNumber>>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, { text }]) => [name, text]));
}
