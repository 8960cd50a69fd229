import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { type Period, parsePeriod } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { StoredSeries } from "../dataset.ts";
import { type Spool, spoolError } from "../files/spool.ts";
import { Pauses } from "../pauses.ts";
import type { SumOfParts } from "./added-parts.ts";
import type { AddedRecord, Places, Rivals } from "./gathered.ts";
import { Loading, type Problem } from "./load.ts";

/** Into how many parts records are put; one part is in memory at a time. */
const PARTS = 64;
/** Characters of a part that are kept before they are written to disk. */
const KEPT = 2 ** 16;

const SEPARATOR = "\u0001";

/** What few records have beside their key, period and value. */
interface Rest {
  readonly place?: string;
  readonly vintage: string | null;
  readonly once: boolean;
  readonly part: string;
  readonly member: string | null;
  readonly status?: string;
}

/** What the parts gave beside their series. */
export interface Gathered {
  readonly count: number;
  readonly rivals: readonly Rivals[];
  /** Figures that add up parts. */
  readonly sums: readonly SumOfParts[];
}

/** A loading whose problems know after how many figures they were met. */
class OrderedLoading extends Loading {
  readonly order = new Map<Problem, number>();

  protected override refuse(problem: Problem): void {
    this.order.set(problem, this.read);
    super.refuse(problem);
  }

  /** Takes a record that was the `at`th figure. */
  retake(at: number, record: AddedRecord, places: Places, vintage: string | null, once: boolean) {
    this.read = at;
    this.collect(record, places, at, vintage, once);
  }
}

/**
 * Loads tables without holding their records in memory: they go to disk, all of one series into the
 * same part, and the parts are gathered one after the other. Duplicates, wholes and rivals are found
 * as they are where everything is in memory, and in the same order.
 */
export class PartedLoading extends OrderedLoading {
  readonly #parts: Part[];

  constructor(spool: Spool) {
    super();
    this.#parts = Array.from({ length: PARTS }, () => new Part(spool));
  }

  protected override collect(
    record: AddedRecord,
    places: Places,
    line: number,
    vintage: string | null,
    once: boolean,
  ): void {
    const { period, value, part, member, status } = record;
    const key = textOf(record.key);
    const where = places.place(line);
    const odd = where.includes("\n") || where.includes(SEPARATOR);
    let rest = "";
    const isPlain = vintage === null && !once && part === "" && member === null;
    if (odd || !isPlain || status !== undefined) {
      rest = JSON.stringify({ ...(odd && { place: where }), vintage, once, part, member, status });
    }
    const fields = [key, period.label, value, this.read, odd ? "" : where, rest];
    this.#parts[hashOf(key) % PARTS]!.write(`${fields.join(SEPARATOR)}\n`);
  }

  /** Hands over the series of each part, whole ones, and gathers all else. */
  async gather(take: (series: Iterable<StoredSeries>) => void): Promise<Gathered> {
    const rivals: Rivals[] = [];
    const sums: SumOfParts[] = [];
    let count = 0;
    let parts = 0;
    const pauses = new Pauses();
    for (const part of this.#parts) {
      const loading = new OrderedLoading();
      await retake(part.lines(), loading, pauses);
      const { collection } = loading;
      for (const [problem, at] of loading.order) {
        this.order.set(problem, at);
        this.problems.push(problem);
      }
      const { repeated } = loading.toLoaded().asides;
      if (repeated) this.aside("repeated", repeated);
      rivals.push(...collection.rivals);
      for (const sum of collection.sumsOfParts()) sums.push(sum);
      count += collection.count;
      parts += collection.parts;
      take(collection.eachSeries());
    }
    if (parts > 0) this.aside("part-of-whole", parts);
    this.problems.sort((a, b) => this.order.get(a)! - this.order.get(b)!);
    rivals.sort((a, b) => a.line - b.line);
    return { count, rivals, sums };
  }
}

/** Lines of text of which only the last are in memory. */
class Part {
  readonly #spool: Spool;
  #path: string | null = null;
  #file = -1;
  #text = "";

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  write(line: string): void {
    this.#text += line;
    if (this.#text.length < KEPT) return;
    this.#path ??= this.#spool.newPath();
    try {
      if (this.#file < 0) this.#file = openSync(this.#path, "w");
      writeFileSync(this.#file, this.#text);
    } catch (error) {
      throw spoolError(error, "records");
    }
    this.#text = "";
  }

  /** All lines, once. */
  lines(): string[] {
    if (this.#file >= 0) closeSync(this.#file);
    const written = this.#path === null ? "" : readFileSync(this.#path, "utf8");
    const all = `${written}${this.#text}`.split("\n");
    this.#text = "";
    all.pop();
    return all;
  }
}

const plainRest: Rest = { vintage: null, once: false, part: "", member: null };
const periods = new Map<string, Period>();

/** Takes the records of one part again, whose keys are few and are made once. */
async function retake(
  lines: readonly string[],
  loading: OrderedLoading,
  pauses: Pauses,
): Promise<void> {
  const texts = new Map<number, string>();
  const places: Places = { place: (figure) => texts.get(figure)! };
  const keys = new Map<string, SeriesKey>();
  for (const line of lines) {
    if (pauses.isDue()) await pauses.take();
    const [words, label, value, figure, where, text] = line.split(SEPARATOR);
    let key = keys.get(words!);
    if (!key) {
      key = keyOf(words!);
      keys.set(words!, key);
    }
    let period = periods.get(label!);
    if (!period) {
      period = parsePeriod(label!);
      periods.set(label!, period);
    }
    const rest = text ? (JSON.parse(text) as Rest) : plainRest;
    const { vintage, once, part, member, status } = rest;
    texts.set(Number(figure), rest.place ?? where!);
    const plain = { key, period, value: Number(value), part, member };
    const record = status === undefined ? plain : { ...plain, status };
    loading.retake(Number(figure), record, places, vintage, once);
  }
}

const JOINER = "\u0002";

function textOf(key: SeriesKey): string {
  const { reporter, partner, flow, product, sector, flowBasis, valuation, basis } = key;
  const { edition = "", adjusted = "", currency = "", prices = "" } = key;
  const parts = [reporter, partner, flow, product, sector, flowBasis, valuation, basis];
  return [...parts, edition, adjusted, currency, prices].join(JOINER);
}

function keyOf(text: string): SeriesKey {
  const parts = text.split(JOINER);
  const [reporter, partner, flow, product, sector, flowBasis, valuation, basis] = parts;
  const [edition, adjusted, currency, prices] = parts.slice(8);
  const key = { reporter, partner, flow, product, sector };
  const kinds = {
    flowBasis: flowBasis || null,
    valuation: valuation || null,
    basis: basis || null,
    ...(edition && { edition }),
    ...(adjusted && { adjusted: adjusted === "true" }),
    ...(currency && { currency }),
    ...(prices && { prices }),
  };
  return { ...key, ...kinds } as SeriesKey;
}

/** Any number that is the same for the same text. */
function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  }
  return hash >>> 0;
}
