import { type Recipe, singleFigures } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import {
  type Change,
  type ChangeKind,
  digitChanges,
  kindPrior,
  type PrintingChange,
  printingChanges,
} from "./change.ts";
import { comparisonChanges, ofEither } from "./comparisons.ts";
import { definitionChanges } from "./definitions.ts";
import { exchangeChanges, partnerChanges, partnerSetChanges } from "./partners.ts";
import { nearness, periodChanges, spanChanges } from "./periods.ts";
import { rankChanges } from "./ranks.ts";
import { tableChanges } from "./tables.ts";
import { vintageChanges } from "./vintages.ts";

/** Changes of what is computed, with each of which some changes of what is printed are tried. */
export interface Combination {
  readonly figures: readonly Change[];
  /** null: printed as it was. */
  readonly printings: readonly (PrintingChange | null)[];
}

/** All that is tried, and how likely each change is before anything is computed. */
export interface Alternatives {
  readonly combinations: readonly Combination[];
  priorOf(changes: readonly (Change | PrintingChange)[]): number;
}

const asPrinted: readonly null[] = [null];
const alsoReprinted: readonly (PrintingChange | null)[] = [null, ...printingChanges];
const rewritten: readonly (PrintingChange | null)[] = [...printingChanges, ...digitChanges];

/** The weight of the months of a year before or after that of a claim. */
const NEAR = nearness(1);

/** Who slips twice, slips a second time as readily as once in so many. */
const SECOND = 0.5;

/**
 * Every single change, and every two of different kinds, but no two of the long lists (all periods,
 * all partners); of months only those of about the stated time, of all partners only with another
 * measure or printing, and of sets of partners, each with as many flows as it has members, only with
 * years.
 */
export function alternativesOf(wrong: readonly Recipe[], sources: ClaimSources): Alternatives {
  const recipes = wrong.filter(({ rank }) => rank === null).flatMap(singleFigures);
  const each = (changes: readonly Change[]) =>
    recipes.length > wrong.length ? changes.map(ofEither) : changes;
  const periods = each(periodChanges(recipes, sources));
  const ofTrade = recipes.filter(({ inTable }) => inTable === null);
  const tables = tableChanges(recipes);
  const partners = each([
    ...[...partnerChanges(ofTrade, sources), ...exchangeChanges(ofTrade)],
    ...tables.filter(({ what }) => what === "partner"),
  ]);
  const sets = each(partnerSetChanges(ofTrade, sources));
  const others = [
    ...each(definitionChanges(recipes, sources)),
    ...each(tables.filter(({ what }) => what !== "partner")),
    ...comparisonChanges(wrong),
  ];
  const definitions = [...sets, ...others];
  const years = periods.filter(({ what }) => what === "year");
  const near = periods.filter(({ what, weight }) => what === "year" || weight! >= NEAR);
  const measures = definitions.filter(({ what }) => what === "measure");
  const vintages = each(vintageChanges(ofTrade, sources));
  const spans = each(spanChanges(recipes, sources));
  const single = [...periods, ...spans, ...partners, ...definitions, ...rankChanges(wrong)];
  return {
    combinations: [
      { figures: [], printings: rewritten },
      ...single.map((one) => ({ figures: [one], printings: alsoReprinted })),
      ...vintages.map((one) => ({ figures: [one], printings: asPrinted })),
      ...crossed(near, others),
      ...crossed(years, sets),
      ...crossed(partners, measures),
      ...pairs(definitions),
    ],
    priorOf: priorsOf([...single, ...vintages, ...printingChanges, ...digitChanges]),
  };
}

/** Whether changes of a kind are one of the long lists: periods and partners. */
export function isLong(kind: ChangeKind): boolean {
  return kind === "year" || kind === "months" || kind === "span" || kind === "partner";
}

/** The prior of a kind is shared among its changes by their weights. */
export function priorsOf(all: readonly (Change | PrintingChange)[]): Alternatives["priorOf"] {
  const weights = new Map<ChangeKind, number>();
  const weightOf = ({ weight }: { readonly weight?: number }) => weight ?? 1;
  for (const one of all) {
    weights.set(one.what, (weights.get(one.what) ?? 0) + weightOf(one));
  }
  const single = (one: Change | PrintingChange) =>
    (kindPrior(one.what) * weightOf(one)) / weights.get(one.what)!;
  return (changes) =>
    changes.reduce((prior, one, at) => prior * single(one) * (at === 0 ? 1 : SECOND), 1);
}

function crossed(some: readonly Change[], others: readonly Change[]): Combination[] {
  return some.flatMap((one) =>
    others.map((other) => ({ figures: [one, other], printings: asPrinted })),
  );
}

function pairs(changes: readonly Change[]): Combination[] {
  return changes.flatMap((one, index) =>
    changes
      .slice(index + 1)
      .filter((other) => other.what !== one.what)
      .map((other) => ({ figures: [one, other], printings: asPrinted })),
  );
}
