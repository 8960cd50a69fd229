import { describe, expect, it } from "vitest";
import { judge } from "../../src/comparison/gate.ts";
import {
  type Compared,
  type Identity,
  operations,
  type Part,
  parts,
} from "../../src/comparison/identity.ts";
import { type Rule, rules } from "../../src/comparison/rules.ts";
import type { Relations } from "../../src/products/hs-relation.ts";

const plain: Identity = {
  dataset: "own",
  vintage: "2025-04",
  flow: "export",
  flowBasis: "total",
  valuation: "fas",
  basis: "census",
  sectors: ["goods"],
  edition: "H5",
  adjusted: false,
  currency: "USD",
  prices: "",
  filter: "",
  reporter: "US",
  partner: "MX",
  product: "hs:851712",
  period: "2022",
  territory: ["MX"],
};

/** The UN's correlation of the code: it was divided in HS 2022. */
const divided: Relations = {
  relation: () => ({
    kind: "split",
    counterparts: ["851713", "851714"],
    together: ["851712"],
    setAside: [],
  }),
};

/** For each part, another value of it. */
const changed: Readonly<Record<Part, Partial<Identity>>> = {
  reporter: { reporter: "CA" },
  sector: { sectors: ["services"] },
  basis: { basis: "bop" },
  adjusted: { adjusted: true },
  currency: { currency: "EUR" },
  prices: { prices: "constant prices" },
  filter: { filter: "STATE=TX" },
  flowBasis: { flowBasis: "domestic" },
  valuation: { valuation: "cif" },
  edition: { edition: "H6" },
  territory: { territory: ["MX", "BZ"] },
  vintage: { vintage: "2025-10" },
};

/** The other end of an operation, alike but for the flow or the period that the operation is about. */
const otherEnd: Readonly<Record<(typeof operations)[number], Partial<Identity>>> = {
  net: { flow: "import", flowBasis: "general", valuation: "customs" },
  compare: { period: "2023" },
  add: { partner: "CA" },
};

function compared(identity: Identity, cell = "cell"): Compared {
  return { identity, cell };
}

/** 0 for nothing to say, 1 for a note, 2 for a refusal. */
function grade(a: Identity, b: Identity): number {
  const { differs, notes } = judge([compared(a), compared(b)], divided);
  return differs.length > 0 ? 2 : Math.min(1, notes.length);
}

/** Differences that are ordinary in an operation, by its rules. */
function isOrdinary(operation: (typeof operations)[number], part: Part): boolean {
  return (rules[operation][part] as Rule) === "free";
}

/**
 * What each difference alone comes to, as it was decided: reporter, currency, prices, sector, accounting basis, adjustment,
 * filter, territory and edition are refused; vintages are a note; c.i.f. beside f.a.s. is a note in a net and
 * a refusal between periods; exports have flow bases of their own; parts and whole are of other areas.
 */
const decided: Readonly<Record<(typeof operations)[number], Readonly<Record<Part, number>>>> = {
  net: {
    ...{ reporter: 2, sector: 2, basis: 2, adjusted: 2, currency: 2, prices: 2, filter: 2 },
    ...{ flowBasis: 0, valuation: 1, edition: 2, territory: 2, vintage: 1 },
  },
  compare: {
    ...{ reporter: 2, sector: 2, basis: 2, adjusted: 2, currency: 2, prices: 2, filter: 2 },
    ...{ flowBasis: 2, valuation: 2, edition: 2, territory: 2, vintage: 1 },
  },
  add: {
    ...{ reporter: 2, sector: 2, basis: 2, adjusted: 2, currency: 2, prices: 2, filter: 2 },
    ...{ flowBasis: 1, valuation: 1, edition: 2, territory: 0, vintage: 1 },
  },
};

