import { reaches } from "./amounts.ts";
import { type BillOfMaterials, hasCoreParts, type Part } from "./part.ts";
import type { ContentSettings } from "./settings.ts";
import type { ContentThreshold } from "./threshold-table.ts";
import { type ThresholdAnswer, thresholdOf } from "./thresholds.ts";
import { type TracedPart, traceBill } from "./trace.ts";

/** The core parts of a vehicle as one part; amounts in whole ten-thousandths. */
export interface CorePartsTogether {
  readonly parts: readonly TracedPart[];
  /** Their net costs; the value of one made outside the region. Null where a net cost is missing. */
  readonly base: number | null;
  readonly counted: number;
  readonly threshold: ContentThreshold | null;
  readonly reason: ThresholdAnswer["reason"];
}

/**
 * A bill traced with the core parts of a passenger vehicle or light truck judged one by one, and
 * where one falls short, together as a single part (Article 3.9 of the appendix). Parts that qualify
 * together originate, and roll up into the vehicle (panel report United States - Automotive Rules of
 * Origin, 14 December 2022).
 */
export function traceWithCoreParts(
  bill: BillOfMaterials,
  settings: ContentSettings,
): { readonly traced: readonly TracedPart[]; readonly core: CorePartsTogether | null } {
  const traced = traceBill(bill, settings);
  if (!hasCoreParts(bill.parts[0]!.class)) return { traced, core: null };
  const core = together(traced, settings);
  const short = core.parts.filter(({ qualification }) => !qualification.qualifies);
  if (short.length === 0 || !qualifyTogether(core)) return { traced, core };
  const accepted = new Set<Part>(short.map(({ part }) => part));
  const again = traceBill(bill, settings, accepted);
  // What the parts hold is measured before they are accepted, so that `core` stays as it was.
  return { traced: again, core: { ...core, parts: outermostCoreParts(again) } };
}

export function qualifyTogether({ base, counted, threshold }: CorePartsTogether): boolean {
  return (
    base !== null && base > 0 && threshold !== null && reaches(counted, base, threshold.percent)
  );
}

function together(traced: readonly TracedPart[], settings: ContentSettings): CorePartsTogether {
  const parts = outermostCoreParts(traced);
  const { date, vehicle } = settings;
  const rule = thresholdOf({ class: "core", vehicle, method: "net-cost", date });
  let base = 0;
  let counted = 0;
  for (const one of parts) {
    if (one.regional && (one.method !== "net-cost" || one.base === null)) {
      return { parts, base: null, counted: 0, ...rule };
    }
    base += one.base!;
    counted += one.counted!;
  }
  return { parts, base, counted, ...rule };
}

/** The core parts that are not inside another core part. */
function outermostCoreParts(traced: readonly TracedPart[]): TracedPart[] {
  const inside = new Set<string>();
  return traced.filter(({ part }) => {
    const outer = part.parent !== null && inside.has(part.parent);
    if (outer || part.class === "core") inside.add(part.id);
    return part.class === "core" && !outer;
  });
}
