/**
 * The metrics as pure functions, for programs. Each takes one object of numbers by their names and
 * returns a number, or null where there is none: where a number is null or not finite, and where
 * its formula says so. Nothing here needs Node.
 */
import { balance as balanceOf } from "./balance.ts";
import { tradeComplementarity as complementarityOf } from "./complementarity.ts";
import {
  herfindahlHirschman as concentrationOf,
  normalisedHerfindahlHirschman as normalisedConcentrationOf,
} from "./concentration.ts";
import { type Contribution, contribution as contributionOf } from "./contribution.ts";
import { coverage as coverageOf } from "./coverage.ts";
import { deficitRatio as deficitRatioOf } from "./deficit-ratio.ts";
import {
  deflatedGrowth as deflatedGrowthOf,
  realValue as realValueOf,
  realValueOfFixedAmount as realValueOfFixedAmountOf,
} from "./deflate.ts";
import { areKnown, type Given, ofGiven, ofLists, refuseOther } from "./given.ts";
import {
  compoundAnnualGrowth as compoundAnnualGrowthOf,
  growth as growthOf,
  index as indexOf,
} from "./growth.ts";
import {
  aquinoIndex as aquinoIndexOf,
  correctedGrubelLloyd as correctedGrubelLloydOf,
  grubelLloyd as grubelLloydOf,
} from "./grubel-lloyd.ts";
import { intraregionalShare as intraregionalShareOf } from "./intraregional-share.ts";
import { nonPetroleumBalance as nonPetroleumBalanceOf } from "./non-petroleum.ts";
import { normalisedBalance as normalisedBalanceOf } from "./normalised-balance.ts";
import { ratioOfShares, type TwoShares } from "./ratio-of-shares.ts";
import { symmetricComparativeAdvantage as symmetricOf } from "./revealed-comparative-advantage.ts";
import { share as shareOf } from "./share.ts";
import { kojimaIntensity as kojimaIntensityOf } from "./trade-intensity.ts";

/** The two flows of trade, in one currency. */
interface Flows {
  readonly exports: number;
  readonly imports: number;
}

/** The same flows by product, in like order. */
interface FlowLists {
  readonly exports: readonly number[];
  readonly imports: readonly number[];
}

/** What changes from one period to another. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Exports less imports, in their unit; negative for a deficit. */
export function balance(flows: Given<Flows>): number | null {
  return ofGiven(flows, balanceOf);
}

/** The balance in percent of exports; negative for a deficit. Null without exports. */
export function deficitRatio(flows: Given<Flows>): number | null {
  return ofGiven(flows, deficitRatioOf);
}

/** Exports in percent of imports. Null without imports. */
export function coverage(flows: Given<Flows>): number | null {
  return ofGiven(flows, coverageOf);
}

/** The balance over both flows, from -1 to 1. Null without trade. */
export function normalisedBalance(flows: Given<Flows>): number | null {
  return ofGiven(flows, normalisedBalanceOf);
}

/** The balance without petroleum, which is taken out of exports only where they are given. */
export function nonPetroleumBalance(
  flows: Given<Flows & { readonly petroleumImports: number }> & {
    readonly petroleumExports?: number | null;
  },
): number | null {
  refuseOther(flows);
  const { petroleumExports = 0, ...others } = flows;
  return ofGiven({ ...others, petroleumExports }, nonPetroleumBalanceOf);
}

/** A part in percent of a whole. Null where the whole is zero. */
export function share(parts: Given<{ readonly part: number; readonly whole: number }>) {
  return ofGiven(parts, ({ part, whole }) => shareOf(part, whole));
}

/** The change in percent of the start. Null from zero, and from a surplus to a deficit. */
export function growth(ends: Given<Ends>): number | null {
  return ofGiven(ends, ({ from, to }) => growthOf(from, to));
}

/** The yearly growth in percent that leads from the start to the end in so many years. */
export function compoundAnnualGrowth(ends: Given<Ends & { readonly years: number }>) {
  return ofGiven(ends, ({ from, to, years }) => compoundAnnualGrowthOf(from, to, years));
}

/** A value on a base that is 100. Null where the base is zero or has the opposite sign. */
export function index(numbers: Given<{ readonly base: number; readonly value: number }>) {
  return ofGiven(numbers, ({ base, value }) => indexOf(base, value));
}

/**
 * What a member has to do with the change of a whole: its own change, the percentage points of the
 * whole's growth, and its share of the whole's change in percent. Null each where it has none.
 */
