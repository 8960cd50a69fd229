import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trade-metrics-test-"));
  folders.push(folder);
  return folder;
}

/** Writes a file into a folder of its own and gives back its path. */
export function fileWith(content: string | Uint8Array, name = "data"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** A file in a folder of its own that is written anew for each of many cases. */
export function rewritable(): (content: string | Uint8Array) => string {
  let path: string | null = null;
  return (content) => {
    path ??= join(temporaryFolder(), "data");
    writeFileSync(path, content);
    return path;
  };
}

/** The folder of authentic files, which are not part of the project. */
const shared = resolve(process.env.TRADE_METRICS_SHARED ?? "../shared", "data");

export const hasSharedFiles = existsSync(shared);

export function sharedFile(path: string): string {
  return join(shared, path);
}

export const plainReading = { as: null, missing: [], where: [] } as const;
