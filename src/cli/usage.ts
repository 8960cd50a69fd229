import type { Command, CommanderError } from "commander";
import { InputError } from "../errors.ts";
import { didYouMean } from "./nearest.ts";

/** Messages of commander, and how they are said here: the place, what is wrong, what to do. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [
    /^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/,
    '$1: "$2" is none of its words (use $3)',
  ],
  [/^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. (.*)$/, '$1: "$2": $3'],
  [
    /^option '(?:-\w, )?(--[\w-]+) ?([^']*)' argument missing$/,
    "$1: its value is missing (use $1 $2)",
  ],
  [
    /^option '(--[\w-]+)[^']*' cannot be used with option '(--[\w-]+)[^']*'$/,
    "$1: cannot be used with $2 (leave one out)",
  ],
  [/^unknown option '(.*?)'(.*)$/, "$1: no such option$2"],
  [/^unknown command '(.*?)'(.*)$/, "$1: no such command$2"],
  [/^missing required argument '(.*)'$/, "<$1>: is missing (name one)"],
  [
    /^command-argument value '(.*)' is invalid for argument '.*'\. Allowed choices are (.*)\.$/,
    '"$1": is none of the words here (use $2)',
  ],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/,
    "too many words: $3 where $2 can stand (lists have commas; quote names with spaces)",
  ],
];

/** Options of other programs, and what they are here. */
const OTHERWISE: Readonly<Record<string, string>> = {
  ...{ "--year": "--period 2024", "--years": "--period 2020..2024", "--date": "--period 2024-11" },
  ...{
    "--from": "--period 2020..2024",
    "--to": "--period 2020..2024",
    "--since": "--period 2020..2024",
  },
  ...{ "--country": "--partner MX", "--countries": "--partner CA,MX", "--with": "--partner MX" },
  ...{ "--csv": "--format csv", "--markdown": "--format markdown", "--svg": "--format svg" },
  ...{
    "-o": "--output FILE",
    "--out": "--output FILE",
    "--file": "--data FILE",
    "-f": "--format csv",
  },
  ...{
    "--limit": "--top 10",
    "-n": "--top 10",
    "--monthly": "--step month",
    "--month": "--period 2024-11",
  },
  ...{ "--hs": "--product hs:27", "--commodity": "--product hs:27", "--group": "--by hs2" },
};

/** Those of them of which a value means the same here. */
const TAKE_THE_SAME: ReadonlySet<string> = new Set([
  ...["--year", "--country", "--countries", "--with", "-o", "--out", "--file", "--limit", "-n"],
]);

/** The same of commands that take the level of prices. */
const OF_PRICES: Readonly<Record<string, string>> = {
  "--from": "--price-index 258.8,325.0",
  "--to": "--price-index 258.8,325.0",
};

/** An error of usage as one line that says what is wrong, with a hint where the rest is told. */
export async function usageError(
  error: CommanderError & { readonly command: Command },
): Promise<InputError> {
  const { command } = error;
  const message = error.message
    .replace(/^error: /, "")
    .replace(/\n/g, " ")
    .replace(/ \(Did you mean (.*)\?\)$/, " (did you mean $1?)");
  if (/^too many arguments.*Expected 0 /.test(message)) {
    const [given = ""] = command.args;
    const near = nearest(given, command);
    if (near !== "") return new InputError(`${given}: no such command${near}`, hintFor(command));
    const has = (name: string) => command.options.some(({ long }) => long === name);
    if (has("--partner")) {
      const asked = has("--reporter")
        ? "is it a partner or the reporter? (say --partner or --reporter)"
        : `which option is it of? (say --partner ${given} for an area)`;
      return new InputError(`"${given}": ${asked}`, hintFor(command));
    }
  }
  const unknown = /^unknown command '(.*?)'(.*)$/.exec(message);
  if (unknown && command.parent === null) {
    const [, word, near] = unknown;
    const { explainable, metricsMeantBy } = await import("./meant.ts");
    const meant = metricsMeantBy(command.args) ?? (near === "" ? explainable(command.args) : null);
    if (meant) return new InputError(`${word}: no such command`, meant);
  }
  const [, other = ""] = /^unknown option '(--?[a-z]+)/.exec(message) ?? [];
  const own = [OTHERWISE[other], OF_PRICES[other]].find((one) =>
    command.options.some(({ long }) => long === one?.split(" ")[0]),
  );
  if (own !== undefined) {
    const given = command.args[command.args.indexOf(other) + 1] ?? "";
    const isSame = TAKE_THE_SAME.has(other) && /^\w[\w.,-]*$/.test(given);
    const use = isSame ? own.replace(/ .*/, ` ${given}`) : own;
    return new InputError(`${other}: no such option (use ${use})`, hintFor(command));
  }
  const [, option] = /^unknown option '(--[\w-]+)=/.exec(message) ?? [];
  if (option !== undefined) return noSuchOption(option, command);
  for (const [form, said] of SAID) {
    if (form.test(message)) return new InputError(message.replace(form, said), hintFor(command));
  }
  return new InputError(message, hintFor(command));
}

/** An option that the command does not have, named without what was said with it. */
export function noSuchOption(option: string, command: Command): InputError {
  const names = command.options.flatMap(({ long }) => long ?? []);
  const near = didYouMean(option, names);
  return new InputError(`${option}: no such option${near}`, hintFor(command));
}

/** The command beside it that a word most likely means. */
function nearest(word: string, command: Command): string {
  const names = [command, command.parent]
    .flatMap((one) => one?.commands ?? [])
    .map((one) => one.name());
  return didYouMean(word, names);
}

function hintFor(command: Command): string {
  const names: string[] = [];
  for (let one: Command | null = command; one; one = one.parent) names.unshift(one.name());
  return `See ${names.join(" ")} --help.`;
}
