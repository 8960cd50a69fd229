import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import {
  areDisjoint,
  firstOverlap,
  isPartOf,
  levelOf,
  parentOf,
} from "../../src/products/classification.ts";
import { normalizedProduct } from "../../src/products/product.ts";

describe("the level of a product", () => {
  it.each([
    ["hs:87", "chapter", 1],
    ["hs:8703", "heading", 2],
    ["hs:870323", "subheading", 3],
    ["sitc:7", "section", 1],
    ["sitc:784", "group", 3],
    ["naics:336", "subsector", 2],
    ["bec:1", "category", 1],
    ["bec:112010", "level 4", 4],
    ["bec:111210", "level 5", 5],
    // Transport of EBOPS 2002, and sea transport within it, both of three digits.
    ["ebops:205", "level 1", 1],
    ["ebops:206", "level 2", 2],
    ["ebops:10.1.1.2.1", "level 4", 4],
    ["wits:animal", "sector", 1],
    ["wits:capitalgoods", "stage of processing", 1],
    ["wits:manufactures", "SITC group", 1],
  ])("%s is %s, %i below the total", (product, name, depth) => {
    expect(levelOf(product)).toEqual({ name, depth });
  });

  it.each(["total", "ebops:777", "wits:nonsense"])("%s has none", (product) => {
    expect(levelOf(product)).toBeNull();
    expect(parentOf(product)).toBeNull();
  });
});

describe("a part", () => {
  it.each([
    ["hs:870323", "hs:87", true],
    ["hs:87", "total", true],
    ["hs:87", "hs:8703", false],
    ["ebops:206", "ebops:205", true],
    ["ebops:208", "ebops:205", true],
    ["ebops:236", "ebops:205", false],
    ["ebops:10.1", "ebops:10", true],
    ["ebops:10", "ebops:1", false],
    ["ebops:sc1", "ebops:sc", true],
    ["ebops:sdz", "ebops:sd", false],
    ["wits:fuels", "total", true],
  ])("%s in %s: %s", (part, whole, expected) => {
    expect(isPartOf(part, whole)).toBe(expected);
  });
});

describe("products that are added", () => {
  it.each([
    [
      ["hs:87", "hs:8708", "hs:84"],
      ["hs:87", "hs:8708"],
    ],
    [
      ["ebops:206", "ebops:205"],
      ["ebops:205", "ebops:206"],
    ],
    [
      ["total", "hs:87"],
      ["total", "hs:87"],
    ],
    [
      ["hs:87", "hs:87"],
      ["hs:87", "hs:87"],
    ],
    [
      ["hs:87", "sitc:78"],
      ["hs:87", "sitc:78"],
    ],
    [
      ["wits:animal", "wits:capitalgoods"],
      ["wits:animal", "wits:capitalgoods"],
    ],
    [
      ["wits:textiles", "wits:manufactures"],
      ["wits:manufactures", "wits:textiles"],
    ],
  ])("are not apart where one is in another: %j", (products, overlap) => {
    expect(firstOverlap(products)).toEqual(overlap);
    expect(areDisjoint(products)).toBe(false);
  });

  it.each([
    [["hs:87", "hs:84"]],
    [["ebops:206", "ebops:210", "ebops:214"]],
    [["wits:animal", "wits:vegetable"]],
    [["wits:rawmaterials", "wits:capitalgoods"]],
    [["wits:food", "wits:fuel"]],
    [["bec:112", "bec:111210"]],
    [[]],
  ])("are apart: %j", (products) => {
    expect(firstOverlap(products)).toBeNull();
  });
});

describe("a code of services", () => {
  it("keeps its points, which tell 1.1 from 11", () => {
    expect(normalizedProduct("EBOPS:1.1")).toBe("ebops:1.1");
    expect(normalizedProduct("HS:87.03")).toBe("hs:8703");
  });
});

const reference = join(
  process.env.TRADE_METRICS_SHARED ?? "../shared",
  "data/classifications/comtrade-reference",
);

describe.skipIf(!existsSync(reference))("the published trees", () => {
  it.each([
    ["bec", "cmd_b4.csv"],
    ["bec", "cmd_b5.csv"],
    ["ebops", "cmd_eb02.csv"],
    ["ebops", "cmd_eb10.csv"],
    ["ebops", "cmd_eb10s.csv"],
  ])("of %s in %s have the same wholes", (system, file) => {
    const rows = parse<Record<string, string>>(readFileSync(join(reference, file)), {
      columns: true,
    });
    const code = (id: string) =>
      ["TOTAL", "200", "S"].includes(id) ? "total" : `${system}:${id.toLowerCase()}`;
    const wrong = rows
      .filter(({ parent }) => parent !== "#")
      .filter(({ id, parent }) => parentOf(code(id!)) !== code(parent!));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
