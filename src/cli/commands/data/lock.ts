import type { Command } from "commander";

export interface LockCommandOptions {
  /** The claim file of the configuration, for when none is named. */
  readonly claims?: string;
  readonly update?: true;
  readonly frozen?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `data lock`: pins what a project's claims use. */
export function addLock(data: Command): void {
  data
    .command("lock [claims...]")
    .description("Pin the data that claims use in trade-metrics.lock.json, or compare with it")
    .option("--update", "show which figures change, then pin the data of today")
    .option("--frozen", "only compare, and exit with 2 if there is no lock file")
    .option("--dry-run", "with --update: show what would change, and write nothing")
    .option("--json", "as JSON")
    .action(async (claims: readonly string[], options: LockCommandOptions) => {
      const { lockProject } = await import("../../store/lock.ts");
      await lockProject(claims, options);
    });
}
