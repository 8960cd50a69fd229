import type { Command } from "commander";
import type { ReadingWords } from "../../../sources/formats/reading-words.ts";
import type { FileOptions } from "../../../sources/open-files.ts";
import { host } from "../../host.ts";
import {
  addLayoutOptions,
  addReadingOptions,
  type LayoutOptions,
  readingWords,
} from "../../options.ts";
import { type JsonOption, writeReport } from "./report.ts";

/** The check found what its policy forbids. */
const EXIT_FORBIDDEN = 1;

interface CheckOptions extends JsonOption, LayoutOptions {
  readonly as?: string;
  readonly where: readonly string[];
  readonly missing: readonly string[];
  readonly saveReading?: string;
}

/** `data check`: what files hold. */
export function addCheck(data: Command): void {
  const check = data
    .command("check <file...>")
    .description("Describe files and report anything suspicious; exits with 1 if rows are bad")
    .option("--json", "as JSON");
  addLayoutOptions(addReadingOptions(check))
    .option("--save-reading <file>", "write how the file is read as YAML, for --reading")
    .action(async (files: string[], options: CheckOptions) => {
      const { checkFiles } = await import("../../../inspection/check.ts");
      const { fileReportText } = await import("../../../render/inspection.ts");
      const { progressLine } = await import("../../reading-progress.ts");
      const line = progressLine();
      const { as, where, missing, saveReading, json } = options;
      const reading = readingWords(options);
      const asked = { as: as ?? null, where, missing, reading, progress: line.tell };
      if (saveReading !== undefined) await save(files, asked, saveReading);
      const kept = saveReading === undefined ? asked : { ...asked, reading: onlyFile(saveReading) };
      const report = await checkFiles(files, kept).finally(line.done);
      await writeReport(report, fileReportText, json);
      if (!report.passed) host.exitCode = EXIT_FORBIDDEN;
    });
}

/** Writes the reading that is declared or, where none is, the one that the file suggests. */
async function save(files: readonly string[], asked: FileOptions, path: string): Promise<void> {
  const { readingToKeep } = await import("../../../inspection/reading.ts");
  const { writeFile } = await import("../../write-file.ts");
  writeFile(path, await readingToKeep(files, asked));
}

function onlyFile(file: string): ReadingWords {
  const none: readonly string[] = [];
  return {
    ...{ column: none, constant: none, word: none, marks: none, addUp: none },
    ...{ file, decimal: null, headerLine: null },
  };
}
