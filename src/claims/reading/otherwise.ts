import type { PartName, StatedSector, Statement, Subject } from "../../statements/statement.ts";
import type { CheckedNumber } from "./checked.ts";
import type { Figures } from "./figures.ts";
import { isAnchored } from "./outcomes.ts";
import { chanceOf } from "./printed.ts";
import { agreeingTrial, type Trial } from "./try.ts";

/** What the numbers around one speak of, the nearest first. */
export interface Spoken {
  readonly partners: readonly (readonly string[])[];
  readonly products: readonly string[];
}

/** So many numbers before and behind are looked at, and so many of each part. */
const REACH = 12;
const MOST = 6;

/** What is spoken of near each number. */
export function spokenNear(numbers: readonly CheckedNumber[], index: number): Spoken {
  const partners = new Map<string, readonly string[]>([["WORLD", ["WORLD"]]]);
  const products = new Set<string>();
  for (let far = 0; far <= REACH; far++) {
    for (const at of far === 0 ? [index] : [index - far, index + far]) {
      const one = numbers[at];
      if (!one) continue;
      const statements = [one.trial?.reading.statement, one.read.readings[0]?.statement];
      for (const statement of statements) {
        if (!statement) continue;
        const { subject } = statement;
        if (partners.size < MOST) partners.set(subject.partners.join(), subject.partners);
        if (subject.product !== null && products.size < MOST) products.add(subject.product);
      }
    }
  }
  return { partners: [...partners.values()], products: [...products] };
}

interface Change {
  readonly part: PartName;
  readonly own: Partial<Subject>;
}

/** Of random numbers so large a part may agree with what is tried, and no more is tried. */
const MOST_CHANCE = 0.2;

/**
 * The part that was carried over and, taken as words near have it, makes a number agree; null where none
 * does. Such a number is more often read wrongly than wrong; of a time the contrary was measured, since the
 * year beside is the slip that authors make most.
 */
export function agreesOtherwise(
  { read }: CheckedNumber,
  { reading: { statement }, reported }: Trial,
  spoken: Spoken,
  figures: Figures,
): PartName | null {
  let left = Math.floor(MOST_CHANCE / chanceOf(reported));
  for (const { part, own } of changesOf(statement, spoken)) {
    if (left-- <= 0) return null;
    const reading = { statement: withSubject(statement, own), instead: null, weight: 0 };
    if (agreeingTrial(read, reading, figures)) return part;
  }
  return null;
}

const FLOWS = [
  { flow: "imports", as: "value" },
  { flow: "exports", as: "value" },
  { flow: "balance", as: "deficit" },
  { flow: "balance", as: "value" },
  { flow: "total", as: "value" },
] as const;
const SECTORS = ["goods", "both", "services"] as const satisfies readonly StatedSector[];

/** Each part that no word beside the number says, as another one that is spoken of near. */
function changesOf(statement: Statement, spoken: Spoken): Change[] {
  const { subject, origins } = statement;
  const changes: Change[] = [];
  const put = (part: PartName, own: Partial<Subject>) => changes.push({ part, own });
  if (!isAnchored(origins.flow)) {
    for (const own of FLOWS)
      if (own.flow !== subject.flow || own.as !== subject.as) put("flow", own);
  }
  if (!isAnchored(origins.sector) && subject.product === null) {
    for (const sector of SECTORS) if (sector !== subject.sector) put("sector", { sector });
  }
  if (!isAnchored(origins.product) || subject.product === null) {
    for (const product of spoken.products)
      if (product !== subject.product) put("product", { product });
  }
  if (!isAnchored(origins.partner)) {
    for (const partners of spoken.partners)
      if (partners.join() !== subject.partners.join()) put("partner", { partners });
  }
  return changes;
}

/** A part of a statement taken otherwise, that of its whole too where the same words say both. */
function withSubject(statement: Statement, own: Partial<Subject>): Statement {
  const { subject, against } = statement;
  const changed = { ...statement, subject: { ...subject, ...own } };
  if (against === null) return changed;
  const isShared = (["flow", "partners", "product"] as const).every(
    (key) => own[key] === undefined || String(against[key]) === String(subject[key]),
  );
  const whole = isShared || own.sector ? { ...against, ...own } : against;
  return { ...changed, against: whole };
}
