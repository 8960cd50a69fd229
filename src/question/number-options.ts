import type { AnyFormula, Asks, InputDeclaration } from "../metrics/metric.ts";

/** As much of a metric as is needed to take its inputs from printed numbers. */
export interface NumberInputs extends Pick<AnyFormula, "id" | "inputs"> {
  readonly asks?: Pick<Asks, "change">;
}

type Options = Readonly<Record<string, unknown>>;

const NUMBER = /^[+\-−]?\s*(?:US)?\$?\s*\.?\d/;

/** The inputs that have an option of their own; of a change, --from and --to name periods. */
export function inputOptions({ inputs, asks }: NumberInputs) {
  if (asks?.change) return [];
  return printedInputs(inputs).map((input) => ({
    ...input,
    option: `--${optionName(input.name)}`,
  }));
}

/** Inputs without which a row can do are of no use from printed numbers. */
function printedInputs(inputs: readonly InputDeclaration[]): readonly InputDeclaration[] {
  return inputs.filter(({ dispensable }) => !dispensable);
}

/** The option that gives an input as a number: `petroleumExports` is `--petroleum-exports`. */
export function optionName(input: string): string {
  return input.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What to type to compute from printed numbers. */
export function numberUsage(metric: NumberInputs): string {
  const needed = inputOptions(metric).filter((input) => isNeeded(input, {}));
  if (needed.length === 0) return `--values ${valuesOrder(metric, {}).join(",")}`;
  return needed.map(({ option, list }) => `${option} ${list ? "<list>" : "<number>"}`).join(" ");
}

/** Whether the text of an option is a number, and not the name of a basis or of a period. */
export function isNumber(text: unknown): boolean {
  return typeof text === "string" && NUMBER.test(text);
}

/** Whether printed numbers were given to stand in for data. */
export function hasNumbers(metric: NumberInputs, options: Options): boolean {
  return (
    typeof options.values === "string" ||
    inputOptions(metric).some(({ name }) => isNumber(options[name]))
  );
}

/** Whether an input is needed beside the options given. */
export function isNeeded({ required, unless }: InputDeclaration, options: Options): boolean {
  return required || (unless !== undefined && options[unless.parameter] !== unless.is);
}

/** The inputs that `--values` takes, in their order. */
export function valuesOrder({ inputs }: NumberInputs, options: Options): string[] {
  return neededInputs(inputs, options).map(({ name, list }) => (list ? `${name}…` : name));
}

/** The inputs without which nothing can be computed from printed numbers. */
export function neededInputs(inputs: readonly InputDeclaration[], options: Options) {
  return printedInputs(inputs).filter((input) => isNeeded(input, options));
}
