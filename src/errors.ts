/**
 * An error that the person at the terminal can mend. The message is one line that names the place
 * and the mend; the hint, where there is one, is a second line. The command line exits with 2.
 */
export class InputError extends Error {
  override name = "InputError";
  constructor(
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}
