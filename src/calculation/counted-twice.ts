import type { FigureRequest } from "../metrics/cell.ts";
import type { Areas } from "./areas.ts";
import type { CubeFigure } from "./cube-figure.ts";

/**
 * An area that a sum of partners holds more than once, as Belgium is in Belgium-Luxembourg beside it;
 * null where there is none.
 */
export function countedTwice(
  requests: Readonly<Record<string, FigureRequest>>,
  inputs: ReadonlyMap<string, CubeFigure>,
  territoryIn: Areas["territoryIn"],
): string | null {
  for (const [name, { figures }] of inputs) {
    const { each, at } = requests[name] ?? {};
    if (!at || each || typeof at.partner === "string" || at.partner.length < 2) continue;
    const seen = new Set<string>();
    for (const { dataset, partner, flow, product, period, figure } of figures) {
      // Two reporters may trade with one partner; what has no record counts nothing.
      const reporter = figure.records[0]?.series.key.reporter;
      if (reporter === undefined) continue;
      for (const piece of territoryIn(dataset, partner, period) ?? [partner]) {
        const id = [piece, reporter, flow, period.label, product.id].join("|");
        if (seen.has(id)) return piece;
        seen.add(id);
      }
    }
  }
  return null;
}
