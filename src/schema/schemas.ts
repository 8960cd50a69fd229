import { z } from "zod";
import { claimFileSchema } from "../claims/file/schema.ts";
import { readingSchema } from "./reading.ts";
import { resultSchema } from "./result.ts";
import { verifySchema } from "./verify.ts";

const schemas = {
  result: { title: "trade-metrics result, version 1", schema: resultSchema },
  verify: { title: "trade-metrics verification, version 1", schema: verifySchema },
  claims: { title: "trade-metrics claim file", schema: claimFileSchema },
  reading: { title: "trade-metrics reading of a document, version 1", schema: readingSchema },
} as const;

/** The documents that have a schema. */
export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as readonly SchemaName[];

/** A JSON Schema (draft 2020-12) of what the command writes, or of the claim files that it reads. */
export function jsonSchema(name: SchemaName): object {
  const { title, schema } = schemas[name];
  const io = name === "claims" ? "input" : "output";
  const id = `urn:trade-metrics:schema:${name}`;
  return { $id: id, title, ...z.toJSONSchema(schema, { target: "draft-2020-12", io }) };
}
