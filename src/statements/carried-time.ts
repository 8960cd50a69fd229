import type { Period } from "../records/period.ts";
import { type Discourse, fromHeadings } from "./discourse.ts";
import type { Part, Statement } from "./statement.ts";

/** The time of what a sentence does not date: the one spoken of, of the section, of the document. */
export function fallbackOf({
  discourse,
  last,
}: {
  readonly discourse: Discourse;
  readonly last: Statement | null;
}): Part<Period> {
  const heading = titled(discourse);
  if (last && discourse.period) return { value: discourse.period, origin: "statement" };
  if (discourse.period && discourse.periodInSection)
    return { value: discourse.period, origin: "paragraph" };
  if (heading?.origin === "heading") return heading;
  if (discourse.period) return { value: discourse.period, origin: "document" };
  return heading ?? { value: discourse.latest, origin: "default" };
}

/** The time that the nearest heading names. */
export function titled(discourse: Discourse): Part<Period> | null {
  return fromHeadings(
    discourse,
    ({ times }) =>
      times.find(({ period, kind }) => period !== null && kind === "at")?.period ?? null,
  );
}
