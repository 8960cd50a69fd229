import { type Command, Option } from "commander";

export interface UpdateCommandOptions {
  readonly list?: true;
  readonly set: readonly string[];
  readonly dryRun?: true;
  readonly json?: true;
  readonly key?: string | true;
}

/** `data update`: fetches newer data. It is the only command that opens a connection by itself. */
export function addUpdate(data: Command): void {
  data
    .command("update [dataset...]")
    .description("Fetch newer data from the publishers into your own data folder")
    .option("--list", "what can be fetched, with which key, parameters, limits and terms")
    .addOption(
      new Option("--set <name=value>", "a parameter of the dataset; =@FILE reads it (repeatable)")
        .argParser((value, all: readonly string[]) => [...all, value])
        .default([], "those of --list"),
    )
    .option("--dry-run", "show the requests without sending any")
    .option("--json", "as JSON")
    .addOption(new Option("--key [key]").hideHelp())
    .action(async (ids: readonly string[], options: UpdateCommandOptions) => {
      const { update } = await import("../../store/update.ts");
      await update(ids, options);
    });
}
