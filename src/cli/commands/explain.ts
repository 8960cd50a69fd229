import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import { writeText } from "../output.ts";
import { screenWidth } from "../screen.ts";

/** `explain`: what a metric or a word means, with its source. */
export const explainCommand: CommandDeclaration = {
  id: "explain",
  description: "Explain a metric, product set or term, with its source",
  configure(command) {
    command
      .addHelpText("before", () => exampleText("explain"))
      .argument("[words...]", "a metric or a term (default: list them all)")
      .option("--json", "as JSON")
      .action(async (words: string[], { json }: { json?: true }) => {
        const { explain, glossary } = await import("../../definitions/glossary.ts");
        const { definitionText, glossaryText } = await import("../../render/definition.ts");
        const found = words.length === 0 ? glossary() : explain(words.join(" "));
        const width = screenWidth();
        if (json) await writeText(`${JSON.stringify(found, null, 2)}\n`, undefined);
        else if (words.length === 0) await writeText(glossaryText(found, width), undefined);
        else await writeText(found.map((one) => definitionText(one, width)).join("\n"), undefined);
      });
  },
};
