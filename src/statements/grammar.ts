import type { Quantity } from "./statement.ts";

/** What a number is in its clause: told for itself, or set beside another. */
export type Role = "plain" | "base" | "start" | "end" | "twin";

/** What the grammar makes of a number. */
export interface Construed {
  readonly quantity: Quantity;
  readonly role: Role;
  readonly direction: 1 | -1 | null;
  /** Whether the words beside the number say so, and not the clause alone. */
  readonly beside: boolean;
  /** Whether no word says so at all. */
  readonly guessed?: true;
}

/** One construction: what stands before and after the number, in the letters of `items.ts`. */
interface Construction {
  readonly of: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly quantity: Quantity | "as-before";
  readonly role?: Role;
  /** Where the direction is read from. */
  readonly way?: "before" | "after";
  readonly loose?: true;
}

/** No other number and no end of a clause lies within. */
const WITHIN = "[^;K$%pxq#.:)]{0,9}";

/** In this order; the first that fits counts. */
const constructions: readonly Construction[] = [
  // Twins: "by $1.2 billion (12.5 percent)", "$455 billion, or 17.8 percent".
  {
    of: "$%p",
    before: /[$%p][(]$|[$%p][oitfrwFPSGRTW]{0,4},?\|$/,
    quantity: "as-before",
    role: "twin",
  },
  // "From $235.9 billion to $220.3 billion, or by 6.6 percent".
  { of: "%", before: /[UDud][^;.]*[$][^;.K]*\|b$/, quantity: "growth", way: "before" },
  // "Exports rose by 37% to $23.5bn, imports by 29%".
  { of: "%", before: /[UDAa][^;.]*[$%][^;.]{0,3}[FP]{1,2}b$/, quantity: "growth", way: "before" },
  { of: "$", before: /[UDAa][^;.]*[$%][^;.]{0,3}[FP]{1,2}b$/, quantity: "change", way: "before" },
  // "an increase of 5 percent", "a $5 billion drop", "5 percent more than".
  { of: "$", before: /[UDud]o$/, quantity: "change", way: "before" },
  { of: "%", before: /[UDud]o$/, quantity: "growth", way: "before" },
  { of: "$", after: /^[ud]/, quantity: "change", way: "after" },
  { of: "%", after: /^[ud]/, quantity: "growth", way: "after" },
  { of: "$", after: /^[UD](?=[iTofBn.,;)(]|$)/, quantity: "change", way: "after" },
  { of: "%", after: /^[UD](?=[iTofBn.,;)(]|$)/, quantity: "growth", way: "after" },
  { of: "$", after: /^[MLAa](?!t)/, quantity: "change", way: "after" },
  { of: "%q", after: /^[MLAa](?!t)/, quantity: "growth", way: "after" },
  // "Larger by $3 billion than", "Vietnam added $5 billion and Thailand $3 billion".
  { of: "$", before: /[ML]b$/, quantity: "change", way: "before" },
  { of: "%", before: /[ML]b$/, quantity: "growth", way: "before" },
  { of: "$", before: /\$,?&?P[,:]?$/, quantity: "as-before", loose: true },
  // "A deficit of $54 billion became a surplus of $18 billion", "went from a deficit of $1 billion to a surplus of $2 billion".
  { of: "$", after: new RegExp(`^${WITHIN}Z${WITHIN}[$]`), quantity: "level", role: "start" },
  { of: "$", before: new RegExp(`[$]${WITHIN}Z${WITHIN}$`), quantity: "level", role: "end" },
  {
    of: "$",
    before: /f[FSW]{1,4}o$/,
    after: new RegExp(`^${WITHIN}t[FSW]{1,4}o[$]`),
    quantity: "level",
    role: "start",
  },
  { of: "$", before: /[$][^;K$%]{0,5}t[FSW]{1,4}o$/, quantity: "level", role: "end" },
  // "up from $5 billion", "compared with", "fell from 5 to 4".
  { of: "$%qx", before: /(?:g|[Aa]f|n)$/, quantity: "level", role: "base" },
  {
    of: "$%",
    before: new RegExp(`[UDud]${WITHIN}f$`),
    after: new RegExp(`^${WITHIN}t[$%]`),
    quantity: "level",
    role: "start",
  },
  {
    of: "$%",
    before: /f$/,
    after: new RegExp(`^${WITHIN}t[$%]`),
    quantity: "level",
    role: "start",
  },
  { of: "$%", before: new RegExp(`t[$%]${WITHIN}f$`), quantity: "level", role: "base" },
  { of: "$%q", before: /f[$%q][^;K$%]{0,5}t$/, quantity: "level", role: "end" },
  { of: "$", before: /%[^;K$%]{0,4}t$/, quantity: "level", role: "end" },
  { of: "$%", before: /[UDud]W?,?f$|Wf$/, quantity: "level", role: "start" },
  // "rose 5 percent", "up by $3 billion", "widened the gap by".
  { of: "$", before: /[UDAa]W?b?$/, quantity: "change", way: "before" },
  { of: "%", before: /[UDAa]W?b?$/, quantity: "growth", way: "before" },
  { of: "p", before: new RegExp(`[UDAaud]${WITHIN}$`), quantity: "points", way: "before" },
  { of: "p", quantity: "points", way: "after" },
  { of: "$", before: new RegExp(`[UDud]${WITHIN}b$`), quantity: "change", way: "before" },
  { of: "%", before: new RegExp(`[UDud]${WITHIN}b$`), quantity: "growth", way: "before" },
  { of: "%", before: /[UDAaudML][^.]*b$/, quantity: "growth", way: "before", loose: true },
  { of: "%q", before: new RegExp(`[UDAaud]${WITHIN}t$`), quantity: "share", role: "end" },
  { of: "$", before: new RegExp(`[UDAaud]${WITHIN}t$`), quantity: "level", role: "end" },
  { of: "$", before: /[UDAaud][^.]*b$/, quantity: "change", way: "before", loose: true },
  { of: "$", quantity: "level" },
  // "5 percent of imports", "a share of 5 percent", "equal to 5 percent of exports".
  { of: "%q", after: /^[oi]/, quantity: "share" },
  { of: "%q", before: /[HhE][^;K$%]{0,10}$/, quantity: "share", loose: true },
  { of: "%q", before: /V[^;K$%]{0,3}$/, quantity: "share", loose: true },
  { of: "x", before: /[UDud][^;K$%]{0,8}b?$/, quantity: "multiple", way: "before" },
  { of: "x", quantity: "ratio" },
  { of: "k", quantity: "rank" },
  { of: "%q", before: /[%q][^.$#]{0,10}$/, quantity: "as-before", loose: true },
  { of: "%q", before: /[UDAaud][^;K$%]{0,10}$/, quantity: "growth", way: "before", loose: true },
  { of: "%q", quantity: "as-before", loose: true },
];

export function construe(
  code: string,
  before: string,
  after: string,
  previous: Construed | null,
): Construed | null {
  for (const { of, before: left, after: right, quantity, role, way, loose } of constructions) {
    if (!of.includes(code) || (left && !left.test(before)) || (right && !right.test(after)))
      continue;
    if (quantity === "level" && code !== "$" && code !== "x") {
      const kept =
        previous && /^(?:share|ratio|value-added)$/.test(previous.quantity)
          ? previous.quantity
          : "share";
      return { quantity: kept, role: role ?? "plain", direction: null, beside: true };
    }
    if (quantity === "as-before") {
      if (!previous) continue;
      const own = twinOf(code, previous.quantity, role === "twin");
      if (!own) continue;
      return {
        quantity: own,
        role: role ?? previous.role,
        direction: previous.direction,
        beside: role === "twin",
      };
    }
    const direction =
      way === "before" ? wayBefore(before) : way === "after" ? wayAfter(after) : null;
    return { quantity, role: role ?? "plain", direction, beside: loose !== true };
  }
  return null;
}

/** The same told in another unit: a change in money is a growth in percent. */
function twinOf(code: string, quantity: Quantity, isTwin: boolean): Quantity | null {
  if (code === "$")
    return quantity === "growth" || quantity === "change" ? "change" : isTwin ? null : "level";
  if (code === "p") return quantity === "share" || quantity === "points" ? "points" : null;
  if (quantity === "change" || quantity === "growth") return "growth";
  return quantity === "share" || quantity === "ratio" || quantity === "value-added"
    ? quantity
    : isTwin && quantity === "level"
      ? "share"
      : null;
}

function wayBefore(before: string): 1 | -1 | null {
  const last = /[UDAaudML](?=[^UDAaudML]*$)/.exec(before)?.[0];
  return last === undefined ? null : /[UAuM]/.test(last) ? 1 : -1;
}

function wayAfter(after: string): 1 | -1 | null {
  const first = /[UDAaudML]/.exec(after)?.[0];
  return first === undefined ? null : /[UAuM]/.test(first) ? 1 : -1;
}
