import { keptIn } from "../kept-in.ts";
import type { Period } from "../records/period.ts";
import type { Flow } from "../records/record.ts";
import { amountOf } from "../selection/amount.ts";
import type { TradeDataset } from "../sources/dataset.ts";

/**
 * The one that reports trade with a partner, which is all that is asked of where no reporter is: where
 * each flow is listed once, the partners report as well. null where there is none, or several.
 */
export function onlyReporterWith(dataset: TradeDataset, partner: string): string | null {
  const [first, ...others] = dataset.seriesOf(partner);
  const reporter = first?.key.reporter;
  return others.every(({ key }) => key.reporter === reporter) ? (reporter ?? null) : null;
}

const covered = new WeakMap<TradeDataset, Map<string, boolean>>();

/**
 * Whether the data have figures of the reporter's flow throughout the period, be each of its years or
 * months that of another product or partner: of another period, and of what others reported, nothing
 * is known. null: whoever reports.
 */
export function listsFlow(
  dataset: TradeDataset,
  reporter: string | null,
  flow: Flow,
  period: Period,
): boolean {
  const found = keptIn(covered, dataset, () => new Map());
  const id = `${reporter}|${flow}|${period.label}`;
  return keptIn(found, id, () => isListed(dataset, reporter, flow, period));
}

function isListed(
  dataset: TradeDataset,
  reporter: string | null,
  flow: Flow,
  period: Period,
): boolean {
  const values = new Map<string, number>();
  const { partners, seriesOf } = dataset.totals ?? dataset;
  for (const { code } of partners) {
    for (const series of seriesOf(code)) {
      if (series.key.flow !== flow) continue;
      if ((reporter ?? series.key.reporter) !== series.key.reporter) continue;
      const { kind } = amountOf(series, period);
      if (kind === "sum") return true;
      if (kind === "none") continue;
      for (const [label, value] of series.values) values.set(label, value);
    }
  }
  return amountOf({ values }, period).kind === "sum";
}
