import { expect, it } from "vitest";
import { z } from "zod";
import { issueWords } from "../src/issue-words.ts";

const schema = z.strictObject({
  title: z.string().min(1).optional(),
  digits: z.number().int().max(20).optional(),
  draws: z.boolean().optional(),
  basis: z.enum(["census", "bop"]).optional(),
  partner: z.union([z.string(), z.array(z.string())]).optional(),
  day: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  rows: z
    .array(z.object({ name: z.string() }))
    .min(2)
    .optional(),
  shown: z.union([z.object({ at: z.string() }), z.literal("no")]).optional(),
});

function said(content: unknown): string[] {
  const { error } = schema.safeParse(content, { error: issueWords });
  return error!.issues.map(({ path, message }) => [...path, message].join(": "));
}

it.each([
  [{ title: 5 }, "title: expected text, got a number"],
  [{ title: null }, "title: expected text, got nothing"],
  [{ title: "" }, "title: is empty"],
  [{ digits: "two" }, "digits: expected a number, got text"],
  [{ digits: 1.5 }, "digits: expected a whole number, got a number"],
  [{ digits: 21 }, "digits: expected at most 20, got 21"],
  [{ draws: "yes" }, "draws: expected true or false, got text"],
  [{ basis: "cif" }, 'basis: expected one of census, bop, got "cif"'],
  [{ partner: 5 }, "partner: expected text or a list, got a number"],
  [{ partner: ["MX", 5] }, "partner: 1: expected text, got a number"],
  [{ day: "today" }, 'day: expected another form, got "today"'],
  [{ rows: [] }, "rows: expected at least 2 entries"],
  [{ rows: [{ name: "a" }, {}] }, "rows: 1: name: is missing"],
  [{ colour: "red" }, 'unknown key "colour"'],
  [[], "expected keys with values, got a list"],
])("%j is refused in plain words", (content, words) => {
  expect(said(content)).toEqual([words]);
});
