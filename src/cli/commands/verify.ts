import { type Command, Option } from "commander";
import { textPolicies, verdicts } from "../../claims/file/words.ts";
import type { VerifyReport } from "../../claims/report.ts";
import { InputError } from "../../errors.ts";
import { commaList } from "../../question/words.ts";
import { verifyFormats } from "../../render/verify/format.ts";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import type { FrozenOptions } from "../frozen.ts";
import { host } from "../host.ts";
import { addNamedDataOption, oneOfEach } from "../options.ts";
import { appendText, terminal, writeText } from "../output.ts";

/** The policy of the run forbids what it found. */
const EXIT_VIOLATION = 1;

interface VerifyCommandOptions extends FrozenOptions {
  /** The claim file of the configuration, for when none is named. */
  readonly claims?: string;
  readonly list?: true;
  readonly data: readonly string[];
  readonly only?: readonly string[];
  readonly group?: string;
  readonly failOn?: readonly string[];
  readonly exitCode: boolean;
  readonly text?: string;
  readonly date?: string;
  readonly format: string;
  readonly json?: true;
  readonly watch?: true;
  readonly output?: string;
  readonly color: boolean;
}

/** `verify`: is every number in this report true? */
export const verifyCommand: CommandDeclaration = {
  id: "verify",
  description: "Recompute a report's numbers and explain the wrong ones",
  configure,
};

function configure(command: Command): void {
  command
    .argument(
      "[claims]",
      "the id of an embedded report, a claim file (YAML or JSON), or a document whose numbers are to be read (text, Markdown, HTML, Word, PDF)",
    )
    .option("--list", "list the embedded reports")
    .option("--only <ids>", "verify only these claims, with commas", commaList)
    .option("--group <id>", "verify only the claims of one group")
    .addOption(
      new Option(
        "--fail-on <verdicts>",
        'verdicts that make the run exit with 1, unless the claim expects them; with --text also "unclaimed" (numbers without a claim) and "missing" (claims that the text does not print, or of which it says something else); "none" to allow all',
      )
        .argParser(oneOfEach([...verdicts, ...textPolicies, "none"]))
        .default(undefined, "mismatch,inconsistent,error"),
    )
    .option(
      "--date <day>",
      "of a document: the day on which it was written (default: what it says)",
    )
    .option("--no-exit-code", "always exit with 0")
    .option("--text <file>", "the text of the report: say which of its numbers are claimed")
    .addOption(
      new Option("--format <format>", "how to write the outcome")
        .choices(verifyFormats.map(({ id }) => id))
        .default("table"),
    )
    .option("--json", "the same as --format json")
    .addOption(
      new Option(
        "--watch",
        "verify again when the claim file or what it draws on changes, until Ctrl-C",
      ).conflicts("list"),
    )
    .option("--output <file>", "write to a file instead of standard output")
    .option("--no-color", "no colour (also with NO_COLOR, or when piped)")
    .option("-q, --quiet", "write no warnings and no notes to standard error")
    .addHelpText("before", () => exampleText("verify"));
  addNamedDataOption(command);
  command.action(async (typed: string | undefined, options: VerifyCommandOptions) => {
    const name = typed ?? options.claims;
    const verifyOnce = async (current: VerifyCommandOptions) => {
      const { runVerify } = await import("../verify.ts");
      const { report, file } = await runVerify(name!, current);
      await writeReport(report, file, current);
      return report.summary.violations;
    };
    if (options.list || name === undefined) {
      if (options.watch) throw new InputError("--watch: which claim file? (name one)");
      const { listReports } = await import("../verify.ts");
      await writeText(listReports(!options.list), options.output);
    } else if (options.watch) {
      const { watchVerify } = await import("../watch-verify.ts");
      await watchVerify(name, command, verifyOnce);
    } else if (await isDocument(name)) {
      await writeReading(name, options);
    } else if ((await verifyOnce(options)) > 0 && options.exitCode) {
      host.exitCode = EXIT_VIOLATION;
    }
  });
}

async function isDocument(name: string): Promise<boolean> {
  return (await import("../verify-document.ts")).isDocument(name);
}

/** Drafts are no claims: what does not agree is shown, and ends the run with 0. */
async function writeReading(name: string, options: VerifyCommandOptions): Promise<void> {
  const { refuseClaimOptions, reportJson, verifyDocument } = await import("../verify-document.ts");
  refuseClaimOptions({ ...options });
  const id = options.json ? "json" : options.format;
  if (id !== "table" && id !== "json") {
    throw new InputError(`--format: ${id} is for claim files (use table or json for a document)`);
  }
  const report = await verifyDocument(name, options.date);
  if (id === "json") return writeText(reportJson(report), options.output);
  const { readingTable } = await import("../../render/reading/table.ts");
  await writeText(readingTable(report, await terminal(options)), options.output);
}

async function writeReport(
  report: VerifyReport,
  file: string,
  options: VerifyCommandOptions,
): Promise<void> {
  const id = options.json ? "json" : options.format;
  const render = await verifyFormats.find((format) => format.id === id)!.load();
  const { fromRepositoryRoot } = await import("../repository-path.ts");
  const shown = {
    ...(await terminal(options)),
    file: fromRepositoryRoot(file),
    text: report.coverage && fromRepositoryRoot(report.coverage.file),
    version: process.env.TRADE_METRICS_VERSION ?? "development",
  };
  await writeText(render(report, shown), options.output);
  const summary = host.env.GITHUB_STEP_SUMMARY ?? "";
  if (id === "github" && summary !== "") {
    const { verifyMarkdown } = await import("../../render/verify/markdown.ts");
    appendText(verifyMarkdown(report), summary, "GITHUB_STEP_SUMMARY");
  }
}
