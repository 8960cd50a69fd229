import { z } from "zod";
import { comparators, verdicts } from "../claims/file/words.ts";
import { bases } from "../claims/report.ts";

const verdict = z.enum(verdicts);
const number = z.number().nullable();
const interval = z.object({ low: z.number(), high: z.number() });
const openInterval = z
  .object({ low: number, high: number })
  .describe("null for no bound to that side");
const grave = z.enum(["sign", "inequality"]).nullable();

const figure = z.object({
  name: z.string().describe("exports, imports, or what a claim or fact states"),
  partner: z.string().nullable(),
  product: z.string().nullable(),
  period: z.string().nullable(),
  value: number,
  unit: z.string(),
  source: z.string().describe("the dataset with its vintage, or where else it is from"),
});

const explanation = z.object({
  parameters: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe("what is changed, under the names of the claim file"),
  says: z.string(),
  computed: number,
  fits: z.boolean().describe("whether it gives the printed number of this claim"),
  difference: number,
  tried: z.number().int().describe("alternatives tried for the group"),
  expectedByChance: z
    .number()
    .describe(
      "alternatives that would have fitted as many claims, or where none fits come as near, if the numbers were random",
    ),
  confidence: z
    .number()
    .describe("how likely it is beside the others and beside no ordinary mistake, from 0 to 1"),
  group: z.object({ fits: z.number().int(), of: z.number().int() }),
  figures: z.array(figure),
});

const claim = z.object({
  id: z.string(),
  says: z.string(),
  where: z.object({
    section: z.string().optional(),
    figure: z.string().optional(),
    line: z.number().int().optional(),
  }),
  line: z.number().int().nullable().describe("where the claim begins in the claim file"),
  text: z
    .object({
      line: z.number().int(),
      column: z.number().int(),
      page: z.number().int().nullable(),
      sentence: z.string(),
      at: z.number().int(),
      end: z.number().int(),
    })
    .nullable()
    .describe("where the text prints it"),
  group: z.string().nullable(),
  basis: z
    .enum(bases)
    .nullable()
    .describe("recomputed from data, from other printed numbers, or compared with a stated fact"),
  verdict,
  reported: z.object({
    text: z.string(),
    value: z.number(),
    unit: z.string(),
    scale: z.string().nullable(),
    comparator: z.enum(comparators),
    holds: openInterval.describe("every true number for which the statement holds"),
    reading: z.string(),
  }),
  computed: number.describe("in dollars, percent, or plain; not rounded"),
  interval: interval.nullable().describe("what the rounding of printed inputs allows"),
  difference: number.describe("computed less reported"),
  grave,
  checks: z.array(
    z.object({
      by: z.enum(["data", "formula", "consistency", "definitions"]),
      verdict,
      computed: number,
      interval: interval.nullable(),
      difference: number,
      grave,
      note: z.string().nullable(),
    }),
  ),
  data: z.array(z.string()),
  figures: z.array(figure).describe("the figures behind the computed number"),
  revised: z
    .object({ computed: z.number(), data: z.array(z.string()) })
    .nullable()
    .describe("what later vintages make of a number that was right when it was printed"),
  needs: z.string().nullable(),
  expected: z.object({ verdict, because: z.string(), met: z.boolean() }).nullable(),
  explanations: z.array(explanation),
  violation: z.boolean(),
});

const chart = z.object({
  id: z.string(),
  title: z.string(),
  figure: z.string().nullable(),
  kind: z.enum(["bars", "lines"]),
  unit: z.string(),
  scale: z.string().nullable(),
  note: z.string().nullable(),
  places: z.array(z.string()).describe("claims or periods, one for each figure of a series"),
  series: z.array(
    z.object({
      label: z.string(),
      role: z.enum(["printed", "computed", "explained"]),
      values: z.array(number),
      projected: z.array(z.boolean()),
    }),
  ),
  data: z.array(z.string()),
});

/** The shape of a verification in JSON. */
export const verifySchema = z.object({
  schema: z.literal("trade-metrics/verify/v1"),
  tool: z.string().optional().describe("the program that wrote it, with its version"),
  report: z.object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    author: z.string().nullable(),
    date: z.string(),
    url: z.string().nullable(),
    notes: z.array(z.string()),
  }),
  policy: z.object({ failOn: z.array(z.string()) }),
  claims: z.array(claim),
  summary: z.object({
    claims: z.number().int(),
    checked: z.number().int(),
    verdicts: z.record(verdict, z.number().int()),
    bases: z.record(
      z.enum(bases),
      z.object({ checked: z.number().int(), reproduced: z.number().int() }),
    ),
    expected: z.number().int(),
    unexpected: z.number().int(),
    violations: z.number().int(),
  }),
  datasets: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      url: z.string().nullable(),
      vintage: z.string().nullable(),
      sha256: z.string().nullable(),
    }),
  ),
  charts: z.array(chart).describe("figures of the report drawn again"),
  search: z.object({ bounds: z.string() }),
  coverage: z
    .object({
      file: z.string(),
      found: z.number().int(),
      claimed: z.number().int(),
      ignored: z.record(z.string(), z.number().int()),
      unclaimed: z.array(
        z.object({
          text: z.string(),
          line: z.number().int(),
          page: z.number().int().nullable(),
          inPlaceOf: z
            .string()
            .nullable()
            .describe("the claim whose line prints this number and not its own"),
        }),
      ),
      absentClaims: z.array(z.string()),
      contradicted: z
        .array(
          z.object({
            claim: z.string(),
            text: z.string(),
            line: z.number().int(),
            page: z.number().int().nullable(),
            because: z.string().describe("what the text says, and what the claim has"),
          }),
        )
        .describe("claims of which the text says something else"),
      unusedIgnores: z.array(z.string()),
      fails: z.object({ unclaimed: z.boolean(), missing: z.boolean() }),
    })
    .nullable(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
