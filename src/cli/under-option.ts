import { InputError } from "../errors.ts";

/** Readers of partners, periods and days know no options, or that of most commands. */
const READER = /^(?:--partner|period|date)(?=:)/;

/** Reads what an option says; an error about it begins with the name of the option. */
export function underOption<Read>(option: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message.replace(READER, option), error.hint);
  }
}
