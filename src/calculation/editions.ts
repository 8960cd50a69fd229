import { keptIn } from "../kept-in.ts";
import { hsEditionOf } from "../products/hs-relation.ts";
import type { Period } from "../records/period.ts";
import type { Flow } from "../records/record.ts";
import type { TradeDataset } from "../sources/dataset.ts";

interface Asked {
  readonly reporter: string | null;
  readonly flow: Flow;
  readonly period: Period;
  readonly codes: readonly string[];
}

const known = new WeakMap<TradeDataset, Map<string, string | null>>();

/** The edition in which the products of a period were reported; null where none is stated. */
export function editionIn(
  dataset: TradeDataset,
  { reporter, flow, period, codes }: Asked,
): string | null {
  if (!dataset.relations || codes.length === 0) return null;
  const found = keptIn(known, dataset, () => new Map());
  return keptIn(found, `${reporter}|${flow}|${period.label}`, () => {
    let latest: string | null = null;
    for (const { code } of dataset.partners) {
      for (const { key, values } of dataset.seriesOf(code)) {
        const { edition } = key;
        if (edition === undefined || key.flow !== flow || edition <= (latest ?? "")) continue;
        if (reporter !== null && key.reporter !== reporter) continue;
        if (values.has(period.label)) latest = edition;
      }
    }
    return latest;
  });
}

/** Whether an edition of the Harmonized System has all of these codes. */
export function hasCodes(
  { relations }: TradeDataset,
  codes: readonly string[],
  edition: string,
): boolean {
  const hs = hsEditionOf(edition);
  if (hs === null || !relations) return true;
  return codes.every(
    (code) => !code.startsWith("hs:") || relations.relation(hs, code.slice(3), hs).kind !== "none",
  );
}
