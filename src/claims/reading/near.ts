import type { WrittenOn } from "../../statements/date.ts";
import type { CheckedNumber } from "./checked.ts";
import { revisionBefore } from "./days.ts";
import type { Figures } from "./figures.ts";
import { trialsOf } from "./try.ts";

/**
 * Numbers that are off by no more than data are revised, where a revision lies between the text and
 * the data; and those that no data of their day have, by the data of a later day.
 */
export function near(
  numbers: readonly CheckedNumber[],
  written: WrittenOn | null,
  figures: Figures,
  newest: Figures,
): CheckedNumber[] {
  return numbers.map((one) => {
    const { outcome, trial } = one;
    if (outcome === "no-data" && figures !== newest) return byLaterData(one, newest);
    if (!trial || trial.agrees || (outcome !== "disagrees" && outcome !== "unsure")) return one;
    const { statement } = trial.reading;
    const { partners, product, without } = statement.subject;
    const data = figures.dataOf(partners, product ?? without, trial.definition, statement.period!);
    const isRevised = written !== null && data.some((name) => isOfOther(name, written.label));
    if (!isRevised && !isCloseTo(one, newest)) return { ...one, data };
    if (!isRevised || !isWithin(one, figures)) {
      return isCloseTo(one, newest)
        ? {
            ...one,
            data,
            outcome: "near",
            because: "the figure has been revised, and a later vintage has it",
          }
        : { ...one, data };
    }
    return {
      ...one,
      data,
      outcome: "near",
      because: "the data have been revised since it was written",
    };
  });
}

function isOfOther(name: string, day: string): boolean {
  const vintage = /\d{4}-\d{2}$/.exec(name)?.[0];
  return vintage !== undefined && revisionBefore(vintage) !== revisionBefore(day);
}

/** Whether the newest data have the number as it is printed. */
function isCloseTo({ read, trial }: CheckedNumber, newest: Figures): boolean {
  return trialsOf(read, trial!.reading, newest).some(
    ({ agrees, definition }) => agrees && definition === trial!.definition,
  );
}

function byLaterData(one: CheckedNumber, newest: Figures): CheckedNumber {
  const [first] = one.read.readings;
  if (!first) return one;
  const trials = trialsOf(one.read, first, newest);
  const trial = trials.find(({ agrees }) => agrees) ?? trials[0];
  if (!trial) return one;
  const base = { ...one, trial, tried: trials.length };
  if (trial.agrees) return { ...base, outcome: "agrees", because: null };
  return { ...base, outcome: "unsure", because: "only data of a later day have it" };
}

/** How far revisions carry a figure: measured on three vintages; a balance moves most. */
function isWithin({ trial }: CheckedNumber, figures: Figures): boolean {
  const { reading, computed, reported, definition } = trial!;
  const { quantity, subject, period } = reading.statement;
  const off = Math.abs(computed - reported.value);
  if (quantity === "growth" || quantity === "annual-growth") return off <= 1.5;
  if (
    quantity === "share" ||
    quantity === "ratio" ||
    quantity === "points" ||
    quantity === "multiple"
  )
    return off <= Math.max(0.2, Math.abs(computed) * 0.02);
  if (quantity === "rank" || quantity === "value-added") return false;
  const traded = (["exports", "imports"] as const).reduce(
    (sum, flow) =>
      sum + (figures.flow(flow, subject.partners, subject.product, definition, period!) ?? 0),
    0,
  );
  if (subject.flow === "balance") return off <= traded * 0.005;
  return off <= (quantity === "change" ? traded * 0.01 : Math.abs(computed) * 0.015);
}
