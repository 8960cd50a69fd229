import type { Command } from "commander";
import { commaList } from "../../question/words.ts";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import { printAside, writeText } from "../output.ts";

interface AcceptOptions {
  readonly only?: readonly string[];
  readonly agreeing?: true;
  readonly output?: string;
}

interface ScanOptions {
  readonly list?: true;
  readonly json?: true;
  readonly output?: string;
}

/** `claims`: the numbers of a document, drafts of claims to fill in, and how a claim is written. */
export const claimsCommand: CommandDeclaration = {
  id: "claims",
  description: "Draft, accept and write claim files: what a report prints",
  configure,
};

function configure(command: Command): void {
  command.addHelpText("before", () => exampleText("claims"));
  command
    .command("scan <document>")
    .description(
      "List every number of a document (text, Markdown, HTML, Word, PDF, CSV), and write drafts of claims (YAML), read from its sentences",
    )
    .option("--list", "list the numbers with their places instead, the ignored ones with a reason")
    .option("--json", "the numbers as JSON")
    .option("--output <file>", "write to a file instead of standard output")
    .action(async (file: string, options: ScanOptions) => {
      const { scanReport } = await import("../scan.ts");
      const form = options.json ? "json" : options.list ? "list" : "drafts";
      const { text, summary } = await scanReport(file, form);
      await writeText(text, options.output);
      printAside(summary);
    });
  command
    .command("accept <drafts>")
    .description(
      "Write the claim file of the drafts that are confirmed: those with draft: confirmed, and what the options name",
    )
    .option("--only <ids>", "confirm these claims, with commas", commaList)
    .option("--agreeing", "confirm every draft that agrees under the reading of its words")
    .option("--output <file>", "write to a file instead of standard output")
    .action(async (file: string, options: AcceptOptions) => {
      const { acceptDrafts } = await import("../../claims/reading/accept.ts");
      const { readText } = await import("../../sources/files/read-text.ts");
      const source = readText(file);
      const { text, accepted, left } = acceptDrafts(source.text, source.name, {
        only: options.only ?? null,
        agreeing: options.agreeing ?? false,
      });
      await writeText(text, options.output);
      printAside(`claims accepted: ${accepted}, drafts left out: ${left}`);
    });
  command
    .command("guide")
    .description("Print how claims are written: every key, the rules, and examples")
    .option("--output <file>", "write to a file instead of standard output")
    .action(async (options: { readonly output?: string }) => {
      const { claimsGuide } = await import("../../claims/guide/guide.ts");
      await writeText(claimsGuide(), options.output);
    });
  for (const child of command.commands) {
    child.addHelpText("before", () => exampleText(`claims ${child.name()}`));
  }
}
