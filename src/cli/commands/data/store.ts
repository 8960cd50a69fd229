import { type Command, Option } from "commander";

/** The commands of the user's own data folder, whose work is loaded when it is asked for. */
export function addStoreCommands(data: Command): void {
  for (const add of [addUpdate, addImport, addStatus, addPrune, addLock]) add(data);
}

export interface UpdateCommandOptions {
  readonly list?: true;
  readonly set: readonly string[];
  readonly dryRun?: true;
  readonly json?: true;
  readonly key?: string | true;
}

/** `data update`: fetches newer data. It is the only command that opens a connection by itself. */
function addUpdate(data: Command): void {
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

export interface ImportCommandOptions {
  readonly dataset?: string;
  readonly vintage?: string;
  readonly released?: string;
  readonly json?: true;
}

/** `data import`: adds a file that was downloaded by hand. */
function addImport(data: Command): void {
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

export interface StatusCommandOptions {
  readonly check?: true;
  readonly json?: true;
}

/** `data status`: what is there, how old it is, and what changed. */
function addStatus(data: Command): void {
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

export interface PruneCommandOptions {
  readonly keep?: string;
  readonly dataset?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `data prune`: removes what is not needed. */
function addPrune(data: Command): void {
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

export interface LockCommandOptions {
  /** The claim file of the configuration, for when none is named. */
  readonly claims?: string;
  readonly update?: true;
  readonly frozen?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `data lock`: pins what a project's claims use. */
function addLock(data: Command): void {
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
