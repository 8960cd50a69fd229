import { readFileSync } from "node:fs";

/** A JSON file of the store; null where it is missing or damaged. */
export function jsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
