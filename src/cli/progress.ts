import { host } from "./host.ts";
import { onOneLine } from "./screen.ts";

/** When to say what is going on: work that is done sooner needs no words. */
export const PATIENCE_MS = 2000;
const PAUSE_MS = 1000;
const CLEARED = "\r\u001b[K";

/**
 * Says on standard error what is going on while work takes more than two seconds: at a terminal, or
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
    const time = Date.now() - start;
    if (time < PATIENCE_MS) return;
    const text = `${what} (${Math.round(time / 1000)} s)`;
    host.stderr.write(isTerminal ? `\r${onOneLine(text, host.stderr)}` : `${text}\n`);
  }, PAUSE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isTerminal && Date.now() - start >= PATIENCE_MS) host.stderr.write(CLEARED);
  }
}

/** Says at once what is going on, before work that leaves no time to say it. */
export function announce(what: string, asked: boolean): void {
  if (host.stderr.isTTY === true || asked) host.stderr.write(`${what}\n`);
}

let isStanding = false;

/** Leaves a line at a terminal for as long as nothing else is written. */
export function leaveLine(what: string): void {
  if (!host.stderr.isTTY) return;
  host.stderr.write(`${CLEARED}${onOneLine(what, host.stderr)}`);
  isStanding = true;
}

/** Takes that line away, before anything else is written. */
export function clearLine(): void {
  if (isStanding) host.stderr.write(CLEARED);
  isStanding = false;
}
