import type { Command } from "commander";
import { type JsonOption, writeReport } from "./report.ts";

/** `data show`: everything about one embedded dataset. */
export function addShow(data: Command): void {
  data
    .command("show <id>")
    .description("What an embedded dataset is: coverage, definitions, partners, hashes")
    .option("--json", "as JSON")
    .action(async (id: string, { json }: JsonOption) => {
      const { describeDataset } = await import("../../../inspection/datasets.ts");
      const { datasetText } = await import("../../../render/inspection.ts");
      await writeReport(await describeDataset(id), datasetText, json);
    });
}
