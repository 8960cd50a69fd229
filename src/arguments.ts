import { InputError } from "./errors.ts";

/** What an option of a function may be: any text, a list of texts, yes or no, or one of these words. */
export type Kind = "text" | "texts" | "yes-no" | "number" | "any" | readonly string[];

const expectations = {
  text: "text",
  texts: "a list of texts",
  "yes-no": "true or false",
  number: "a number",
} as const;

/**
 * Refuses what a program without types may give a function that has them: an option that is ignored, or
 * a word that is none of its own, would give another number in silence.
 * @param name the function, for the message.
 * @throws InputError that names the option and what can stand there.
 */
export function checkOptions(
  name: string,
  options: unknown,
  kinds: Readonly<Record<string, Kind>>,
  required: readonly string[] = [],
): void {
  const names = Object.keys(kinds);
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new InputError(
      `${name}: its options are missing (give an object of ${names.join(", ")})`,
    );
  }
  for (const [key, value] of Object.entries(options)) {
    if (!Object.hasOwn(kinds, key)) {
      throw new InputError(`${name}: ${key}: no such option (use ${names.join(", ")})`);
    }
    const kind = kinds[key]!;
    if (value === undefined || isOf(kind, value)) continue;
    const expected = typeof kind === "string" ? expectations[kind as "text"] : kind.join(", ");
    throw new InputError(`${name}: ${key}: got ${shown(value)} (expected ${expected})`);
  }
  const given = options as Readonly<Record<string, unknown>>;
  const missing = required.find((key) => given[key] === undefined);
  if (missing !== undefined) throw new InputError(`${name}: ${missing}: is missing (give it)`);
}

/** Refuses anything but a text. @throws InputError */
export function checkText(name: string, what: string, value: unknown): void {
  if (typeof value === "string") return;
  throw new InputError(`${name}: ${what}: got ${shown(value)} (expected text)`);
}

function isOf(kind: Kind, value: unknown): boolean {
  if (kind === "any") return true;
  if (kind === "texts")
    return Array.isArray(value) && value.every((one) => typeof one === "string");
  if (kind === "yes-no") return typeof value === "boolean";
  if (typeof kind === "string") return typeof value === (kind === "text" ? "string" : "number");
  return kind.includes(value as string);
}

function shown(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" || typeof value === "symbol"
    ? `a ${typeof value}`
    : `${value}`;
}
