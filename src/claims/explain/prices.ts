import { type Period, parsePeriod } from "../../records/period.ts";
import { unitOf } from "../printing.ts";
import type { RealTerms } from "../real-terms.ts";
import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import type { Change } from "./change.ts";

/** How much likelier nominal is in place of real, or real of nominal, than the dollars of one other year. */
const NOMINAL = 8;

/** Nominal in place of real, real in place of nominal, and the dollars of another year. */
export function priceChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  return [...nominal(recipes), ...otherYears(recipes), ...real(recipes, sources)];
}

function nominal(recipes: readonly Recipe[]): Change[] {
  if (!recipes.some((recipe) => recipe.real)) return [];
  return [
    {
      what: "prices",
      weight: NOMINAL,
      parameters: { real: false },
      says: "nominal in place of real",
      apply: (recipe) => (recipe.real ? { ...recipe, real: null } : null),
    },
  ];
}

function otherYears(recipes: readonly Recipe[]): Change[] {
  const [one] = recipes.flatMap((recipe) => (recipe.real?.base ? [recipe.real] : []));
  if (!one) return [];
  const { first, last } = one.prices.description.coverage;
  const years: Change[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    const base = parsePeriod(String(year));
    if (one.prices.levelOf(base).level !== null) years.push(inDollarsOf(base));
  }
  return years;
}

function inDollarsOf(base: Period): Change {
  return {
    what: "prices",
    parameters: { real: base.label },
    says: `in dollars of ${base.label}`,
    apply: (recipe) =>
      recipe.real?.base && recipe.real.base.label !== base.label
        ? { ...recipe, real: { ...recipe.real, base } }
        : null,
  };
}

/** Of growth and of changes of money: the level of one year has no other year whose dollars are meant. */
function real(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const terms = (recipe: Recipe): RealTerms | null => {
    const { metric, from, period, printing, instead, than } = recipe;
    if (recipe.real || !metric || !from || instead || than) return null;
    if (metric.asks.change === "growth") return { prices: sources.prices, base: null };
    if (metric.asks.change || unitOf(recipe) !== "USD" || !printing.as.endsWith("change")) {
      return null;
    }
    return { prices: sources.prices, base: period };
  };
  if (!recipes.some((recipe) => terms(recipe) !== null)) return [];
  return [
    {
      what: "prices",
      weight: NOMINAL,
      parameters: { real: true },
      says: "after the rise of consumer prices",
      apply(recipe) {
        const found = terms(recipe);
        return found ? { ...recipe, real: found } : null;
      },
    },
  ];
}
