import { Argument } from "commander";
import type { SchemaName } from "../../schema/schemas.ts";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import { writeText } from "../output.ts";

/** `schema`: the JSON Schemas of what is written and read. */
export const schemaCommand: CommandDeclaration = {
  id: "schema",
  description: "Print a JSON Schema: of answers, claim files and others",
  configure(command) {
    command
      .option("--output <file>", "write to a file instead of standard output")
      .addHelpText("before", () => exampleText("schema"))
      .addArgument(
        new Argument("[document]", "which document")
          .choices(["result", "verify", "claims", "reading"])
          .default("result"),
      )
      .action(async (document: SchemaName, { output }: { output?: string }) => {
        const { jsonSchema } = await import("../../schema/schemas.ts");
        await writeText(`${JSON.stringify(jsonSchema(document), null, 2)}\n`, output);
      });
  },
};
