import { InputError } from "../errors.ts";

/** Rows of embedded data are not to be chosen by a column: what would be left out was never there. */
export function noConditions(condition: string): InputError {
  return new InputError(
    `--where ${condition}: embedded data have no columns but those that options name (name a file that has it with --data, or leave out --where)`,
  );
}
