import { InputError } from "../../errors.ts";
import type { NamedPartner } from "../../partners/directory.ts";
import type { Period } from "../../records/period.ts";
import type { Subject } from "../../statements/statement.ts";
import { Evaluator } from "../evaluate.ts";
import type { Compute } from "../file/schema.ts";
import type { Recipe } from "../recipe.ts";
import { recipeOf } from "../recipe-of.ts";
import type { ClaimSources } from "../sources.ts";

/** One way in which data count what the words leave open. */
export interface Definition {
  readonly title: string;
  readonly keys: Partial<Compute>;
  /** The product in place of the one that is named. */
  readonly product?: string;
}

const census: Definition = { title: "goods, Census basis", keys: { data: "census-goods" } };
const bop: Definition = {
  title: "goods, balance-of-payments basis",
  keys: { data: "bea-trade", sector: "goods" },
};
const services: Definition = { title: "services", keys: { data: "bea-trade", sector: "services" } };
const both: Definition = { title: "goods and services", keys: { data: "bea-trade" } };
const chapters: Definition = { title: "goods by HS chapter", keys: { data: "census-hs2" } };

const PETROLEUM = "hs:27";
const petroleum: Definition = {
  title: "petroleum and coal by industry (NAICS 211, 324), imports",
  keys: { data: "census-naics3" },
  product: "naics211-324",
};

const ofPetroleum = [chapters, petroleum];
const ofProducts = [chapters];
const bySector = {
  services: [services],
  both: [both],
  goods: [census, bop],
  any: [census, both, bop],
} as const;

/** The definitions that the words allow, the likeliest first: a sector that is named leaves only its own. */
export function definitionsOf({ sector, product, without }: Subject): readonly Definition[] {
  if (product === PETROLEUM || without === PETROLEUM) return ofPetroleum;
  if (product !== null || without !== null) return ofProducts;
  return bySector[sector ?? "any"];
}

/** Groups that are counted as their members together. */
const TOGETHER = /^(?:USMCA|ASEAN|G7|EU27)$/;

/** How a claim names the partners of a subject. */
export function partnerKeys(partners: readonly string[]): Partial<Compute> {
  const isSum = partners.length > 1 || partners.some((code) => TOGETHER.test(code));
  return { partner: partners.join(","), ...(isSum ? { together: true } : {}) };
}

/** All countries are asked for alike: as this one. */
const ANY = "CA";

function placeOf(
  partners: readonly string[],
  product: string | null,
  { data, sector }: Partial<Compute>,
): string {
  return `${data}|${sector}|${partners.join()}|${product}`;
}

type Levels = Readonly<Record<"exports" | "imports", Map<string, number | null>>>;

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Levels of trade from the data that one day knew; each is asked for once. */
export class Figures {
  readonly #evaluator: Evaluator;
  /** How a figure is asked for is the same on every day. */
  readonly #recipes: Map<string, Recipe>;
  readonly #refused = new Set<string>();
  readonly #countries: ReadonlyMap<string, NamedPartner>;
  readonly #data = new Map<string, string[]>();
  readonly #ofCountries = new Map<string, ReadonlyMap<string, number>>();
  /** By data, partners, product and flow, then by the label of a period: no text is made to look one up. */
  readonly #levels = new Map<Definition["keys"], Map<string, Map<string | null, Levels>>>();

  constructor(
    readonly sources: ClaimSources,
    readonly countries: readonly NamedPartner[],
    /** Data of a later day, for what the data of that day do not have. */
    readonly later: Figures | null = null,
  ) {
    this.#evaluator = new Evaluator(sources);
    this.#countries = new Map(countries.map((one) => [one.code, one]));
    this.#recipes = later ? later.#recipes : new Map();
  }

