import { z } from "zod";
import { metrics } from "../../metrics/registry.ts";
import { claimMetrics } from "../metrics.ts";

/** A list in YAML, or one word. */
const list = z.union([z.string(), z.array(z.string()).min(1)], {
  error: "expected a name, or a list of names (codes of digits in quotes)",
});

/** The parameters that single metrics have. */
function ownKeys(): Record<string, z.ZodType<string>> {
  const all = metrics.flatMap(({ asks }) => asks.parameters ?? []);
  return Object.fromEntries(
    all.map(({ name, choices, description }) => [
      name,
      (choices ? z.enum(choices as [string, ...string[]]) : z.string()).describe(description),
    ]),
  );
}

const selection = {
  data: z.string().describe("an embedded dataset or a file; default: chosen by the products"),
  partner: list.describe("partners and groups, as --partner takes them"),
  members: z
    .enum(["today", "then", "published"])
    .describe(
      "the members of a group such as EU, as --members takes them; default: those of today",
    ),
  together: z.boolean().describe("the partners as one, as --total adds them"),
  period: z.string().describe("one period, as --period takes it"),
  from: z.string().describe("where growth starts"),
  to: z.string().describe("where growth ends"),
  of: z.enum(["exports", "imports", "balance", "total"]),
  product: z.string(),
  excludeProduct: z.string(),
  exports: z.enum(["total", "domestic"]),
  imports: z.enum(["general", "consumption"]),
  sector: z.enum(["goods", "services"]),
  basis: z.enum(["census", "bop"]),
  ...ownKeys(),
  whole: z.string().describe("the whole of a share: WORLD, partners, or all-products"),
  project: z
    .union([z.boolean(), z.string()])
    .describe("extrapolate an incomplete year; 2025-05: a year from its months to this one"),
  real: z
    .union([z.boolean(), z.string()])
    .describe(
      "after the rise of US consumer prices: true for growth, a period for money in its dollars (2024)",
    ),
  reporter: list.describe("the reporting economy, as --reporter takes it"),
  region: list.describe("the members of a region, as --region takes them"),
  by: z
    .string()
    .describe(
      "the number is a member's: partner, reporter, product or hs2; of a list, its members",
    ),
  each: z.string().describe("of metrics of lists: the rows, as --each takes them"),
  absentAsZero: z.boolean().describe("treat a missing flow as zero"),
  measure: z
    .string()
    .describe(
      "of value-added: EXGR_DVA, EXGR_FVA, FEXGR_DVA, FFD_DVA; of value-added-…, a column of the row: value (default), valueAdded, vaxRatio",
    ),
  table: list.describe(
    "of value-added-…: input-output tables, as --table takes them; default: the embedded one of 2011",
  ),
  exporter: list.describe("of value-added-…: whose exports, as --exporter takes it"),
  importer: list.describe(
    "of value-added-origin: whose imports, from all exporters or those named, as --importer takes it",
  ),
  origin: list.describe("of value-added-…: where the value was added"),
  originIndustry: list.describe("of value-added-…: the industry that added it, by its code"),
  destination: list.describe("of value-added-…: whose final demand absorbs it"),
  industry: list.describe("of value-added-…: the exporting industry, by its code in the table"),
  term: z
    .string()
    .describe("of value-added-decompose: the term by its name in the paper: DVA, FVA"),
  method: z.enum(["borin-mancini", "kww", "wwz", "oecd"]),
  approach: z.enum(["source", "sink"]),
  perimeter: z.enum(["exporter", "world", "industry", "industry-and-partner"]),
};

/** The keys of one computed number: of a claim, or of a line of a chart. */
export const computed = {
  metric: z.enum(claimMetrics.map(({ id }) => id)),
  ...z.object(selection).partial().shape,
  rank: z
    .strictObject({
      among: list.optional(),
      by: z.string().optional(),
      first: z.enum(["largest", "smallest"]).optional(),
    })
    .optional()
    .describe(
      "the number is the rank of the partner, or by `by` of the product or the reporter, among others (default: all), by a column and from an end (default: as --top ranks), in place of the value",
    ),
  per: z
    .enum(["month"])
    .optional()
    .describe("the average of the months of the period, in place of their sum"),
  than: z
    .strictObject({
      ...z.object(selection).partial().shape,
      as: z
        .enum(["difference", "times", "percent"])
        .default("difference")
        .describe("how much more: first less second, first over second, or percent above it"),
    })
    .optional()
    .describe("a second figure with which the first is compared; keys that differ from compute"),
  as: z
    .enum(["value", "deficit", "times", "fraction", "change", "deficit-change"])
    .default("value")
    .describe(
      "what is printed: the value itself, a deficit as a positive number, growth or a percentage as a multiple, a share as a fraction, the change since `from`, or how much a deficit grew since then",
    ),
};

/** How a claim is computed from data. */
export const computeSchema = z.strictObject({
  ...computed,
  definitions: z
    .array(z.strictObject(z.object(selection).partial().shape))
    .min(2)
    .optional()
    .describe("definitions under each of which it is computed, where the report names none"),
});
