import type { Command } from "commander";
import type { CommandDeclaration } from "../command.ts";
import { exampleText } from "../command-examples.ts";
import { addCheck } from "./data/check.ts";
import { addImport } from "./data/import.ts";
import { addList } from "./data/list.ts";
import { addLock } from "./data/lock.ts";
import { addPrune } from "./data/prune.ts";
import { addRevisions } from "./data/revisions.ts";
import { addShow } from "./data/show.ts";
import { addStatus } from "./data/status.ts";
import { addTemplate } from "./data/template.ts";
import { addUpdate } from "./data/update.ts";

/** `data`: what is embedded, what a file holds, and what is fetched from publishers. */
export const dataCommand: CommandDeclaration = {
  id: "data",
  description: "List and check data, fetch newer ones, lock what is used",
  configure,
};

function configure(command: Command): void {
  command.addHelpText("before", () => exampleText("data"));
  for (const add of [addList, addShow, addCheck, addTemplate]) add(command);
  for (const add of [addRevisions, addUpdate, addImport, addStatus, addPrune, addLock])
    add(command);
  for (const child of command.commands) {
    child.addHelpText("before", () => exampleText(`data ${child.name()}`));
  }
}
