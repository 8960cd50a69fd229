import type { Cube } from "../calculation/cube.ts";
import type { UsedFigure } from "../calculation/flow-figure.ts";
import { vintagesOf } from "../calculation/vintage-origins.ts";
import { InputError } from "../errors.ts";
import type { Reason } from "../metrics/reason.ts";
import { isYear, monthsIn, yearOf } from "../records/period.ts";
import { type FlowBasis, sectorsText } from "../records/record.ts";
import type { DatasetDescription } from "../sources/description.ts";
import type { SharesDataset } from "../sources/shares.ts";
import { cellOf, computedValue, mistakenValue, plainValue, rankOf, requestsOf } from "./cell.ts";
import { Cubes, numberId } from "./cubes.ts";
import { compared, printed } from "./printing.ts";
import { afterPrices, priceFigures } from "./real-terms.ts";
import { type Recipe, singleFigures } from "./recipe.ts";
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
    const names = vintagesOf([used]);
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
      const { description } = this.#shares(recipe);
      this.#name(description);
      return [`${description.id} ${description.vintage}`];
    }
    const used = this.#used(before ? [recipe, before] : [recipe]);
    for (const one of used) if (one.figure.provenance) this.#nameOf(one);
    return [...this.#sources(used), ...this.#pricesOf(recipe)];
  }

  /** The prices that a recipe draws on, named as the source of a figure. */
  #pricesOf({ real }: Recipe): string[] {
    if (!real) return [];
    const { description } = real.prices;
    this.#name(description);
    return [`${description.id} ${description.vintage}`];
  }

  #shares({ vintage }: Recipe): SharesDataset {
    const { sources } = this;
    return sources.shareEditions.of(vintage ?? null) ?? sources.shares;
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
    const all = before ? [before, recipe] : [recipe];
    const ofTrade = this.#used(all).map((used) => {
      this.#nameOf(used);
      return claimFigure(used);
    });
    return [...ofTrade, ...all.flatMap(priceFigures)];
  }

  /** Whether the number rests on a whole year of which the data hold some months. */
  isProjected(recipe: Recipe): boolean {
    if (recipe.metric === null || !recipe.project) return false;
    return this.#used([recipe]).some(({ period }) => period.label !== recipe.period.label);
  }

  /** What the figures of a recipe count, such as `goods and services`; none where they cannot be had. */
  sectorsOf(recipe: Recipe): string[] {
    try {
      return this.#used([recipe]).flatMap(({ figure }) =>
        figure.provenance ? [sectorsText(figure.provenance.sectors)] : [],
      );
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  }

  #used(recipes: readonly Recipe[]): UsedFigure[] {
    return recipes.flatMap((one) => {
      const inputs = this.#cube(one).figures(requestsOf(one, cellOf(one)));
      return [...inputs.values()].flatMap(({ figures }) => figures);
    });
  }

  #publishedFigure(recipe: Recipe): ClaimFigure {
    const { id, vintage } = this.#shares(recipe).description;
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
    if (quick !== undefined) return quick === null ? null : afterPrices(quick, recipe);
    const id = numberId(recipe);
    const known = values.get(id);
    const value = known === undefined ? this.#nominal(recipe).value : known;
    values.set(id, value);
    return value === null ? null : afterPrices(value, recipe);
  }

  #one(recipe: Recipe): Evaluated {
    const { value, reason } = this.#nominal(recipe);
    if (value === null || !recipe.real || recipe.rank) return { value, reason };
    const real = afterPrices(value, recipe);
    return real === null ? { value: null, reason: "outside-coverage" } : { value: real, reason };
  }

  #nominal(recipe: Recipe): Evaluated {
    if (recipe.tableRank) return rankInTable(recipe.tableRank, recipe.period);
    if (recipe.inTable) return recipe.inTable.read(recipe.period);
    if (recipe.metric === null) return this.#published(recipe);
    const cube = this.#cube(recipe);
    if (recipe.instead) return mistakenValue(recipe, recipe.instead, cube);
    if (recipe.rank) return rankOf(recipe, recipe.rank, cube);
    return computedValue(recipe, cellOf(recipe), cube, wantsChange(recipe) ? "change" : "value");
  }

  #published(recipe: Recipe): Evaluated {
    const { partners, period, measure: code } = recipe;
    const value = isYear(period)
      ? this.#shares(recipe).valueOf(partners[0]!.code, code, yearOf(period))
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
  const names = vintagesOf([used]);
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
