import type { Command } from "commander";

export interface ImportCommandOptions {
  readonly dataset?: string;
  readonly vintage?: string;
  readonly released?: string;
  readonly json?: true;
}

/** `data import`: adds a file that was downloaded by hand. */
export function addImport(data: Command): void {
  data
    .command("import <file...>")
    .description("Add downloaded files to your data folder, as one vintage of a dataset")
    .option("--dataset <id>", "the dataset (default: what the format of the file tells)")
    .option("--released <day>", "the day of the release, 2026-10-06 (default: the day of the file)")
    .option("--vintage <name>", "the name of the vintage (default: the month of the release)")
    .option("--json", "as JSON")
    .action(async (files: readonly string[], options: ImportCommandOptions) => {
      const { importVintage } = await import("../../store/import.ts");
      await importVintage(files, options);
    });
}
