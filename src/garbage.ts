import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes by which what is in use may grow until garbage is collected. */
const ROOM = 100_000_000;

let collect: (() => void) | null = null;
let inUse = 0;

/** Left alone, Node lets garbage grow to three times what is in use. To be called often, where much is made. */
export function collectGarbage(): void {
  if (used() < inUse + ROOM) return;
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  inUse = used();
}

/** What is held for arrays of numbers lies beside the heap. */
function used(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
