import type { InputDeclaration, Ranking, WaterfallPath } from "./metric.ts";

export const exportInput: InputDeclaration<"exports"> = {
  name: "exports",
  title: "Exports",
  unit: "USD",
  required: true,
  flow: true,
};

export const importInput: InputDeclaration<"imports"> = {
  name: "imports",
  title: "Imports",
  unit: "USD",
  required: true,
  flow: true,
};

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
