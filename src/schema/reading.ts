import { z } from "zod";
import { readingOutcomes } from "../claims/reading/outcome-names.ts";

const reading = z.object({
  says: z.string().describe("the reading in words"),
  quantity: z.enum([
    "level",
    "average",
    "change",
    "growth",
    "annual-growth",
    "multiple",
    "share",
    "ratio",
    "points",
    "value-added",
    "rank",
  ]),
  flow: z.enum(["exports", "imports", "total", "balance"]),
  partners: z.array(z.string()).describe("codes; several are one figure, WORLD is all partners"),
  sector: z.enum(["goods", "services", "both"]).nullable().describe("null where no word says it"),
  product: z.string().nullable(),
  period: z.string().nullable(),
  from: z.string().nullable().describe("where a change starts"),
  definition: z.string().nullable().describe("what the data count, where the words leave it open"),
  sure: z.number().describe("how sure its least sure part is, from 0 to 1"),
  instead: z
    .enum(["quantity", "flow", "partner", "product", "period", "from", "sector"])
    .nullable()
    .describe("the part that is taken otherwise than the words say first"),
});

const number = z.object({
  text: z.string().describe("as printed"),
  line: z.number().int(),
  column: z.number().int(),
  page: z.number().int().nullable(),
  sentence: z.string(),
  unit: z.string(),
  scale: z.string().nullable(),
  outcome: z.enum(readingOutcomes),
  weak: z.boolean().describe("whether so few digits, or a bound, would also agree by chance"),
  reading: reading.nullable().describe("null where it was not read"),
  computed: z
    .number()
    .nullable()
    .describe("what the data say, in dollars, percent, or plain; not rounded"),
  tried: z.number().int().describe("how many readings and definitions were tried"),
  because: z.string().nullable().describe("why it was not read, or is not sure"),
  slip: z.string().nullable().describe("the likely slip of a number that disagrees"),
  data: z.array(z.string()),
});

/** The shape in JSON of what `verify` says of a document without a claim file. */
export const readingSchema = z.object({
  schema: z.literal("trade-metrics/reading/v1"),
  tool: z.string().optional().describe("the program that wrote it, with its version"),
  file: z.string(),
  written: z.string().nullable().describe("when the document says that it was written"),
  asOf: z.string().nullable().describe("the last day of the data; null for the newest"),
  numbers: z.array(number),
  summary: z.object({
    numbers: z.number().int(),
    outcomes: z.record(z.enum(readingOutcomes), z.number().int()),
    ignored: z.number().int().describe("numbers that state nothing: years, pages and the like"),
  }),
});
