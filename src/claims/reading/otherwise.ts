import type { PartName, StatedSector, Statement, Subject } from "../../statements/statement.ts";
import { yearBefore } from "../../statements/times.ts";
import type { CheckedNumber } from "./checked.ts";
import type { Figures } from "./figures.ts";
import { isAnchored } from "./outcomes.ts";
import { chanceOf } from "./printed.ts";
import { type Trial, trialsOf } from "./try.ts";

type Period = NonNullable<Statement["period"]>;

/** What the numbers around one speak of, the nearest first. */
export interface Spoken {
  readonly partners: readonly (readonly string[])[];
  readonly periods: readonly Period[];
  readonly products: readonly string[];
}

/** So many numbers before and behind are looked at, and so many of each part. */
const REACH = 12;
const MOST = 6;

/** What is spoken of near each number. */
export function spokenNear(numbers: readonly CheckedNumber[], index: number): Spoken {
  const partners = new Map<string, readonly string[]>([["WORLD", ["WORLD"]]]);
  const periods = new Map<string, Period>();
  const products = new Set<string>();
  for (let far = 0; far <= REACH; far++) {
    for (const at of far === 0 ? [index] : [index - far, index + far]) {
      const one = numbers[at];
      if (!one) continue;
      const statements = [one.trial?.reading.statement, one.read.readings[0]?.statement];
      for (const statement of statements) {
        if (!statement) continue;
        const { subject, period, from } = statement;
        if (partners.size < MOST) partners.set(subject.partners.join(), subject.partners);
        for (const when of [period, from])
          if (when && periods.size < MOST) periods.set(when.label, when);
        if (subject.product !== null && products.size < MOST) products.add(subject.product);
      }
    }
  }
  return {
    partners: [...partners.values()],
    periods: [...periods.values()],
    products: [...products],
  };
}

interface Change {
  readonly part: PartName;
  readonly of: (statement: Statement) => Statement;
}

/** Of random numbers so large a part may agree with what is tried, and no more is tried. */
const MOST_CHANCE = 0.2;

/**
 * The part that was carried over and, taken as words near have it, makes a number agree; null where none
 * does. Such a number is more often read wrongly than wrong; of a time alone the contrary was measured,
 * since the year beside is the slip that authors make most.
 */
export function agreesOtherwise(
  { read }: CheckedNumber,
  { reading: { statement }, reported }: Trial,
  spoken: Spoken,
  figures: Figures,
): PartName | null {
  const changes = changesOf(statement, spoken);
  const left = MOST_CHANCE / chanceOf(reported);
  let tried = 0;
  const isTrue = (one: Statement): boolean =>
    tried++ < left &&
    trialsOf(read, { statement: one, instead: null, weight: 0 }, figures).some(
      ({ agrees }) => agrees,
    );
  for (const { part, of } of changes) if (part !== "period" && isTrue(of(statement))) return part;
  for (const [at, one] of changes.entries()) {
    for (const other of changes.slice(at + 1)) {
      if (other.part === one.part) continue;
      if (tried > left) return null;
      if (isTrue(other.of(one.of(statement)))) return one.part;
    }
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
  const { subject, origins, period } = statement;
  const changes: Change[] = [];
  const put = (part: PartName, own: Partial<Subject>) =>
    changes.push({ part, of: (one) => withSubject(one, own) });
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
  if (!isAnchored(origins.period) && period) {
    for (const when of [...spoken.periods, yearBefore(period)])
      if (when.label !== period.label)
        changes.push({ part: "period", of: (one) => ({ ...one, period: when }) });
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
