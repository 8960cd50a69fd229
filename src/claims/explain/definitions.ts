import { areas } from "../../calculation/group-members.ts";
import type { Measure } from "../../metrics/cell.ts";
import type { MistakenFor, ParameterDeclaration, Whole } from "../../metrics/metric.ts";
import { parseProductSelection } from "../../products/product.ts";
import { productSets } from "../../products/product-sets.ts";
import { isYear } from "../../records/period.ts";
import { embeddedCatalog } from "../../sources/embedded/embedded.ts";
import { unitOf } from "../printing.ts";
import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import { vintagesOf } from "../vintages.ts";
import type { Change } from "./change.ts";
import { priceChanges } from "./prices.ts";

const measures: readonly Measure[] = ["exports", "imports", "balance", "total"];
const measureNames: Readonly<Record<Measure, string>> = {
  exports: "exports",
  imports: "imports",
  balance: "the balance",
  total: "exports plus imports",
};

/** Other definitions of the same figure, and what metrics declare that they are mistaken for. */
export function definitionChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  return [
    ...ownParameters(recipes),
    ...mistaken(recipes),
    ...otherMeasures(recipes),
    ...valueAddedMeasures(recipes, sources),
    ...otherWholes(recipes),
    ...relativeChanges(recipes),
    ...flowBases(recipes),
    ...priceChanges(recipes, sources),
    ...otherBases(),
    ...otherMembers(recipes, sources),
  ];
}

/** The other values of the parameters that a metric alone has: its choices, or sets of its subject. */
function ownParameters(recipes: readonly Recipe[]): Change[] {
  const declared = new Map(
    recipes.flatMap(({ metric }) =>
      (metric?.asks.parameters ?? []).map((one) => [one.name, one] as const),
    ),
  );
  return [...declared.values()].flatMap((one) =>
    one.kind === "choice" ? choices(one) : one.kind === "products" ? sets(one) : [],
  );
}

function choices({ name, choices: all = [], meanings = {} }: ParameterDeclaration): Change[] {
  return all.map((choice) => ({
    what: "flows",
    parameters: { [name]: choice },
    says: meanings[choice] ?? `${name} ${choice}`,
    apply: (recipe) =>
      has(recipe, name) && recipe.own[name] !== choice
        ? { ...recipe, own: { ...recipe.own, [name]: choice } }
        : null,
  }));
}

function sets({ name, subject }: ParameterDeclaration): Change[] {
  return productSets
    .filter((set) => set.subject === subject)
    .map(({ id }): Change => {
      const products = parseProductSelection(id, name);
      return {
        what: "product",
        parameters: { [name]: id },
        says: `${name} as ${id}`,
        apply(recipe) {
          const own = recipe.own[name];
          if (!has(recipe, name) || (typeof own === "object" && own.id === id)) return null;
          return { ...recipe, own: { ...recipe.own, [name]: products } };
        },
      };
    });
}

function has({ metric }: Recipe, parameter: string): boolean {
  return metric?.asks.parameters?.some(({ name }) => name === parameter) ?? false;
}

/** What a metric declares that authors print in its place. */
function mistaken(recipes: readonly Recipe[]): Change[] {
  const declared = new Map<string, MistakenFor>();
  for (const { metric } of recipes) {
    for (const one of metric?.mistakenFor ?? []) declared.set(`${metric!.id} ${one.id}`, one);
  }
  return [...declared.values()].map((one) => ({
    what: "mistaken",
    parameters: { mistake: one.id },
    says: one.says,
    apply: (recipe) =>
      recipe.metric?.mistakenFor?.includes(one) && recipe.instead === null && recipe.than === null
        ? { ...recipe, instead: one }
        : null,
  }));
}

/** Domestic for foreign, and the like. */
function valueAddedMeasures(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  if (!recipes.some(isPublished)) return [];
  return sources.shares.measures.map((measure) => ({
    what: "measure",
    parameters: { measure },
    says: `${measure} instead`,
    apply: (recipe) =>
      isPublished(recipe) && recipe.measure !== measure ? { ...recipe, measure } : null,
  }));
}

function isPublished({ metric, inTable }: Recipe): boolean {
  return metric === null && inTable === null;
}

const wholes: readonly (readonly [Whole, string])[] = [
  ["world", "the trade of all partners as the whole"],
  ["all-products", "all products as the whole"],
];

function otherWholes(recipes: readonly Recipe[]): Change[] {
  if (!recipes.some(({ metric }) => metric?.asks.whole)) return [];
  return wholes.map(([whole, says]) => ({
    what: "whole",
    parameters: { whole: String(whole) },
    says,
    apply: (recipe) =>
      recipe.metric?.asks.whole && recipe.whole !== whole ? { ...recipe, whole } : null,
  }));
}

const memberRules: readonly (readonly [Recipe["members"], string])[] = [
  ["today", "the members that the group has today"],
  ["then", "the members that the group had then"],
];
/** How much likelier the members of then, or a published row, are than one of the many sets of partners. */
const OF_GROUP = 20;

/**
 * Other members of a group, such as the EU with the United Kingdom: as its publisher's row has them in
 * each vintage, which authors compare although they change.
 */
