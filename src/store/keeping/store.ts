import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError } from "../../errors.ts";
import { PARTIAL, partialPath, writeAtomically, writing } from "./atomic.ts";
import { entriesIn } from "./entries.ts";
import { jsonFile } from "./json-file.ts";
import { withLock } from "./lock.ts";
import {
  byRelease,
  type Provenance,
  provenanceSchema,
  type StoredVintage,
  vintageHash,
} from "./vintage.ts";

/** Writing takes milliseconds; whoever holds the lock longer is in trouble. */
const PATIENCE = 10_000;

/**
 * The store of vintages in a folder:
 *
 * - `bytes/ab/abcd…` the bytes of each file, under their SHA-256;
 * - `vintages/DATASET/VINTAGE.json` which files a vintage has, and where they come from.
 *
 * Every file is written whole or not at all, so a run that ends at any moment leaves a whole store.
 */
export class Store {
  constructor(readonly folder: string) {}

  /** Where the bytes of a hash are, if they are there. */
  pathOf(sha256: string): string {
    return join(this.folder, "bytes", sha256.slice(0, 2), sha256);
  }

  /** A new file in the store's own folder, to be filled and then kept. */
  temporaryFile(): string {
    const folder = join(this.folder, "incoming");
    writing(folder, () => mkdirSync(folder, { recursive: true }));
    return partialPath(join(folder, "answer"));
  }

  /** Work in which no other process writes to the store. */
  alone<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    const what = `the store ${this.folder}`;
    return withLock(join(this.folder, "lock"), { patience: PATIENCE, what }, work);
  }

  /** Moves a filled file under its hash. Bytes that are there already stay. */
  keep(file: string, sha256: string): void {
    const path = this.pathOf(sha256);
    writing(path, () => {
      mkdirSync(join(path, ".."), { recursive: true });
      if (existsSync(path) && statSync(path).size === statSync(file).size) rmSync(file);
      else renameSync(file, path);
    });
  }

  /** Every vintage that can be read, datasets by name, older before newer. */
  vintages(dataset?: string): StoredVintage[] {
    const datasets = dataset === undefined ? namesIn(this.#vintageFolder()) : [dataset];
    return datasets.flatMap((id) =>
      namesIn(this.#vintageFolder(id))
        .filter((name) => name.endsWith(".json"))
        .flatMap((name) => this.read(join(this.#vintageFolder(id), name)) ?? [])
        .sort(byRelease),
    );
  }

  /** The vintage that a file describes; null where it is damaged. */
  read(path: string): StoredVintage | null {
    const { success, data } = provenanceSchema.safeParse(jsonFile(path));
    if (!success || path !== this.provenancePath(data)) return null;
    const { schema: _, files, ...rest } = data;
    return {
      ...rest,
      sha256: vintageHash(files),
      files: files.map((file) => ({ ...file, path: this.pathOf(file.sha256) })),
    };
  }

  /** Every file that describes a vintage, readable or not. */
  provenanceFiles(): string[] {
    return namesIn(this.#vintageFolder()).flatMap((dataset) =>
      namesIn(this.#vintageFolder(dataset))
        .filter((name) => name.endsWith(".json"))
        .map((name) => join(this.#vintageFolder(dataset), name)),
    );
  }

  provenancePath({ dataset, vintage }: Pick<Provenance, "dataset" | "vintage">): string {
    return join(this.#vintageFolder(dataset), `${vintage}.json`);
  }

  /**
   * Adds a vintage whose bytes are kept already. What is there never changes: the same bytes are
   * the vintage that is there, other bytes of the same month get the day as their name.
   */
  add(found: Omit<Provenance, "schema" | "vintage">, name?: string): Promise<Added> {
    return this.alone(() => {
      const sha256 = vintageHash(found.files);
      const there = this.vintages(found.dataset);
      const same = there.find((one) => one.sha256 === sha256);
      if (same !== undefined && (name === undefined || name === same.vintage)) {
        return { vintage: same, isNew: false };
      }
      const vintage = name ?? this.#freeName(found);
      if (existsSync(this.provenancePath({ dataset: found.dataset, vintage }))) {
        throw new InputError(
          `${found.dataset}: there is a vintage ${vintage} with other bytes (choose another name with --vintage)`,
        );
      }
      const provenance: Provenance = { schema: "trade-metrics/vintage/v1", ...found, vintage };
      const path = this.provenancePath(provenance);
      writeAtomically(path, `${JSON.stringify(provenanceSchema.parse(provenance), null, 2)}\n`);
      return { vintage: this.read(path)!, isNew: true };
    });
  }

  #freeName({ dataset, released }: Pick<Provenance, "dataset" | "released">): string {
    const isFree = (vintage: string) => !existsSync(this.provenancePath({ dataset, vintage }));
    const month = released.slice(0, 7);
    if (isFree(month)) return month;
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? released : `${released}-${number}`;
      if (isFree(name)) return name;
    }
  }

  #vintageFolder(...names: readonly string[]): string {
    return join(this.folder, "vintages", ...names);
  }
}

/** The vintage that holds the bytes, and whether it is new. */
export interface Added {
  readonly vintage: StoredVintage;
  readonly isNew: boolean;
}

/** The SHA-256 of a file, read in parts. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** The names in a folder, in order; none where there is no folder. */
export function namesIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((name) => !name.endsWith(PARTIAL))
    .sort();
}
