import { rmSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { Journal } from "../keeping/journal.ts";
import { withLock } from "../keeping/lock.ts";
import type { Store } from "../keeping/store.ts";
import type { Provenance, StoredVintage } from "../keeping/vintage.ts";
import type { PlannedRequest } from "../publishers/publisher.ts";
import type { Source } from "../publishers/registry.ts";
import { carryOut, type Trying, usualTrying } from "./carry-out.ts";
import type { Keys } from "./keys.ts";
import { type Clock, Pace, realClock } from "./pace.ts";
import type { Setting } from "./parameters.ts";
import { planFetch, requestId } from "./plan.ts";
import { httpTransport, type Transport } from "./transport.ts";

/** Milliseconds without a byte after which an answer is given up. */
const PATIENCE = 60_000;
/** Milliseconds that a run waits for another one of the same publisher. */
const QUEUE = 1000;

/** What fetched files hold; throws InputError where they are not what they should be. */
export type Inspect = (
  files: readonly { readonly name: string; readonly path: string; readonly body?: string }[],
  source: Source,
) => Promise<Provenance["holds"]>;

/** What a fetch needs. */
export interface UpdateOptions {
  readonly store: Store;
  readonly keys: Keys;
  readonly settings: readonly Setting[];
  readonly signal: AbortSignal;
  readonly inspect: Inspect;
  /** What is going on, for a person who waits. */
  readonly tell?: (what: string) => void;
  /** Default: HTTP. */
  readonly transport?: Transport;
  readonly clock?: Clock;
  readonly trying?: Trying;
}

/** What a fetch has brought. */
export interface Update {
  readonly vintage: StoredVintage;
  /** Whether the publisher has something new. */
  readonly isNew: boolean;
  /** The newest vintage before it. */
  readonly before: StoredVintage | null;
  /** Answers that were kept from an unfinished run. */
  readonly resumed: number;
  /** Requests for which nothing was found, such as months that are not published yet. */
  readonly nothing: number;
}

/**
 * Fetches a dataset and stores it as a vintage. What is fetched is kept answer by answer, so that a
 * run that breaks goes on where it stopped; a vintage appears only when all of it is there and can
 * be read.
 * @throws InputError in one line; the store is whole whatever happens.
 */
export async function updateDataset(source: Source, options: UpdateOptions): Promise<Update> {
  const { publisher, dataset } = source;
  const { store, keys, signal } = options;
  const clock = options.clock ?? realClock;
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const plan = planFetch(source, options.settings, keys, today);
  if (plan.key !== null && !plan.key.found && !plan.key.optional) {
    throw new InputError(
      `${dataset.id}: ${publisher.title} wants a key (set ${plan.key.variable}, or name it in ${keys.file})`,
      `A key is free: ${publisher.service.key!.page}`,
    );
  }
  const transport = options.transport ?? httpTransport({ patience: PATIENCE });
  const lock = join(store.folder, `${publisher.id}.lock`);
  try {
    return await withLock(lock, { patience: QUEUE, what: publisher.title }, async () => {
      const journal = new Journal(store, dataset.id, plan.hash, new Date(clock.now()));
      const run = new Run(source, options, transport, clock, journal);
      const resumed = journal.size;
      const { files, released, nothing } = await run.all(plan.requests);
      if (files.length === 0) {
        journal.close();
        throw new InputError(
          `${dataset.id}: ${publisher.title} found nothing for what was asked (see --dry-run)`,
        );
      }
      const before = store.vintages(dataset.id).at(-1) ?? null;
      const paths = files.map(({ name, sha256, body }) => ({
        ...{ name, path: store.pathOf(sha256) },
        ...(body === undefined ? {} : { body }),
      }));
      const holds = await inspected(paths, source, options.inspect, journal);
      signal.throwIfAborted();
      const added = await store.add({
        ...{ dataset: dataset.id, files, holds, parameters: plan.parameters },
        released: released ?? today,
        releasedFrom: released === null ? "day it was fetched" : "publisher",
        publisher: { id: publisher.id, title: publisher.title },
        terms: publisher.service.terms,
      });
      journal.close();
      return { ...added, before, resumed, nothing };
    });
  } finally {
    if (options.transport === undefined) await transport.close();
  }
}

/** Bytes that cannot be read would be fetched again and again: they are not gone on with. */
async function inspected(
  files: Parameters<Inspect>[0],
  source: Source,
  inspect: Inspect,
  journal: Journal,
): Promise<Provenance["holds"]> {
  try {
    return await inspect(files, source);
  } catch (error) {
    journal.close();
    if (!(error instanceof InputError)) throw error;
    const { publisher, dataset } = source;
    throw new InputError(
      `${dataset.id}: what ${publisher.title} sent cannot be used, so nothing was stored: ${error.message}`,
      error.hint,
    );
  }
}

/** One run through the requests of a plan. */
class Run {
  #done = 0;
  #count = 0;
  #nothing = 0;
  readonly #files: Provenance["files"] = [];
  readonly #days: string[] = [];

  constructor(
    readonly source: Source,
    readonly options: UpdateOptions,
    readonly transport: Transport,
    readonly clock: Clock,
    readonly journal: Journal,
  ) {}

  async all(requests: readonly PlannedRequest[]) {
    this.#count = requests.length;
    const { store, keys, signal, tell } = this.options;
    const { publisher } = this.source;
    const pace = new Pace(store, publisher, this.clock.now());
    const exchange = {
      ...{ publisher, transport: this.transport, store, pace, clock: this.clock, signal },
      trying: this.options.trying ?? usualTrying,
      key: publisher.service.key && keys.of(publisher.service.key),
      tell: (what: string) =>
        tell?.(`${this.source.dataset.id} ${this.#done + 1}/${this.#count} ${what}`),
    };
    for (const request of requests) await this.#one(request, exchange);
    return {
      files: this.#files,
      released: this.#days.sort().at(-1) ?? null,
      nothing: this.#nothing,
    };
  }

  async #one(request: PlannedRequest, exchange: Parameters<typeof carryOut>[1]): Promise<void> {
    const id = requestId(request);
    let entry = this.journal.find(id);
    if (entry === undefined) {
      exchange.tell(request.label);
      await this.#fetch(request, exchange);
      entry = this.journal.find(id)!;
    }
    if (entry.parts !== null) {
      this.#count += entry.parts.length - 1;
      for (const { label, url, body } of entry.parts) {
        await this.#one({ label, url, ...(body === undefined ? {} : { body }) }, exchange);
      }
      return;
    }
    this.#done += 1;
    if (entry.file === null) {
      this.#nothing += 1;
      return;
    }
    const { sha256, bytes, at, released } = entry.file;
    const { label, url, body } = request;
    const posted = body === undefined ? {} : { body };
    this.#files.push({ name: label, sha256, bytes, address: url, at, ...posted });
    if (released !== null) this.#days.push(released);
  }

  async #fetch(request: PlannedRequest, exchange: Parameters<typeof carryOut>[1]): Promise<void> {
    const { store } = this.options;
    const { publisher, dataset } = this.source;
    const id = requestId(request);
    const { label } = request;
    const done = await carryOut(request, exchange);
    if (done.kind === "empty") {
      this.journal.note(id, { label, parts: null, file: null });
      return;
    }
    if (done.kind === "cut-off") {
      const parts = dataset.split?.(request) ?? [];
      if (parts.length === 0) {
        throw new InputError(
          `${publisher.title}: ${label}: ${done.message}, and it cannot be asked in smaller parts (ask for less with --set)`,
        );
      }
      this.journal.note(id, { label, parts: [...parts], file: null });
      return;
    }
    const { file, received } = done;
    const { sha256, answer } = received;
    const released = publisher.released?.(answer) ?? null;
    const at = new Date(this.clock.now()).toISOString();
    try {
      // Together, so that pruning never finds bytes that nothing names yet.
      await store.alone(() => {
        store.keep(file, sha256);
        const kept = { sha256, bytes: answer.size, at, released };
        this.journal.note(id, { label, parts: null, file: kept });
      });
    } finally {
      rmSync(file, { force: true });
    }
  }
}
