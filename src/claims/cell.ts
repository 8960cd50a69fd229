import type { Cube } from "../calculation/cube.ts";
import { type CubeFigure, cellOf as memberCell } from "../calculation/cube-figure.ts";
import { gatedOutcome } from "../calculation/outcome.ts";
import type { PlainFigures } from "../calculation/plain-figures.ts";
import { type Cell, type FigureRequest, lifted } from "../metrics/cell.ts";
import type { MistakenFor, Outcome } from "../metrics/metric.ts";
import type { Reason } from "../metrics/reason.ts";
import type { Period } from "../records/period.ts";
import { WORLD } from "../records/record.ts";
import { rankAmong, rankedDimension } from "./rank.ts";
import type { Rank, Recipe } from "./recipe.ts";

interface Evaluated {
  readonly value: number | null;
  readonly reason: Reason | null;
}

/** The cell of the cube that a recipe is about. */
export function cellOf({ reporter, partners, product, period, metric }: Recipe): Cell {
  const codes = partners.map(({ code }) => code);
  const region = metric?.asks.about === "region";
  const partner = codes.includes(WORLD) ? "all" : codes;
  return {
    reporter,
    partner: region && Array.isArray(reporter) ? reporter : partner,
    product,
    period,
  };
}

/** What the metric of a recipe asks for in a cell. */
export function requestsOf(recipe: Recipe, at: Cell): Readonly<Record<string, FigureRequest>> {
  const { metric, of, by, each, own, whole, from } = recipe;
  const parameters = { of, by, each, own, whole, base: from, indexBase: null };
  return metric!.figures(at, parameters);
}

/** A column of the row at a cell: the value, or a component by its name. */
export function computedValue(recipe: Recipe, at: Cell, cube: Cube, column: string): Evaluated {
  const requests = requestsOf(recipe, at);
  const inputs = cube.figures(requests);
  const context = { years: null, own: recipe.own };
  const outcome = gatedOutcome(recipe.metric!, requests, inputs, context, cube.areas);
  const component = column === "value" ? undefined : componentOf(column, outcome, inputs);
  if (component !== undefined) return { value: component, reason: null };
  return { value: outcome.value, reason: outcome.reason };
}

/** The number of a recipe that is plain to compute; undefined where it is not. */
export function plainValue(recipe: Recipe, plain: PlainFigures): number | null | undefined {
  const { metric, instead, own, printing, from, period } = recipe;
  const ofChange = printing.as === "change" || printing.as === "deficit-change";
  if (ofChange && metric!.asks.change) return undefined;
  const numbers = plain.numbers(requestsOf(recipe, cellOf(recipe)));
  if (!numbers) {
    // Some metrics have a value without one of their figures.
    const dispenses = !instead && metric!.inputs.some(({ dispensable }) => dispensable);
    return dispenses ? undefined : numbers;
  }
  if (instead) return instead.of(numbers, { years: from && yearsBetween(from, period) });
  return metric!.compute(numbers, { years: null, own }).value;
}

function componentOf(
  name: string,
  { derived }: Outcome,
  inputs: ReadonlyMap<string, CubeFigure>,
): number | undefined {
  const found = derived[name] ?? inputs.get(name)?.value;
  return typeof found === "number" ? found : undefined;
}

/**
 * The rank of the recipe's partner, or of its product or reporter where rows are of these, among others.
 * Null where its own figure is.
 */
export function rankOf(recipe: Recipe, { among, by, first }: Rank, cube: Cube): Evaluated {
  const dimension = rankedDimension(recipe.by);
  const at = cellOf(recipe);
  const own = computedValue(recipe, at, cube, by);
  if (own.value === null) return own;
  const whole = lifted(at, dimension);
  const members = among ?? cube.members(dimension, whole);
  const figures = members.map(
    (member) => computedValue(recipe, memberCell(whole, dimension, member), cube, by).value,
  );
  return { value: rankAmong(own.value, figures, first), reason: null };
}

/** What is printed in place of the metric by mistake, from the same figures. */
export function mistakenValue(recipe: Recipe, { of }: MistakenFor, cube: Cube): Evaluated {
  const figures: Record<string, number> = {};
  for (const [name, { value, reason }] of cube.figures(requestsOf(recipe, cellOf(recipe)))) {
    if (value === null || reason !== null) return { value: null, reason: reason ?? "no-data" };
    figures[name] = value;
  }
  const { from, period } = recipe;
  const value = of(figures, { years: from && yearsBetween(from, period) });
  return { value, reason: value === null ? "zero-base" : null };
}

function yearsBetween(from: Period, to: Period): number {
  return (to.last - from.last) / 12;
}
