type Command = typeof import("../cli/library.ts");

/** The command, loaded when a program first asks: who imports the metrics alone needs none of it. */
export async function command(): Promise<Command> {
  const loaded: Command & { readonly default?: Command } = await import("../cli/library.ts");
  // Built, it is CommonJS.
  return loaded.default ?? loaded;
}
