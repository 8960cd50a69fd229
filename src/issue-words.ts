import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys with values",
  record: "keys with values",
  map: "keys with values",
  null: "nothing",
};

/** What does not fit in a file, for `safeParse(content, { error: issueWords })`. */
export function issueWords(issue: Issue): string | undefined {
  if (issue.code === "invalid_union") return unionWords(issue);
  if (issue.code !== "unrecognized_keys" && issue.input === undefined) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `expected ${named(issue.expected)}, got ${kindOf(issue.input)}`;
    case "invalid_value":
      return `expected ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}, got ${shown(issue.input)}`;
    case "invalid_format":
      return `expected another form, got ${shown(issue.input)}`;
    case "unrecognized_keys":
      return `unknown key${issue.keys.length > 1 ? "s" : ""} ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
    case "too_small":
      return bound(issue.origin, issue.minimum, "at least", issue.input);
    case "too_big":
      return bound(issue.origin, issue.maximum, "at most", issue.input);
    default:
      return undefined;
  }
}

/** What each member of the union takes; where the kind fits one of them, what that one says. */
function unionWords({ errors, input }: Extract<Issue, { code: "invalid_union" }>): string {
  if (input === undefined) return "is missing";
  const inside = errors.filter(
    ([first]) => first?.code !== "invalid_type" || first.path.length > 0,
  );
  const [issue] = inside[0] ?? [];
  if (issue) {
    const at = issue.path.map(String).join(".");
    return at === "" ? issue.message : `${at}: ${issue.message}`;
  }
  const expected = errors.flatMap(([first]) =>
    first?.code === "invalid_type" ? [named(first.expected)] : [],
  );
  return `expected ${[...new Set(expected)].join(" or ")}, got ${kindOf(input)}`;
}

function named(expected: string): string {
  return WORDS[expected] ?? expected;
}

function kindOf(input: unknown): string {
  if (input === null) return "nothing";
  return named(Array.isArray(input) ? "array" : typeof input);
}

function shown(input: unknown): string {
  return typeof input === "object" ? kindOf(input) : JSON.stringify(input);
}

function bound(origin: string, limit: number | bigint, side: string, input: unknown): string {
  const isEmpty = limit === 1 && side === "at least";
  if (origin === "string") return isEmpty ? "is empty" : `expected ${side} ${limit} characters`;
  if (origin === "number" || origin === "int") return `expected ${side} ${limit}, got ${input}`;
  return isEmpty ? "is empty" : `expected ${side} ${limit} entries`;
}
