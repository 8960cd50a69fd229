import type { Reading, Statement, Subject } from "../../statements/statement.ts";
import { shifted } from "../../statements/times.ts";
import { changedPart } from "./choices.ts";
import type { Figures } from "./figures.ts";
import { chanceOf, isWeak } from "./printed.ts";
import { type Tried, trialsOf } from "./try.ts";

/** Of random numbers no more than this part may agree with what a neighbour vouches for. */
const MOST_CHANCE = 0.06;

/**
 * Numbers that no reading confirmed, read with the parts of a confirmed number beside them: of "exports
 * rose 6 percent to 143 billion" the second says whose exports, and when.
 */
export function vouched(tried: readonly Tried[], figures: Figures): Tried[] {
  return tried.map((one, index) => {
    const [first] = one.read.readings;
    if (one.confirmed || !first) return one;
    let chance = 0;
    const seen = new Set<string>();
    for (const { confirmed } of neighboursOf(tried, index)) {
      for (const statement of variants(first.statement, confirmed!.reading.statement)) {
        const key = JSON.stringify([
          statement.subject,
          statement.period?.label,
          statement.from?.label,
        ]);
        if (seen.has(key)) continue;
        seen.add(key);
        const reading: Reading = {
          statement,
          instead: changedPart(first.statement, statement),
          weight: 0,
        };
        const trials = trialsOf(one.read, reading, figures);
        chance += trials.length === 0 ? 0 : chanceOf(trials[0]!.reported);
        if (chance > MOST_CHANCE) return one;
        const agreeing = trials.find(({ agrees }) => agrees);
        if (agreeing) return { ...one, tried: one.tried + 1, confirmed: agreeing };
      }
    }
    return one;
  });
}

/** Confirmed numbers of the same sentence, then of the sentences beside, the nearest first. */
function neighboursOf(tried: readonly Tried[], index: number): Tried[] {
  const { sentence, passage } = tried[index]!.read;
  const found: { one: Tried; far: number }[] = [];
  for (let at = Math.max(0, index - REACH); at <= index + REACH; at++) {
    const one = tried[at];
    if (!one?.confirmed || isWeak(one.read.number) || one.read.passage !== passage) continue;
    const far = Math.abs(at - index) + (one.read.sentence === sentence ? 0 : REACH);
    found.push({ one, far });
  }
  return found
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_NEIGHBOURS)
    .map(({ one }) => one);
}

const REACH = 4;
const MOST_NEIGHBOURS = 3;
const SURE = new Set(["beside", "table"]);

/** What a statement says with the parts of another in place of those that stand far from its number. */
function variants(own: Statement, other: Statement): Statement[] {
  const { origins, subject, period, from } = own;
  const isOpen = (part: "partner" | "period" | "flow" | "product") => !SURE.has(origins[part]);
  const partner = isOpen("partner") ? other.subject.partners : subject.partners;
  const product =
    isOpen("product") || subject.product === null ? other.subject.product : subject.product;
  const sector = SURE.has(origins.sector) ? subject.sector : other.subject.sector;
  const [flow, as] = isOpen("flow")
    ? [other.subject.flow, other.subject.as]
    : [subject.flow, subject.as];
  const when = isOpen("period") ? timesLike(own, other) : { period, from };
  const whole = ({ partners, sector: counted, flow: moved }: Partial<Subject>) => {
    if (own.against === null) return null;
    const isOfSame = own.against.partners.join() === subject.partners.join();
    return {
      ...own.against,
      ...(isOfSame && partners && { partners }),
      ...(isOfSame && counted && { sector: counted }),
      ...(moved && own.against.flow === subject.flow && { flow: moved }),
    };
  };
  const make = (change: Partial<Subject>, times = when): Statement => ({
    ...own,
    subject: { ...subject, ...change },
    against: whole(change),
    ...times,
  });
  return [
    make({ partners: partner, product, sector, flow, as }),
    make({ partners: partner, product, sector }),
    make({ partners: partner, product, sector, flow, as }, { period, from }),
    make({}),
  ];
}

/** The time of the other, and for a change a beginning as long before. */
function timesLike(
  { period, from }: Statement,
  other: Statement,
): Pick<Statement, "period" | "from"> {
  if (!from || !period || !other.period) return { period: other.period, from };
  return {
    period: other.period,
    from: other.from ?? shifted(other.period, period.first - from.first),
  };
}
