import { constants, readFileSync, readlinkSync } from "node:fs";

const DESCRIPTOR = 1;
const NOTHING = "/dev/null";
const SHELLS = /^(?:ba|da|k|mk|z|fi|a|tc)?sh$/;

/**
 * Whether the shell that started the command closed its standard output (`>&-`). Node has put
 * /dev/null in its place by now, opened for reading and writing, as no shell does; other programs
 * that throw output away do, so that only what a shell started is taken for closed, and only where
 * it did not get this from the shell's own output.
 */
export function isClosed(): boolean {
  if (process.platform !== "linux" || outputOf("self") !== NOTHING) return false;
  const [, flags] = /^flags:\s*([0-7]+)/m.exec(told(`self/fdinfo/${DESCRIPTOR}`)) ?? [];
  const isForBoth = (Number.parseInt(flags ?? "0", 8) & constants.O_RDWR) !== 0;
  const { ppid } = process;
  return isForBoth && SHELLS.test(told(`${ppid}/comm`).trim()) && outputOf(ppid) !== NOTHING;
}

/** Where the standard output of a process goes; null where it has none. */
function outputOf(id: number | "self"): string | null {
  try {
    return readlinkSync(`/proc/${id}/fd/${DESCRIPTOR}`);
  } catch {
    return null;
  }
}

function told(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}