describe.each(operations)("two figures that are to %s", (operation) => {
  it.each(parts)("that differ in %s alone are refused, noted or let pass as decided", (part) => {
    const other = { ...plain, ...otherEnd[operation], ...changed[part] };
    expect(grade(plain, other)).toBe(decided[operation][part]);
  });

  const end = { ...plain, ...otherEnd[operation] };

  it("are alike where they differ in nothing", () => {
    expect(grade(plain, end)).toBe(0);
  });

  it.each(parts)("are never set together in silence where they differ in %s alone", (part) => {
    const found = grade(plain, { ...end, ...changed[part] });
    if (isOrdinary(operation, part)) expect(found).toBe(0);
    else expect(found).toBeGreaterThan(0);
  });

  it("are judged no more mildly for two differences than for either alone", () => {
    for (const one of parts) {
      for (const other of parts) {
        const both = grade(plain, { ...end, ...changed[one], ...changed[other] });
        const alone = [one, other].map((part) => grade(plain, { ...end, ...changed[part] }));
        expect([one, other, both]).toEqual([one, other, Math.max(both, ...alone)]);
      }
    }
  });

  it.each(parts)("have a rule for %s whose absence would be noticed", (part) => {
    const own = rules[operation] as Record<Part, Rule>;
    const rule = own[part];
    if (rule === "free") return;
    const before = grade(plain, { ...end, ...changed[part] });
    own[part] = "free";
    try {
      expect(grade(plain, { ...end, ...changed[part] })).toBeLessThan(before);
    } finally {
      own[part] = rule;
    }
  });
});

describe("a part that is not stated", () => {
  it("is noted beside a known one, and refused for currencies and filters", () => {
    const compare = (change: Partial<Identity>) =>
      grade(plain, { ...plain, period: "2023", ...change });
    expect(compare({ basis: null })).toBe(1);
    expect(compare({ adjusted: null })).toBe(1);
    expect(compare({ filter: "STATE=TX" })).toBe(2);
  });

  it("hides no difference between two others", () => {
    const all = [plain, { ...plain, basis: null }, { ...plain, basis: "bop" as const }];
    const found = judge(
      all.map((one, at) => compared({ ...one, period: String(2020 + at) })),
      null,
    );
    expect(found.differs.map(({ message }) => message)).toEqual([
      "figures that differ in accounting bases are not compared: not stated and bop and census (name one with --basis, or keep those that state none with --where)",
    ]);
  });
});

describe("sums over all that have figures", () => {
  const sum = (change: Partial<Identity>, ...addedUp: string[]): Compared => ({
    ...compared({ ...plain, territory: null, ...change }),
    addedUp,
  });

  it("are compared over the same members alone, and netted over any", () => {
    const same = judge([sum({}, "FR", "US"), sum({ period: "2023" }, "FR", "US")], null);
    expect(same.differs).toEqual([]);
    const other = judge([sum({}, "FR", "US"), sum({ period: "2023" }, "CN", "FR")], null);
    expect(other.differs.map(({ code }) => code)).toEqual(["not-comparable"]);
    const netted = judge([sum({}, "FR"), sum({ ...otherEnd.net }, "CN")], null);
    expect(netted.differs).toEqual([]);
  });
});

describe("exports and imports", () => {
  const imports: Identity = { ...plain, ...otherEnd.net };

  it.each([
    ["fas", "customs", 0],
    ["fob", "customs", 0],
    ["fob", "fob", 0],
    ["fas", null, 0],
    ["fob", "cif", 1],
    ["fas", "cif", 1],
  ] as const)("valued %s and %s are netted, with %i notes", (out, into, notes) => {
    const found = judge(
      [compared({ ...plain, valuation: out }), compared({ ...imports, valuation: into })],
      null,
    );
    expect([found.differs.length, found.notes.length]).toEqual([0, notes]);
  });
});

describe("one code in two editions of the Harmonized System", () => {
  const later = (relation: Relations) =>
    judge([compared(plain), compared({ ...plain, period: "2023", edition: "H6" })], relation);

  it("is compared where the correlation gives it the same goods", () => {
    const same: Relations = {
      relation: (_, code) => ({
        kind: "same",
        counterparts: [code],
        together: [code],
        setAside: [],
      }),
    };
    expect(later(same)).toEqual({ differs: [], notes: [] });
  });

  it("is not comparable where it was divided, and the new codes are named", () => {
    expect(later(divided).differs[0]!.message).toContain(
      "its goods are in 851713, 851714 of HS 2022",
    );
  });

  it("is not comparable where nobody knows a correlation", () => {
    const bec = { ...plain, product: "bec:1", edition: "B4" };
    const found = judge(
      [compared(bec), compared({ ...bec, edition: "B5", period: "2023" })],
      divided,
    );
    expect(found.differs[0]!.code).toBe("not-comparable");
  });

  it("is one figure where it counts all products", () => {
    const total = { ...plain, product: "total", edition: null };
    expect(grade(total, { ...total, period: "2023" })).toBe(0);
  });
});
