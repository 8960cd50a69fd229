import type { Operation, Part } from "./identity.ts";

/**
 * What a difference means. `refuse`: not comparable, and a value that is not stated beside a known
 * one is noted. `refuse-unstated`: the same, but not stated is refused as well. `note`: computed, and
 * said. `free`: ordinary. `correlated`: not comparable unless the editions' correlation makes the
 * products one. `customary`: exports f.a.s. or f.o.b. beside imports at customs value are the normal
 * pair, and c.i.f. is said.
 */
export type Rule = "refuse" | "refuse-unstated" | "note" | "free" | "correlated" | "customary";

/**
 * What figures must have alike, by what is done with them. A new part of an identity does not
 * compile before each operation has said what it is to it.
 */
export const rules = {
  net: {
    reporter: "refuse",
    sector: "refuse",
    basis: "refuse",
    adjusted: "refuse",
    currency: "refuse-unstated",
    prices: "refuse",
    filter: "refuse-unstated",
    // Exports have bases of their own; one that is not customary is said of each flow.
    flowBasis: "free",
    valuation: "customary",
    edition: "correlated",
    territory: "refuse",
    vintage: "note",
  },
  compare: {
    reporter: "refuse",
    sector: "refuse",
    basis: "refuse",
    adjusted: "refuse",
    currency: "refuse-unstated",
    prices: "refuse",
    filter: "refuse-unstated",
    flowBasis: "refuse",
    valuation: "refuse",
    edition: "correlated",
    territory: "refuse",
    vintage: "note",
  },
  add: {
    reporter: "refuse",
    sector: "refuse",
    basis: "refuse",
    adjusted: "refuse",
    currency: "refuse-unstated",
    prices: "refuse",
    filter: "refuse-unstated",
    // A part known only as imports for consumption is taken from general imports, and that is said.
    flowBasis: "note",
    valuation: "note",
    // A product's part of the world's is of one edition; parts and whole of other products may be.
    edition: "correlated",
    territory: "free",
    vintage: "note",
  },
} as const satisfies Record<Operation, Record<Part, Rule>>;
