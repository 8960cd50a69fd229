import { createHash } from "node:crypto";
import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Names that become names of files, on every system. */
const name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/i);

const fileSchema = z.strictObject({
  /** What the file is called, within its vintage. */
  name: z.string().min(1),
  sha256,
  bytes: z.int().min(0),
  /** Where it was fetched, without a key; null for a file that the user has brought. */
  address: z.string().nullable(),
  /** The query that was posted, where one was. */
  body: z.string().optional(),
  /** When it was fetched or brought: `2026-11-26T14:03:11.000Z`. */
  at: z.string(),
});

/** What is stored beside the bytes of a vintage: where they come from, and what they hold. */
export const provenanceSchema = z.strictObject({
  schema: z.literal("trade-metrics/vintage/v1"),
  dataset: name,
  /** The name by which it is chosen: the month of the release, or the day where a month has two. */
  vintage: name,
  /** The day of the release; see `releasedFrom` for who says so. */
  released: day,
  releasedFrom: z.enum(["publisher", "user", "day it was fetched"]),
  publisher: z.strictObject({ id: name, title: z.string() }),
  terms: z.string().nullable(),
  /** The values of `--set`, so that the same can be fetched again. */
  parameters: z.record(z.string(), z.string()),
  files: z.array(fileSchema).min(1),
  /** What the files hold, where they could be read; `last` is the latest period with a figure. */
  holds: z
    .strictObject({ first: z.string(), last: z.string(), figures: z.int().min(0) })
    .nullable(),
});

/** The provenance of a vintage, as it is kept in JSON. */
export type Provenance = z.infer<typeof provenanceSchema>;

/** One vintage of a dataset in the store, with the paths of its bytes. */
export interface StoredVintage extends Omit<Provenance, "schema" | "files"> {
  /** SHA-256 of the file; of the sorted hashes, a line each, where there are several. */
  readonly sha256: string;
  readonly files: readonly (Provenance["files"][number] & { readonly path: string })[];
}

/** The hash by which a vintage is pinned. */
export function vintageHash(files: readonly { readonly sha256: string }[]): string {
  if (files.length === 1) return files[0]!.sha256;
  const lines = files.map((file) => `${file.sha256}\n`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex");
}

/** Older before newer; of one day, by name. */
export function byRelease(
  one: Pick<StoredVintage, "released" | "vintage">,
  other: Pick<StoredVintage, "released" | "vintage">,
): number {
  const keys = [one, other].map(({ released, vintage }) => `${released} ${vintage}`);
  return keys[0]! < keys[1]! ? -1 : Number(keys[0]! > keys[1]!);
}
