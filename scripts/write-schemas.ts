// Writes the JSON Schemas that the package publishes into dist/schemas/. Run by `npm run build`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchema, schemaNames } from "../src/schema/schemas.ts";

const folder = "dist/schemas";
mkdirSync(folder, { recursive: true });
for (const name of schemaNames) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(jsonSchema(name), null, 2)}\n`);
}
