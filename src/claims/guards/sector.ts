import type { Claim } from "../file/schema.ts";
import { type Recipe, singleFigures } from "../recipe.ts";
import { isOfOne, saidIn } from "./said.ts";

/**
 * Why the sector that a claim names is not the one that its recipe counts; null where it can be.
 * @param counted what the figures of a recipe count: `goods`, `services` or `goods and services`.
 */
export function sectorProblem(
  { says, compute }: Claim,
  recipe: Recipe,
  counted: (recipe: Recipe) => readonly string[],
): string | null {
  // What products are decides whether they are goods.
  const isPlain = ({ metric, inTable, product, by }: Recipe) =>
    metric && !inTable && product.codes.length === 0 && !by.includes("product");
  if (!singleFigures(recipe).every(isPlain) || !isOfOne(says)) return null;
  const { sectors } = saidIn(says);
  const [first] = sectors;
  if (!first || sectors.some(({ sector }) => sector !== first.sector)) return null;
  const own = [...new Set(singleFigures(recipe).flatMap(counted))];
  const said = first.sector === "both" ? "goods and services" : first.sector;
  if (own.length !== 1 || own[0] === said) return null;
  const mend =
    first.sector !== "both"
      ? `use sector: ${first.sector}`
      : compute?.sector !== undefined
        ? "leave it out"
        : compute?.data === undefined && recipe.preferences.basis === null
          ? "use basis: bop"
          : "name data that have both";
  return `compute.sector: figures of ${own[0]} are computed, which contradicts what the claim says ("${first.text}") (${mend})`;
}
