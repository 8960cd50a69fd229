import { InputError } from "../errors.ts";

type Command = typeof import("../cli/library.ts");

/**
 * The command, loaded when a program first asks: who imports the metrics alone needs none of it.
 * @throws InputError within a bundle, where neither the command nor the data are.
 */
export async function command(): Promise<Command> {
  const loaded: Command & { readonly default?: Command } = await import("../cli/library.ts").catch(
    (error: Error) => {
      throw new InputError(
        `trade-metrics cannot be loaded: ${error.message}`,
        "Bundlers for Node leave the package out of the bundle, because it reads its data beside itself (mark trade-metrics as external).",
      );
    },
  );
  // Built, it is CommonJS.
  return loaded.default ?? loaded;
}
