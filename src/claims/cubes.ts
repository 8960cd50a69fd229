import type { Cube } from "../calculation/cube.ts";
import { areas } from "../calculation/group-members.ts";
import { PlainFigures } from "../calculation/plain-figures.ts";
import { VintageCube } from "../calculation/vintage-cube.ts";
import { WarningList } from "../calculation/warnings.ts";
import { tellsApart } from "../question/question.ts";
import { preferencesId } from "../selection/figure.ts";
import type { Recipe } from "./recipe.ts";
import type { ClaimSources } from "./sources.ts";
import { ofVintage } from "./vintages.ts";

/** Figures of some data and kinds, with what a search found of those that are not plain. */
interface CubeAndNumbers {
  readonly cube: Cube;
  readonly plain: PlainFigures;
  readonly values: Map<string, number | null>;
}

/** Areas of which nothing is known, so that any two are compared. */
const unlikeAreas = { ...areas, territoryIn: () => null };

/** The cubes that recipes share: those of one dataset, vintage and kind of figure. */
export class Cubes {
  readonly #known = new Map<string, CubeAndNumbers>();

  constructor(readonly sources: ClaimSources) {}

  of(recipe: Recipe): CubeAndNumbers {
    const { data, vintage, preferences, project, absentAsZero, members } = recipe;
    const { level, product, by, each, metric, anyAreas } = recipe;
    const byProduct = tellsApart({ by, each, metric: metric! }, "product");
    const products = byProduct ? `${level.system}|${level.digits}|${product.id}` : "";
    const id = `${data}|${vintage ?? ""}|${project}|${absentAsZero}|${members}|${anyAreas}|${preferencesId(preferences)}|${products}`;
    const known = this.#known.get(id);
    if (known) return known;
    const kept = { preferences, project, absentAsZero, members };
    const settings = { ...kept, level, product, byProduct, areas: anyAreas ? unlikeAreas : areas };
    const open =
      vintage === undefined ? this.sources.of(data) : ofVintage(this.sources.whole(data), vintage);
    const made = {
      cube: new VintageCube(open, settings, new WarningList()),
      plain: new PlainFigures(open, settings),
      values: new Map<string, number | null>(),
    };
    this.#known.set(id, made);
    return made;
  }
}

/** A text that is the same for recipes of one cube that give the same number. */
export function numberId(recipe: Recipe): string {
  const { metric, reporter, partners, period, from, of, product, own, whole, instead, printing } =
    recipe;
  let id = `${metric!.id}|${of}|${period.label}|${from?.label}|${product.id}|${product.excluded.length}`;
  id += `|${whole}|${instead?.id}|${printing.as}|${reporter}|${recipe.by}|${recipe.each}`;
  for (const { code } of partners) id += `|${code}`;
  for (const name in own) id += `|${textOf(own[name])}`;
  return id;
}

function textOf(parameter: Recipe["own"][string] | undefined): string {
  return typeof parameter === "object" ? parameter.id : String(parameter);
}
