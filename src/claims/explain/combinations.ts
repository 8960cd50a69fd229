import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import { type Change, type PrintingChange, printingChanges } from "./change.ts";
import { definitionChanges } from "./definitions.ts";
import { exchangeChanges, partnerChanges, partnerSetChanges } from "./partners.ts";
import { periodChanges } from "./periods.ts";
import { vintageChanges } from "./vintages.ts";

/** Changes of what is computed, with each of which some changes of what is printed are tried. */
export interface Combination {
  readonly figures: readonly Change[];
  /** null: printed as it was. */
  readonly printings: readonly (PrintingChange | null)[];
}

const asPrinted: readonly null[] = [null];
const alsoReprinted: readonly (PrintingChange | null)[] = [null, ...printingChanges];

/**
 * Every single change, and every two of different kinds, but no two of the long lists (all periods,
 * all partners); of all partners only with another measure or printing, and of sets of partners,
 * each with as many flows as it has members, only with years.
 */
export function alternativesOf(recipes: readonly Recipe[], sources: ClaimSources): Combination[] {
  const periods = periodChanges(recipes, sources);
  const partners = [...partnerChanges(recipes, sources), ...exchangeChanges(recipes)];
  const sets = partnerSetChanges(recipes, sources);
  const others = definitionChanges(recipes);
  const definitions = [...sets, ...others];
  const years = periods.filter(({ what }) => what === "year");
  const measures = definitions.filter(({ what }) => what === "measure");
  const vintages = vintageChanges(recipes, sources);
  const single = [...periods, ...partners, ...definitions];
  return [
    { figures: [], printings: alsoReprinted },
    ...single.map((one) => ({ figures: [one], printings: alsoReprinted })),
    ...vintages.map((one) => ({ figures: [one], printings: asPrinted })),
    ...crossed(periods, others),
    ...crossed(years, sets),
    ...crossed(partners, measures),
    ...pairs(definitions),
  ];
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
