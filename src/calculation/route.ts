import { keptIn } from "../kept-in.ts";
import type { ProductSelection } from "../products/product.ts";
import { type Question, tellsApart } from "../question/question.ts";
import { noPreferences, type Preferences } from "../selection/figure.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";
import { has, kindOf, type Need, needsOf } from "./needs.ts";
import { refusal } from "./refusal.ts";
import type { WarningList } from "./warnings.ts";

/**
 * Finds the dataset that has the figures which a question needs: of those that are embedded, the first
 * unless another has more of them. What the question does not name stays as it is in the first one:
 * the accounting basis, the sector and the bases of flows.
 * @throws InputError where no dataset has any of them, with what is covered and which option would serve.
 */
export function routed(
  question: Question,
  datasets: OpenDatasets,
  warnings: WarningList,
): OpenDatasets {
  if (!datasets.candidates) return datasets;
  const chosen = new Map<string, TradeDataset>();
  const choose = (product: ProductSelection, isByProduct: boolean): TradeDataset =>
    keptIn(chosen, `${isByProduct}|${product.id}`, () => {
      const candidates = datasets.candidates!(product, isByProduct);
      const best =
        candidates.length === 0
          ? datasets.forProduct(product)
          : bestOf(question, product, candidates, warnings);
      // The dataset is chosen first, and then its vintage.
      return datasets.ofVintage?.(best) ?? best;
    });
  const needs = needsOf(question);
  const products = new Map(needs.map(({ product }) => [product.id, product]));
  const isByProduct = tellsApart(question, "product");
  for (const product of isByProduct ? [question.product] : products.values()) {
    choose(product, isByProduct);
  }
  return {
    ...datasets,
    forProduct: (product) => chosen.get(`false|${product.id}`) ?? datasets.forProduct(product),
    withProducts: (system) =>
      chosen.get(`true|${question.product.id}`) ?? datasets.withProducts(system),
  };
}

/** The dataset, of some that have the system of a product, that has most of what is needed of it. */
function bestOf(
  question: Question,
  product: ProductSelection,
  candidates: readonly (() => TradeDataset)[],
  warnings: WarningList,
): TradeDataset {
  const isByProduct = tellsApart(question, "product");
  const wishes = wishesOf(question);
  const needs = needsOf(question)
    .filter((need) => isByProduct || need.product.id === product.id)
    .map((need) => (need.reporter === wishes.reporter ? { ...need, reporter: undefined } : need));
  const first = candidates[0]!();
  const own = reached(first, needs, wishes, null);
  if (own.figures === needs.length) return first;
  const usual = isNamed(question) ? null : usualKinds(first);
  let best = first;
  let most = own;
  for (const open of candidates.slice(1)) {
    const other = open();
    const found = reached(other, needs, wishes, usual);
    const isMore = found.places - most.places || found.figures - most.figures;
    if (isMore > 0) [best, most] = [other, found];
  }
  if (most.figures === 0 || (most.places === 0 && isOfAnotherKind(best, needs, wishes))) {
    throw refusal(
      question,
      needs,
      candidates.map((open) => open()),
      wishes,
    );
  }
  if (best !== first) {
    warnings.add(
      "other-dataset",
      `figures are from ${best.description.id}, because ${first.description.id} has ${own.figures === 0 ? "none" : "not all"} of the kind, partners and periods asked for`,
    );
  }
  return best;
}

/** Whether the question says of which kind its figures are to be. */
function isNamed({ preferences, asked }: Question): boolean {
  return Object.values(preferences).some((wish) => wish !== null) || asked.reporter !== null;
}

function wishesOf({ preferences, subjects }: Question): Preferences {
  const reporter = subjects[0]?.place.reporter;
  const only = Array.isArray(reporter) && reporter.length === 1 ? reporter[0]! : null;
  return { ...preferences, reporter: only };
}

/** How many of the figures that are needed a dataset has, and of how many places it has all. */
function reached(
  dataset: TradeDataset,
  needs: readonly Need[],
  wishes: Preferences,
  usual: ReadonlySet<string> | null,
): { readonly figures: number; readonly places: number } {
  const lacking = new Set<string>();
  const places = new Set<string>();
  let figures = 0;
  for (const need of needs) {
    const place = `${need.partner}|${need.period?.label}`;
    places.add(place);
    if (has(dataset, need, wishes, usual)) figures += 1;
    else lacking.add(place);
  }
  return { figures, places: places.size - lacking.size };
}

/** Whether what is missing is there, but of another kind than the question names. */
function isOfAnotherKind(
  dataset: TradeDataset,
  needs: readonly Need[],
  wishes: Preferences,
): boolean {
  const any = { ...noPreferences, reporter: wishes.reporter };
  return needs.some((need) => !has(dataset, need, wishes) && has(dataset, need, any));
}

function usualKinds(dataset: TradeDataset): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const { code } of dataset.partners.slice(0, 8)) {
    for (const { key } of dataset.seriesOf(code)) kinds.add(kindOf(key));
  }
  return kinds;
}
