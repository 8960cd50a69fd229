import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for what does not fit into memory. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** Makes a folder that is removed when the process ends, however it ends; or when that is asked for. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), "trade-metrics-"));
  const removeNow = () => rmSync(path, { recursive: true, force: true });
  const ends = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => {
    const end = () => process.exit(128 + constants.signals[signal]);
    process.once(signal, end);
    return () => process.off(signal, end);
  });
  process.once("exit", removeNow);
  const remove = () => {
    for (const off of ends) off();
    process.off("exit", removeNow);
    removeNow();
  };
  return { path, remove };
}
