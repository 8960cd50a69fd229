import type { DataUse } from "../calculation/result.ts";
import { type FrozenOptions, lockInForce } from "./frozen.ts";
import { host } from "./host.ts";
import { printNotes } from "./output.ts";

interface OldDataOptions extends FrozenOptions {
  readonly vintage?: string;
  readonly asOf?: string;
  readonly output?: string;
}

/**
 * Tells a person at a terminal that the data of an answer have probably been followed by newer ones.
 * Nothing is told where a vintage was chosen, or where the output goes elsewhere: what others read
 * never depends on the day of the run.
 */
export async function noteOldData(
  used: readonly DataUse[],
  options: OldDataOptions,
): Promise<void> {
  const { vintage, asOf, output } = options;
  const isRead = host.stdout.isTTY === true && host.stderr.isTTY === true && output === undefined;
  if (!isRead || vintage !== undefined || asOf !== undefined) return;
  if ((await lockInForce(options)) !== null) return;
  const { currentStatus } = await import("./store/status.ts");
  const { oldDataLine } = await import("../render/store.ts");
  const ids = new Set(used.map(({ id }) => id));
  const { datasets } = currentStatus(new Date());
  printNotes(datasets.filter(({ id }) => ids.has(id)).flatMap((one) => oldDataLine(one) ?? []));
}
