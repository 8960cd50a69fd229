import type { Measure } from "../../metrics/cell.ts";
import { partnerGroups } from "../../partners/groups.ts";
import type { Period } from "../../records/period.ts";
import { unitOf } from "../printing.ts";
import { type Recipe, singleFigures } from "../recipe.ts";
import { isSigned } from "./units.ts";

/** Every economy that a recipe has to do with. */
export function economiesOf({ reporter, partners, whole, rank }: Recipe): readonly string[] {
  return [
    ...partners.map(({ code }) => code),
    ...(typeof reporter === "string" ? [] : reporter),
    ...(typeof whole === "string" ? [] : whole),
    ...(rank?.among ?? []),
  ];
}

/** Whether a recipe asks for an economy, or for a group by itself or by several of its members. */
export function isAsked(code: string, asked: readonly string[]): boolean {
  const group = partnerGroups.find(({ id }) => id === code);
  if (!group) return asked.includes(code);
  const isSame = (other: string) =>
    other === code ||
    partnerGroups.some(({ id, members }) => id === other && sameMembers(members, group.members));
  return asked.some(isSame) || asked.filter((one) => group.members.includes(one)).length > 1;
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}

/** The flow of trade that a recipe counts; null where it is none, or relates several. */
export function expectedFlow(recipe: Recipe): Measure | null {
  const { metric, of, than, rank } = recipe;
  if (than || metric!.asks.about !== "partner") return null;
  if (rank && isMeasure(rank.by)) return rank.by;
  if (metric!.asks.of) return of;
  return isSigned(recipe) && unitOf(recipe) === "USD" ? "balance" : null;
}

function isMeasure(column: string): column is Measure {
  return ["exports", "imports", "balance", "total"].includes(column);
}

const HARMONIZED = /^hs:(\d\d)/;

/** The chapters of the products that a recipe asks for; null where they are not told by chapters alone. */
export function chaptersOf(recipe: Recipe): readonly string[] | null {
  if (recipe.metric!.asks.parameters || recipe.by.includes("product")) return null;
  const asked = singleFigures(recipe).flatMap(({ product }) => [
    ...product.codes,
    ...product.excluded,
  ]);
  const chapters = asked.flatMap((code) => HARMONIZED.exec(code)?.[0] ?? []);
  return chapters.length < asked.length ? null : chapters;
}

/** Whether two periods have a month in common. */
export function meets(one: Period, other: Period): boolean {
  return one.first <= other.last && other.first <= one.last;
}
