import { type MeasuredFigure, measure } from "../calculation/measure.ts";
import { InputError } from "../errors.ts";
import type { FigureRequest, Reason } from "../metrics/metric.ts";
import { isYear, yearOf } from "../records/period.ts";
import type { Printing, Recipe } from "./recipe.ts";
import type { ClaimSources } from "./sources.ts";

/** A computed number, or null with the reason. */
export interface Evaluated {
  readonly value: number | null;
  readonly reason: Reason | null;
  /** The datasets that it was computed from, with their vintages. */
  readonly data: readonly string[];
}

/** Evaluates recipes; figures that were asked for once are kept, because a search asks again. */
export class Evaluator {
  readonly #figures = new Map<string, MeasuredFigure>();

  constructor(readonly sources: ClaimSources) {}

  evaluate(recipe: Recipe): Evaluated {
    return recipe.metric === null ? this.#published(recipe) : this.#computed(recipe);
  }

  /** As `evaluate`, but data that cannot decide between two figures give no number. */
  tryEvaluate(recipe: Recipe): Evaluated {
    try {
      return this.evaluate(recipe);
    } catch (error) {
      if (error instanceof InputError) return { value: null, reason: "not-comparable", data: [] };
      throw error;
    }
  }

  #published({ partners, period, measure: code, printing }: Recipe): Evaluated {
    const { shares } = this.sources;
    const data = [`${shares.description.id} ${shares.description.vintage}`];
    const value = isYear(period)
      ? shares.valueOf(partners[0]!.code, code, yearOf(period))
      : undefined;
    if (value === undefined) return { value: null, reason: "no-data", data: [] };
    return { value: printed(value, null, printing), reason: null, data };
  }

  #computed(recipe: Recipe): Evaluated {
    const metric = recipe.metric!;
    const codes = recipe.partners.map(({ code }) => code);
    const requests = metric.request(
      { partners: codes, period: recipe.period },
      { ...recipe, basePeriod: () => recipe.from, indexBase: null, compoundAnnualGrowth: false },
    );
    const values: Record<string, number> = {};
    const data = new Set<string>();
    for (const [name, request] of Object.entries(requests) as [string, FigureRequest][]) {
      const figure = this.#figure(request, recipe);
      if (figure.value === null) return { value: null, reason: figure.reason, data: [] };
      values[name] = figure.value;
      for (const { figure: used } of figure.figures) {
        if (used.provenance)
          data.add(`${used.provenance.dataset} ${used.provenance.vintage ?? ""}`.trim());
      }
    }
    const { value, reason, derived } = metric.compute(values, { years: null });
    if (recipe.printing.as === "change" && typeof derived.change === "number") {
      return {
        value: printed(derived.change, null, recipe.printing),
        reason: null,
        data: [...data],
      };
    }
    if (value === null) return { value: null, reason, data: [...data] };
    return { value: printed(value, metric.id, recipe.printing), reason: null, data: [...data] };
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

/** The value as the report prints it; an inverted percentage is again in percent. */
function printed(value: number, metric: string | null, printing: Printing): number {
  const percent = metric === "deficit-ratio" || metric === "share" || metric === "growth";
  let result = value;
  if (printing.inverted) result = percent ? 10_000 / result : 1 / result;
  if (printing.as === "deficit") result = -result;
  if (printing.as === "times") result = metric === "growth" ? 1 + result / 100 : result;
  if (printing.as === "fraction") result /= 100;
  if (printing.negated) result = -result;
  return result * 10 ** printing.shift;
}
