import type { Command } from "commander";

/** A command: its name, what it is for, and how its options and its action are declared. */
export interface CommandDeclaration {
  readonly id: string;
  readonly description: string;
  configure(command: Command): void;
}
