import { describe, expect, it } from "vitest";
import { findProducts, titled } from "../../src/products/find-products.ts";
import { parseProductSelection } from "../../src/products/product.ts";
import { harmonizedSystem } from "../../src/sources/embedded/harmonized-system.ts";

const titles = harmonizedSystem().titles();
const found = (words: string) => findProducts(words, titles);

describe("a word for products", () => {
  it.each([
    ["vehicles", "hs:87"],
    ["Energy", "hs:27"],
    ["cars", "hs:8703"],
    ["crude oil", "hs:2709"],
    ["pharmaceuticals", "hs:30"],
    ["iron and steel", "hs:72"],
    ["toys", "hs:95"],
    ["soybeans", "hs:1201"],
    ["agriculture", "usda-agriculture"],
    ["ft900 petroleum", "ft900-petroleum"],
    ["Wheat", "hs:1001"],
  ])("%s is %s", (words, id) => {
    expect(found(words).chosen?.id).toBe(id);
  });

  it.each(["petroleum", "oil", "automotive"])(
    "%s has several definitions, and chooses none",
    (word) => {
      const { chosen, others } = found(word);
      expect(chosen).toBeNull();
      expect(others.length).toBeGreaterThan(1);
      expect(others[0]!.kind).toBe("set");
    },
  );

  it("that is in several names lists these, and no more than eight", () => {
    const { chosen, others } = found("fabrics");
    expect(chosen).toBeNull();
    expect(others).toHaveLength(8);
    expect(others.every(({ title }) => /fabric/i.test(title))).toBe(true);
  });

  it.each(["", "xyzzy", "a"])("%j finds nothing", (words) => {
    expect(found(words)).toEqual({ chosen: null, others: [] });
  });

  it("gives what --product takes", () => {
    for (const words of ["vehicles", "petroleum", "fabrics"]) {
      const { chosen, others } = found(words);
      for (const { id } of [...(chosen ? [chosen] : []), ...others]) {
        expect(() => parseProductSelection(id, "--product")).not.toThrow();
      }
    }
  });

  it("is written behind its code", () => {
    expect(titled("87", "vehicles")).toBe("HS 87, vehicles");
    expect(titled("8703", "Cars")).toBe("HS 8703, cars");
  });
});
