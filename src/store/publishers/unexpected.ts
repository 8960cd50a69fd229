import type { Answer } from "./answer.ts";
import { beginning, pageTitle, quoted, secondsToWait } from "./look.ts";
import type { Outcome } from "./publisher.ts";
import { toldInWords } from "./told.ts";

/**
 * What an answer is that no rule of the publisher knows.
 * @param hasKey whether its services want a key.
 */
export function unexpected(answer: Answer, expected: string, hasKey = false): Outcome {
  const { status, headers } = answer;
  if (status >= 300 && status < 400) {
    if (hasKey && /\b(log-?in|sign-?in|auth\w*|oauth2?)\b/i.test(headers.location ?? "")) {
      return { kind: "fix-key", message: "the service asks to sign in" };
    }
    const message = `was sent on to ${headers.location ?? "another address"}; the address may have moved`;
    return { kind: "failed", message, again: false };
  }
  const text = beginning(answer);
  const told = toldInWords(answer, text, hasKey);
  if (told?.kind === "stop") return told;
  if (status === 429) {
    const message = "too many calls";
    return { kind: "slow-down", seconds: secondsToWait(answer, 30), message };
  }
  if (told !== null) return told;
  if (status === 401 && hasKey) return { kind: "fix-key", message: "it is not accepted" };
  if (status === 413 || status === 414) {
    return { kind: "cut-off", message: "the query is too large" };
  }
  if (status === 503 && headers["retry-after"] !== undefined) {
    const message = "the service is unavailable";
    return { kind: "slow-down", seconds: secondsToWait(answer, 5), message };
  }
  const title = pageTitle(answer);
  const shown = title === null ? quoted(text.slice(0, 400)) : `the page "${title}"`;
  const instead = shown === "" ? "nothing" : printable(shown);
  const message = `expected ${expected}, got ${instead} (status ${status})`;
  return { kind: "failed", message, again: status >= 500 || status === 408 || status === 200 };
}

/** Bytes that are no text are not worth quoting. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these tell bytes from text
  return /[\0-\x08\x0e-\x1f\ufffd]/.test(text) ? "bytes that are no text" : `"${text}"`;
}
