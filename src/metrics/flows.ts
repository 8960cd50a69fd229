import type { InputDeclaration, Ranking, WaterfallPath } from "./metric.ts";

/**
 * A flow of trade that a formula always needs. A bundler that leaves out a metric leaves out the call.
 * @__NO_SIDE_EFFECTS__
 */
export function flowInput<Name extends string>(
  name: Name,
  title: string,
  more: { readonly list?: true } = {},
): InputDeclaration<Name> {
  return { name, title, unit: "USD", required: true, flow: true, ...more };
}

export const exportInput = flowInput("exports", "Exports");
export const importInput = flowInput("imports", "Imports");

/**
 * By the balance, the largest deficit first. Ratios are ranked by it as well: by themselves they
 * would put partners with next to no trade first.
 */
export const deficitsFirst: Ranking = {
  by: "balance",
  first: "smallest",
  title: "largest deficits",
};

/** From exports to the balance. */
export const balancePath: WaterfallPath = {
  start: { name: "exports", label: "Exports" },
  changes: [{ name: "imports", label: "less imports", sign: -1 }],
  end: { name: "balance", label: "Balance" },
};
