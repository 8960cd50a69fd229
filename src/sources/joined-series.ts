import type { Gap } from "../records/record.ts";
import { seriesId } from "../records/series-id.ts";
import type { StoredSeries } from "./dataset.ts";

/** Series of one key as one, each figure from the first that has it. */
export function joinedByKey(all: readonly StoredSeries[]): StoredSeries[] {
  const byKey = new Map<string, StoredSeries[]>();
  for (const series of all) {
    const id = seriesId(series.key);
    const own = byKey.get(id);
    if (own) own.push(series);
    else byKey.set(id, [series]);
  }
  return [...byKey.values()].map((own) => (own.length === 1 ? own[0]! : joined(own)));
}

function joined(all: readonly StoredSeries[]): StoredSeries {
  let values: ReadonlyMap<string, number> | null = null;
  const vintages = new Set(all.map(({ vintage }) => vintage));
  return {
    key: all[0]!.key,
    vintage: vintages.size === 1 ? all[0]!.vintage : null,
    originOf: (label) => {
      const own = all.find((one) => one.values.has(label));
      return own?.originOf?.(label) ?? own;
    },
    get values() {
      values ??= joinedValues(all);
      return values;
    },
    ...(all.some(({ gaps }) => gaps) && { gaps: joinedGaps(all) }),
    ...(all.some(({ statusOf }) => statusOf) && {
      statusOf: (label: string) =>
        all.find((one) => one.values.has(label))?.statusOf?.(label) ?? "",
    }),
  };
}

/** What a vintage holds back is no figure, whatever an older one had. */
function joinedValues(all: readonly StoredSeries[]): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const series of [...all].reverse()) {
    for (const [label, value] of series.values) values.set(label, value);
    for (const [label, gap] of series.gaps ?? []) if (gap === "suppressed") values.delete(label);
  }
  return values;
}

function joinedGaps(all: readonly StoredSeries[]): ReadonlyMap<string, Gap> {
  const gaps = new Map<string, Gap>();
  for (const series of [...all].reverse()) {
    for (const label of series.values.keys()) gaps.delete(label);
    for (const [label, gap] of series.gaps ?? []) {
      if (gap === "suppressed" || !all.some(({ values }) => values.has(label)))
        gaps.set(label, gap);
    }
  }
  return gaps;
}
