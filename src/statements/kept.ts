import type { Here } from "./context.ts";
import type { Role } from "./grammar.ts";

/** Whether flow and partner are those of the number before, which this one is set beside. */
export function keptOf(
  { spans, marks, named, at, to }: Here,
  role: Role,
): { readonly flow: boolean; readonly partner: boolean } {
  if (role === "twin") return { flow: true, partner: true };
  const isEnd = role === "base" || role === "end";
  const previous = isEnd ? spans.filter((span) => span.at < at).at(-1) : undefined;
  if (!previous) return { flow: false, partner: false };
  return {
    flow: !marks.some(({ slot, start }) => slot === "flow" && start > previous.at && start < at),
    partner: !named.some(({ start }) => start > previous.at && start < to + 24),
  };
}
