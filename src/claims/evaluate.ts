import { type MeasuredFigure, measure } from "../calculation/measure.ts";
import type { FigureRequest, Reason } from "../metrics/metric.ts";
import { isYear, yearOf } from "../records/period.ts";
import type { Recipe } from "./recipe.ts";
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

  /** The number as the report prints it. */
  evaluate(recipe: Recipe): Evaluated {
    const { value, reason, data } = this.unprinted(recipe);
    return { value: value === null ? null : printed(value, recipe), reason, data };
  }

  /**
   * The number before it is turned into what is printed.
   * @throws InputError where the data cannot decide between two figures.
   */
  unprinted(recipe: Recipe): Evaluated {
    if (recipe.metric === null) return this.#published(recipe);
    const { from, printing, metric } = recipe;
    const changes = printing.as === "change" || printing.as === "deficit-change";
    if (!changes || from === null || metric.id === "growth") return this.#computed(recipe);
    const before = this.#computed({ ...recipe, period: from });
    const after = this.#computed(recipe);
    const data = [...new Set([...before.data, ...after.data])];
    if (before.value === null || after.value === null) {
      return { value: null, reason: before.reason ?? after.reason, data };
    }
    return { value: after.value - before.value, reason: null, data };
  }

  #published({ partners, period, measure: code }: Recipe): Evaluated {
    const { shares } = this.sources;
    const data = [`${shares.description.id} ${shares.description.vintage}`];
    const value = isYear(period)
      ? shares.valueOf(partners[0]!.code, code, yearOf(period))
      : undefined;
    if (value === undefined) return { value: null, reason: "no-data", data: [] };
    return { value, reason: null, data };
  }

  #computed(recipe: Recipe): Evaluated {
    const metric = recipe.metric!;
    const codes = recipe.partners.map(({ code }) => code);
    const requests = metric.request(
      { partners: codes, period: recipe.period },
      { ...recipe, basePeriod: () => recipe.from, indexBase: null, compoundAnnualGrowth: false },
    );
    const values: Record<string, number> = {};
    const used: MeasuredFigure[] = [];
    for (const [name, request] of Object.entries(requests) as [string, FigureRequest][]) {
      const figure = this.#figure(request, recipe);
      if (figure.value === null) return { value: null, reason: figure.reason, data: [] };
      values[name] = figure.value;
      used.push(figure);
    }
    const { value, reason, derived } = metric.compute(values, { years: null });
    const { as } = recipe.printing;
    const change = as === "change" || as === "deficit-change" ? derived.change : undefined;
    return {
      value: change ?? value,
      reason: change === undefined ? reason : null,
      data: dataOf(used),
    };
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

function dataOf(figures: readonly MeasuredFigure[]): string[] {
  const provenances = figures.flatMap((one) => one.figures).map(({ figure }) => figure.provenance);
  return [
    ...new Set(
      provenances.flatMap((one) => (one ? [`${one.dataset} ${one.vintage ?? ""}`.trim()] : [])),
    ),
  ];
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
