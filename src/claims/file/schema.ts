import { z } from "zod";
import { readingOutcomes } from "../reading/outcome-names.ts";
import { computed, computeSchema } from "./compute-schema.ts";
import { comparators, verdicts, words } from "./words.ts";

export type { Comparator, Verdict } from "./words.ts";

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, digits and single hyphens");

const scale = z.enum(["hundred", "thousand", "million", "billion", "trillion"]);

/** Text that a stub leaves empty. */
const filledIn = z.string().min(1, "is to be filled in");

const printed = z.string().regex(/\d/, "expected a number as printed, in quotes");

const reported = z
  .string()
  .refine((text) => /\d/.test(text) || words.some((word) => word === text), {
    message: `expected a number as printed, in quotes, or one of ${words.join(", ")}`,
  });

/** An argument of a formula: the id of a claim or fact, or a number as printed, in quotes. */
const argument = z.string();
const pair = z.tuple([argument, argument]);

const formulaSchema = z
  .strictObject({
    sum: z.array(argument).min(2),
    difference: pair.describe("first less second"),
    product: pair,
    ratio: pair.describe("first over second"),
    share: pair.describe("first in percent of second"),
    growth: pair.describe("from first to second, in percent"),
    average: z.array(argument).min(2),
    deflate: pair.describe("a rate of growth and the rise of prices, both in percent"),
    "real-value": z
      .tuple([argument])
      .describe("real change in percent of a fixed amount when prices rise by so many percent"),
  })
  .partial()
  .refine((formula) => Object.keys(formula).length === 1, "give exactly one formula");

const consistencySchema = z.strictObject({
  relation: z.enum(["=", ">=", "<="]),
  to: z.union([argument, formulaSchema]).describe("a claim, a fact, or a formula over them"),
  tolerance: z.number().min(0).max(100).default(0).describe("percent by which they may differ"),
  because: z.string().describe("why both numbers cannot be true"),
});

const claimSchema = z
  .strictObject({
    id,
    where: z.strictObject({
      section: z.string().optional(),
      figure: z.string().optional(),
      line: z.number().int().positive().optional(),
    }),
    says: filledIn.describe("what it states, in words of our own"),
    reported: reported.describe(
      "the number as printed, in quotes: padded zeros count; or, where no number is printed, what is stated: rise, fall, surplus, deficit, larger, smaller",
    ),
    unit: z
      .string()
      .describe(
        "percent, percentage-points, USD, USD per month, times, ratio, rank, direction (of what has no number), count, years…",
      ),
    scale: scale.optional(),
    comparator: z.enum(comparators).default("="),
    direction: z
      .enum(["rise", "fall"])
      .optional()
      .describe("which way a number without a sign went; default: what `says` says"),
    decimals: z
      .number()
      .int()
      .min(0)
      .max(12)
      .optional()
      .describe("digits that were computed, where printed zeros pad more"),
    group: id
      .optional()
      .describe("claims that were computed in the same way and are explained together"),
    compute: computeSchema.optional(),
    formula: formulaSchema.optional(),
    consistency: consistencySchema.optional(),
    draft: z
      .enum([...readingOutcomes, "confirmed"])
      .optional()
      .describe(
        "what reading the document made of it: a draft fails no run; `claims accept` takes it where it is confirmed",
      ),
    expect: z
      .strictObject({ verdict: z.enum(verdicts), because: z.string().min(1) })
      .optional()
      .describe(
        "a verdict that is known, with the reason: green while it holds, red when it does not",
      ),
    vintage: z
      .string()
      .optional()
      .describe("the vintage from which it is computed: 2025-04, or newest"),
    needs: z.string().optional().describe("the public table that would settle it"),
    also: z
      .array(z.string())
      .optional()
      .describe("other words in which the text prints the number"),
    lines: z
      .array(z.number().int().positive())
      .optional()
      .describe("restricts where the text prints it"),
  })
  .refine((claim) => claim.compute || claim.formula || claim.consistency || claim.needs, {
    message: "a claim needs compute, formula or consistency; or needs, to say what would settle it",
  });

const factSchema = z.strictObject({
  id,
  says: z.string(),
  value: printed,
  unit: z.string(),
  scale: scale.optional(),
  source: z.string().describe("publisher, table and date"),
});

const chart = {
  id,
  title: z.string(),
  figure: z.string().optional().describe("the figure of the report that it draws again: Graph 1"),
  note: z.string().optional().describe("what a reader must know to compare"),
};

const chartSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...chart,
    kind: z.literal("bars").describe("numbers as printed, as computed, and as explained"),
    claims: z.array(z.strictObject({ claim: id, label: z.string() })).min(1),
  }),
  z.strictObject({
    ...chart,
    kind: z.literal("lines").describe("computed series over periods, with numbers as printed"),
    periods: z.string().describe("years or months, as --period takes them: 2013..2024"),
    scale: z.enum(["thousand", "million", "billion", "trillion"]).optional(),
    lines: z.array(z.strictObject({ label: z.string(), ...computed })).min(1),
    printed: z
      .array(
        z.strictObject({
          claim: id,
          label: z.string().describe("the label of the line that it belongs to, or one of its own"),
          period: z.string(),
          negated: z
            .boolean()
            .default(false)
            .describe("drawn with the other sign: a deficit beside balances"),
        }),
      )
      .default([])
      .describe("claims to set beside the lines; those with one label make one series"),
  }),
]);

/** A claim file: one report, its numbers, and how each is to be computed. */
export const claimFileSchema = z.strictObject({
  $schema: z.string().optional(),
  report: z.strictObject({
    id,
    title: filledIn,
    publisher: filledIn,
    author: z.string().optional(),
    date: filledIn,
    asOf: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day such as 2025-05-01")
      .optional()
      .describe("the day whose data it could know (default: its date, where that is a day)"),
    vintage: z
      .string()
      .optional()
      .describe("the vintage of the data it drew on, where known: 2025-04"),
    url: z.string().optional(),
    notes: z.array(z.string()).optional(),
  }),
  facts: z
    .array(factSchema)
    .default([])
    .describe("figures that the report does not print but a formula needs, with their source"),
  claims: z.array(claimSchema).min(1, "the file makes no claims"),
  ignore: z
    .array(
      z.strictObject({
        text: z.string(),
        reason: z.string(),
        line: z.number().int().positive().optional(),
      }),
    )
    .default([])
    .describe("numbers of the text that are no claims, with the reason"),
  charts: z.array(chartSchema).default([]).describe("figures of the report to draw again"),
});

export type ClaimFile = z.infer<typeof claimFileSchema>;
export type Claim = ClaimFile["claims"][number];
export type ChartDeclaration = ClaimFile["charts"][number];
export type Compute = NonNullable<Claim["compute"]>;
export type Formula = NonNullable<Claim["formula"]>;
