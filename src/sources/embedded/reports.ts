import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compiledFolder } from "./package-folder.ts";

const EXTENSION = ".yaml";

function folder(): string {
  return join(compiledFolder(), "reports");
}

/** The ids of the reports whose claims are embedded. */
export function embeddedReports(): string[] {
  return readdirSync(folder())
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length))
    .sort();
}

/** The text of an embedded claim file. */
export function readEmbeddedReport(id: string): string {
  return readFileSync(join(folder(), id + EXTENSION), "utf8");
}
