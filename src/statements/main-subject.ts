import type { Marked } from "./context.ts";
import type { Passage } from "./passage.ts";

/** The partner of the title, or the one that is named far more often than any other. */
export function mainPartner(
  passages: readonly Passage[],
  mark: (text: string) => Marked,
): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { kind, level, sentences } of passages) {
    if (kind === "code" || kind === "row") continue;
    for (const { text } of sentences) {
      const { named } = mark(kind === "heading" ? text.replace(/^[\s#]+/, "") : text);
      const [only] = named;
      if (kind === "heading" && level === 1 && named.length === 1 && only!.codes.length === 1)
        return only!.codes[0]!;
      for (const { codes } of named) {
        for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
        all += codes.length;
      }
    }
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 && first[1] > all * MOSTLY ? first[0] : null;
}

const MOSTLY = 0.45;

/** The product that is named far more often than any other. */
export function mainProduct(
  passages: readonly Passage[],
  mark: (text: string) => Marked,
): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { kind, sentences } of passages) {
    if (kind === "code" || kind === "row") continue;
    for (const { text } of sentences) {
      for (const { slot, value } of mark(text).marks) {
        if (slot !== "product") continue;
        counts.set(value, (counts.get(value) ?? 0) + 1);
        all += 1;
      }
    }
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 4 && first[1] > all * MOSTLY ? first[0] : null;
}
