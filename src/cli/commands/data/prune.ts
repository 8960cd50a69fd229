import type { Command } from "commander";

export interface PruneCommandOptions {
  readonly keep?: string;
  readonly dataset?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `data prune`: removes what is not needed. */
export function addPrune(data: Command): void {
  data
    .command("prune")
    .description("Remove what no vintage needs from your data folder, and old vintages with --keep")
    .option("--keep <number>", "also remove all but the newest vintages of each dataset")
    .option("--dataset <id>", "with --keep: only of this dataset")
    .option("--dry-run", "show what would be removed")
    .option("--json", "as JSON")
    .action(async (options: PruneCommandOptions) => {
      const { pruneStore } = await import("../../store/prune.ts");
      await pruneStore(options);
    });
}
