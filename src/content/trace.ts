import { toUnits } from "./amounts.ts";
import type { BillOfMaterials, ContentMethod, Part } from "./part.ts";
import { type Qualification, qualificationOf } from "./qualification.ts";
import { type ContentSettings, methodOf } from "./settings.ts";

/** What is in one good, by the rule and in truth; amounts in whole ten-thousandths. */
export interface TracedPart {
  readonly part: Part;
  readonly regional: boolean;
  readonly method: ContentMethod;
  /** Net cost or transaction value; null where the method's is not given. */
  readonly base: number | null;
  /** VNM: the non-originating materials inside as the rule counts them, with roll-up. */
  readonly nonOriginating: number;
  /** All content added outside the region, through all tiers. */
  readonly nonRegional: number;
  /** Regional content inside materials that were made outside the region. */
  readonly returned: number;
  readonly qualification: Qualification;
  /** What the next producer counts as non-originating: all of it, what is inside, or nothing. */
  readonly passedOn: number;
  /** What the next producer counts as originating though it is not (Article 4.5.4); 0 at the good. */
  readonly rolledUp: number;
  /** True where no later producer stands outside the region, so that the roll-up reaches the good. */
  readonly reachesGood: boolean;
}

/**
 * Follows the content of a bill of materials from the last tier to the final good.
 *
 * By the rule, a material made in the region passes on nothing where it qualifies (Article 4.5.4,
 * roll-up) and otherwise the non-originating materials inside it (General Note 11(c)(iv): processing
 * and originating materials in the region are left out of their value); one made outside passes on
 * its whole value. In truth, each stage adds its own content where it is made.
 */
export function traceBill(bill: BillOfMaterials, settings: ContentSettings): TracedPart[] {
  const { parts } = bill;
  const indexes = new Map(parts.map((part, index) => [part.id, index]));
  const parents = parts.map((part) => (part.parent === null ? -1 : indexes.get(part.parent)!));
  const regional = parts.map((part) => settings.region.has(part.origin));
  const sums = parts.map(() => ({ nonOriginating: 0, nonRegional: 0, returned: 0 }));
  const traced = new Array<TracedPart>(parts.length);

  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index]!;
    const inside = sums[index]!;
    const value = toUnits(part.value);
    const one = regional[index]
      ? tracedInRegion(part, inside, settings)
      : tracedOutside(part, inside, settings);
    traced[index] = part.parent === null ? { ...one, rolledUp: 0 } : one;
    const outer = sums[parents[index]!];
    if (outer) {
      outer.nonOriginating += one.passedOn;
      outer.nonRegional += one.nonRegional;
      outer.returned += regional[index] ? one.returned : value - one.nonRegional;
    }
  }
  return markReaching(traced, parents);
}

type Inside = Pick<TracedPart, "nonOriginating" | "nonRegional" | "returned">;

function tracedInRegion(part: Part, inside: Inside, settings: ContentSettings): TracedPart {
  const method = methodOf(part, settings);
  const amount = method === "net-cost" ? part.netCost : (part.transactionValue ?? part.value);
  const base = amount === null ? null : toUnits(amount);
  const { nonOriginating } = inside;
  const qualification = qualificationOf({ part, method, base, nonOriginating }, settings);
  const rolledUp = qualification.qualifies ? nonOriginating : 0;
  const passedOn = nonOriginating - rolledUp;
  return {
    ...inside,
    part,
    regional: true,
    method,
    base,
    qualification,
    passedOn,
    rolledUp,
    reachesGood: true,
  };
}

function tracedOutside(part: Part, inside: Inside, settings: ContentSettings): TracedPart {
  const value = toUnits(part.value);
  const method = methodOf(part, settings);
  const judged = { part, method, base: value, nonOriginating: value };
  return {
    part,
    regional: false,
    method,
    base: value,
    nonOriginating: value,
    nonRegional: toUnits(part.ownContent) + inside.nonRegional,
    returned: inside.returned,
    qualification: qualificationOf(judged, settings),
    passedOn: value,
    rolledUp: 0,
    reachesGood: true,
  };
}

/** Parents stand before their parts, so one pass from the good settles every part. */
function markReaching(traced: readonly TracedPart[], parents: readonly number[]): TracedPart[] {
  const reaching: boolean[] = [];
  return traced.map((one, index) => {
    const outer = parents[index]!;
    reaching[index] = outer < 0 || (reaching[outer]! && traced[outer]!.regional);
    return { ...one, reachesGood: reaching[index] };
  });
}
