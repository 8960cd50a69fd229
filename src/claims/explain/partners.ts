import type { NamedPartner } from "../../partners/directory.ts";
import { partnerGroups } from "../../partners/groups.ts";
import type { TradeDataset } from "../../sources/dataset.ts";
import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import type { Change } from "./change.ts";
import { distinctSources } from "./distinct-sources.ts";

/** One partner in place of another, for every partner of the data. */
export function partnerChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const known = partnersOf(recipes, sources);
  const sizes = sizesOf(recipes, sources);
  return distinctSets(recipes)
    .filter((partners) => partners.length === 1)
    .flatMap((partners) =>
      known
        .filter(({ code }) => code !== partners[0]!.code)
        .map((other) => ({
          ...setChange("partner", partners, [other]),
          weight: sizes.get(other.code) ?? SMALLEST,
        })),
    );
}

/** Two partners of one group that stand in each other's place. */
export function exchangeChanges(recipes: readonly Recipe[]): Change[] {
  const single = distinctSets(recipes).filter((partners) => partners.length === 1);
  return single.flatMap((first, index) =>
    single.slice(index + 1).map((second): Change => {
      const [a, b] = [first[0]!, second[0]!];
      return {
        what: "partner",
        parameters: { exchanged: `${a.code},${b.code}` },
        says: `${a.name} and ${b.name} exchanged`,
        apply(recipe) {
          const own = recipe.partners.length === 1 ? recipe.partners[0]!.code : "";
          if (own === a.code) return { ...recipe, partners: [b] };
          return own === b.code ? { ...recipe, partners: [a] } : null;
        },
      };
    }),
  );
}

/** Another set: one of several partners, or a whole group in place of one of its members. */
export function partnerSetChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const names = new Map(partnersOf(recipes, sources).map((one) => [one.code, one]));
  return distinctSets(recipes).flatMap((partners) => {
    if (partners.length > 1) {
      const alone = partners.map((one) => setChange("partners", partners, [one]));
      const less = partners.map((one) =>
        setChange(
          "partners",
          partners,
          partners.filter(({ code }) => code !== one.code),
          `${one.name} left out`,
        ),
      );
      const left = names.get(LEFT_UNION);
      const more =
        left && partners.length >= UNION && !partners.includes(left)
          ? [setChange("partners", partners, [...partners, left], `with ${left.name}`)]
          : [];
      // Of a large group nobody takes one member for the whole.
      return [...(partners.length > 4 ? [] : alone), ...(partners.length > 2 ? less : []), ...more];
    }
    return partnerGroups
      .filter(({ members, asMembers }) => asMembers && members.includes(partners[0]!.code))
      .map(({ members }) => members.flatMap((code) => names.get(code) ?? []))
      .filter((members) => members.length > 1)
      .map((members) => setChange("partners", partners, members));
  });
}

/** The economy that a group of so many members had until 2020. */
const LEFT_UNION = "GB";
const UNION = 27;

/** A partner of which nothing is known is as likely as the smallest. */
const SMALLEST = 0.001;

/** Authors mix up large partners more readily than small ones: by the size of trade. */
function sizesOf(recipes: readonly Recipe[], sources: ClaimSources): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { metric, data, product } of distinctSources(recipes)) {
    if (metric === null) continue;
    for (const [code, size] of tradeOf(sources.of(data).forProduct(product))) {
      sums.set(code, (sums.get(code) ?? 0) + size);
    }
  }
  const ranked = [...sums].sort(([, a], [, b]) => b - a);
  return new Map(ranked.map(([code], place) => [code, weightAt(place)]));
}

/** How likely an economy stands in place of another, by its place in the order of size, from 0. */
export function weightAt(place: number): number {
  return 1 / (1 + place / 10) ** 2;
}

const tradeKnown = new WeakMap<TradeDataset, ReadonlyMap<string, number>>();

/** All trade of each partner of a dataset, found once for all claims. */
function tradeOf(dataset: TradeDataset): ReadonlyMap<string, number> {
  const known = tradeKnown.get(dataset);
  if (known) return known;
  // One vintage that lists every partner tells sizes as well as all of them together.
  const { data } = dataset.vintages?.find((one) => !one.data.somePartners) ?? { data: dataset };
  const sums = new Map<string, number>();
  for (const { code } of dataset.partners) {
    let sum = 0;
    for (const { key, values } of data.seriesOf(code)) {
      if (key.product === "total") for (const value of values.values()) sum += Math.abs(value);
    }
    sums.set(code, sum);
  }
  tradeKnown.set(dataset, sums);
  return sums;
}

function setChange(
  what: "partner" | "partners",
  original: readonly NamedPartner[],
  others: readonly NamedPartner[],
  says = `${namesOf(others)} instead of ${namesOf(original)}`,
): Change {
  return {
    what,
    parameters: { partner: others.map(({ code }) => code).join(",") },
    says,
    apply: (recipe) =>
      areSame(recipe.partners, original) ? { ...recipe, partners: others } : null,
  };
}

/** The partners of all datasets on which the recipes draw. */
function partnersOf(recipes: readonly Recipe[], sources: ClaimSources): NamedPartner[] {
  const partners = new Map<string, NamedPartner>();
  for (const { metric, data, product } of distinctSources(recipes)) {
    const known =
      metric === null ? sources.shares.areas : sources.of(data).forProduct(product).partners;
    for (const { code, name } of known) {
      if (!partners.has(code)) partners.set(code, { code, name });
    }
  }
  return [...partners.values()];
}

function distinctSets(recipes: readonly Recipe[]): (readonly NamedPartner[])[] {
  return [...new Map(recipes.map(({ partners }) => [keyOf(partners), partners])).values()];
}

function keyOf(partners: readonly NamedPartner[]): string {
  return partners.map(({ code }) => code).join("+");
}

function areSame(some: readonly NamedPartner[], others: readonly NamedPartner[]): boolean {
  return (
    some.length === others.length && some.every(({ code }, index) => code === others[index]!.code)
  );
}

function namesOf(partners: readonly NamedPartner[]): string {
  return partners.map(({ name }) => name).join(" and ");
}
