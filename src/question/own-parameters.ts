import { InputError } from "../errors.ts";
import type { AnyMetric, OwnParameters, ParameterDeclaration } from "../metrics/metric.ts";
import { parseProductSelection } from "../products/product.ts";
import { optionName } from "./number-options.ts";

/**
 * The values of a metric's own parameters, from the words of a question.
 * @throws InputError for a word that a parameter does not take.
 */
export function ownParameters(
  { asks }: AnyMetric,
  words: Readonly<Record<string, unknown>>,
): OwnParameters {
  const declared = asks.parameters ?? [];
  return Object.fromEntries(
    declared.map((parameter) => {
      const text = String(words[parameter.name] ?? parameter.default);
      return [parameter.name, valueOfText(parameter, text)];
    }),
  );
}

function valueOfText(
  { name, kind, choices = [] }: ParameterDeclaration,
  text: string,
): OwnParameters[string] {
  const option = `--${optionName(name)}`;
  if (kind === "products") return parseProductSelection(text, option);
  if (kind === "choice") {
    if (choices.includes(text)) return text;
    throw new InputError(`${option}: expected ${choices.join(" or ")}, got "${text}"`);
  }
  const number = Number(text);
  if (text.trim() !== "" && Number.isFinite(number)) return number;
  throw new InputError(`${option}: expected a number, got "${text}"`);
}

/** The same for printed numbers, among which no products need be found. */
export function givenParameters(
  metric: AnyMetric,
  words: Readonly<Record<string, unknown>>,
): OwnParameters {
  const given = { id: "as given", title: "as given", codes: [], excluded: [] };
  const own = ownParameters(metric, words);
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, typeof value === "object" ? given : value]),
  );
}

/** The same as an answer gives them back: of products their name, and beside it their title. */
export function describeOwn(own: OwnParameters): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]): [string, string | number][] =>
      typeof value === "object"
        ? [
            [name, value.id],
            [`${name}Set`, value.title],
          ]
        : [[name, value]],
    ),
  );
}
