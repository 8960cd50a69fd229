import { flowsOf, measure, type UsedFigure } from "../calculation/measure.ts";
import { InputError } from "../errors.ts";
import type { FigureRequest } from "../metrics/metric.ts";
import type { Reason } from "../metrics/reason.ts";
import { isYear, yearOf } from "../records/period.ts";
import type { FlowBasis } from "../records/record.ts";
import type { DatasetDescription } from "../sources/description.ts";
import type { Recipe } from "./recipe.ts";
import type { ClaimFigure } from "./report.ts";
import type { ClaimSources } from "./sources.ts";

/** A computed number, or null with the reason. */
export interface Evaluated {
  readonly value: number | null;
  readonly reason: Reason | null;
}

/** Evaluates recipes; flows that were asked for once are kept, because a search asks again. */
export class Evaluator {
  readonly #flows = new Map<string, Evaluated | InputError>();
  readonly #named = new Map<string, DatasetDescription>();

  constructor(readonly sources: ClaimSources) {}

  /** The number as the report prints it. */
  evaluate(recipe: Recipe): Evaluated {
    const { value, reason } = this.unprinted(recipe);
    return {
      value: value === null ? null : printed(value, recipe.metric, recipe.printing),
      reason,
    };
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

  /** Every dataset that was named as the source of a figure, in the order of their ids. */
  datasets(): DatasetDescription[] {
    return [...this.#named.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #name(description: DatasetDescription): void {
    this.#named.set(description.id, description);
  }

  /** The datasets that a recipe draws on, with their vintages. */
  dataOf(recipe: Recipe): string[] {
    if (recipe.metric === null) {
      const { id, vintage } = this.sources.shares.description;
      this.#name(this.sources.shares.description);
      return [`${id} ${vintage}`];
    }
    const before = earlier(recipe);
    const used = [recipe, ...(before ? [before] : [])].flatMap((one) =>
      requestsOf(one).flatMap(
        ([, request]) => measure(this.sources.of(one.data), request, one).figures,
      ),
    );
    for (const { dataset, figure } of used) if (figure.provenance) this.#name(dataset.description);
    const names = used.flatMap(({ figure: { provenance } }) =>
      provenance ? [`${provenance.dataset} ${provenance.vintage ?? ""}`.trim()] : [],
    );
    return [...new Set(names)];
  }

  /** The figures that a recipe draws on, one for each flow, partner, product and period. */
  figuresOf(recipe: Recipe): ClaimFigure[] {
    if (recipe.metric === null) return [this.#publishedFigure(recipe)];
    const before = earlier(recipe);
    return [...(before ? [before] : []), recipe].flatMap((one) =>
      requestsOf(one).flatMap(([, request]) =>
        measure(this.sources.of(one.data), request, one).figures.map((used) => {
          this.#name(used.dataset.description);
          return claimFigure(used);
        }),
      ),
    );
  }

  /** Whether the number rests on a whole year of which the data hold some months. */
  isProjected(recipe: Recipe): boolean {
    if (recipe.metric === null || !recipe.project) return false;
    return this.figuresOf(recipe).some(({ period }) => period !== recipe.period.label);
  }

  #publishedFigure(recipe: Recipe): ClaimFigure {
    const { id, vintage } = this.sources.shares.description;
    return {
      name: recipe.measure,
      partner: recipe.partners[0]!.name,
      product: null,
      period: recipe.period.label,
      value: this.#published(recipe).value,
      unit: "percent",
      source: `${id} ${vintage ?? ""}`.trim(),
    };
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

  /** A measure of several partners, added up from the flow of each. */
  #figure(request: FigureRequest, recipe: Recipe): Evaluated {
    let value = 0;
    for (const { flow, sign } of flowsOf(request.of)) {
      for (const partner of request.partners) {
        const one = this.#flow(`${flow}s`, partner, request, recipe);
        if (one.value === null) return one;
        value += sign * one.value;
      }
    }
    return { value, reason: null };
  }

  #flow(
    of: "exports" | "imports",
    partner: string,
    { period, product }: FigureRequest,
    { data, preferences, project }: Recipe,
  ): Evaluated {
    const { sector, exports, imports } = preferences;
    const id = `${of}|${partner}|${period.label}|${data}|${product.id}|${sector}|${exports}|${imports}|${project}`;
    let flow = this.#flows.get(id);
    if (!flow) {
      const request = { of, partners: [partner], period, product };
      flow = attempted(() => measure(this.sources.of(data), request, { preferences, project }));
      this.#flows.set(id, flow);
    }
    if (flow instanceof InputError) throw flow;
    return flow;
  }
}

/** Errors are kept like figures, because making one costs more than most figures do. */
function attempted(take: () => Evaluated): Evaluated | InputError {
  try {
    const { value, reason } = take();
    return { value, reason };
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function requestsOf(recipe: Recipe): [string, FigureRequest][] {
  const requests = recipe.metric!.request(
    { partners: recipe.partners.map(({ code }) => code), period: recipe.period },
    {
      of: recipe.of,
      product: recipe.product,
      petroleum: recipe.petroleum,
      petroleumFlows: recipe.petroleumFlows,
      whole: recipe.whole,
      basePeriod: () => recipe.from,
      indexBase: null,
      compoundAnnualGrowth: false,
    },
  );
  return Object.entries(requests) as [string, FigureRequest][];
}

function claimFigure({ dataset, partner, period, flow, product, figure }: UsedFigure): ClaimFigure {
  const vintage = figure.provenance?.vintage ?? dataset.description.vintage;
  const basis = figure.provenance?.flowBasis;
  return {
    name: `${flow}s${basis ? ` (${flowBases[basis]})` : ""}`,
    partner: dataset.partners.find(({ code }) => code === partner)?.name ?? partner,
    product: product.title,
    period: period.label,
    value: figure.value,
    unit: "USD",
    source: `${dataset.description.id} ${vintage ?? ""}`.trim(),
  };
}

/** Which goods a flow counts, in words. */
const flowBases: Readonly<Record<FlowBasis, string>> = {
  total: "total",
  domestic: "domestic",
  general: "general",
  consumption: "for consumption",
};

function wantsChange({ printing }: Recipe): boolean {
  return printing.as === "change" || printing.as === "deficit-change";
}

/** The recipe of the earlier figure, for a change of what is itself no growth. */
function earlier(recipe: Recipe): Recipe | null {
  if (!wantsChange(recipe) || recipe.from === null || recipe.metric?.id === "growth") return null;
  return { ...recipe, period: recipe.from };
}

/**
 * A value as the report prints it. An inverted percentage is again in percent; an inverted growth is
 * that from the end back to the start.
 */
export function printed(
  value: number,
  metric: Recipe["metric"],
  { as, inverted, negated, shift }: Recipe["printing"],
): number {
  let result = value;
  if (inverted) result = invertedValue(value, metric);
  if (as === "deficit" || as === "deficit-change") result = -result;
  if (as === "times") result = metric?.id === "growth" ? 1 + result / 100 : result;
  if (as === "fraction") result /= 100;
  if (negated) result = -result;
  return shift === 0 ? result : result * 10 ** shift;
}

function invertedValue(value: number, metric: Recipe["metric"]): number {
  if (metric?.id === "growth") return (1 / (1 + value / 100) - 1) * 100;
  return metric?.unit === "percent" ? 10_000 / value : 1 / value;
}
