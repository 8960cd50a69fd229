import { safeText } from "../render/safe-text.ts";
import { shortened } from "../shortened.ts";
import { label } from "./colour.ts";
import { host } from "./host.ts";
import { clearLine } from "./progress.ts";

/** One line on standard error that names the place and the fix, and a hint below it. */
export function printError(message: string, hint: string | null = null): void {
  clearLine();
  host.stderr.write(
    `${label("error")} ${safeText(shortened(message)).replace(/^\s+(?=:)/, '" "')}\n`,
  );
  for (const line of hint?.split("\n") ?? []) host.stderr.write(`  ${safeText(line)}\n`);
}
