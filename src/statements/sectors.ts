import { distance, type Here, nearest } from "./context.ts";
import { type Discourse, fromHeadings } from "./discourse.ts";
import { distinct } from "./options.ts";
import type { Part, StatedSector, Statement } from "./statement.ts";

const WHOLE = /\b(?:overall|combined|both|together|taken\sas\sa\swhole|all\stold)\b/i;

/**
 * The sectors that a number may be about, the likeliest first; null is what no word says.
 */
export function sectorsOf(
  here: Here,
  discourse: Discourse,
  last: Statement | null,
): Part<StatedSector | null>[] {
  const first = sectorOf(here, discourse, last);
  if (first.origin === "beside" || first.origin === "sentence") return [first];
  // "The overall shortfall" may count services too.
  if (WHOLE.test(here.text)) {
    const all = [first.value, "both", "goods", null] as const;
    return distinct(
      all.map((value, at) => ({ value, origin: at === 0 ? first.origin : "document" })),
    );
  }
  // What is carried within a paragraph is open only towards what the paragraph also names.
  if (first.origin === "statement") {
    const named = [...discourse.sectorsInParagraph];
    return distinct([first, ...named.map((value) => ({ value, origin: "document" as const }))]);
  }
  const spoken = discourse.spokenSector;
  const others: Part<StatedSector | null>[] = [
    ...(spoken ? [{ value: spoken, origin: "document" as const }] : []),
    { value: null, origin: "document" },
  ];
  return distinct([first, ...others]);
}

function sectorOf(
  here: Here,
  discourse: Discourse,
  last: Statement | null,
): Part<StatedSector | null> {
  const spoken = nearest(here, "sector")[0];
  if (spoken)
    return {
      value: spoken.value as StatedSector,
      origin: distance(here, spoken) <= 8 ? "beside" : "sentence",
    };
  if (last?.subject.sector) return { value: last.subject.sector, origin: "statement" };
  const heading = fromHeadings(
    discourse,
    ({ marks }) =>
      (marks.find(({ slot, value }) => slot === "sector" && value !== "none")
        ?.value as StatedSector) ?? null,
  );
  if (heading) return heading;
  if (discourse.sector) return { value: discourse.sector, origin: "document" };
  return { value: null, origin: "document" };
}
