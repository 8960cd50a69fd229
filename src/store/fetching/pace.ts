import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { writeAtomically } from "../keeping/atomic.ts";
import { jsonFile } from "../keeping/json-file.ts";
import type { Store } from "../keeping/store.ts";
import type { Limit, Publisher } from "../publishers/publisher.ts";

/** The clock, and waiting. Tests have their own. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
  },
};

/**
 * The calls of a publisher in time. They are kept in the store, because a limit of an hour or a day
 * counts the calls of earlier runs too.
 */
export class Pace {
  #times: number[];
  readonly #limits: readonly Limit[];
  readonly #path: string;

  constructor(store: Store, { id, service }: Pick<Publisher, "id" | "service">, now: number) {
    this.#path = join(store.folder, "calls", `${id}.json`);
    this.#limits = service.limits;
    const kept = jsonFile(this.#path);
    const times = Array.isArray(kept) ? kept.filter((time) => Number.isFinite(time)) : [];
    // A clock that was set back must not stop calls for years.
    this.#times = times.filter((time: number) => time <= now);
  }

  /** Milliseconds until the next call is within every limit. */
  wait(now: number): number {
    const waits = this.#limits.map(({ calls, seconds }) => {
      const first = this.#times.at(-calls);
      return first === undefined ? 0 : first + seconds * 1000 - now;
    });
    return Math.max(0, ...waits);
  }

  /** A call is made now. */
  note(now: number): void {
    const longest = Math.max(...this.#limits.map(({ seconds }) => seconds)) * 1000;
    this.#times = [...this.#times.filter((time) => time > now - longest), now];
    writeAtomically(this.#path, JSON.stringify(this.#times));
  }
}

/** Milliseconds that a number of calls takes within the limits, from nothing. */
export function shortestTime(calls: number, limits: readonly Limit[]): number {
  const times = limits.map((limit) => Math.floor((calls - 1) / limit.calls) * limit.seconds * 1000);
  return Math.max(0, ...times);
}
