import type { Command } from "commander";
import { InputError } from "../../errors.ts";
import { commaList } from "../../question/words.ts";
import { verifyFormats } from "../../render/verify/format.ts";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import type { FrozenOptions } from "../frozen.ts";
import { addNamedDataOption } from "../options.ts";
import { terminal, writeText } from "../output.ts";

interface ReportOptions extends FrozenOptions {
  /** The claim file of the configuration, for when none is named. */
  readonly claims?: string;
  readonly data: readonly string[];
  readonly only?: readonly string[];
  readonly group?: string;
  readonly text?: string;
  readonly output?: string;
}

/** `report`: the outcome of `verify` as a page to send; what it finds is no failure of the run. */
export const reportCommand: CommandDeclaration = {
  id: "report",
  description: "Write a page on every number of a report, for its author",
  configure,
};

function configure(command: Command): void {
  command
    .argument("[claims]", "the id of an embedded report, or a claim file (YAML or JSON)")
    .option("--output <file>", "write to a file instead of standard output")
    .option("--only <ids>", "show only these claims, with commas", commaList)
    .option("--group <id>", "show only the claims of one group")
    .option("--text <file>", "the text of the report: say which of its numbers are claimed")
    .option("-q, --quiet", "write no warnings and no notes to standard error")
    .addHelpText("before", () => exampleText("report"));
  addNamedDataOption(command);
  command.action(async (typed: string | undefined, options: ReportOptions) => {
    const name = typed ?? options.claims;
    if (name === undefined) {
      throw new InputError("report: which claims? (name a claim file or an embedded report)");
    }
    const { runVerify } = await import("../verify.ts");
    const { report, file } = await runVerify(name, options);
    const render = await verifyFormats.find(({ id }) => id === "html")!.load();
    await writeText(
      render(report, {
        ...(await terminal({ ...options, color: false })),
        ...{ file, text: options.text ?? null, version: "" },
      }),
      options.output,
    );
  });
}
