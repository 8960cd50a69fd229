import { onOneLine } from "./screen.ts";

/** When to say what is going on: work that is done sooner needs no words. */
const PATIENCE_MS = 1000;

/**
 * Says on standard error what is going on while work takes more than a second: at a terminal, or
 * where it was asked for. The line is cleared at a terminal when the work is done.
 */
export async function withProgress<Outcome>(
  what: string,
  asked: boolean,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const isTerminal = process.stderr.isTTY === true;
  if (!isTerminal && !asked) return work();
  const start = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000);
    const text = `${what} (${seconds} s)`;
    process.stderr.write(isTerminal ? `\r${onOneLine(text, process.stderr)}` : `${text}\n`);
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isTerminal && Date.now() - start >= PATIENCE_MS) process.stderr.write("\r\u001b[K");
  }
}

/** Says at once what is going on, before work that leaves no time to say it. */
export function announce(what: string, asked: boolean): void {
  if (process.stderr.isTTY === true || asked) process.stderr.write(`${what}\n`);
}
