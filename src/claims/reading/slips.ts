import type { PartName, Statement, Subject } from "../../statements/statement.ts";
import { shifted } from "../../statements/times.ts";
import type { CheckedNumber } from "./checked.ts";
import { ofDigits, sureSlip, turned } from "./digit-slips.ts";
import type { Figures } from "./figures.ts";
import { growthSlip } from "./growth-slips.ts";
import { agreesOtherwise, spokenNear } from "./otherwise.ts";
import { doubts, partOf } from "./outcomes.ts";
import { digitsOf, isBound } from "./printed.ts";
import { agreeingTrial, type Trial, trialsOf } from "./try.ts";

/** With fewer digits a slip would be found for almost any number. */
const FEWEST_DIGITS = 3;

/**
 * Names the likely slip of each number that disagrees. A number whose reading is not sure, but whose
 * digits are those of the reading with two of them exchanged, disagrees too: no other reading would have
 * them so.
 */
export function withSlips(numbers: readonly CheckedNumber[], figures: Figures): CheckedNumber[] {
  const partners = partnersIn(numbers);
  const spoken = spokenIn(numbers);

  const judged = (one: CheckedNumber, trial: Trial, index: number): CheckedNumber => {
    for (const own of [trial, ...trialsOf(one.read, trial.reading, figures)]) {
      const digits = ofDigits(one.read.number, own);
      if (digits !== null) return { ...one, trial: own, slip: digits };
    }
    const part = agreesOtherwise(one, trial, spokenNear(numbers, index), figures);
    if (part) return { ...one, outcome: "unsure", part, because: doubts[part] };
    return { ...one, slip: ofStatement(one, trial, partners, figures) };
  };
  return numbers.map((one, index) => {
    const { outcome, trial, read } = one;
    if (!trial || isBound(read.number.comparator)) return one;
    const ofGrowth =
      outcome === "unsure" || outcome === "disagrees" ? growthSlip(numbers, index, figures) : null;
    if (ofGrowth) return { ...one, ...ofGrowth, outcome: "disagrees", part: null, because: null };
    if (digitsOf(read.number) < FEWEST_DIGITS) {
      if (outcome === "disagrees") {
        const turn = turned(one, trial);
        return turn ? { ...one, ...turn } : judged(one, trial, index);
      }
      const sure = outcome === "unsure" ? turned(one, trial) : null;
      return sure ? { ...one, ...sure, outcome: "disagrees", part: null, because: null } : one;
    }
    if (outcome === "unsure") {
      const sure = sureSlip(one, figures);
      if (sure) return { ...one, ...sure, outcome: "disagrees", part: null, because: null };
      const slip = unspokenSlip(one, trial, partners, figures, spoken);
      return slip === null || agreesOtherwise(one, trial, spokenNear(numbers, index), figures)
        ? one
        : { ...one, outcome: "disagrees", part: null, because: null, slip };
    }
    return outcome === "disagrees" ? judged(one, trial, index) : one;
  });
}

/** The partners of which the document speaks. */
function partnersIn(numbers: readonly CheckedNumber[]): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const { trial } of numbers) {
    const codes = trial?.reading.statement.subject.partners;
    if (codes) found.set(codes.join(), codes);
  }
  return [...found.values()];
}

/** A slip in what was looked up: the statement that the printed number is true of. */
function ofStatement(
  { read }: CheckedNumber,
  { reading: { statement } }: Trial,
  partners: readonly (readonly string[])[],
  figures: Figures,
): string | null {
  for (const [what, other] of neighbours(statement, partners)) {
    if (agreeingTrial(read, { statement: other, instead: null, weight: 1 }, figures)) return what;
  }
  return null;
}

/** What the readings of a paragraph and its neighbours name, which may well be meant by one of its numbers. */
type Spoken = (passage: number, part: PartName, label: string) => boolean;

function spokenIn(numbers: readonly CheckedNumber[]): Spoken {
  const said = new Map<number, Set<string>>();
  for (const { read } of numbers) {
    const own = said.get(read.passage) ?? new Set();
    said.set(read.passage, own);
    for (const { statement } of read.readings) {
      for (const part of SPOKEN)
        own.add(`${part === "from" ? "period" : part}|${partOf(statement, part)}`);
    }
  }
  return (passage, part, label) =>
    [passage - 1, passage, passage + 1].some((at) => said.get(at)?.has(`${part}|${label}`));
}

const SPOKEN = ["period", "from", "partner", "flow", "sector"] as const;

/**
 * The slip of a number whose reading is not quite sure: it is true of what nothing near speaks of, so that
 * it can hardly have been meant.
 */
function unspokenSlip(
  { read }: CheckedNumber,
  { reading: { statement } }: Trial,
  partners: readonly (readonly string[])[],
  figures: Figures,
  spoken: Spoken,
): string | null {
  for (const [what, other] of neighbours(statement, partners)) {
    const part = (["period", "partner", "flow", "sector"] as const).find(
      (one) => partOf(other, one) !== partOf(statement, one),
    );
    if (!part || spoken(read.passage, part, partOf(other, part))) continue;
    if (read.sentence.includes(partOf(other, part))) continue;
    if (agreeingTrial(read, { statement: other, instead: null, weight: 1 }, figures)) return what;
  }
  return null;
}

/** What authors take by mistake, the likeliest first. */
function* neighbours(
  statement: Statement,
  partners: readonly (readonly string[])[],
): Generator<readonly [string, Statement]> {
  const { subject, against, period, from, quantity } = statement;
  const of = (change: Partial<Subject>): Statement => ({
    ...statement,
    subject: { ...subject, ...change },
  });
  const moved = (by: number): Statement => ({
    ...statement,
    period: shifted(period!, by),
    from: from && shifted(from, by),
  });
  for (const years of [1, -1, 2])
    yield [`that of ${moved(12 * years).period!.label}`, moved(12 * years)];
  if (from) yield [`from ${shifted(from, 12).label}`, { ...statement, from: shifted(from, 12) }];
  if (subject.flow === "balance") {
    yield ["imports, not the balance", of({ flow: "imports", as: "value" })];
    yield ["exports, not the balance", of({ flow: "exports", as: "value" })];
  } else if (subject.flow !== "total") {
    const flow = subject.flow === "exports" ? "imports" : "exports";
    const turned = of({ flow });
    yield [
      `${flow}, not ${subject.flow}`,
      against?.flow === subject.flow ? { ...turned, against: { ...against, flow } } : turned,
    ];
  }
  if (against) {
    for (const flow of ["exports", "imports", "total"] as const) {
      if (flow !== against.flow)
        yield [`in percent of ${flow}`, { ...statement, against: { ...against, flow } }];
    }
  }
  if (quantity === "growth" || quantity === "change" || quantity === "points") {
    yield ["the other direction", { ...statement, direction: statement.direction === -1 ? 1 : -1 }];
  }
  if (subject.product === null) {
    for (const sector of ["goods", "both", "services"] as const) {
      if (sector !== subject.sector)
        yield [sector === "both" ? "goods and services" : `${sector} alone`, of({ sector })];
    }
  }
  for (const codes of partners) {
    if (codes.join() !== subject.partners.join())
      yield [`that of ${codes.join(" and ")}`, of({ partners: codes })];
  }
}
