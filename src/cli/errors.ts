import { safeText } from "../render/safe-text.ts";

/** One line on standard error that names the place and the mend, and a hint below it. */
export function printError(message: string, hint: string | null = null): void {
  process.stderr.write(`error: ${safeText(message)}\n`);
  for (const line of hint?.split("\n") ?? []) process.stderr.write(`  ${safeText(line)}\n`);
}
