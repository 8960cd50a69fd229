import { balanceMetric } from "../../metrics/balance.ts";
import type { Measure } from "../../metrics/cell.ts";
import type { AnyMetric } from "../../metrics/metric.ts";
import { type ProductSelection, parseProductSelection } from "../../products/product.ts";
import { productSets } from "../../products/product-sets.ts";
import { isYear } from "../../records/period.ts";
import { embeddedCatalog } from "../../sources/embedded/embedded.ts";
import type { Recipe } from "../recipe.ts";
import type { Change } from "./change.ts";

const PETROLEUM = "petroleum";

const measures: readonly Measure[] = ["exports", "imports", "balance", "total"];
const measureNames: Readonly<Record<Measure, string>> = {
  exports: "exports",
  imports: "imports",
  balance: "the balance",
  total: "exports plus imports",
};

/** Other definitions of the same figure: which flows, which products, which measure, which basis. */
export function definitionChanges(recipes: readonly Recipe[]): Change[] {
  return [
    ...flowsTakenOut(recipes),
    ...petroleumSets(recipes),
    ...otherMeasures(recipes),
    ...otherBases(),
  ];
}

function flowsTakenOut(recipes: readonly Recipe[]): Change[] {
  if (!recipes.some(isNonPetroleum)) return [];
  return (["imports", "both"] as const).map((flows) => ({
    what: "flows",
    parameters: { petroleumFlows: flows },
    says:
      flows === "imports"
        ? "petroleum taken out of imports only"
        : "petroleum taken out of exports and imports",
    far: 0,
    apply: (recipe) =>
      isNonPetroleum(recipe) && recipe.own.petroleumFlows !== flows
        ? { ...recipe, own: { ...recipe.own, petroleumFlows: flows } }
        : null,
  }));
}

function petroleumSets(recipes: readonly Recipe[]): Change[] {
  if (!recipes.some(isNonPetroleum)) return [];
  const notTakenOut: Change = {
    what: "product",
    parameters: { metric: "balance" },
    says: "petroleum not taken out at all",
    far: 0,
    apply: (recipe) =>
      isNonPetroleum(recipe) ? { ...recipe, metric: balanceMetric as unknown as AnyMetric } : null,
  };
  const sets = productSets
    .filter(({ subject }) => subject === PETROLEUM)
    .map(({ id }): Change => {
      const petroleum = parseProductSelection(id, "petroleum");
      return {
        what: "product",
        parameters: { petroleum: id },
        says: `petroleum as ${id}`,
        far: 0,
        apply: (recipe) =>
          isNonPetroleum(recipe) && setOf(recipe)?.id !== id
            ? { ...recipe, own: { ...recipe.own, petroleum } }
            : null,
      };
    });
  return [notTakenOut, ...sets];
}

function isNonPetroleum({ metric }: Recipe): boolean {
  return metric?.asks.parameters?.some(({ subject }) => subject === PETROLEUM) ?? false;
}

function setOf({ own }: Recipe): ProductSelection | null {
  return typeof own.petroleum === "object" ? own.petroleum : null;
}

function otherMeasures(recipes: readonly Recipe[]): Change[] {
  if (!recipes.some(hasMeasure)) return [];
  return measures.map((of) => ({
    what: "measure",
    parameters: { of },
    says: `${measureNames[of]} instead`,
    far: 0,
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
      far: 0,
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
    far: 0,
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
  return annual && metric !== null && !isNonPetroleum(recipe) && product.codes.length === 0;
}
