import type { Command } from "commander";
import { candidatesFor } from "./candidates.ts";

/** Bash breaks words at these too, and replaces only what stands behind the last of them. */
const BASH_BREAKS = /^.*[:=]/;

/**
 * The answer to a shell that asks what may stand at the cursor: one candidate a line, with a tab
 * before what it means.
 */
export function completionLines(
  program: Command,
  shell: string,
  words: readonly string[],
): string[] {
  const { values, files, open } = candidatesFor(program, words);
  const current = words.at(-1) ?? "";
  const held = shell === "bash" ? (BASH_BREAKS.exec(current)?.[0].length ?? 0) : 0;
  const unfinished =
    open || (values.length > 0 && values.every(({ value }) => value.endsWith(":")));
  return [
    ...(files ? [":files"] : []),
    ...(unfinished ? [":nospace"] : []),
    ...values
      .filter(({ value }) => value.length > held)
      .map(({ value, meaning }) => {
        const text = value.slice(held);
        const shown = shell === "bash" ? text.replace(/[\s'"()&;$`\\]/g, "\\$&") : text;
        return shell !== "bash" && meaning !== "" ? `${shown}\t${meaning}` : shown;
      }),
  ];
}
