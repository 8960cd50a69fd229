import { describe, expect, it } from "vitest";
import { isWithin, normalizedProduct, parseProductSelection } from "../../src/products/product.ts";
import { productSets } from "../../src/products/product-sets.ts";

const parsed = (text: string) => parseProductSelection(text, "--product");

describe("a product code", () => {
  it.each([
    ["hs:27", "hs:27"],
    ["HS:27.09", "hs:2709"],
    ["hs:2709.00.10", "hs:27090010"],
    ["naics:336", "naics:336"],
    ["sitc:33", "sitc:33"],
    ["TOTAL", "total"],
    ["hs:00", "total"],
    ["naics:00", "total"],
  ])("%s is %s in its one spelling", (text, expected) => {
    expect(normalizedProduct(text)).toBe(expected);
  });

  it("sitc:0 is food, not the total", () => {
    expect(normalizedProduct("sitc:0")).toBe("sitc:0");
    expect(normalizedProduct("sitc:00")).toBe("sitc:00");
  });

  it.each(["", "27", "hs", "hs:", "hs:.", "hs:2", "hs:270", "hs:27x", "hs 27", "oil", ":27"])(
    "%j is none",
    (text) => {
      expect(normalizedProduct(text)).toBeNull();
      expect(() => parsed(text)).toThrow(`--product: "${text}" is not a product`);
    },
  );

  it("stands for itself and everything below it", () => {
    expect(isWithin("hs:270900", "hs:27")).toBe(true);
    expect(isWithin("hs:27", "hs:27")).toBe(true);
    expect(isWithin("hs:27", "hs:2709")).toBe(false);
    expect(isWithin("naics:27", "hs:27")).toBe(false);
    expect(isWithin("hs:27", "total")).toBe(true);
  });
});

describe("a selection of products", () => {
  it("counts a code once, and what is below another not again", () => {
    expect(parsed("hs:27,hs:2709,hs:27").codes).toEqual(["hs:27"]);
    expect(parsed("hs27,hs:2710").codes).toEqual(["hs:27"]);
  });

  it("is not made of two systems, whose codes overlap", () => {
    expect(() => parsed("hs:27,naics:211")).toThrow("mixes product systems (hs, naics)");
  });

  it("is not made of the total and something else", () => {
    expect(() => parsed("total,hs:27")).toThrow('"total" already holds all other products');
  });
});

describe("a named product set", () => {
  it("has a name that no other has", () => {
    expect(new Set(productSets.map(({ id }) => id)).size).toBe(productSets.length);
  });

  it.each(productSets.map((set) => [set.id, set] as const))(
    "%s is of one system, says what it holds too much or too little of, and has a source",
    (_, set) => {
      expect(parsed(set.id).codes).toEqual(set.codes);
      expect(set.codes.map(normalizedProduct)).toEqual(set.codes);
      for (const text of [set.title, set.note, set.source]) expect(text).not.toBe("");
    },
  );

  // The four meanings of petroleum, as the definitions of the field list them.
  it.each([
    ["hs27", ["hs:27"]],
    ["hs2709-2710", ["hs:2709", "hs:2710"]],
    ["sitc33", ["sitc:33"]],
    ["naics211-324", ["naics:211", "naics:324"]],
  ])("%s is %j", (id, codes) => {
    expect(parsed(id).codes).toEqual(codes);
  });
});
