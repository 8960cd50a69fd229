import type { Reading, Statement, Subject } from "../../statements/statement.ts";
import { changedPart, choicesOf, neighboursOf, timesOf, withParts } from "./choices.ts";
import type { Figures } from "./figures.ts";
import { chanceOf, isBound, printedAs } from "./printed.ts";
import { agreeingTrial, BEYOND_CHANCE, type Trial, type Tried } from "./try.ts";

/** With fewer digits too many readings would agree. */
const MOST_CHANCE = 0.02;
/** So many readings are tried at most, and none that is less likely. */
const MOST_READINGS = 80;
const LEAST_WEIGHT = 0.002;

/**
 * Numbers that no reading confirmed, read once more with what the data confirmed of those around them,
 * before and behind: each part that no word beside the number says may be that of any of them. It counts,
 * as ever, only where it is so much likelier than that a random number agrees.
 */
export function secondLook(tried: readonly Tried[], figures: Figures): Tried[] {
  return tried.map((one, index) => {
    const { read, confirmed } = one;
    const [first] = read.readings;
    if (confirmed || !first || isBound(read.number.comparator)) return one;
    const reported = printedAs(read.number, first.statement);
    const chance = reported === null ? 1 : chanceOf(reported);
    if (chance > MOST_CHANCE) return one;
    const likely = likelyOf(tried, index);
    const all = likely.reduce((sum, { weight }) => sum + weight, 0);
    const known = agreeingOf(one.agreeing);
    for (const { weight, key, reading } of likely.slice(0, MOST_READINGS)) {
      if (weight / all < BEYOND_CHANCE * chance) break;
      const sure = key === null ? undefined : known.get(key);
      if (sure) return { ...one, confirmed: sure };
      const agreeing = agreeingTrial(read, reading(), figures);
      if (agreeing) return { ...one, tried: one.tried + 1, confirmed: agreeing };
    }
    return one;
  });
}

/** What was tried already and agrees, by what it says. */
function agreeingOf(agreeing: readonly Trial[]): Map<string, Trial> {
  const found = new Map<string, Trial>();
  for (const trial of agreeing) {
    const key = keyOf(trial.reading.statement);
    if (!found.has(key)) found.set(key, trial);
  }
  return found;
}

const texts = new WeakMap<Subject, string>();

/** Readings of one number share their subjects. */
function textOf(subject: Subject | null): string {
  if (subject === null) return "";
  const known = texts.get(subject) ?? JSON.stringify(subject);
  texts.set(subject, known);
  return known;
}

function subjectKey({ quantity, subject, against }: Statement): string {
  return `${quantity}|${textOf(subject)}|${textOf(against)}`;
}

function timesKey({ period, from }: Pick<Statement, "period" | "from">): string {
  return `${period?.label}|${from?.label}`;
}

function keyOf(statement: Statement): string {
  return `${subjectKey(statement)}|${timesKey(statement)}`;
}

/** A reading that may be meant: there may be thousands, of which few are made. */
interface Likely {
  weight: number;
  /** What it says, where the words of the number say it too. */
  readonly key: string | null;
  reading: () => Reading;
}

/** Every choice of one of each part that is likely enough, with its own readings, the likeliest first. */
function likelyOf(tried: readonly Tried[], index: number): Likely[] {
  const { readings } = tried[index]!.read;
  const near = neighboursOf(tried, index);
  const { statement: first, weight: most } = readings[0]!;
  const partners = choicesOf("partner", ({ partners: codes }) => codes, readings, near);
  const flows = choicesOf("flow", ({ flow, as }) => ({ flow, as }), readings, near);
  const products = choicesOf(
    "product",
    ({ product, without }) => ({ product, without }),
    readings,
    near,
  );
  const sectors = choicesOf("sector", ({ sector }) => sector, readings, near);
  const times = timesOf(readings, near);
  const found: Likely[] = [];
  // Their own readings by subject, then by time.
  const said = new Map<string, Map<string, Likely>>();
  for (const reading of readings) {
    const subject = subjectKey(reading.statement);
    const own = said.get(subject) ?? new Map<string, Likely>();
    said.set(subject, own);
    const time = timesKey(reading.statement);
    const one = {
      weight: Math.min(1, reading.weight / most),
      key: keyOf(reading.statement),
      reading: () => reading,
    };
    const known = own.get(time);
    if (known) takeLikelier(known, one);
    else found.push(one) && own.set(time, one);
  }
  const choose = (weight: number, own: Parameters<typeof withParts>[1]): void => {
    if (times.length === 0 || weight * times[0]!.weight < LEAST_WEIGHT) return;
    const whole = withParts(first, own, times[0]!.value);
    const same = said.get(subjectKey(whole));
    for (const time of times) {
      const both = weight * time.weight;
      if (both < LEAST_WEIGHT) return;
      const known = same?.get(timesKey(time.value));
      const one: Likely = {
        weight: both,
        key: known?.key ?? null,
        reading: () => {
          const statement = { ...whole, period: time.value.period, from: time.value.from };
          return { statement, weight: both, instead: changedPart(first, statement) };
        },
      };
      if (known) takeLikelier(known, one);
      else found.push(one);
    }
  };
  for (const partner of partners) {
    for (const flow of flows) {
      for (const product of products) {
        for (const sector of sectors) {
          choose(partner.weight * flow.weight * product.weight * sector.weight, {
            partners: partner.value,
            sector: sector.value,
            flow: flow.value.flow,
            as: flow.value.as,
            product: product.value.product,
            without: product.value.without,
          });
        }
      }
    }
  }
  return found.sort((a, b) => b.weight - a.weight);
}

/** Of two readings that say the same the likelier counts. */
function takeLikelier(known: Likely, other: Likely): void {
  if (known.weight >= other.weight) return;
  known.weight = other.weight;
  known.reading = other.reading;
}
