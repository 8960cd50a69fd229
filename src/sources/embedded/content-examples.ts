import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { InputError } from "../../errors.ts";
import { compiledFolder } from "./package-folder.ts";

/** The ids of the embedded bills of materials; all of them are invented. */
export function contentExamples(): string[] {
  return files().map((name) => parse(name).name);
}

/**
 * The file of an embedded bill of materials.
 * @throws InputError where there is none of this name.
 */
export function contentExampleFile(id: string): string {
  const name = files().find((one) => parse(one).name === id);
  if (name !== undefined) return join(folder(), name);
  throw new InputError(`--example: there is no "${id}" (use ${contentExamples().join(", ")})`);
}

function folder(): string {
  return join(compiledFolder(), "content");
}

function files(): string[] {
  return readdirSync(folder()).sort();
}
