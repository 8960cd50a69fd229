import { toUnits } from "./amounts.ts";
import type { BillOfMaterials, ContentMethod, Part } from "./part.ts";
import { type Qualification, type QualificationReason, qualificationOf } from "./qualification.ts";
import { type ContentSettings, methodOf } from "./settings.ts";

/** What is in one good, by the rule and in truth; amounts in whole ten-thousandths. */
export interface TracedPart {
  readonly part: Part;
  readonly regional: boolean;
  readonly method: ContentMethod;
  /** Net cost, transaction value or adjusted value; null where the method's is not given. */
  readonly base: number | null;
  /** VNM: the non-originating materials inside as the rule counts them, with roll-up. */
  readonly nonOriginating: number;
  /** What counts as originating by the method; null without a base. */
  readonly counted: number | null;
  /** All content added outside the region, through all tiers. */
  readonly nonRegional: number;
  /** Regional content inside materials that were made outside the region. */
  readonly returned: number;
  readonly qualification: Qualification;
  /** What the next producer counts as non-originating: all of it, what is inside, or nothing. */
  readonly passedOn: number;
  /** The same where this good may not be designated as an intermediate material (Article 4.8). */
  readonly passedOnUndesignated: number;
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
 *
 * A self-produced material that must reach a regional value content is judged without designating
 * another such material inside it (Article 4.8). Where it qualifies so, it is the one that is
 * designated; where it does not, those inside it are.
 * @param accepted parts that qualify although they fall short by themselves.
 */
export function traceBill(
  bill: BillOfMaterials,
  settings: ContentSettings,
  accepted: ReadonlySet<Part> = new Set(),
): TracedPart[] {
  const { parts } = bill;
  const indexes = new Map(parts.map((part, index) => [part.id, index]));
  const parents = parts.map((part) => (part.parent === null ? -1 : indexes.get(part.parent)!));
  const sums = parts.map(emptySums);
  const traced = new Array<TracedPart>(parts.length);

  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index]!;
    const inside = sums[index]!;
    const one = settings.region.has(part.origin)
      ? tracedInRegion(part, inside, { settings, accepted: accepted.has(part) })
      : tracedOutside(part, inside, settings);
    traced[index] = part.parent === null ? { ...one, rolledUp: 0 } : one;
    const outer = sums[parents[index]!];
    if (outer) addTo(outer, one);
  }
  return markReaching(traced, parents);
}

interface Sums {
  nonOriginating: number;
  undesignated: number;
  nonRegional: number;
  returned: number;
  /** The value of the materials that originate. */
  originating: number;
  /** The value of those that do not, and do not undergo the change of classification. */
  unchanged: number;
  changesStated: boolean;
}

function emptySums(): Sums {
  return {
    ...{ nonOriginating: 0, undesignated: 0, nonRegional: 0, returned: 0 },
    ...{ originating: 0, unchanged: 0, changesStated: true },
  };
}

function addTo(sums: Sums, one: TracedPart): void {
  const value = toUnits(one.part.value);
  sums.nonOriginating += one.passedOn;
  sums.undesignated += one.passedOnUndesignated;
  sums.nonRegional += one.nonRegional;
  sums.returned += one.regional ? one.returned : value - one.nonRegional;
  if (one.qualification.qualifies) sums.originating += value;
  else {
    if (one.part.tariffChange === false) sums.unchanged += value;
    if (one.part.tariffChange === null) sums.changesStated = false;
  }
}

interface Context {
  readonly settings: ContentSettings;
  readonly accepted: boolean;
}

function tracedInRegion(part: Part, inside: Sums, { settings, accepted }: Context): TracedPart {
  const method = methodOf(part, settings);
  const amount = method === "net-cost" ? part.netCost : (part.transactionValue ?? part.value);
  const base = amount === null ? null : toUnits(amount);
  const nonOriginating = part.selfProduced ? inside.undesignated : inside.nonOriginating;
  const counted = countedBy(method, base, inside.originating, nonOriginating);
  const qualification = qualificationOf(
    {
      ...{ part, method, base, nonOriginating, counted, acceptedTogether: accepted },
      ...{ unchanged: inside.unchanged, changesStated: inside.changesStated },
    },
    settings,
  );
  const rolledUp = qualification.qualifies ? inside.nonOriginating : 0;
  const passedOn = inside.nonOriginating - rolledUp;
  const limited = part.selfProduced && !settled.has(qualification.reason);
  return {
    ...{ part, regional: true, method, base, nonOriginating, counted },
    ...{ nonRegional: inside.nonRegional, returned: inside.returned },
    ...{ qualification, passedOn, rolledUp, reachesGood: true },
    passedOnUndesignated: limited ? inside.undesignated : passedOn,
  };
}

/** What settles the origin of a material without a regional value content of its own. */
const settled: ReadonlySet<QualificationReason> = new Set([
  "declared",
  "originating-materials-only",
  "tariff-change",
  "de-minimis",
]);

/** By build-up what the originating materials are worth; else the base less what does not originate. */
function countedBy(
  method: ContentMethod,
  base: number | null,
  originating: number,
  nonOriginating: number,
): number | null {
  if (base === null) return null;
  return method === "build-up" ? originating : base - nonOriginating;
}

function tracedOutside(part: Part, inside: Sums, settings: ContentSettings): TracedPart {
  const value = toUnits(part.value);
  const method = methodOf(part, settings);
  const judged = {
    ...{ part, method, base: value, nonOriginating: value, counted: 0 },
    ...{ unchanged: 0, changesStated: false, acceptedTogether: false },
  };
  return {
    ...{ part, regional: false, method, base: value, nonOriginating: value, counted: 0 },
    nonRegional: toUnits(part.ownContent) + inside.nonRegional,
    returned: inside.returned,
    qualification: qualificationOf(judged, settings),
    ...{ passedOn: value, passedOnUndesignated: value, rolledUp: 0, reachesGood: true },
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
