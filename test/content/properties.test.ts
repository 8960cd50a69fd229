import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { billOfMaterials } from "../../src/content/bill-of-materials.ts";
import { regionalValueContent } from "../../src/content/index.ts";

interface Made {
  readonly id: string;
  readonly parent?: string;
  readonly origin: string;
  readonly own: number;
  readonly threshold: number;
  readonly selfProduced?: boolean;
  readonly originating?: boolean;
}

const regionalOrigins = ["CA", "MX", "US"];
const origins = [...regionalOrigins, "CN", "JP"];

/** A bill of up to 25 parts; what goes into a part from outside is from outside unless `returning`. */
function bills(returning: boolean): fc.Arbitrary<Made[]> {
  const drawn = fc.record({
    into: fc.nat(),
    origin: fc.constantFrom(...origins),
    own: fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100),
    threshold: fc.integer({ min: 0, max: 100 }),
    selfProduced: fc.boolean(),
  });
  return fc.array(drawn, { minLength: 1, maxLength: 25 }).map((draws) => {
    const parts: Made[] = [];
    for (const [index, { into, origin, ...drawnPart }] of draws.entries()) {
      const id = `p${index}`;
      const outer = index === 0 ? undefined : parts[into % index];
      if (!outer) {
        const { own, threshold } = drawnPart;
        parts.push({ id, origin: "US", own, threshold });
      } else {
        const outside = !returning && !regionalOrigins.includes(outer.origin);
        parts.push({ id, parent: outer.id, origin: outside ? "CN" : origin, ...drawnPart });
      }
    }
    return parts;
  });
}

/** Each part's value: its own content and the values of what goes into it, in cents. */
function valuesOf(parts: readonly Made[]): Map<string, number> {
  const cents = new Map(parts.map(({ id, own }) => [id, Math.round(own * 100)]));
  for (const { id, parent } of [...parts].reverse()) {
    if (parent) cents.set(parent, cents.get(parent)! + cents.get(id)!);
  }
  return cents;
}

function billOf(parts: readonly Made[], scale = 1, order: readonly Made[] = parts) {
  const cents = valuesOf(parts);
  const raws = order.map(({ own: _, ...fields }) => ({
    place: fields.id,
    places: {},
    fields: { ...fields, value: (cents.get(fields.id)! * scale) / 100 },
  }));
  return billOfMaterials(raws, "made");
}

function contentOf(parts: readonly Made[], scale = 1, order: readonly Made[] = parts) {
  return regionalValueContent(billOf(parts, scale, order), { date: "2025-01-01" });
}

function sharesOf(parts: readonly Made[], scale = 1, order: readonly Made[] = parts) {
  const { rows } = contentOf(parts, scale, order);
  return new Map(
    rows.map(({ id, value, trueValue, qualifies, margin }) => [
      id,
      { value, trueValue, qualifies, margin },
    ]),
  );
}

describe("for every bill of materials", () => {
  it("the true content is at most the counted one, and less exactly where a roll-up reaches the good", () => {
    fc.assert(
      fc.property(bills(false), (parts) => {
        const { rows, tiers } = contentOf(parts);
        for (const { gap, regional, counted, value } of rows) {
          if (value !== null) expect(regional!).toBeLessThanOrEqual(counted!);
          expect(gap!).toBeGreaterThanOrEqual(0);
        }
        const rolledUp = tiers.some((tier) => tier.rolledUp > 0);
        expect(rows[0]!.gap! > 0).toBe(rolledUp);
      }),
    );
  });

  it("the gap is what was rolled up at all tiers less what returned from outside", () => {
    fc.assert(
      fc.property(bills(true), (parts) => {
        const { rows, tiers } = contentOf(parts);
        const rolledUp = tiers.reduce((sum, tier) => sum + tier.rolledUp, 0);
        expect(rows[0]!.gap!).toBeCloseTo(rolledUp - rows[0]!.returned, 6);
      }),
    );
  });

  it("both contents agree where no part qualifies", () => {
    fc.assert(
      fc.property(bills(false), (parts) => {
        const none = parts.map((part) => ({ ...part, originating: false }));
        for (const { gap } of contentOf(none).rows) expect(gap).toBe(0);
      }),
    );
  });

  it("contents lie between 0 and 100 percent", () => {
    fc.assert(
      fc.property(bills(true), (parts) => {
        for (const { value, trueValue } of contentOf(parts).rows) {
          for (const share of [value, trueValue]) {
            if (share !== null) {
              expect(share).toBeGreaterThanOrEqual(0);
              expect(share).toBeLessThanOrEqual(100);
            }
          }
        }
      }),
    );
  });

  it("another currency changes no share and no verdict", () => {
    fc.assert(
      fc.property(bills(true), fc.integer({ min: 2, max: 1000 }), (parts, scale) => {
        expect(sharesOf(parts, scale)).toEqual(sharesOf(parts));
      }),
    );
  });

  it("the order of the parts changes nothing", () => {
    const shuffled = bills(true).chain((parts) =>
      fc.tuple(
        fc.constant(parts),
        fc.shuffledSubarray(parts, { minLength: parts.length, maxLength: parts.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([parts, order]) => {
        expect(sharesOf(parts, 1, order)).toEqual(sharesOf(parts));
      }),
    );
  });

  it("flattening all tiers into one keeps the true content", () => {
    fc.assert(
      fc.property(bills(true), (parts) => {
        const flat = parts.map((part) => (part.parent ? { ...part, parent: "p0" } : part));
        expect(contentOf(flat).rows[0]!.trueValue).toBe(contentOf(parts).rows[0]!.trueValue);
      }),
    );
  });

  it("stricter thresholds never raise the counted content", () => {
    fc.assert(
      fc.property(bills(true), fc.integer({ min: 1, max: 50 }), (parts, more) => {
        const stricter = parts.map((part) => ({
          ...part,
          threshold: Math.min(100, part.threshold + more),
        }));
        expect(contentOf(stricter).rows[0]!.counted!).toBeLessThanOrEqual(
          contentOf(parts).rows[0]!.counted!,
        );
      }),
    );
  });
});
