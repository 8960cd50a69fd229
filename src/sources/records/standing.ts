import type { AddedRecord } from "./gathered.ts";

/** One figure of which only a part was met so far. */
export interface Standing {
  readonly part: string;
  /** The codes whose rows were added up to it, with their values; empty where it stands alone. */
  readonly members: ReadonlyMap<string, number>;
  /** Another row has another value for it, so that neither is right. */
  readonly contested?: true;
}

const NOBODY: ReadonlyMap<string, number> = new Map();
/** A figure that is the whole and no sum. */
export const WHOLE: Standing = { part: "", members: NOBODY };

/** How a figure stands when its first record is added. */
export function standing({ part, member, value }: AddedRecord): Standing {
  return { part, members: member === null ? NOBODY : new Map([[member, value]]) };
}
