import type { Command } from "commander";
import { writeText } from "../../output.ts";
import { type JsonOption, writeReport } from "./report.ts";

/** `data list`, `data show` and `data template`: what is in the package, whatever was fetched. */
export function addEmbedded(data: Command): void {
  data
    .command("list")
    .description("The embedded datasets")
    .option("--json", "as JSON")
    .action(async ({ json }: JsonOption) => {
      const { listDatasets } = await import("../../../inspection/datasets.ts");
      const { catalogText } = await import("../../../render/inspection.ts");
      await writeReport(listDatasets(), catalogText, json);
    });
  data
    .command("show <id>")
    .description("What an embedded dataset is: coverage, definitions, partners, hashes")
    .option("--json", "as JSON")
    .action(async (id: string, { json }: JsonOption) => {
      const { describeDataset } = await import("../../../inspection/datasets.ts");
      const { datasetText } = await import("../../../render/inspection.ts");
      await writeReport(await describeDataset(id), datasetText, json);
    });
  data
    .command("template")
    .description("The record layout, as a CSV to fill in")
    .action(async () => {
      const { template } = await import("../../../sources/records/template.ts");
      await writeText(template, undefined);
    });
}
