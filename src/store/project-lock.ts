import { readFileSync } from "node:fs";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { issueWords } from "../issue-words.ts";
import { writeAtomically } from "./keeping/atomic.ts";
import { foundLockPath } from "./project-lock-path.ts";

const SCHEMA = "trade-metrics/lock/v1";

const pinSchema = z.strictObject({
  /** The id of a dataset, or the name of a file. */
  id: z.string().min(1),
  vintage: z.string().nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

const lockSchema = z.strictObject({
  schema: z.literal(SCHEMA),
  /** Every dataset that the claims use, by id. */
  data: z.array(pinSchema),
  /** What each claim computed to, by claim file and id, so that it can be said what changes. */
  figures: z.record(z.string(), z.record(z.string(), z.number().nullable())),
});

/** A dataset as it was used: what a lock file pins. */
export type Pin = z.infer<typeof pinSchema>;

/** What a project pins. */
export type ProjectLock = Omit<z.infer<typeof lockSchema>, "schema">;

/** A lock file and where it is. */
export interface FoundLock {
  readonly path: string;
  readonly lock: ProjectLock;
}

/**
 * The nearest lock file from a folder upwards; null where there is none.
 * @throws InputError where there is one that cannot be read: a broken lock must not be no lock.
 */
export function findLock(from: string): FoundLock | null {
  const path = foundLockPath(from);
  return path === null ? null : { path, lock: readLock(path) };
}

/**
 * The lock file of a run that wants one.
 * @throws InputError where there is none, or it cannot be read.
 */
export function lockOrRefuse(from: string): FoundLock {
  const found = findLock(from);
  if (found) return found;
  throw new InputError(
    "--frozen: there is no trade-metrics.lock.json here or above (write one with trade-metrics data lock CLAIMS)",
  );
}

function readLock(path: string): ProjectLock {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new InputError(`${path}: is not JSON: ${(error as Error).message}`);
  }
  const { success, data, error } = lockSchema.safeParse(content, { error: issueWords });
  if (success) return data;
  const [issue] = error.issues;
  throw new InputError(`${path}: ${issue!.path.join(".") || "lock file"}: ${issue!.message}`);
}

/** The text of a lock file: the same pins and figures are the same bytes, in whatever order. */
export function lockText({ data, figures }: ProjectLock): string {
  const byId = (one: Pin, other: Pin) =>
    compare(`${one.id} ${one.vintage}`, `${other.id} ${other.vintage}`);
  const sorted = Object.fromEntries(
    Object.entries(figures)
      .map(
        ([file, values]) =>
          [file, Object.fromEntries(Object.entries(values).sort(byName))] as const,
      )
      .sort(byName),
  );
  const lock = { schema: SCHEMA, data: [...data].sort(byId), figures: sorted };
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** Writes a lock file, whole or not at all. */
export function writeLock(path: string, lock: ProjectLock): void {
  writeAtomically(path, lockText(lock));
}

/** What differs between what is pinned and what there is now. */
export interface LockDifferences {
  readonly data: readonly {
    readonly id: string;
    readonly was: readonly Pin[];
    readonly is: readonly Pin[];
  }[];
  /** A figure that is undefined is of a claim that the one or the other does not have. */
  readonly figures: readonly {
    readonly file: string;
    readonly claim: string;
    readonly was: number | null | undefined;
    readonly is: number | null | undefined;
  }[];
}

export function lockDifferences(was: ProjectLock, is: ProjectLock): LockDifferences {
  const ids = namesOf([was, is].map(({ data }) => data.map(({ id }) => id)));
  const pinsOf = ({ data }: ProjectLock, id: string) => data.filter((pin) => pin.id === id);
  const data = ids
    .map((id) => ({ id, was: pinsOf(was, id), is: pinsOf(is, id) }))
    .filter(
      (one) => lockText({ data: one.was, figures: {} }) !== lockText({ data: one.is, figures: {} }),
    );
  const files = namesOf([was, is].map(({ figures }) => Object.keys(figures)));
  const figures = files.flatMap((file) => {
    const [before, after] = [was.figures[file] ?? {}, is.figures[file] ?? {}];
    return namesOf([Object.keys(before), Object.keys(after)])
      .filter((claim) => before[claim] !== after[claim])
      .map((claim) => ({ file, claim, was: before[claim], is: after[claim] }));
  });
  return { data, figures };
}

function namesOf(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort(compare);
}

/**
 * Refuses data that a lock file does not pin.
 * @param used the datasets of an answer or a verification.
 * @throws InputError that names the first dataset that differs.
 */
export function refuseUnpinned({ path, lock }: FoundLock, used: readonly Pin[]): void {
  for (const one of used) {
    const pinned = lock.data.filter(({ id }) => id === one.id);
    if (pinned.some((pin) => isSamePin(pin, one))) continue;
    const pins = pinned.length > 0 ? `pins ${pinned.map(pinText).join(", ")}` : "does not pin it";
    const named = pinned.find(({ vintage }) => vintage !== null && vintage !== one.vintage);
    const pinnedInstead = named
      ? `Ask for what is pinned with --vintage ${named.vintage}, see`
      : "See";
    throw new InputError(
      `${one.id}: ${path} ${pins}, and the run used ${pinText(one)}`,
      `${pinnedInstead} what would change with data lock, accept it with data lock --update, or take other data once with --no-frozen.`,
    );
  }
}

function isSamePin(one: Pin, other: Pin): boolean {
  return one.vintage === other.vintage && one.sha256 === other.sha256;
}

/** A pin in words: `vintage 2025-04 (sha256 0123456789ab…)`. */
export function pinText({ vintage, sha256 }: Pin): string {
  const hash = sha256 === null ? "no hash" : `sha256 ${sha256.slice(0, 12)}…`;
  return vintage === null ? hash : `vintage ${vintage} (${hash})`;
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  compare(one, other);
