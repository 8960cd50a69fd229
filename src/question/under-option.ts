import { InputError } from "../errors.ts";

/** Readers of partners, periods and days know no options, or that of most commands. */
const READER = /^(?:--partner|period|date)(?=:)/;

/** Reads what an option says; an error about it begins with the name of the option. */
export function underOption<Read>(option: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message = error.message.replace(READER, option);
    throw new InputError(
      option === "--reporter" ? message.replace("unknown partner", "unknown reporter") : message,
      error.hint,
    );
  }
}
