import { type MeasuredFigure, measure } from "../calculation/measure.ts";
import type { FigureRequest, Reason } from "../metrics/metric.ts";
import { isYear, yearOf } from "../records/period.ts";
import type { Recipe } from "./recipe.ts";
import type { ClaimSources } from "./sources.ts";

/** A computed number, or null with the reason. */
export interface Evaluated {
  readonly value: number | null;
  readonly reason: Reason | null;
}

/** Evaluates recipes; figures that were asked for once are kept, because a search asks again. */
export class Evaluator {
  readonly #figures = new Map<string, MeasuredFigure>();

  constructor(readonly sources: ClaimSources) {}

  /** The number as the report prints it. */
  evaluate(recipe: Recipe): Evaluated {
    const { value, reason } = this.unprinted(recipe);
    return { value: value === null ? null : printed(value, recipe), reason };
  }

  /**
   * The number before it is turned into what is printed.
   * @throws InputError where the data cannot decide between two figures.
   */
  unprinted(recipe: Recipe): Evaluated {
    const before = earlier(recipe);
    if (before === null) return this.#single(recipe);
    const [from, to] = [this.#single(before), this.#single(recipe)];
    if (from.value === null || to.value === null) {
      return { value: null, reason: from.reason ?? to.reason };
    }
    return { value: to.value - from.value, reason: null };
  }

  /** The datasets that a recipe draws on, with their vintages. */
  dataOf(recipe: Recipe): string[] {
    if (recipe.metric === null) {
      const { id, vintage } = this.sources.shares.description;
      return [`${id} ${vintage}`];
    }
    const before = earlier(recipe);
    const used = [recipe, ...(before ? [before] : [])].flatMap((one) =>
      requestsOf(one).flatMap(([, request]) => this.#figure(request, one).figures),
    );
    const names = used.flatMap(({ figure: { provenance } }) =>
      provenance ? [`${provenance.dataset} ${provenance.vintage ?? ""}`.trim()] : [],
    );
    return [...new Set(names)];
  }

  #single(recipe: Recipe): Evaluated {
    return recipe.metric === null ? this.#published(recipe) : this.#computed(recipe);
  }

  #published({ partners, period, measure: code }: Recipe): Evaluated {
    const value = isYear(period)
      ? this.sources.shares.valueOf(partners[0]!.code, code, yearOf(period))
      : undefined;
    return value === undefined ? { value: null, reason: "no-data" } : { value, reason: null };
  }

  #computed(recipe: Recipe): Evaluated {
    const values: Record<string, number> = {};
    for (const [name, request] of requestsOf(recipe)) {
      const { value, reason } = this.#figure(request, recipe);
      if (value === null) return { value: null, reason };
      values[name] = value;
    }
    const { value, reason, derived } = recipe.metric!.compute(values, { years: null });
    const change = wantsChange(recipe) ? derived.change : undefined;
    return change === undefined ? { value, reason } : { value: change, reason: null };
  }

  #figure(request: FigureRequest, recipe: Recipe): MeasuredFigure {
    const { preferences, project, data } = recipe;
    const { product } = request;
    const id = [
      ...[data, request.of, request.partners.join("+"), request.period.label],
      ...[product.id, project, preferences.sector, preferences.exports, preferences.imports],
    ].join("|");
    const known = this.#figures.get(id);
    if (known) return known;
    const figure = measure(this.sources.of(data), request, { preferences, project });
    this.#figures.set(id, figure);
    return figure;
  }
}

function requestsOf(recipe: Recipe): [string, FigureRequest][] {
  const requests = recipe.metric!.request(
    { partners: recipe.partners.map(({ code }) => code), period: recipe.period },
    { ...recipe, basePeriod: () => recipe.from, indexBase: null, compoundAnnualGrowth: false },
  );
  return Object.entries(requests) as [string, FigureRequest][];
}

function wantsChange({ printing }: Recipe): boolean {
  return printing.as === "change" || printing.as === "deficit-change";
}

/** The recipe of the earlier figure, for a change of what is itself no growth. */
function earlier(recipe: Recipe): Recipe | null {
  if (!wantsChange(recipe) || recipe.from === null || recipe.metric?.id === "growth") return null;
  return { ...recipe, period: recipe.from };
}

/** A value as the report prints it; an inverted percentage is again in percent. */
export function printed(
  value: number,
  { metric, printing }: Pick<Recipe, "metric" | "printing">,
): number {
  let result = value;
  if (printing.inverted) result = metric?.unit === "percent" ? 10_000 / result : 1 / result;
  if (printing.as === "deficit" || printing.as === "deficit-change") result = -result;
  if (printing.as === "times") result = metric?.id === "growth" ? 1 + result / 100 : result;
  if (printing.as === "fraction") result /= 100;
  if (printing.negated) result = -result;
  return result * 10 ** printing.shift;
}
