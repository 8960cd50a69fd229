import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { InputError } from "../../errors.ts";
import { cannotWrite, partialPath } from "./atomic.ts";

/** How often a lock that others hold is looked at, in milliseconds. */
const PAUSE = 50;
/** A lock of another machine, whose processes cannot be seen, ends after a day. */
const FOREIGN_LOCK_ENDS = 86_400_000;

interface Holder {
  readonly process: number;
  readonly host: string;
}

/** How to wait for a lock. */
export interface Waiting {
  /** Milliseconds after which waiting ends with an error. */
  readonly patience: number;
  /** What is in use, for the error: `the store /home/…`. */
  readonly what: string;
}

/**
 * Does work that no other process may do at the same time. A lock whose process has ended is taken
 * away, so that a run that was killed stops no later one.
 * @throws InputError where another process keeps the lock longer than the patience.
 */
export async function withLock<Result>(
  path: string,
  { patience, what }: Waiting,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  const until = Date.now() + patience;
  while (!taken(path)) {
    if (removedDead(path)) continue;
    if (Date.now() >= until) {
      const holder = holderOf(path);
      const who = holder === null ? "another process" : `process ${holder.process}`;
      const where = holder === null || holder.host === hostname() ? "" : ` on ${holder.host}`;
      throw new InputError(`${what} is in use by ${who}${where} (try again when it has ended)`);
    }
    await sleep(PAUSE);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function taken(path: string): boolean {
  const holder: Holder = { process: process.pid, host: hostname() };
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(holder), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cannotWrite(path, error);
  }
}

/** Takes away a lock that nobody holds any more; only one of several processes succeeds. */
function removedDead(path: string): boolean {
  const holder = holderOf(path);
  if (holder === null ? age(path) < 2000 : isAlive(holder, path)) return false;
  const aside = partialPath(path);
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  const moved = holderOf(aside);
  const isTheSame = moved?.process === holder?.process && moved?.host === holder?.host;
  if (isTheSame) rmSync(aside, { force: true });
  else renameSync(aside, path);
  return isTheSame;
}

function isAlive({ process: id, host }: Holder, path: string): boolean {
  if (host !== hostname()) return age(path) < FOREIGN_LOCK_ENDS;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Who holds the lock; null where that is not written (yet). */
function holderOf(path: string): Holder | null {
  try {
    const { process: id, host } = JSON.parse(readFileSync(path, "utf8")) as Holder;
    return Number.isInteger(id) && typeof host === "string" ? { process: id, host } : null;
  } catch {
    return null;
  }
}

function age(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}
