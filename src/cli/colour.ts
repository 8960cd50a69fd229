import { host, type OutputStream } from "./host.ts";

const CODES = { error: 31, warning: 33, note: 36 } as const;

/** Colour for a person at a terminal, unless the environment or an option says no. */
export function isColoured(stream: OutputStream): boolean {
  const { env, isPlain } = host;
  if (isPlain || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb") return false;
  if ((env.FORCE_COLOR ?? "") !== "") return env.FORCE_COLOR !== "0";
  return stream.isTTY === true;
}

/** The word that a line on standard error begins with. */
export function label(word: keyof typeof CODES): string {
  return isColoured(host.stderr) ? `\u001b[1;${CODES[word]}m${word}:\u001b[0m` : `${word}:`;
}
