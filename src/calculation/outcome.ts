import type { Verdict } from "../comparison/gate.ts";
import type { FigureRequest } from "../metrics/cell.ts";
import type { AnyMetric, ComputeContext, FigureValues, Outcome } from "../metrics/metric.ts";
import type { Reason } from "../metrics/reason.ts";
import type { Areas } from "./areas.ts";
import type { CubeFigure } from "./cube-figure.ts";
import { verdictOf } from "./gate.ts";

type Inputs = ReadonlyMap<string, CubeFigure>;

/** What a metric makes of its figures, and what the gate says of them. */
export interface GatedOutcome extends Outcome {
  readonly verdict: Verdict;
}

/**
 * What a metric makes of the figures that it asked for, once they have passed the gate. What is not
 * comparable has no value, and nothing is derived from it.
 */
export function gatedOutcome(
  metric: AnyMetric,
  requests: Readonly<Record<string, FigureRequest>>,
  inputs: Inputs,
  context: ComputeContext,
  areas: Areas | null,
): GatedOutcome {
  const verdict = verdictOf(requests, inputs, areas);
  return { ...passed(metric, inputs, context, verdict), verdict };
}

/** The same of figures that were judged before, such as those of other rows. */
export function passed(
  metric: AnyMetric,
  inputs: Inputs,
  context: ComputeContext,
  { differs }: Verdict,
): Outcome {
  if (differs.length === 0) return outcomeOf(metric, inputs, context);
  return { value: null, reason: "not-comparable", derived: countsOf(metric, inputs) };
}

/**
 * What a metric makes of its figures. One that is missing makes the value so, unless it is
 * dispensable; what can be derived from the others is kept.
 */
function outcomeOf(metric: AnyMetric, inputs: Inputs, context: ComputeContext): Outcome {
  const figures: Record<string, FigureValues[string]> = {};
  let missing: Reason | null = null;
  for (const [name, { value, list, reason }] of inputs) {
    const isDispensable = () => metric.inputs.find((input) => input.name === name)?.dispensable;
    if (reason !== null && isDispensable()) continue;
    missing ??= reason;
    if (list) figures[name] = list.map((one) => ({ member: one.member, value: one.value! }));
    else figures[name] = value ?? Number.NaN;
  }
  if (missing === null) return metric.compute(figures, context);
  if ([...inputs.values()].some(({ list }) => list !== null)) {
    return { value: null, reason: missing, derived: countsOf(metric, inputs) };
  }
  // What must not be set against each other makes no balance either.
  if (missing === "not-comparable") return { value: null, reason: missing, derived: {} };
  const { derived } = metric.compute(figures, context);
  const known = Object.entries(derived).filter(([, value]) => Number.isFinite(value));
  return { value: null, reason: missing, derived: Object.fromEntries(known) };
}

/** The sum of a list; null where any of the lists has a gap, so that sums are set side by side. */
function listSum({ list }: CubeFigure, inputs: Inputs): number | null {
  const isKnown = [...inputs.values()].every((one) => one.list === null || one.reason === null);
  return isKnown ? list!.reduce((sum, { value }) => sum + value!, 0) : null;
}

/** How many members the lists have is known without their figures. */
function countsOf({ derived }: AnyMetric, inputs: Inputs): Outcome["derived"] {
  const [list] = [...inputs.values()].flatMap((input) => (input.list ? [input.list] : []));
  const counts = list ? derived.filter(({ unit }) => unit === "count") : [];
  return Object.fromEntries(counts.map(({ name }) => [name, list!.length]));
}

/** The components of a row, in the order of the contract; those that could not be computed are null. */
export function componentsOf(
  metric: AnyMetric,
  inputs: Inputs,
  { derived }: Outcome,
): Record<string, Outcome["derived"][string]> {
  const components: Outcome["derived"] & Record<string, Outcome["derived"][string]> = {};
  for (const name of metric.components) {
    const input = inputs.get(name);
    if (input) components[name] = input.list ? listSum(input, inputs) : input.value;
    else if (name in derived) components[name] = derived[name]!;
    else if (metric.derived.some((one) => one.name === name && !one.optional)) {
      components[name] = null;
    }
  }
  return components;
}
