import type { FigureRequest } from "../metrics/cell.ts";
import { isAbsent } from "../metrics/reason.ts";
import { formerArea, predecessorsOf } from "../partners/areas.ts";
import { standInsFor } from "../partners/schemes.ts";
import type { Period } from "../records/period.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import type { Areas } from "./areas.ts";
import type { Cube } from "./cube.ts";
import type { CubeFigure } from "./cube-figure.ts";
import type { WarningList } from "./warnings.ts";

/** Says which published rows have others than the members of today, so that no series is taken for one. */
export function notePublished(
  requests: Readonly<Record<string, FigureRequest>>,
  cube: Cube,
  differenceOfRow: Areas["differenceOfRow"],
  warnings: WarningList,
): void {
  for (const { at } of Object.values(requests)) {
    if (at.partner === "all") continue;
    for (const code of at.partner) {
      const difference = differenceOfRow(cube.datasetOf(at.product), code, at.period);
      if (!difference || difference.more.length + difference.fewer.length === 0) continue;
      const { more, fewer } = difference;
      const parts = [
        more.length > 0 ? `with ${more.join(", ")}` : "",
        fewer.length > 0 ? `without ${fewer.join(", ")}` : "",
      ].filter((part) => part !== "");
      const message = `${code} is the published row, ${parts.join(" and ")} beside its members of today`;
      warnings.add("published-members", message, at.period.label);
    }
  }
}

/**
 * Says under which other code the data have the trade of a partner without figures: the area of the past
 * that it was in, or the residual in which a publisher counts it.
 */
export function noteAreas(
  requests: Readonly<Record<string, FigureRequest>>,
  inputs: ReadonlyMap<string, CubeFigure>,
  cube: Cube,
  warnings: WarningList,
): void {
  for (const [name, { at }] of Object.entries(requests)) {
    const reason = inputs.get(name)?.reason ?? null;
    if (!isAbsent(reason) || at.partner === "all" || at.partner.length > 1) continue;
    const [code] = at.partner;
    if (code === undefined) continue;
    const dataset = cube.datasetOf(at.product);
    for (const former of predecessorsOf(code)) {
      if (!hasPeriod(dataset, former, at.period)) continue;
      warnings.add(
        "former-area",
        `${code} was counted in ${formerArea(former)!.name}, of which the data have figures (use --partner ${former})`,
        at.period.label,
      );
    }
    for (const { code: other, note } of standInsFor(code)) {
      if (!hasPeriod(dataset, other, at.period)) continue;
      warnings.add("stand-in", `${note} (use --partner ${other})`, at.period.label);
    }
  }
}

/** The area of the past, or the residual, in which a dataset counts a partner in a period. */
export function countedIn(dataset: TradeDataset, code: string, period: Period): string | null {
  const others = [...predecessorsOf(code), ...standInsFor(code).map((one) => one.code)];
  return others.find((other) => hasPeriod(dataset, other, period)) ?? null;
}

function hasPeriod(dataset: TradeDataset, code: string, { label }: Period): boolean {
  return dataset.seriesOf(code).some(({ values }) => values.has(label));
}
