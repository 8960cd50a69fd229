import type { Command } from "commander";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../examples.ts";
import { host } from "../host.ts";
import { writeText } from "../output.ts";

interface ScanOptions {
  readonly list?: true;
  readonly json?: true;
  readonly output?: string;
}

/** `claims scan`: the numbers of a text, and stubs of claims to fill in. */
export const claimsCommand: CommandDeclaration = {
  id: "claims",
  description: "Claim files: find the numbers of a text and write claims to fill in",
  configure,
};

function configure(command: Command): void {
  command.addHelpText("before", () => exampleText("claims"));
  command
    .command("scan <text>")
    .description("list every number of a text file, and write claim stubs (YAML) to fill in")
    .option("--list", "list the numbers with their places instead, the ignored ones with a reason")
    .option("--json", "the numbers as JSON")
    .option("--output <file>", "write to a file instead of standard output")
    .addHelpText("before", () => exampleText("claims"))
    .action(async (file: string, options: ScanOptions) => {
      const { scanReport } = await import("../scan.ts");
      const form = options.json ? "json" : options.list ? "list" : "stubs";
      const { text, summary } = scanReport(file, form);
      await writeText(text, options.output);
      host.stderr.write(`${summary}\n`);
    });
}