  /** Exports or imports in dollars; null where the data have none. */
  flow(
    flow: "exports" | "imports",
    partners: readonly string[],
    named: string | null,
    definition: Definition,
    period: Period,
  ): number | null {
    const { keys } = definition;
    const product = named === null ? null : (definition.product ?? named);
    const levels = this.#levelsOf(partners, product, keys)[flow];
    const known = levels.get(period.label);
    if (known !== undefined) return known;
    const recipe = this.#recipe(placeOf(partners, product, keys), partners, product, keys);
    const own = recipe && this.#value({ ...recipe, of: flow, period });
    const value =
      own ??
      (keys.data === chapters.keys.data
        ? (this.later?.flow(flow, partners, product, { title: "", keys }, period) ?? null)
        : null);
    levels.set(period.label, value);
    return value;
  }

  #levelsOf(partners: readonly string[], product: string | null, keys: Definition["keys"]): Levels {
    const byPartner = kept(this.#levels, keys, () => new Map());
    const byProduct = kept(
      byPartner,
      partners.length === 1 ? partners[0]! : partners.join(),
      () => new Map(),
    );
    return kept(byProduct, product, () => ({ exports: new Map(), imports: new Map() }));
  }

  /** Every country's level, for a rank. */
  ofCountries(
    flow: "exports" | "imports",
    product: string | null,
    definition: Definition,
    period: Period,
  ): ReadonlyMap<string, number> {
    const place = placeOf([ANY], product, definition.keys);
    const id = `${place}|${flow}|${period.label}`;
    const known = this.#ofCountries.get(id);
    if (known) return known;
    const found = new Map<string, number>();
    this.#ofCountries.set(id, found);
    if (product !== null) {
      for (const { code } of this.countries) {
        const value = code === "US" ? null : this.flow(flow, [code], product, definition, period);
        if (value !== null) found.set(code, value);
      }
      return found;
    }
    const recipe = this.#recipe(place, [ANY], null, definition.keys);
    if (!recipe) return found;
    for (const partner of this.countries) {
      if (partner.code === "US") continue;
      const value = this.#value({ ...recipe, partners: [partner], of: flow, period });
      if (value !== null) found.set(partner.code, value);
    }
    return found;
  }

  share(measure: string, area: string, year: number): number | null {
    return this.sources.shares.valueOf(area, measure, year) ?? null;
  }

  /** The datasets, with their vintages, from which a level is. */
  dataOf(
    partners: readonly string[],
    product: string | null,
    { keys }: Definition,
    period: Period,
  ): string[] {
    const place = placeOf(partners, product, keys);
    const recipe = this.#recipe(place, partners, product, keys);
    if (!recipe) return [];
    const id = `${place}|${period.label}`;
    const known = this.#data.get(id);
    if (known) return known;
    const data = this.#namesOf({ ...recipe, of: "total", period });
    this.#data.set(id, data);
    return data;
  }

  #namesOf(recipe: Recipe): string[] {
    try {
      return this.#evaluator.besideDataOf(recipe);
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  }

  #recipe(
    place: string,
    partners: readonly string[],
    product: string | null,
    keys: Partial<Compute>,
  ): Recipe | null {
    const known = this.#recipes.get(place);
    if (known !== undefined) return known;
    if (this.#refused.has(place)) return null;
    const country = partners.length === 1 ? this.#countries.get(partners[0]!) : undefined;
    if (country && country.code !== ANY) {
      const other = this.#recipe(placeOf([ANY], product, keys), [ANY], product, keys);
      const own = other && { ...other, partners: [country] };
      if (own) this.#recipes.set(place, own);
      return own;
    }
    const compute = {
      ...{ metric: "flow", of: "exports", period: "2020", as: "value", ...keys },
      ...partnerKeys(partners),
      ...(product === null ? {} : { product }),
    } as Compute;
    const recipe = this.#try(() => recipeOf(compute, this.sources));
    if (recipe) this.#recipes.set(place, recipe);
    else this.#refused.add(place);
    return recipe;
  }

  #value(recipe: Recipe): number | null {
    return this.#try(() => this.#evaluator.value(recipe));
  }

  #try<T>(ask: () => T): T | null {
    try {
      return ask();
    } catch (error) {
      if (error instanceof InputError) return null;
      throw error;
    }
  }
}
