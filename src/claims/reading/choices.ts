import type { Period } from "../../records/period.ts";
import type { Reading, Statement, Subject } from "../../statements/statement.ts";
import { shifted, yearBefore } from "../../statements/times.ts";
import { isAnchored, partOf } from "./outcomes.ts";
import { isWeak } from "./printed.ts";
import type { Tried } from "./try.ts";

/** What a part may be, and how likely it is beside the first, which has 1. */
export interface Choice<T> {
  readonly value: T;
  readonly weight: number;
}

/** What was confirmed near a number, and how likely the number goes on with it. */
type Neighbour = Choice<Statement>;

interface Times {
  readonly period: Period | null;
  readonly from: Period | null;
}

/** So many numbers and passages before and behind are looked at. */
const REACH = 14;
const PASSAGES = 3;
/** How likely the number beside has a part in common, and how much less each one farther away. */
const BESIDE = 0.4;
const FADE = 0.75;
const FADE_OF_PASSAGE = 0.6;

export function neighboursOf(tried: readonly Tried[], index: number): Neighbour[] {
  const { passage } = tried[index]!.read;
  const found: Neighbour[] = [];
  for (let far = 1; far <= REACH; far++) {
    for (const one of [tried[index - far], tried[index + far]]) {
      if (!one?.confirmed || isWeak(one.read.number)) continue;
      const apart = Math.abs(one.read.passage - passage);
      if (apart > PASSAGES) continue;
      const weight = BESIDE * FADE ** (far - 1) * FADE_OF_PASSAGE ** apart;
      found.push({ value: one.confirmed.reading.statement, weight });
    }
  }
  return found;
}

/** The likeliest of each value, the likeliest first. */
class Choices<T> {
  readonly #known = new Map<string, Choice<T>>();

  constructor(readonly keyOf: (value: T) => string) {}

  put(value: T, weight: number): void {
    const key = this.keyOf(value);
    const known = this.#known.get(key);
    if (!known || known.weight < weight) this.#known.set(key, { value, weight });
  }

  latest(most: number): Choice<T>[] {
    return [...this.#known.values()].sort((a, b) => b.weight - a.weight).slice(0, most);
  }
}

const MOST = 10;

/** A part of the subject: as the readings of a number have it, and those that were confirmed near. */
export function choicesOf<T>(
  part: "partner" | "flow" | "product" | "sector",
  pick: (subject: Subject) => T,
  readings: readonly Reading[],
  near: readonly Neighbour[],
): Choice<T>[] {
  const [first] = readings;
  const { origins, subject } = first!.statement;
  const found = new Choices<T>((value) => JSON.stringify(value));
  found.put(pick(subject), 1);
  const isSilent = part === "product" && subject.product === null;
  if (isAnchored(origins[part]) && !isSilent) return found.latest(MOST);
  for (const { statement, weight } of readings)
    found.put(pick(statement.subject), Math.min(1, weight / first!.weight));
  // Goods for services, exports for imports or another product are slips that authors make: what is
  // carried stays, as does a partner that the sentence names.
  const isKept =
    (part === "sector" && subject.sector !== null) ||
    (part === "product" && subject.product !== null && CARRIED.has(origins.product)) ||
    (part === "flow" && origins.flow === "statement") ||
    (part === "partner" && origins.partner === "sentence");
  if (!isKept) for (const { value, weight } of near) found.put(pick(value.subject), weight);
  return found.latest(MOST);
}

const CARRIED: ReadonlySet<string> = new Set(["clause", "sentence", "statement", "paragraph"]);
const MOST_TIMES = 12;
/** How likely a number goes on with the beginning of a change, or with its end from a year before. */
const OF_BEGINNING = 0.5;
const OF_END = 0.7;

export function timesOf(readings: readonly Reading[], near: readonly Neighbour[]): Choice<Times>[] {
  const [first] = readings;
  const { period: own, from: since, origins } = first!.statement;
  const isChange = since !== null;
  const found = new Choices<Times>(({ period, from }) => `${period?.label}|${from?.label}`);
  const put = (period: Period | null, from: Period | null, weight: number): void => {
    if (!period || (isChange && (!from || from.first >= period.first))) return;
    found.put({ period, from: isChange ? from : null }, weight);
  };
  put(own, since, 1);
  if (isAnchored(origins.period) && (!isChange || isAnchored(origins.from)))
    return found.latest(MOST_TIMES);
  for (const { statement, weight } of readings) {
    if ((statement.from !== null) === isChange)
      put(statement.period, statement.from, Math.min(1, weight / first!.weight));
  }
  if (!isChange && origins.period === "statement") return found.latest(MOST_TIMES);
  for (const { value, weight } of near) {
    const { period, from } = value;
    if (isChange) {
      put(period, from, weight);
      put(period, period && yearBefore(period), weight * OF_END);
      if (period && own) put(period, shifted(period, own.first - since.first), weight * OF_END);
      continue;
    }
    if (period && !isSlipOf(own, period)) put(period, null, weight);
    if (from && !isSlipOf(own, from)) put(from, null, weight * OF_BEGINNING);
  }
  return found.latest(MOST_TIMES);
}

/** The same time of the year beside, or the same year to another month: slips that authors make most. */
function isSlipOf(own: Period | null, other: Period): boolean {
  if (own === null) return false;
  const isAsLong = own.last - own.first === other.last - other.first;
  return own.first === other.first || (isAsLong && Math.abs(own.first - other.first) === 12);
}

/** A statement with other parts, that of its whole too where the same words say both. */
export function withParts(
  statement: Statement,
  own: Pick<Subject, "flow" | "as" | "partners" | "product" | "without" | "sector">,
  { period, from }: Times,
): Statement {
  const { subject, against } = statement;
  const changed = { ...statement, subject: { ...subject, ...own }, period, from };
  if (against === null) return changed;
  const isShared = (name: "flow" | "partners" | "product" | "sector") =>
    String(against[name]) === String(subject[name]);
  const whole: Subject = {
    ...against,
    ...(isShared("flow") && { flow: own.flow }),
    ...(isShared("partners") && { partners: own.partners }),
    ...(isShared("product") && { product: own.product }),
    ...(isShared("sector") && { sector: own.sector }),
  };
  return { ...changed, against: whole };
}

const PARTS = ["partner", "period", "from", "flow", "product"] as const;

/** The first part of a statement that another one says otherwise. */
export function changedPart(own: Statement, other: Statement): Reading["instead"] {
  return PARTS.find((part) => partOf(own, part) !== partOf(other, part)) ?? "sector";
}
