import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../examples.ts";
import { writeText } from "../output.ts";

/** `schema`: the JSON Schema of the answers. */
export const schemaCommand: CommandDeclaration = {
  id: "schema",
  description: "print the JSON Schema of what --format json writes",
  configure(command) {
    command
      .option("--output <file>", "write to a file instead of standard output")
      .addHelpText("before", () => exampleText("schema"))
      .action(async ({ output }: { output?: string }) => {
        const { resultJsonSchema } = await import("../../schema/result.ts");
        writeText(`${JSON.stringify(resultJsonSchema(), null, 2)}\n`, output);
      });
  },
};