function otherMembers(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const ofGroup = ({ metric, partners }: Recipe) =>
    metric !== null && partners.some(({ code }) => areas.standsForOthers(code));
  const groups = recipes.filter(ofGroup);
  if (groups.length === 0) return [];
  const rules = memberRules.map(([members, says]) => ({
    what: "partners" as const,
    ...(members === "then" && { weight: OF_GROUP }),
    parameters: { members },
    says,
    apply: (recipe: Recipe) =>
      ofGroup(recipe) && recipe.members !== members ? { ...recipe, members } : null,
  }));
  const vintages = new Set(groups.flatMap((recipe) => vintagesOf(recipe, sources)));
  const rows = [undefined, ...vintages].map((vintage) => ({
    what: "partners" as const,
    weight: OF_GROUP,
    parameters: { members: "published", ...(vintage !== undefined && { vintage }) },
    says: `the published row of the group${vintage === undefined ? "" : ` in vintage ${vintage}`}, whose members change`,
    apply: (recipe: Recipe): Recipe | null =>
      ofGroup(recipe) && (vintages.size === 0 || recipe.vintage !== vintage)
        ? { ...recipe, members: "published", anyAreas: true, ...(vintage && { vintage }) }
        : null,
  }));
  return [...rules, ...rows];
}

/** A change of a percentage in percent of it, in place of points. */
function relativeChanges(recipes: readonly Recipe[]): Change[] {
  const isPoints = (recipe: Recipe) =>
    recipe.from !== null &&
    recipe.printing.as === "change" &&
    unitOf(recipe) === "percent" &&
    !recipe.metric?.asks.change;
  if (!recipes.some(isPoints)) return [];
  return [
    {
      what: "relative",
      parameters: { as: "percent" },
      says: "the change in percent in place of percentage points",
      apply(recipe) {
        if (!isPoints(recipe)) return null;
        const level = { ...recipe, printing: { ...recipe.printing, as: "value" as const } };
        const start = { ...level, period: recipe.from!, from: null };
        return { ...level, from: null, than: { as: "percent", recipe: start } };
      },
    },
  ];
}

/** Domestic exports and imports for consumption, or the other way. */
function flowBases(recipes: readonly Recipe[]): Change[] {
  if (!recipes.some(({ metric }) => metric !== null)) return [];
  const exports = ["domestic", "total"] as const;
  const imports = ["consumption", "general"] as const;
  const names = {
    ...{ domestic: "domestic exports", total: "total exports" },
    ...{ consumption: "imports for consumption", general: "general imports" },
  };
  return [
    ...exports.map(
      (basis): Change => ({
        what: "basis",
        parameters: { exports: basis },
        says: names[basis],
        apply: (recipe) => withPreference(recipe, { exports: basis }),
      }),
    ),
    ...imports.map(
      (basis): Change => ({
        what: "basis",
        parameters: { imports: basis },
        says: names[basis],
        apply: (recipe) => withPreference(recipe, { imports: basis }),
      }),
    ),
  ];
}

/** The products then choose the data, since not every dataset has every basis. */
function withPreference(recipe: Recipe, changed: Partial<Recipe["preferences"]>): Recipe | null {
  if (recipe.metric === null) return null;
  const same = Object.entries(changed).every(
    ([key, value]) => recipe.preferences[key as keyof Recipe["preferences"]] === value,
  );
  if (same) return null;
  return { ...recipe, data: null, preferences: { ...recipe.preferences, ...changed } };
}

function otherMeasures(recipes: readonly Recipe[]): Change[] {
  if (!recipes.some(hasMeasure)) return [];
  return measures.map((of) => ({
    what: "measure",
    parameters: { of },
    says: `${measureNames[of]} instead`,
    apply: (recipe) => (hasMeasure(recipe) && recipe.of !== of ? { ...recipe, of } : null),
  }));
}

function hasMeasure({ metric }: Recipe): boolean {
  return metric?.asks.of !== undefined;
}

const GOODS_AND_SERVICES = "bea-trade";
const sectors = ["goods", "services", null] as const;

/** The other embedded publication of the same trade, and goods or services alone. */
function otherBases(): Change[] {
  const ids = embeddedCatalog().map(({ id }) => id);
  if (!ids.includes(GOODS_AND_SERVICES)) return [];
  const balanceOfPayments = sectors.map(
    (sector): Change => ({
      what: "basis",
      parameters: { data: GOODS_AND_SERVICES, ...(sector && { sector }) },
      says: `${sector ?? "goods and services"}, balance-of-payments basis (${GOODS_AND_SERVICES})`,
      apply: (recipe) =>
        isPlain(recipe) &&
        (recipe.data !== GOODS_AND_SERVICES || recipe.preferences.sector !== sector)
          ? { ...recipe, data: GOODS_AND_SERVICES, preferences: { ...recipe.preferences, sector } }
          : null,
    }),
  );
  const census: Change = {
    what: "basis",
    parameters: { data: "census-goods" },
    says: "goods, Census basis (census-goods)",
    apply: (recipe) =>
      isPlain(recipe) && recipe.data === GOODS_AND_SERVICES
        ? {
            ...recipe,
            data: "census-goods",
            preferences: { ...recipe.preferences, sector: null },
          }
        : null,
  };
  return [...balanceOfPayments, census];
}

/** Only figures of all products and of whole years are published on both bases. */
function isPlain(recipe: Recipe): boolean {
  const { metric, product, period } = recipe;
  const annual = isYear(period);
  return annual && metric !== null && !metric.asks.parameters && product.codes.length === 0;
}
