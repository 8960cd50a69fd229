import type { Command } from "commander";
import { type JsonOption, writeReport } from "./report.ts";

/** `data list`: the embedded datasets. */
export function addList(data: Command): void {
  data
    .command("list")
    .description("The embedded datasets")
    .option("--json", "as JSON")
    .action(async ({ json }: JsonOption) => {
      const { listDatasets } = await import("../../../inspection/datasets.ts");
      const { catalogText } = await import("../../../render/inspection.ts");
      await writeReport(listDatasets(), catalogText, json);
    });
}
