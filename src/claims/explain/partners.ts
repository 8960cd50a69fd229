import type { NamedPartner } from "../../partners/directory.ts";
import { partnerGroups } from "../../partners/groups.ts";
import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import type { Change } from "./change.ts";
import { distinctSources } from "./distinct-sources.ts";

/** One partner in place of another, for every partner of the data. */
export function partnerChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const known = partnersOf(recipes, sources);
  return distinctSets(recipes)
    .filter((partners) => partners.length === 1)
    .flatMap((partners) =>
      known
        .filter(({ code }) => code !== partners[0]!.code)
        .map((other) => setChange("partner", partners, [other])),
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
        far: 0,
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
      return partners.map((one) => setChange("partners", partners, [one]));
    }
    return partnerGroups
      .filter(({ members, asMembers }) => asMembers && members.includes(partners[0]!.code))
      .map(({ members }) => members.flatMap((code) => names.get(code) ?? []))
      .filter((members) => members.length > 1)
      .map((members) => setChange("partners", partners, members));
  });
}

function setChange(
  what: "partner" | "partners",
  original: readonly NamedPartner[],
  others: readonly NamedPartner[],
): Change {
  return {
    what,
    parameters: { partner: others.map(({ code }) => code).join(",") },
    says: `${namesOf(others)} instead of ${namesOf(original)}`,
    far: 0,
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
