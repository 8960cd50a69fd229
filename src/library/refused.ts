import { InputError } from "../errors.ts";
import { inKeys } from "./words.ts";

/** Does what a program asked, whose errors name keys and not options of a command line. */
export async function refused<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    // The command has the class once more.
    const { name, message, hint } = error as InputError;
    if (name !== "InputError") {
      throw Object.assign(new InputError(`unexpected: ${message} (please report it)`), {
        cause: error,
      });
    }
    throw new InputError(inKeys(message), hint === null ? null : inKeys(hint));
  }
}
