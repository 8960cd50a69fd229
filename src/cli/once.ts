import type { Command } from "commander";
import { InputError } from "../errors.ts";

/**
 * Refuses a second of every option with a value that may stand once: the last one would win, and
 * nobody would notice. Options that may stand again hold a list.
 */
export function refuseSecond(command: Command): void {
  for (const option of command.options) {
    if (!option.required || Array.isArray(option.defaultValue)) continue;
    let given: string | null = null;
    command.on(`option:${option.name()}`, (value: string) => {
      if (given !== null) {
        throw new InputError(
          `${option.long}: given twice, as ${given} and as ${value} (give it once; lists have commas)`,
        );
      }
      given = value;
    });
  }
}