export function contribution(
  ends: Given<Ends & { readonly fromWhole: number; readonly toWhole: number }>,
): { readonly [Name in keyof Contribution]: number | null } {
  refuseOther(ends);
  const { from, to, fromWhole, toWhole } = ends as { [Name in keyof typeof ends]: number };
  if (!areKnown([from, to, fromWhole, toWhole])) {
    return { change: null, points: null, shareOfChange: null };
  }
  return contributionOf({ from, to }, { from: fromWhole, to: toWhole });
}

interface List {
  readonly flows: readonly number[];
}

/** Herfindahl-Hirschman: the sum of the squared shares, from 1 / n to 1. Null without trade. */
export function herfindahlHirschman(list: Given<List>): number | null {
  return ofLists<List>(list, ["flows"], ({ flows = [] }) => concentrationOf(flows));
}

/** The same from 0, all members alike, to 1. Null of fewer than two members. */
export function normalisedHerfindahlHirschman(list: Given<List>): number | null {
  return ofLists<List>(list, ["flows"], ({ flows = [] }) => normalisedConcentrationOf(flows));
}

function ofFlowLists(
  flows: Given<FlowLists>,
  formula: (exports: readonly number[], imports: readonly number[]) => number | null,
): number | null {
  return ofLists<FlowLists>(flows, ["exports", "imports"], ({ exports = [], imports = [] }) =>
    formula(exports, imports),
  );
}

/** Trade within industries in percent of all trade, from 0 to 100. */
export function grubelLloyd(flows: Given<FlowLists>): number | null {
  return ofFlowLists(flows, grubelLloydOf);
}

/** The same corrected for the imbalance of all trade. */
export function correctedGrubelLloyd(flows: Given<FlowLists>): number | null {
  return ofFlowLists(flows, correctedGrubelLloydOf);
}

/** The same corrected product by product, after Aquino. */
export function aquinoIndex(flows: Given<FlowLists>): number | null {
  return ofFlowLists(flows, aquinoIndexOf);
}

/** How alike the composition of exports and of imports is, from 0 to 100. */
export function tradeComplementarity(flows: Given<FlowLists>): number | null {
  return ofFlowLists(flows, complementarityOf);
}

/** Balassa's index: a product's share of exports over its share of the world's exports. */
export function revealedComparativeAdvantage(flows: Given<TwoShares>): number | null {
  return ofGiven<TwoShares>(flows, ratioOfShares);
}

/** The same from -1 to 1, and 0 where the shares are alike. */
export function symmetricComparativeAdvantage(flows: Given<TwoShares>): number | null {
  return ofGiven<TwoShares>(flows, (numbers) => symmetricOf(ratioOfShares(numbers)));
}

/** A partner's share of exports over its share of the world's exports. */
export function tradeIntensity(flows: Given<TwoShares>): number | null {
  return ofGiven<TwoShares>(flows, ratioOfShares);
}

/** The same without the world's exports to the economy itself, after Kojima. */
export function kojimaIntensity(
  flows: Given<TwoShares & { readonly worldExportsToReporter: number }>,
): number | null {
  return ofGiven<TwoShares & { readonly worldExportsToReporter: number }>(flows, kojimaIntensityOf);
}

/** The trade among the members of a region in percent of all their trade. */
export function intraregionalShare(
  flows: Given<{ readonly within: number; readonly whole: number }>,
): number | null {
  return ofGiven(flows, intraregionalShareOf);
}

/** Growth after a rise of prices, all in percent. Null where either would fall by 100 % or more. */
export function deflatedGrowth(
  percents: Given<{ readonly growth: number; readonly prices: number }>,
): number | null {
  return ofGiven(percents, ({ growth: nominal, prices }) => deflatedGrowthOf(nominal, prices));
}

/** What a rise of prices in percent does to an amount that is fixed in money, in percent. */
export function realValueOfFixedAmount(percent: Given<{ readonly prices: number }>) {
  return ofGiven(percent, ({ prices }) => realValueOfFixedAmountOf(prices));
}

/** An amount in the prices of another period, by the price index of both. */
export function realValue(
  numbers: Given<{
    readonly amount: number;
    readonly priceIndexFrom: number;
    readonly priceIndexTo: number;
  }>,
): number | null {
  return ofGiven(numbers, ({ amount, priceIndexFrom, priceIndexTo }) =>
    realValueOf(amount, priceIndexFrom, priceIndexTo),
  );
}
