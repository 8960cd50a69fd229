import type { UsedFigure } from "./flow-figure.ts";
import { originOf } from "./vintage-origins.ts";

/** The distinct vintages of the records behind figures, in the order of their names. */
export function vintagesOf(figures: readonly UsedFigure[]): string[] {
  const names = new Set<string>();
  for (const { figure, dataset } of figures) {
    for (const { series, labels } of figure.records) {
      for (const label of labels) {
        const name = originOf(series, label).vintage ?? dataset.description.vintage;
        if (name !== null) names.add(name);
      }
    }
  }
  return [...names].sort();
}
