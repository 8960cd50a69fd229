import { InputError } from "../errors.ts";
import type { Metric } from "../metrics/metric.ts";
import { type PrintedNumber, parsePrinted } from "../numbers/printed.ts";
import { optionName } from "./question.ts";

const NUMBER = /^[+\-−]?\s*(?:US)?\$?\s*\d/;

/**
 * The printed numbers that stand in for data, by input; null where none was given. Words such as
 * `--exports total` are not numbers and choose a basis.
 * @throws InputError when some inputs are numbers and others are missing.
 */
export function numbersFrom(
  metric: Metric,
  options: Readonly<Record<string, unknown>>,
): Record<string, PrintedNumber> | null {
  const names = metric.inputs.map(({ name }) => name);
  if (typeof options.values === "string") return numbersFromList(metric, options.values);
  // Of growth, --from and --to name periods.
  if (metric.options.includes("growth")) return null;
  const given = names.filter((name) => {
    const text = options[name];
    return typeof text === "string" && NUMBER.test(text);
  });
  if (given.length === 0) return null;
  const missing = metric.inputs.filter(
    ({ name, required }) => (required || isNeeded(name, options)) && !given.includes(name),
  );
  if (missing.length > 0) {
    const options_ = missing.map(({ name }) => `--${optionName(name)} <number>`);
    throw new InputError(`${metric.id}: from numbers it also needs ${options_.join(" and ")}`);
  }
  return Object.fromEntries(
    given.map((name) => [name, parsePrinted(String(options[name]), `--${optionName(name)}`)]),
  );
}

/** Petroleum exports are needed unless petroleum is taken out of imports only. */
function isNeeded(name: string, { petroleumFlows }: Readonly<Record<string, unknown>>): boolean {
  return name === "petroleumExports" && petroleumFlows !== "imports";
}

function numbersFromList(metric: Metric, list: string): Record<string, PrintedNumber> {
  const names = metric.inputs.filter(({ required }) => required).map(({ name }) => name);
  const texts = list.split(",");
  if (texts.length !== names.length) {
    throw new InputError(
      `--values: ${metric.id} takes ${names.length} numbers (${names.join(",")}), got ${texts.length}`,
      "Write numbers without thousands separators.",
    );
  }
  return Object.fromEntries(
    names.map((name, index) => [name, parsePrinted(texts[index]!, `--values: ${name}`)]),
  );
}
