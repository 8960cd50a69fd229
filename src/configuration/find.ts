import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import { cannotRead } from "../readable.ts";

const OWN_FILE = "trade-metrics.json";
const MANIFEST = "package.json";
const KEY = "trade-metrics";

/** Where a configuration stands, and what stands there, not yet checked. */
export interface FoundConfiguration {
  /** The file, and the key within it where it is not the whole file. */
  readonly place: string;
  readonly folder: string;
  readonly content: unknown;
}

/**
 * The nearest configuration from a folder upwards: `trade-metrics.json`, or the key `trade-metrics`
 * of `package.json`. A package.json without the key does not end the search.
 * @throws InputError where a file that should hold one cannot be read as JSON.
 */
export function findConfiguration(from: string): FoundConfiguration | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const own = join(folder, OWN_FILE);
    if (existsSync(own)) return { place: own, folder, content: parsed(read(own), own) };
    const manifest = join(folder, MANIFEST);
    if (existsSync(manifest)) {
      const text = read(manifest);
      const content = text.includes(`"${KEY}"`) ? keyOf(parsed(text, manifest)) : undefined;
      if (content !== undefined) return { place: `${manifest}: ${KEY}`, folder, content };
    }
    if (folder === dirname(folder)) return null;
  }
}

/** The files whose change may change the configuration: those there are, and the nearest possible. */
export function configurationFiles(from: string): string[] {
  const files = [join(from, OWN_FILE)];
  for (let folder = from; ; folder = dirname(folder)) {
    files.push(...[OWN_FILE, MANIFEST].map((name) => join(folder, name)).filter(existsSync));
    if (folder === dirname(folder)) return [...new Set(files)];
  }
}

/** A file beside the configuration; anything else is the name of a dataset, or a path as it is. */
export function located(name: string, folder: string): string {
  const beside = join(folder, name);
  return existsSync(beside) ? beside : name;
}

function keyOf(manifest: unknown): unknown {
  return typeof manifest === "object" && manifest !== null
    ? (manifest as Record<string, unknown>)[KEY]
    : undefined;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw cannotRead(file, error);
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file}: is not JSON: ${(error as Error).message}`);
  }
}
