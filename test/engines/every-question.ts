import { metrics } from "../../src/metrics/registry.ts";
import type { QuestionWords } from "../../src/question/words.ts";

/** Rows of a question: partners, products of each level, reporters, and products within partners. */
const grains: readonly QuestionWords[] = [
  { partner: "MX" },
  { partner: "all" },
  { partner: "MX", by: "hs2" },
  { partner: "MX", by: "hs4" },
  { partner: "MX", by: "hs6" },
  { by: "hs2" },
  { by: "hs6" },
  { by: "partner,hs2" },
  { by: "partner,hs6" },
  { reporter: "all", by: "hs2" },
  { reporter: "all", partner: "all" },
  { by: "partner" },
  { by: "partner", each: "hs2" },
  { by: "hs6", each: "partner" },
  { region: "US,MX,CA" },
  { reporter: "US", partner: "MX,CA,DE,FR", by: "hs2" },
];

/** Every metric at every grain, of one year and of two. */
export function everyQuestion(): readonly (readonly [string, QuestionWords])[] {
  return metrics.flatMap(({ id }) =>
    grains.flatMap((grain) => {
      const own: QuestionWords = grain.reporter || grain.region ? {} : { reporter: "US" };
      return (["2023", "2022..2023"] as const).map(
        (period) => [id, { ...own, ...grain, period }] as const,
      );
    }),
  );
}
