import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { Trying } from "../../src/store/fetching/carry-out.ts";
import type { Keys } from "../../src/store/fetching/keys.ts";
import type { Clock } from "../../src/store/fetching/pace.ts";
import { httpTransport } from "../../src/store/fetching/transport.ts";
import { type UpdateOptions, updateDataset } from "../../src/store/fetching/update.ts";
import { damageIn } from "../../src/store/keeping/mend.ts";
import { Store } from "../../src/store/keeping/store.ts";
import { fetchedDataset } from "../../src/store/publishers/registry.ts";
import { ReplayServer, type Service } from "./replay-server.ts";

/** A key as publishers give them out, in a spelling that is easy to find again. */
export const KEY = "5ecre7-5ecre7-5ecre7";

const keys: Keys = { file: "/home/somebody/keys.json", of: () => KEY };
const ended: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

/** A clock whose waiting takes no time. */
class QuickClock implements Clock {
  readonly waited: number[] = [];
  #ahead = 0;
  now(): number {
    return Date.parse("2026-11-26T12:00:00Z") + this.#ahead;
  }
  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.waited.push(milliseconds);
    this.#ahead += milliseconds;
  }
}

const quickTrying: Trying = {
  retries: 3,
  backoff: 1,
  longestWait: 120_000,
  preparation: 900_000,
};

export function emptyStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), "trade-metrics-store-"));
  ended.push(() => rmSync(folder, { recursive: true, force: true }));
  return new Store(folder);
}

export interface Fetching {
  readonly store: Store;
  readonly clock: QuickClock;
  readonly server: ReplayServer;
  /** Fetches a dataset from the service. */
  update(id: string, options?: Partial<UpdateOptions>): ReturnType<typeof updateDataset>;
}

/** A store and a service on loopback from which it is filled. */
export async function fetching(service: Service, patience = 5000): Promise<Fetching> {
  const server = await ReplayServer.start(service);
  ended.push(() => server.stop());
  const store = emptyStore();
  const clock = new QuickClock();
  const transport = httpTransport({ patience, dispatcher: server.dispatcher() });
  return {
    ...{ store, clock, server },
    update: (id, options = {}) =>
      updateDataset(fetchedDataset(id), {
        ...{ store, clock, keys, transport, settings: [], trying: quickTrying },
        ...{ signal: new AbortController().signal, inspect: async () => null },
        ...options,
      }),
  };
}

/** The message of an error, which must be one line without the key. */
export async function lineOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error("no error"),
    (reason: Error) => reason,
  );
  if (error.name !== "InputError") throw error;
  const { message } = error;
  if (/\n/.test(message) || message.includes(KEY))
    throw new Error(`not one clear line: ${message}`);
  return message;
}

/** What is wrong with a store: damaged vintages, and files that were left half written. */
export async function flawsOf(store: Store): Promise<string[]> {
  const partial = filesOf(store).filter((path) => path.endsWith(".partial"));
  const locks = filesOf(store).filter((path) => path.endsWith("lock"));
  return [...(await damageIn(store, true)).map(({ what }) => what), ...partial, ...locks];
}

export function filesOf({ folder }: Store): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** The files of a store in which a text stands. */
export function filesWith(store: Store, text: string): string[] {
  return filesOf(store).filter((path) => readFileSync(path).includes(text));
}
