import { type Period, periodOf } from "../records/period.ts";
import { distance, type Here } from "./context.ts";
import type { Discourse } from "./discourse.ts";

/** "From 2020 through 2024 it added up to": the years that are added up. */
export function summedOver(here: Here, discourse: Discourse): Period | null {
  if (
    !here.marks.some(
      (mark) => mark.slot === "span" && mark.end <= here.to + 40 && distance(here, mark) <= 8,
    )
  )
    return null;
  const spans = here.times.filter(
    ({ kind, from }) => (kind === "span" || kind === "since") && from !== null,
  );
  const [nearest_] = spans.sort((a, b) => distance(here, a) - distance(here, b));
  if (!nearest_) return null;
  const end = nearest_.period ?? discourse.latest;
  return end.last > nearest_.from!.first ? periodOf(nearest_.from!.first, end.last) : null;
}
