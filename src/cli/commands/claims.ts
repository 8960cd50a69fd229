import type { Command } from "commander";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import { host } from "../host.ts";
import { writeText } from "../output.ts";

interface ScanOptions {
  readonly list?: true;
  readonly json?: true;
  readonly output?: string;
}

/** `claims`: the numbers of a document, stubs of claims to fill in, and how a claim is written. */
export const claimsCommand: CommandDeclaration = {
  id: "claims",
  description: "Claim files: find the numbers of a document, and how to write claims",
  configure,
};

function configure(command: Command): void {
  command.addHelpText("before", () => exampleText("claims"));
  command
    .command("scan <document>")
    .description(
      "list every number of a document (text, Markdown, HTML, Word, PDF, CSV), and write claim stubs (YAML) to fill in",
    )
    .option("--list", "list the numbers with their places instead, the ignored ones with a reason")
    .option("--json", "the numbers as JSON")
    .option("--output <file>", "write to a file instead of standard output")
    .addHelpText("before", () => exampleText("claims"))
    .action(async (file: string, options: ScanOptions) => {
      const { scanReport } = await import("../scan.ts");
      const form = options.json ? "json" : options.list ? "list" : "stubs";
      const { text, summary } = await scanReport(file, form);
      await writeText(text, options.output);
      host.stderr.write(`${summary}
`);
    });
  command
    .command("guide")
    .description("print how claims are written: every key, the rules, and examples")
    .option("--output <file>", "write to a file instead of standard output")
    .action(async (options: { readonly output?: string }) => {
      const { claimsGuide } = await import("../../claims/guide/guide.ts");
      await writeText(claimsGuide(), options.output);
    });
}
