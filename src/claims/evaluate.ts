import type { Cube } from "../calculation/cube.ts";
import type { UsedFigure } from "../calculation/flow-figure.ts";
import { originsOf, vintageNames } from "../calculation/vintage-origins.ts";
import type { Unit } from "../metrics/metric.ts";
import type { Reason } from "../metrics/reason.ts";
import { isYear, monthsIn, yearOf } from "../records/period.ts";
import type { FlowBasis } from "../records/record.ts";
import type { DatasetDescription } from "../sources/description.ts";
import { cellOf, computedValue, mistakenValue, plainValue, rankOf, requestsOf } from "./cell.ts";
import { Cubes, numberId } from "./cubes.ts";
import { type Comparison, type Recipe, singleFigures } from "./recipe.ts";
import type { ClaimFigure } from "./report.ts";
import type { ClaimSources } from "./sources.ts";
import { rankInTable } from "./table-rank.ts";

/** A computed number, or null with the reason. */
export interface Evaluated {
  readonly value: number | null;
  readonly reason: Reason | null;
}

/** What a verification says of a dataset that it drew on. */
export type NamedDataset = Pick<
  DatasetDescription,
  "id" | "title" | "publisher" | "sourceUrl" | "vintage" | "sha256"
>;

/** Evaluates recipes; sums of trade that were asked for once are kept, because a search asks again. */
export class Evaluator {
  readonly #cubes: Cubes;
  readonly #named = new Map<string, NamedDataset>();

  constructor(readonly sources: ClaimSources) {
    this.#cubes = new Cubes(sources);
  }

  /** The number as the report prints it. */
  evaluate(recipe: Recipe): Evaluated {
    const { value, reason } = this.unprinted(recipe);
    if (value === null) return { value, reason };
    const own = printed(value, recipe, recipe.printing);
    if (!recipe.than) return { value: own, reason };
    const other = this.evaluate(recipe.than.recipe);
    return other.value === null ? other : compared(own, other.value, recipe.than.as);
  }

  /**
   * The number before it is turned into what is printed.
   * @throws InputError where the data cannot decide between two figures.
   */
  unprinted(recipe: Recipe): Evaluated {
    const before = earlier(recipe);
    if (before === null) {
      const { value, reason } = this.#one(recipe);
      if (value === null || !recipe.perMonth) return { value, reason };
      return { value: value / monthsIn(recipe.period), reason };
    }
    const [from, to] = [this.#one(before), this.#one(recipe)];
    if (from.value === null || to.value === null) {
      return { value: null, reason: from.reason ?? to.reason };
    }
    return { value: to.value - from.value, reason: null };
  }

  /** Every dataset that was named as the source of a figure, in the order of their ids. */
  datasets(): NamedDataset[] {
    return [...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  }

  #name(description: NamedDataset): void {
    this.#named.set(`${description.id} ${description.vintage}`, description);
  }

  /** Names the dataset of a figure, with each vintage that its records are of. */
  #nameOf(used: UsedFigure): void {
    const { dataset } = used;
    const all = dataset.siblings ?? dataset.vintages ?? [];
    const names = vintageNames(originsOf({ figures: [used] }));
    const own = all.filter(({ vintage }) => names.includes(vintage));
    if (own.length === 0) this.#name(dataset.description);
    for (const { data } of own) this.#name(data.description);
  }

  /** The datasets that a recipe draws on, with their vintages. */
  dataOf(recipe: Recipe): string[] {
    const { than } = recipe;
    if (than) {
      const both = [{ ...recipe, than: null }, than.recipe].flatMap((one) => this.dataOf(one));
      return [...new Set(both)];
    }
    const before = earlier(recipe);
    if (recipe.inTable) {
      const used = before === null ? [recipe] : [recipe, before];
      return used.map((one) => {
        const description = recipe.inTable!.descriptionOf(one.period);
        this.#name(description);
        return `${description.id} ${description.vintage ?? ""}`.trim();
      });
    }
    if (recipe.metric === null) {
      const { id, vintage } = this.sources.shares.description;
      this.#name(this.sources.shares.description);
      return [`${id} ${vintage}`];
    }
    const used = this.#used(before ? [recipe, before] : [recipe]);
    for (const one of used) if (one.figure.provenance) this.#nameOf(one);
    return this.#sources(used);
  }

  /** The same of a number that only stands beside a claim, and so names no dataset of the report. */
  besideDataOf(recipe: Recipe): string[] {
    const both = recipe.than ? [recipe, recipe.than.recipe] : [recipe];
    return this.#sources(this.#used(both.filter(({ metric }) => metric !== null)));
  }

