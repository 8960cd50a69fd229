import type { Command } from "commander";
import { host } from "../../host.ts";
import { addReadingOptions } from "../../options.ts";
import { type JsonOption, writeReport } from "./report.ts";

/** The check found what its policy forbids. */
const EXIT_FORBIDDEN = 1;

interface ReadingOptions {
  readonly as?: string;
  readonly where: readonly string[];
  readonly missing: readonly string[];
}

/** `data check`: what files hold. */
export function addCheck(data: Command): void {
  const check = data
    .command("check <file...>")
    .description("what files hold and everything suspicious; exits with 1 when rows are bad")
    .option("--json", "as JSON");
  addReadingOptions(check).action(
    async (files: string[], { json, as, where, missing }: JsonOption & ReadingOptions) => {
      const { checkFiles } = await import("../../../inspection/check.ts");
      const { fileReportText } = await import("../../../render/inspection.ts");
      const { progressLine } = await import("../../reading-progress.ts");
      const line = progressLine();
      const options = { as: as ?? null, where, missing, progress: line.tell };
      const report = await checkFiles(files, options).finally(line.done);
      await writeReport(report, fileReportText, json);
      if (!report.passed) host.exitCode = EXIT_FORBIDDEN;
    },
  );
}
