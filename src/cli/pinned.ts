import { existsSync } from "node:fs";
import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { hashOf } from "../store/keeping/store.ts";
import type { FoundLock } from "../store/project-lock.ts";

/** Of the vintages in the user's own folder, those that a lock file pins, and the one asked for by name. */
export function pinnedOf(
  all: readonly FetchedVintage[],
  found: FoundLock | null,
  vintage: string | undefined,
): readonly FetchedVintage[] {
  if (found === null) return all;
  return all.filter(
    (one) =>
      one.vintage === vintage ||
      found.lock.data.some(({ id, sha256 }) => id === one.dataset && sha256 === one.sha256),
  );
}

/** Data as they were used, as answers and verifications name them. */
export interface Used {
  readonly id: string;
  readonly vintage: string | null;
  readonly sha256: string | null;
}

/** Large files are hashed only where they are pinned or held against a pin. */
export async function withHashes(used: readonly Used[]): Promise<Used[]> {
  return Promise.all(
    used.map(async ({ id, vintage, sha256 }) => ({
      ...{ id, vintage },
      sha256: sha256 ?? (existsSync(id) ? await hashOf(id) : null),
    })),
  );
}
