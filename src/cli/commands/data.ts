import type { Command } from "commander";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import { addCheck } from "./data/check.ts";
import { addEmbedded } from "./data/embedded.ts";
import { addRevisions } from "./data/revisions.ts";
import { addStoreCommands } from "./data/store.ts";

/** `data`: what is embedded, what a file holds, and what is fetched from publishers. */
export const dataCommand: CommandDeclaration = {
  id: "data",
  description: "List and check data, fetch newer ones, lock what is used",
  configure,
};

function configure(command: Command): void {
  command.addHelpText("before", () => exampleText("data"));
  for (const add of [addEmbedded, addCheck, addRevisions, addStoreCommands]) add(command);
  for (const child of command.commands) {
    child.addHelpText("before", () => exampleText(`data ${child.name()}`));
  }
}
