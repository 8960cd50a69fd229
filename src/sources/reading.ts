import { beginReading, endReading } from "./engines/running.ts";
import { Spool } from "./files/spool.ts";
import { signalsHandled } from "./files/temporary-folder.ts";

/** Reads for as long as something is done with what is read; then what that took is given back. */
export async function whileReading<Result>(
  use: (spool: Spool) => Promise<Result>,
): Promise<Result> {
  const spool = new Spool();
  beginReading();
  try {
    return await use(spool);
  } finally {
    spool.remove();
    await endReading();
    // What comes next may compute for long.
    await signalsHandled();
  }
}
