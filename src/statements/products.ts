import { distance, type Here, nearest } from "./context.ts";
import { type Discourse, fromHeadings } from "./discourse.ts";
import { distinct } from "./options.ts";
import type { Part, Statement } from "./statement.ts";

export const NO_PRODUCT: Part<string | null> = { value: null, origin: "beside" };

const POINTS_BACK =
  /\b(?:that|this|the\ssame|these|those|such)\s(?:\w+\s)?(?:category|categories|goods|products?|items|sector|chapter|class|line|heading)\b/i;
/** "All goods", "total imports": no product is left to be carried over. */
const OF_ALL =
  /\b(?:(?:all|total)\s(?:(?:US|U\.S\.|American|our|its)\s)?(?:goods|imports|exports|trade|merchandise)|overall|everything|bilateral)\b/i;

/** So far back a product may be spoken of that no word repeats. */
const NEAR_PARAGRAPHS = 3;

/** The products that a number may be about, the likeliest first; null is all goods. */
export function productsOf(
  here: Here,
  last: Statement | null,
  discourse: Discourse,
  paragraph: number,
): Part<string | null>[] {
  const spoken = nearest(here, "product");
  if (spoken.length > 0) {
    const named = spoken.map((mark, index): Part<string | null> => {
      const far = distance(here, mark);
      return { value: mark.value, origin: index === 0 && far <= 10 ? "beside" : "sentence" };
    });
    const every: Part<string | null> = { value: null, origin: "sentence" };
    // "Shrank to 6 billion as energy shipments eased": why, not what.
    const isWhy = /[,;(]|\b(?:as|because|after|while|when|mostly|mainly|chiefly|largely)\b/.test(
      here.text.slice(here.to, Math.max(here.to, spoken[0]!.start)),
    );
    return distinct(isWhy ? [every, ...named] : [...named, every]);
  }
  const titled = fromHeadings(
    discourse,
    ({ marks }) => marks.find(({ slot }) => slot === "product")?.value ?? null,
  );
  const carried = last?.subject.product ?? null;
  if (POINTS_BACK.test(here.text) && carried === null && !titled)
    return distinct([
      ...(discourse.product
        ? [{ value: discourse.product.value, origin: "statement" as const }]
        : []),
      { value: null, origin: "statement" },
    ]);
  const all: Part<string | null> = { value: null, origin: "statement" };
  const saysAll =
    OF_ALL.test(here.text) ||
    here.marks.some(({ slot, value }) => slot === "sector" && value !== "none");
  const own: Part<string | null>[] = [];
  if (discourse.productIsNewer && discourse.product?.paragraph === paragraph)
    own.push({ value: discourse.product.value, origin: "statement" });
  if (carried !== null) own.push({ value: carried, origin: "statement" });
  const isUncovered = discourse.uncovered === paragraph;
  if (carried === null && discourse.product?.paragraph === paragraph)
    own.push({ value: discourse.product.value, origin: "paragraph" });
  if (titled) own.push(titled.origin === "heading" ? titled : { ...titled, origin: "document" });
  const before = discourse.product;
  const isNear = before !== null && paragraph - before.paragraph <= NEAR_PARAGRAPHS;
  const far = [isNear ? before.value : null, discourse.mainProduct];
  if (own.length === 0 && !saysAll && far.some((value) => value !== null))
    return distinct([
      { ...all, origin: "paragraph" },
      ...far.flatMap((value) => (value === null ? [] : [{ value, origin: "document" as const }])),
    ]);
  if (own.length === 0) return [isUncovered ? all : NO_PRODUCT];
  const carriedFirst = !saysAll && own[0]!.origin === "statement";
  return distinct(carriedFirst ? [...own, all] : [all, ...own]);
}

/** The products that are left out, here or in what is gone on with. */
export function withoutOf(here: Here, last: Statement | null): string | null {
  const spoken = nearest(here, "without")[0]?.value;
  if (spoken) return spoken;
  const isSilent = here.named.length === 0 && here.marks.every(({ slot }) => slot !== "without");
  return (isSilent && last?.subject.without) || null;
}
