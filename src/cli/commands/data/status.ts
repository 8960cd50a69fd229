import type { Command } from "commander";

export interface StatusCommandOptions {
  readonly check?: true;
  readonly json?: true;
}

/** `data status`: what is there, how old it is, and what changed. */
export function addStatus(data: Command): void {
  data
    .command("status")
    .description("Which vintages there are, how old they are, and what changed")
    .option("--check", "read every stored byte and compare its hash")
    .option("--json", "as JSON")
    .action(async (options: StatusCommandOptions) => {
      const { status } = await import("../../store/status.ts");
      await status(options);
    });
}
