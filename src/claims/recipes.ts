import { InputError } from "../errors.ts";
import { ComputeError } from "./compute-error.ts";
import { Evaluator } from "./evaluate.ts";
import { type Places, Problems } from "./file/problems.ts";
import type { PlaceOf } from "./file/read.ts";
import type { Claim, ClaimFile, Compute } from "./file/schema.ts";
import { pricesProblem } from "./guards/prices.ts";
import { sectorProblem } from "./guards/sector.ts";
import { subjectProblem } from "./guards/subject.ts";
import { unitProblem } from "./guards/units.ts";
import { orientationOf, wordsProblem } from "./guards/words.ts";
import type { Recipe } from "./recipe.ts";
import { recipeOf } from "./recipe-of.ts";
import type { ClaimSources } from "./sources.ts";
import { ofVintage, withVintage } from "./vintages.ts";

/** How the number of one claim is computed from data. */
export interface ClaimRecipes {
  readonly main: Recipe;
  /** The same under each definition that the claim names; empty where it names none. */
  readonly definitions: readonly { readonly name: string; readonly recipe: Recipe }[];
}

/**
 * The recipes of all claims that are computed from data, by their ids; made and held against the
 * claims before anything is computed, so that a claim file that cannot be understood gives no verdict
 * at all.
 * @throws InputError that names line, claim and key of everything that is wrong.
 */
export function recipesOf(
  file: ClaimFile,
  sources: ClaimSources,
  place: PlaceOf,
  lineOf: Places["lineOf"] = () => null,
): ReadonlyMap<string, ClaimRecipes> {
  const problems = new Problems({ place, lineOf });
  const recipes = makeRecipes(file, sources, problems);
  problems.throwIfAny();
  return recipes;
}

/**
 * The recipes of the claims that can be understood; what is wrong with the others is added.
 * @param pathOf where a claim stands in its text.
 */
export function makeRecipes(
  { claims }: ClaimFile,
  sources: ClaimSources,
  problems: Problems,
  pathOf: (claim: Claim, index: number) => PropertyKey[] = (_, index) => ["claims", index],
): Map<string, ClaimRecipes> {
  const recipes = new Map<string, ClaimRecipes>();
  for (const [index, claim] of claims.entries()) {
    const { id, compute, vintage } = claim;
    if (!compute) continue;
    const own = pathOf(claim, index);
    const path = [...own, "compute"];
    const { definitions = [], ...words } = compute;
    const pinned = (recipe: Recipe | null): Recipe | null => {
      if (!recipe || vintage === undefined) return recipe;
      const at = [...own, "vintage"];
      return hasVintage(recipe, vintage, sources, (message, hint) =>
        problems.add(at, `${id}: ${message}`, hint),
      )
        ? withVintage(recipe, vintage)
        : null;
    };
    const made = (at: PropertyKey[], asked: typeof words) =>
      pinned(checked(claim, at, problems, asked, sources));
    const main = made(path, words);
    const others = definitions.map((definition, number) => ({
      name: Object.entries(definition)
        .map(([key, text]) => `${key} ${text}`)
        .join(", "),
      recipe: made([...path, "definitions", number], { ...words, ...definition }),
    }));
    if (!main) continue;
    const understood = others.flatMap(({ name, recipe }) => (recipe ? [{ name, recipe }] : []));
    recipes.set(id, { main, definitions: understood });
  }
  return recipes;
}

/** Whether the data of a recipe have a vintage; what is wrong is told where they do not. */
function hasVintage(
  { metric, data, product, inTable, period }: Recipe,
  vintage: string,
  sources: ClaimSources,
  tell: (message: string, hint: string | null) => void,
): boolean {
  if (inTable) {
    const table = inTable.descriptionOf(period);
    if (table.vintage === vintage) return true;
    tell(`vintage: ${table.id} is of ${table.vintage ?? "no vintage that it states"}`, null);
    return false;
  }
  if (metric === null) {
    const { shares, shareEditions } = sources;
    if (shareEditions.of(vintage)) return true;
    const has = shareEditions.names.join(", ");
    tell(`vintage: ${shares.description.id} has no vintage ${vintage} (it has ${has})`, null);
    return false;
  }
  try {
    ofVintage(sources.whole(data), vintage).forProduct(product);
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    tell(error.message, error.hint);
    return false;
  }
}

/** A recipe that fits its claim, counted in the direction in which the claim prints its number. */
function checked(
  claim: Claim,
  path: readonly PropertyKey[],
  problems: Problems,
  words: Compute,
  sources: ClaimSources,
): Recipe | null {
  const recipe = understood(claim, path, problems, words, sources);
  if (recipe === null) return null;
  const message =
    unitProblem(claim, recipe) ??
    wordsProblem(claim, recipe) ??
    pricesProblem(claim, recipe) ??
    subjectProblem(claim, recipe) ??
    // Other definitions of a claim may count otherwise than it says.
    (path.at(-1) === "compute"
      ? sectorProblem(claim, recipe, (one) => new Evaluator(sources).sectorsOf(one))
      : null);
  if (message !== null) {
    const key = /^(?:compute\.)?(\w+): /.exec(message)![1]!;
    const at = message.startsWith("compute.") ? [...path, key] : [...path.slice(0, 2), key];
    problems.add(at, `${claim.id}: ${message}`);
  }
  const { negated } = orientationOf(claim, recipe);
  return negated ? { ...recipe, printing: { ...recipe.printing, negated } } : recipe;
}

/** What stands for a key that cannot be understood, so that what is wrong with the others is told too. */
const STAND_INS: Partial<Compute> = { partner: "CA", period: "2023", from: "2022", to: "2023" };

/** The recipe of some words; where they are wrong, every key that is, and no recipe. */
function understood(
  { id }: Claim,
  path: readonly PropertyKey[],
  problems: Problems,
  words: Compute,
  sources: ClaimSources,
): Recipe | null {
  let asked = words;
  const wrong = new Set<string>();
  for (;;) {
    try {
      const recipe = recipeOf(asked, sources);
      return wrong.size === 0 ? recipe : null;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const key = error instanceof ComputeError ? error.key : null;
      // Another fault of a key that has been told may be that of what stands for it.
      if (key !== null && wrong.has(key)) return null;
      problems.add(
        [...path, ...(key === null ? [] : [key])],
        `${id}: ${error.message}`,
        error.hint,
      );
      if (key === null || key === "metric") return null;
      wrong.add(key);
      const { [key]: _, ...others } = asked;
      asked = { ...others, ...(key in STAND_INS && { [key]: STAND_INS[key] }) } as Compute;
    }
  }
}
