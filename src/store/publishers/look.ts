import type { Answer } from "./answer.ts";
import type { Outcome } from "./publisher.ts";

/** What classifying has to see of an answer, whoever the publisher. */

/** The beginning as text. */
export function beginning(answer: Answer): string {
  return Buffer.from(answer.start)
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
}

/** The end as text, without white space. */
export function ending(answer: Answer): string {
  return Buffer.from(answer.end.subarray(-200)).toString("utf8").trimEnd();
}

/** A message of the publisher in one line that is not too long to read. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

/** The answer as JSON, or undefined where it is none or too long to be a message. */
export function jsonOf(answer: Answer): unknown {
  if (!/^[[{]/.test(beginning(answer))) return undefined;
  try {
    return JSON.parse(answer.text().replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

/** A value inside nested objects, or undefined. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

/** The title of an HTML page, or null where the answer is none. */
export function pageTitle(answer: Answer): string | null {
  // Some begin with a comment or as XML.
  const text = beginning(answer).replace(/^(<\?xml[^>]*>|<!--.*?-->|\s)+/s, "");
  if (!/^<(!doctype html|html|head|body)\b/i.test(text)) return null;
  return quoted(/<title[^>]*>([^<]*)</i.exec(text)?.[1] ?? "") || "an HTML page";
}

/** The names in the first row of a CSV. */
export function csvHeader(answer: Answer): string[] {
  const [line = ""] = beginning(answer).split(/\r?\n/, 1);
  return line.split(",").map((name) => name.replace(/^"|"$/g, "").trim());
}

/** Whether anything stands below the first row of a CSV. */
export function hasRows(answer: Answer): boolean {
  return answer.size > answer.start.length || /\n\s*\S/.test(beginning(answer));
}

/** Whether an archive is whole: its directory stands at its end, and is where the end says. */
export function isWholeZip({ start, end, size }: Answer): boolean {
  if (start[0] !== 0x50 || start[1] !== 0x4b) return false;
  const bytes = Buffer.from(end);
  const found = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (found < 0 || found + 22 > bytes.length) return false;
  const length = bytes.readUInt32LE(found + 12);
  const offset = bytes.readUInt32LE(found + 16);
  return offset + length === size - (bytes.length - found);
}

/** Seconds that the answer asks to wait, as a number or as a time; at least `least`. */
export function secondsToWait({ headers }: Answer, least: number): number {
  const text = (headers["retry-after"] ?? "").trim();
  // A time is by the clock of the service, or else by ours.
  const now = Date.parse(headers.date ?? "") || Date.now();
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(least, Math.ceil(seconds)) : least;
}

/** The day in a header such as `Thu, 08 Oct 2026 12:30:00 GMT`. */
export function dayOf(date: string | undefined): string | null {
  const time = Date.parse(date ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** The answer lacks columns that every answer has had so far. */
export function missingColumns(
  header: readonly string[],
  wanted: readonly string[],
): Outcome | null {
  const missing = wanted.filter((name) => !header.includes(name));
  if (missing.length === 0) return null;
  const has = quoted(header.join(", "));
  const message = `the answer has no column ${missing.join(", ")} (it has ${has}); the service may have changed`;
  return { kind: "failed", message, again: false };
}
