import type { Origin, PartName, Statement } from "../../statements/statement.ts";
import type { CheckedNumber } from "./checked.ts";
import { isWeak } from "./printed.ts";
import type { Trial, Tried } from "./try.ts";

/** Parts whose words stand so near that nothing else can be meant. */
const ANCHORED: ReadonlySet<Origin> = new Set(["beside", "table"]);

/** Whether words stand so near that nothing else can be meant. */
export function isAnchored(origin: Origin): boolean {
  return ANCHORED.has(origin);
}

type Named = Exclude<PartName, "sector" | "quantity">;
const PARTS: readonly Named[] = ["partner", "product", "period", "from", "flow"];

/** What a part of a statement says, for comparing. */
export function partOf(statement: Statement, part: PartName): string {
  switch (part) {
    case "partner":
      return statement.subject.partners.join("+");
    case "period":
      return statement.period?.label ?? "";
    case "from":
      return statement.from?.label ?? "";
    case "flow":
      return `${statement.subject.flow}/${statement.subject.as}`;
    case "product":
      return `${statement.subject.product} ${statement.subject.without}`;
    case "sector":
      return statement.subject.sector ?? "";
    case "quantity":
      return statement.quantity;
  }
}

/**
 * Decides every number of a document, a paragraph together. What the words of a number leave out is
 * taken to be understood rightly only where a number beside it agrees with it; a number whose parts are
 * not all sure is never called wrong.
 */
export function decide(tried: readonly Tried[]): CheckedNumber[] {
  // The partners, times … of which numbers of a passage were confirmed to be.
  const confirmations = new Set<string>();
  const keyOf = (passage: number, part: PartName, statement: Statement) =>
    `${passage}|${part}|${partOf(statement, part)}`;
  for (const { confirmed, read } of tried) {
    if (confirmed === null || isWeak(read.number)) continue;
    for (const part of PARTS)
      confirmations.add(keyOf(read.passage, part, confirmed.reading.statement));
  }
  const supports = (passage: number, part: PartName, statement: Statement): boolean => {
    const reach = reachOf(statement.origins[part]);
    for (let at = passage - reach; at <= passage + reach; at++)
      if (confirmations.has(keyOf(at, part, statement))) return true;
    return false;
  };
  const decided = tried.map((one) => {
    const { confirmed, nearest } = one;
    if (confirmed) {
      const { instead } = confirmed.reading;
      return found(one, confirmed, instead === null ? "agrees" : "agrees-otherwise", instead);
    }
    if (nearest === null) return unread(one);
    const { statement } = nearest.reading;
    const open = unsurePart(statement, (part) => supports(one.read.passage, part, statement));
    const [other] = one.agreeing;
    const isOpen = nearest.reading.instead !== null || other !== undefined || one.read.crowded;
    if (open === null && !isOpen) {
      if (isWhollyAnchored(statement) || isOfItsSize(nearest))
        return found(one, nearest, "disagrees", null);
      return { ...found(one, nearest, "unsure", null), because: FAR_OFF };
    }
    return found(one, nearest, "unsure", open ?? other?.reading.instead ?? "quantity");
  });
  return doubted(decided);
}

/**
 * Where more numbers of a paragraph or table disagree than agree, it is the reading that is wrong, and
 * not its author.
 */
function doubted(numbers: readonly CheckedNumber[]): CheckedNumber[] {
  const groups = new Map<string, { agree: number; disagree: number }>();
  let table = -1;
  let before = -2;
  const groupOf = numbers.map(({ read }) => {
    if (read.number.cell === null) return `${read.passage}`;
    if (read.passage > before + 1 || table < 0) table = read.passage;
    before = read.passage;
    return `${table} ${read.number.cell.column}`;
  });
  for (const [index, { outcome, weak }] of numbers.entries()) {
    const group = groups.get(groupOf[index]!) ?? { agree: 0, disagree: 0 };
    groups.set(groupOf[index]!, group);
    if (outcome === "disagrees") group.disagree += 1;
    else if (outcome.startsWith("agrees") && !weak) group.agree += 1;
  }
  return numbers.map((one, index) => {
    const { agree, disagree } = groups.get(groupOf[index]!)!;
    if (one.outcome !== "disagrees" || disagree < 2 || agree > disagree) return one;
    return {
      ...one,
      outcome: "unsure",
      part: null,
      because: "its whole paragraph or table may be read wrongly",
    };
  });
}

/** A paragraph vouches for itself and its neighbours, what a heading says for all below it. */
function reachOf(origin: Origin): number {
  return origin === "heading" || origin === "document" || origin === "default" ? 8 : 1;
}

/** Whether no part of a reading was carried over. */
function isWhollyAnchored({ origins, from }: Statement): boolean {
  return PARTS.every((part) => (part === "from" && from === null) || ANCHORED.has(origins[part]));
}

const FAR_OFF = "it is so far from the data that it may well be of something else";

/** A slip seldom makes of a number several times what it is; a wrong reading often does. */
const MOST_OFF = 2.5;

function isOfItsSize({ computed, reported }: Trial): boolean {
  const times = Math.abs(reported.value / computed);
  return times < MOST_OFF && times > 1 / MOST_OFF;
}

/** The part that keeps a number from being called wrong; null where all are sure. */
function unsurePart(statement: Statement, supports: (part: PartName) => boolean): PartName | null {
  const { origins, quantity, from } = statement;
  if (!ANCHORED.has(origins.quantity)) return "quantity";
  let carried = 0;
  for (const part of PARTS) {
    if (part === "from" && from === null) continue;
    if (quantity === "value-added" && part === "flow") continue;
    if (ANCHORED.has(origins[part])) continue;
    if (!CARRIED.has(origins[part]) || !supports(part)) return part;
    // The beginning of a change is found with its end.
    if (part !== "from") carried += 1;
    if (carried > MOST_CARRIED) return part;
  }
  return null;
}

/** From so near a part may be carried where numbers beside it vouch for it, and no more than so many. */
const CARRIED: ReadonlySet<Origin> = new Set([
  "clause",
  "sentence",
  "statement",
  "heading",
  "paragraph",
]);
const MOST_CARRIED = 3;

function found(
  { read, tried }: Tried,
  trial: Trial,
  outcome: CheckedNumber["outcome"],
  part: PartName | null,
): CheckedNumber {
  const agrees = outcome === "agrees" || outcome === "agrees-otherwise";
  const weak = agrees && isWeak(read.number);
  const because = outcome === "unsure" && part ? `${doubts[part]}` : null;
  return { read, outcome, trial, weak, tried, part, because, slip: null, data: [] };
}

export const doubts: Readonly<Record<PartName, string>> = {
  quantity: "what kind of figure it is is not sure",
  flow: "which flow it is about is not sure",
  partner: "the partner is not certain",
  product: "which product it is about is not sure",
  period: "when it was is not sure",
  from: "since when it changed is not sure",
  sector: "whether goods or services are meant is not sure",
};

function unread({ read }: Tried): CheckedNumber {
  const isRead = read.readings.length > 0;
  return {
    ...{ read, trial: null, weak: false, tried: 0, part: null, slip: null, data: [] },
    outcome: isRead ? "no-data" : "not-read",
    because: isRead ? "no data cover it" : read.because,
  };
}
