import { InputError } from "../../errors.ts";
import type { FetchedDataset } from "../publishers/publisher.ts";

/** `name=value` as it was typed. */
export type Setting = readonly [name: string, value: string];

/**
 * A value for every parameter of a dataset.
 * @throws InputError where a name is unknown, or a value that must be given is missing. No error
 *   repeats a value: somebody may have typed a key.
 */
export function parametersOf(
  { id, parameters }: FetchedDataset,
  settings: readonly Setting[],
): Record<string, string> {
  const names = parameters.map(({ name }) => name);
  const unknown = settings.find(([name]) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `--set: ${id} has no parameter "${unknown[0]}" (it has ${names.join(", ") || "none"})`,
    );
  }
  const given = new Map(settings);
  const missing = parameters.filter(({ name, usual }) => usual === null && !given.has(name));
  if (missing.length > 0) {
    const wanted = missing.map(({ name }) => `--set ${name}=…`).join(" ");
    throw new InputError(
      `${id}: ${missing.map(({ name, title }) => `${name} is missing (${title})`).join("; ")}`,
      `Use ${wanted}; trade-metrics data update --list names all parameters.`,
    );
  }
  const empty = settings.find(([, value]) => value === "");
  if (empty !== undefined) throw new InputError(`--set ${empty[0]}: expected a value`);
  return Object.fromEntries(parameters.map(({ name, usual }) => [name, given.get(name) ?? usual!]));
}
