import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeAtomically } from "./atomic.ts";
import { jsonFile } from "./json-file.ts";
import { namesIn, type Store } from "./store.ts";

/** A run that goes on later than this begins anew: figures of two releases are never joined. */
const ENDS = 86_400_000;

const entrySchema = z.strictObject({
  label: z.string(),
  /** The requests into which this one was split, where it was too large. */
  parts: z
    .array(z.strictObject({ label: z.string(), url: z.string(), body: z.string().optional() }))
    .nullable(),
  /** The bytes of the answer; null where nothing was found. */
  file: z
    .strictObject({
      sha256: z.string(),
      bytes: z.int(),
      at: z.string(),
      released: z.string().nullable(),
    })
    .nullable(),
});

const journalSchema = z.strictObject({
  schema: z.literal("trade-metrics/journal/v1"),
  /** The hash of the planned requests: another plan begins anew. */
  plan: z.string(),
  began: z.string(),
  answers: z.record(z.string(), entrySchema),
});

/** What became of a request. */
export type Entry = z.infer<typeof entrySchema>;

/** What a fetch has got so far, so that it goes on after a break where it stopped. */
export class Journal {
  readonly #answers = new Map<string, Entry>();
  readonly #path: string;
  readonly #plan: string;
  readonly #began: string;

  constructor(store: Store, dataset: string, plan: string, now: Date) {
    this.#path = journalPath(store, dataset);
    this.#plan = plan;
    const { success, data } = journalSchema.safeParse(jsonFile(this.#path));
    const goesOn = success && data.plan === plan && now.getTime() - Date.parse(data.began) < ENDS;
    this.#began = goesOn ? data.began : now.toISOString();
    if (!goesOn) return;
    for (const [url, entry] of Object.entries(data.answers)) this.#answers.set(url, entry);
  }

  /** How many requests were answered before. */
  get size(): number {
    return this.#answers.size;
  }

  find(request: string): Entry | undefined {
    return this.#answers.get(request);
  }

  note(request: string, entry: Entry): void {
    this.#answers.set(request, entry);
    const answers = Object.fromEntries(this.#answers);
    const { schema } = journalSchema.shape;
    const text = { schema: schema.value, plan: this.#plan, began: this.#began, answers };
    writeAtomically(this.#path, `${JSON.stringify(text)}\n`);
  }

  /** All is stored; nothing is left to go on with. */
  close(): void {
    rmSync(this.#path, { force: true });
  }
}

function journalPath(store: Store, dataset: string): string {
  return join(store.folder, "unfinished", `${dataset}.json`);
}

/** An unfinished fetch: its file, how old it is, and the bytes that it has got. */
export interface Unfinished {
  readonly path: string;
  readonly dataset: string;
  readonly isOver: boolean;
  readonly hashes: readonly string[];
}

export function unfinishedFetches(store: Store, now: Date): Unfinished[] {
  return namesIn(join(store.folder, "unfinished")).map((name) => {
    const path = join(store.folder, "unfinished", name);
    const { success, data } = journalSchema.safeParse(jsonFile(path));
    return {
      path,
      dataset: name.replace(/\.json$/, ""),
      isOver: !success || now.getTime() - Date.parse(data.began) >= ENDS,
      hashes: success ? Object.values(data.answers).flatMap(({ file }) => file?.sha256 ?? []) : [],
    };
  });
}
