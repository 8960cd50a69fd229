import type { Marked, Placed } from "./context.ts";
import type { Told } from "./flows.ts";

/** What partners are ranked by: `supplier`, `export market`, `deficit`. */
export function rankedBy(words: string): Told | null {
  if (/deficit|gap|imbalance|shortfall/i.test(words)) return { flow: "balance", as: "deficit" };
  if (/surplus/i.test(words)) return { flow: "balance", as: "value" };
  if (/supplier|source|import/i.test(words)) return { flow: "imports", as: "value" };
  if (/export|customer|buyer|market|destination/i.test(words))
    return { flow: "exports", as: "value" };
  return /trad(?:e|ing)/i.test(words) ? { flow: "total", as: "value" } : null;
}

const OUTRANKED =
  /\b(?:behind|ahead\sof|after|below|above|trailing|over(?:taking|took)|pass(?:ing|ed)|only|than)\s(?:only\s|those\s(?:with|of|from)\s|that\s(?:with|of|from)\s)?(?:the\s)?$/i;

/** "Third behind China and Mexico": whether who is named behind these words is not whose rank it is. */
export function isOutranked({ text }: Marked, { start }: Placed): boolean {
  return OUTRANKED.test(text.slice(0, start));
}
