import { pick } from "../../test/random.ts";
import { type Draw, flow, PARTNERS, type Statement, YEARS } from "./slips.ts";

/** What gives the wrong number of a comparison. */
type Slip = (one: number, other: number) => number;

/** One flow with two partners, compared in one way, and the number of another. */
function compared(
  as: "difference" | "times" | "percent",
  right: Slip,
  wrong: Slip,
  truth: Record<string, unknown>,
): Draw {
  return (random, figures) => {
    const [partner, second, year] = [
      pick(random, PARTNERS),
      pick(random, PARTNERS),
      pick(random, YEARS),
    ];
    const of = pick(random, ["exports", "imports"] as const);
    const [one, other] = [figures[of](partner, year), figures[of](second, year)];
    if (!one || !other || partner === second) return null;
    const plain = flow(of, partner, year, right(one, other));
    const statement: Statement = {
      ...plain,
      compute: { ...plain.compute, than: { partner: second, as } },
      unit: as === "difference" ? "USD" : as,
    };
    return { statement, wrong: wrong(one, other), truth: [truth] };
  };
}

const percent: Slip = (one, other) => (one / other - 1) * 100;

/** Slips of statements that compare two figures. */
export const comparisonSlips: Readonly<Record<string, Draw>> = {
  "compared the other way round": compared(
    "times",
    (one, other) => one / other,
    (one, other) => other / one,
    { compared: "the other way round" },
  ),
  "how many times for how much more": compared(
    "percent",
    percent,
    (one, other) => (one / other) * 100,
    { comparedBy: "percent-of" },
  ),
  "how much more over the larger": compared(
    "percent",
    percent,
    (one, other) => ((one - other) / one) * 100,
    { comparedBy: "percent-over-first" },
  ),
  "one figure for the difference": compared(
    "difference",
    (one, other) => one - other,
    (one) => one,
    { compared: "the first alone" },
  ),
  "a comparison of another year": (random, figures) => {
    const [partner, second] = [pick(random, PARTNERS), pick(random, PARTNERS)];
    const year = pick(random, YEARS);
    const of = pick(random, ["exports", "imports"] as const);
    const difference = (at: number) => {
      const [one, other] = [figures[of](partner, at), figures[of](second, at)];
      return one && other ? one - other : null;
    };
    const [right, wrong] = [difference(year), difference(year - 1)];
    if (!right || !wrong) return null;
    const plain = flow(of, partner, year, right);
    return {
      statement: { ...plain, compute: { ...plain.compute, than: { partner: second } } },
      wrong,
      truth: [{ period: String(year - 1) }],
    };
  },
};
