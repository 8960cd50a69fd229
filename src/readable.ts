import { type Stats, statfsSync, statSync } from "node:fs";
import { isatty } from "node:tty";
import { InputError } from "./errors.ts";

/**
 * What is known of a path; null where there is nothing, or it cannot be looked at: opening it then
 * says why.
 */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "no such file (check the path)",
  ENOTDIR: "no such file (check the path)",
  EISDIR: "is a folder (name a file)",
  EACCES: "may not be read (check its permissions)",
  ELOOP: "is a loop of links (name a file)",
};

/** Why a file could not be opened or read, as an error that names the fix. */
export function cannotRead(name: string, error: unknown): InputError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new InputError(`${name}: ${WHY[code ?? ""] ?? `cannot be read (${code ?? message})`}`);
}

/** The device that has nothing in it, as Linux and macOS number it. */
const NOTHING = "/dev/null";

/** The file systems of Linux whose files are views of the running system: procfs, sysfs, tracefs. */
const OF_THE_SYSTEM: ReadonlySet<number> = new Set([0x9fa0, 0x62656572, 0x74726163]);

/**
 * Refuses what is no file with data: devices, which may never end (`/dev/zero`) or do something when
 * they are read, and views of the running system, which may wait for ever (`/proc/kmsg`). Pipes,
 * terminals and `/dev/null` are read.
 * @param path the path, or the number of an open file.
 * @throws InputError that says what to name instead.
 */
export function refuseUnreadable(stats: Stats | null, path: string | number, name: string): void {
  if (stats?.isFile() && typeof path === "string" && isOfTheSystem(path)) {
    throw new InputError(`${name}: is a view of the running system (name a file with data)`);
  }
  if (!stats?.isCharacterDevice() && !stats?.isBlockDevice()) return;
  if (stats.rdev === statOf(NOTHING)?.rdev || isTerminal(path, stats)) return;
  throw new InputError(
    `${name}: is a device, which may never end (name a file, or - for standard input)`,
  );
}

function isOfTheSystem(path: string): boolean {
  try {
    return OF_THE_SYSTEM.has(statfsSync(path).type);
  } catch {
    return false;
  }
}

/** Whether it is the terminal behind one of the standard streams, where a person types. */
function isTerminal(path: string | number, { rdev }: Stats): boolean {
  if (typeof path === "number") return isatty(path);
  return [0, 1, 2].some((stream) => isatty(stream) && statOf(`/dev/fd/${stream}`)?.rdev === rdev);
}
