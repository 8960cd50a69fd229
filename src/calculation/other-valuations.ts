import type { Preferences } from "../selection/figure.ts";
import { isWanted } from "../selection/select.ts";
import type { CubeFigure } from "./cube-figure.ts";
import type { WarningList } from "./warnings.ts";

/** Says at which other valuation the data have a flow that they lack at the one asked for. */
export function noteOtherValuations(
  inputs: ReadonlyMap<string, CubeFigure>,
  wishes: Preferences,
  warnings: WarningList,
): void {
  if (wishes.valuation === null) return;
  for (const { figures } of inputs.values()) {
    for (const { dataset, partner, flow, period, figure } of figures) {
      if (figure.value !== null) continue;
      const found = dataset
        .seriesOf(partner)
        .filter(
          ({ key, values }) =>
            key.flow === flow &&
            key.valuation !== null &&
            values.has(period.label) &&
            isWanted(key, { ...wishes, valuation: null }),
        )
        .map(({ key }) => key.valuation!);
      if (found.length === 0) continue;
      const others = [...new Set(found)].sort();
      const ask = others.map((one) => `--valuation ${one}`).join(" or ");
      warnings.add(
        "other-valuation",
        `${dataset.description.id} has ${flow}s of ${partner} at ${others.join(" and ")}, not at ${wishes.valuation} (use ${ask})`,
        period.label,
      );
    }
  }
}
