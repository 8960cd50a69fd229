import { host } from "./host.ts";
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
  const isTerminal = host.stderr.isTTY === true;
  if (!isTerminal && !asked) return work();
  const start = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000);
    const text = `${what} (${seconds} s)`;
    host.stderr.write(isTerminal ? `\r${onOneLine(text, host.stderr)}` : `${text}\n`);
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isTerminal && Date.now() - start >= PATIENCE_MS) host.stderr.write("\r\u001b[K");
  }
}

/** Says at once what is going on, before work that leaves no time to say it. */
export function announce(what: string, asked: boolean): void {
  if (host.stderr.isTTY === true || asked) host.stderr.write(`${what}\n`);
}
