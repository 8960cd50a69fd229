import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes by which what is in use may grow until garbage is collected. */
const ROOM = 150_000_000;

let collect: (() => void) | null = null;
let inUse = 0;

/** Left alone, Node lets garbage grow to three times what is in use. To be called often, where much is made. */
export function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size < inUse + ROOM) return;
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  inUse = getHeapStatistics().used_heap_size;
}