  #sources(used: readonly UsedFigure[]): string[] {
    const names = used.flatMap((one) =>
      one.figure.provenance ? sourcesOf(one, one.figure.provenance.vintage) : [],
    );
    return [...new Set(names)];
  }

  /** The figures that a recipe draws on, one for each flow, partner, product and period. */
  figuresOf(recipe: Recipe): ClaimFigure[] {
    if (recipe.than) return singleFigures(recipe).flatMap((one) => this.figuresOf(one));
    const before = earlier(recipe);
    if (recipe.inTable) {
      const used = before === null ? [recipe] : [before, recipe];
      return used.map(({ period }) => recipe.inTable!.figure(period));
    }
    if (recipe.metric === null) return [this.#publishedFigure(recipe)];
    return this.#used(before ? [before, recipe] : [recipe]).map((used) => {
      this.#nameOf(used);
      return claimFigure(used);
    });
  }

  /** Whether the number rests on a whole year of which the data hold some months. */
  isProjected(recipe: Recipe): boolean {
    if (recipe.metric === null || !recipe.project) return false;
    return this.figuresOf(recipe).some(({ period }) => period !== recipe.period.label);
  }

  #used(recipes: readonly Recipe[]): UsedFigure[] {
    return recipes.flatMap((one) => {
      const inputs = this.#cube(one).figures(requestsOf(one, cellOf(one)));
      return [...inputs.values()].flatMap(({ figures }) => figures);
    });
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

  /** The number that `unprinted` gives, alone: a search asks for thousands and looks at none. */
  value(recipe: Recipe): number | null {
    const before = earlier(recipe);
    if (before === null) {
      const value = this.#valueOf(recipe);
      return value === null || !recipe.perMonth ? value : value / monthsIn(recipe.period);
    }
    const [from, to] = [this.#valueOf(before), this.#valueOf(recipe)];
    return from === null || to === null ? null : to - from;
  }

  #valueOf(recipe: Recipe): number | null {
    if (recipe.metric === null || recipe.inTable || recipe.rank) return this.#one(recipe).value;
    const { plain, values } = this.#cubes.of(recipe);
    const quick = plainValue(recipe, plain);
    if (quick !== undefined) return quick;
    const id = numberId(recipe);
    const known = values.get(id);
    if (known !== undefined) return known;
    const { value } = this.#one(recipe);
    values.set(id, value);
    return value;
  }

  #one(recipe: Recipe): Evaluated {
    if (recipe.tableRank) return rankInTable(recipe.tableRank, recipe.period);
    if (recipe.inTable) return recipe.inTable.read(recipe.period);
    if (recipe.metric === null) return this.#published(recipe);
    const cube = this.#cube(recipe);
    if (recipe.instead) return mistakenValue(recipe, recipe.instead, cube);
    if (recipe.rank) return rankOf(recipe, recipe.rank, cube);
    return computedValue(recipe, cellOf(recipe), cube, wantsChange(recipe) ? "change" : "value");
  }

  #published({ partners, period, measure: code }: Recipe): Evaluated {
    const value = isYear(period)
      ? this.sources.shares.valueOf(partners[0]!.code, code, yearOf(period))
      : undefined;
    return value === undefined ? { value: null, reason: "no-data" } : { value, reason: null };
  }

  #cube(recipe: Recipe): Cube {
    return this.#cubes.of(recipe).cube;
  }
}

/** The dataset of a figure with each of its vintages. */
function sourcesOf(used: UsedFigure, otherwise: string | null): string[] {
  const { id } = used.dataset.description;
  const names = vintageNames(originsOf({ figures: [used] }));
  return names.length === 0
    ? [`${id} ${otherwise ?? ""}`.trim()]
    : names.map((one) => `${id} ${one}`);
}

function claimFigure(used: UsedFigure): ClaimFigure {
  const { dataset, partner, period, flow, product, figure } = used;
  const { vintage } = dataset.description;
  const basis = figure.provenance?.flowBasis;
  return {
    name: `${flow}s${basis ? ` (${flowBases[basis]})` : ""}`,
    partner: dataset.partners.find(({ code }) => code === partner)?.name ?? partner,
    product: product.title,
    period: period.label,
    value: figure.value,
    unit: "USD",
    source: sourcesOf(used, vintage).join(", "),
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

/** The recipe of the earlier figure, for a change of what does not itself compare two periods. */
function earlier(recipe: Recipe): Recipe | null {
  if (!wantsChange(recipe) || recipe.from === null || recipe.metric?.asks.change) return null;
  return { ...recipe, period: recipe.from };
}

/**
 * A value as the report prints it. An inverted percentage is again in percent; an inverted growth is
 * that from the end back to the start.
 */
export function printed(
  value: number,
  of: Pick<Recipe, "metric" | "inTable">,
  { as, inverted, negated, shift }: Recipe["printing"],
): number {
  let result = value;
  if (inverted) result = invertedValue(value, of);
  if (as === "deficit" || as === "deficit-change") result = -result;
  if (as === "times") result = multipleOf(result, of);
  if (as === "fraction") result /= 100;
  if (negated) result = -result;
  return shift === 0 ? result : result * 10 ** shift;
}

/** How many times: of growth the end over the start, of a percentage the part over the whole. */
function multipleOf(value: number, of: Pick<Recipe, "metric" | "inTable">): number {
  if (of.metric?.multipleOf) return of.metric.multipleOf(value);
  return unitOf(of) === "percent" ? value / 100 : value;
}

/** The unit of the number that is computed; published shares are in percent. */
export function unitOf({ metric, inTable }: Pick<Recipe, "metric" | "inTable">): Unit {
  return inTable?.unit ?? metric?.unit ?? "percent";
}

/** How much more the first number is than the second; null where nothing can be divided. */
export function compared(one: number, other: number, as: Comparison["as"]): Evaluated {
  if (as === "difference") return { value: one - other, reason: null };
  const base = as === "percent-over-first" ? one : other;
  if (base === 0) return { value: null, reason: "zero-base" };
  const part = as === "times" || as === "percent-of" ? one : one - other;
  return { value: (part / base) * (as === "times" ? 1 : 100), reason: null };
}

function invertedValue(value: number, of: Pick<Recipe, "metric" | "inTable">): number {
  if (of.metric?.inverseOf) return of.metric.inverseOf(value);
  return unitOf(of) === "percent" ? 10_000 / value : 1 / value;
}
