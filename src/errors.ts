import { shortened } from "./shortened.ts";

/**
 * An error that the person at the terminal can mend. The message is one line that names the place
 * and the fix; the hint, where there is one, is a second line. What was given is shortened in both.
 * The command line exits with 2.
 */
export class InputError extends Error {
  override name = "InputError";
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null) {
    super(shortened(message));
    this.hint = hint === null ? null : shortened(hint);
  }
}

/** What another package says of a text that it cannot read, in one line. */
export function faultOf({ message }: { readonly message: string }): string {
  return message.includes("call stack size")
    ? "it is nested too deep (a few hundred levels at most)"
    : message.split("\n")[0]!;
}
