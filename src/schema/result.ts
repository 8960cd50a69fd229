import { z } from "zod";
import { metricDefinitions } from "../metrics/definitions.ts";
import { reasons } from "../metrics/reason.ts";

const unit = z
  .union([
    z.enum(["USD", "percent", "index", "ratio"]),
    z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe("whole units of another currency, by ISO 4217"),
  ])
  .nullable()
  .describe("USD is whole US dollars; null for money computed from printed numbers");

const interval = z.object({ low: z.number(), high: z.number() });

const row = z
  .object({
    partner: z.string().nullable().describe("ISO 3166 alpha-2, or the code of an aggregate"),
    partnerName: z.string().nullable(),
    period: z.string().nullable().describe("2023, 2024-11 or 2024-01/2024-11"),
    value: z.number().nullable().describe("not rounded; null where there is a reason"),
    unit,
    reason: z.enum(reasons).nullable(),
    interval: interval.nullable().optional().describe("what the rounding of the inputs allows"),
  })
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.null(), interval]));

const computation = z.object({
  method: z.string(),
  products: z.number().int(),
  residual: z.number(),
  identities: z.array(
    z.object({ name: z.string(), difference: z.number(), tolerance: z.number() }),
  ),
});

/** The shape of an answer in JSON: the contract that scripts rely on. */
export const resultSchema = z.object({
  schema: z.literal("trade-metrics/result/v1"),
  tool: z.string().optional().describe("the program that wrote it, with its version"),
  metric: z.enum(metricDefinitions.map(({ id }) => id)),
  unit,
  definition: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  parameters: z.record(z.string(), z.unknown()),
  data: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      vintage: z.string().nullable(),
      sha256: z.string().nullable(),
      basis: z.string().nullable(),
      reporters: z.array(z.string()).optional().describe("where it is not US trade"),
      sector: z
        .string()
        .optional()
        .describe(
          "goods, services, or goods and services: where it is not goods alone, or a sector is named",
        ),
      currency: z.string().optional().describe("where it is not USD"),
      where: z.string().optional().describe("the conditions on rows"),
      adjusted: z.boolean().optional().describe("true for seasonally adjusted figures"),
      prices: z.string().optional().describe("where they are not those of the period itself"),
      status: z
        .record(z.string(), z.array(z.string()))
        .optional()
        .describe("what the publisher says of figures, such as provisional, with their periods"),
      rows: z.object({
        read: z.number().int().describe("read = used + the sum of skipped"),
        used: z.number().int(),
        skipped: z.record(z.string(), z.number().int()),
      }),
    }),
  ),
  computation: computation
    .optional()
    .describe("of answers from input-output tables: how well the equations were solved"),
  rows: z.array(row),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
