import type { Command } from "commander";
import { escapeUnsafe } from "../../render/safe-text.ts";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../examples.ts";
import { host } from "../host.ts";
import { addReadingOptions } from "../options.ts";
import { writeText } from "../output.ts";

/** The check found what its policy forbids. */
const EXIT_FORBIDDEN = 1;

interface ReadingOptions {
  readonly as?: string;
  readonly where: readonly string[];
  readonly missing: readonly string[];
}

interface JsonOption {
  readonly json?: true;
}

/** `data`: what is embedded, what a file holds, and the layout of records. */
export const dataCommand: CommandDeclaration = {
  id: "data",
  description: "Datasets: list, show, check a file, print the record layout",
  configure,
};

function configure(command: Command): void {
  command.addHelpText("before", () => exampleText("data"));
  command
    .command("list")
    .description("the embedded datasets")
    .option("--json", "as JSON")
    .action(async ({ json }: JsonOption) => {
      const { listDatasets } = await import("../../inspection/datasets.ts");
      const { catalogText } = await import("../../render/inspection.ts");
      await write(listDatasets(), catalogText, json);
    });
  command
    .command("show <id>")
    .description("what an embedded dataset is: coverage, definitions, partners, hashes")
    .option("--json", "as JSON")
    .action(async (id: string, { json }: JsonOption) => {
      const { describeDataset } = await import("../../inspection/datasets.ts");
      const { datasetText } = await import("../../render/inspection.ts");
      await write(await describeDataset(id), datasetText, json);
    });
  const check = command
    .command("check <file...>")
    .description("what files hold and everything suspicious; exits with 1 when rows are bad")
    .option("--json", "as JSON");
  addReadingOptions(check).action(
    async (files: string[], { json, as, where, missing }: JsonOption & ReadingOptions) => {
      const { checkFiles } = await import("../../inspection/check.ts");
      const { fileReportText } = await import("../../render/inspection.ts");
      const { progressLine } = await import("../reading-progress.ts");
      const line = progressLine();
      const options = { as: as ?? null, where, missing, progress: line.tell };
      const report = await checkFiles(files, options).finally(line.done);
      await write(report, fileReportText, json);
      if (!report.passed) host.exitCode = EXIT_FORBIDDEN;
    },
  );
  command
    .command("template")
    .description("the record layout, as a CSV to fill in")
    .action(async () => {
      const { template } = await import("../../sources/records/template.ts");
      await writeText(template, undefined);
    });
}

async function write<Report>(
  report: Report,
  text: (report: Report) => string,
  json: true | undefined,
): Promise<void> {
  const document = () => `${escapeUnsafe(JSON.stringify(report, null, 2))}\n`;
  await writeText(json ? document() : text(report), undefined);
}
