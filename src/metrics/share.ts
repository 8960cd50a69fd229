import { divideIntervals, linearInterval } from "../numbers/interval.ts";
import { type Cell, lifted } from "./cell.ts";
import { computed, type Metric, notComputable, type Parameters } from "./metric.ts";
import { percentOf } from "./mistaken-for.ts";

/**
 * Share: `part / whole * 100`, in percent. Parts of one whole add up to 100. Null when the whole
 * is zero. For exports, imports and total trade it lies between 0 and 100; a share in a balance
 * can be negative or above 100, because surpluses and deficits offset each other in the whole.
 */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}

export const shareMetric: Metric<"part" | "whole"> = {
  id: "share",
  title: "Share",
  alsoCalled: ["market share", "export share", "import share"],
  summary: "a partner's or a product's part in a whole",
  unit: "percent",
  valueTitle: "Share",
  formula: "part / whole * 100",
  sign: "of a balance: negative where the part has the opposite sign to the whole",
  nullWhen:
    "the whole is zero (no-whole), or either figure is missing (no-data, incomplete-period)",
  sources: ["United Nations, International Merchandise Trade Statistics: Compilers Manual (2013)"],
  examples: [
    "trade-metrics share --partner USMCA --of total --period 2024 --total",
    "trade-metrics share --partner MX --of exports --product hs:27 --whole all-products --period 2024",
    "trade-metrics share --part 1601.9 --whole 5332.3",
  ],
  inputs: [
    { name: "part", title: "Part", unit: "USD", required: true },
    { name: "whole", title: "Whole", unit: "USD", required: true },
  ],
  derived: [],
  components: ["part", "whole"],
  asks: {
    about: "partner",
    of: ["total", "exports", "imports", "balance"],
    product: true,
    whole: true,
    additive: true,
    // By the share: the largest part of a deficit is the largest deficit.
    ranking: { by: "value", first: "largest", title: "largest" },
  },
  mistakenFor: [
    {
      id: "part-over-rest",
      says: "the part over the rest in place of the whole",
      of: ({ part = 0, whole = 0 }) => percentOf(part, whole - part),
    },
    {
      id: "rest-over-whole",
      says: "the rest in place of the part",
      of: ({ part = 0, whole = 0 }) => percentOf(whole - part, whole),
    },
  ],
  figures: (at, parameters) => ({
    part: { of: parameters.of, at },
    whole: { of: parameters.of, at: wholeOf(at, parameters) },
  }),
  compute({ part, whole }) {
    const value = share(part, whole);
    return value === null ? notComputable("no-whole") : computed(value);
  },
  interval({ part, whole }) {
    const quotient = divideIntervals(part, whole);
    return quotient && linearInterval(quotient, 100);
  },
};

/** The cell of the whole: all members of what the rows are broken into, unless it is named. */
function wholeOf(at: Cell, { by, whole }: Pick<Parameters, "by" | "whole">): Cell {
  if (whole === "all-products") return lifted(at, "product");
  if (typeof whole !== "string") return { ...at, partner: whole };
  return whole === "world" || by.length === 0 ? lifted(at, "partner") : lifted(at, ...by);
}
