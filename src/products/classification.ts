import { ALL_PRODUCTS } from "../records/record.ts";
import { serviceTrees } from "./service-trees.ts";
import { overlappingWitsGroups, witsGroups } from "./wits-groups.ts";

/** Where a code stands in its classification. */
export interface Level {
  /** Steps below the total, from 1. */
  readonly depth: number;
  /** `chapter`, `heading`, `sector`; `level 3` where the classification has no word. */
  readonly name: string;
}

type ServiceEdition = keyof typeof serviceTrees;

const levelNames: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  hs: { 2: "chapter", 4: "heading", 6: "subheading", 8: "national line", 10: "national line" },
  sitc: { 1: "section", 2: "division", 3: "group", 4: "subgroup", 5: "item" },
  naics: {
    2: "sector",
    3: "subsector",
    4: "industry group",
    5: "industry",
    6: "national industry",
  },
  bec: { 1: "category" },
};

/**
 * The level of a product code in its classification, not by its length: in EBOPS 205 is transport and
 * 206 sea transport. WITS sectors and stages stand side by side, below the total.
 * @returns null for all products, and for a code that its classification does not have.
 */
export function levelOf(product: string): Level | null {
  const [system, code] = split(product);
  if (system === null) return null;
  if (system === "wits") {
    const group = witsGroups.find((one) => one.code === code);
    return group ? { depth: 1, name: group.cut } : null;
  }
  if (parentOf(product) === null) return null;
  let depth = 0;
  for (let at: string | null = product; at !== null && at !== ALL_PRODUCTS; at = parentOf(at)) {
    depth += 1;
  }
  return depth === 0
    ? null
    : { depth, name: levelNames[system]?.[code.length] ?? `level ${depth}` };
}

/**
 * The code of which a product is a part, `total` for the highest ones; null for all products and for
 * a code that its classification does not have.
 */
export function parentOf(product: string): string | null {
  const [system, code] = split(product);
  if (system === null) return null;
  if (system === "ebops") return serviceParent(code);
  if (system === "wits") return levelOf(product) ? ALL_PRODUCTS : null;
  // Divisions from one to another, as `c10t12`, are parts of the section whose letter they have.
  const run = /^([a-z]?)\d\dt\d\d$/.exec(code);
  if (run) return run[1] ? `${system}:${run[1]}` : ALL_PRODUCTS;
  const length = parentLength(system, code);
  return length === 0 ? ALL_PRODUCTS : `${system}:${code.slice(0, length)}`;
}

function parentLength(system: string, code: string): number {
  if (system === "hs") return Math.max(0, code.length - 2);
  if (system === "naics" && code.length === 2) return 0;
  // BEC 5 ends in six digits below the third or, where the fourth is not 0, the fourth.
  if (system === "bec" && code.length === 6) return code[3] === "0" ? 3 : 4;
  return code.length - 1;
}

/** Whether a product is a part of another, or the same. */
export function isPartOf(product: string, whole: string): boolean {
  for (let at: string | null = product; at !== null; at = parentOf(at))
    if (at === whole) return true;
  return false;
}

/**
 * Two of these products that count the same trade, the whole first, or null where all are apart and
 * may be added. Products of two classifications overlap, and so do a sector and a stage of WITS.
 * The edition must be one.
 */
export function firstOverlap(products: readonly string[]): readonly [string, string] | null {
  const seen = new Set<string>();
  for (const product of products) {
    if (seen.has(product)) return [product, product];
    seen.add(product);
  }
  const systems = new Map(products.map((product) => [split(product)[0], product]));
  if (systems.size > 1) return [...systems.values()].slice(0, 2) as [string, string];
  for (const product of products) {
    for (let at = parentOf(product); at !== null; at = parentOf(at)) {
      if (seen.has(at)) return [at, product];
    }
  }
  return systems.has("wits") ? witsOverlap(products) : null;
}

/** Whether no trade is counted in two of these products. */
export function areDisjoint(products: readonly string[]): boolean {
  return firstOverlap(products) === null;
}

function witsOverlap(products: readonly string[]): readonly [string, string] | null {
  const codes = products.map((product) => split(product)[1]);
  const cuts = new Map(
    codes.map((code) => [witsGroups.find((one) => one.code === code)?.cut, `wits:${code}`]),
  );
  if (cuts.size > 1) return [...cuts.values()].slice(0, 2) as [string, string];
  const both = overlappingWitsGroups.find((pair) => pair.every((code) => codes.includes(code)));
  return both ? [`wits:${both[0]}`, `wits:${both[1]}`] : null;
}

function split(product: string): [system: string | null, code: string] {
  const at = product.indexOf(":");
  return at < 0 ? [null, ""] : [product.slice(0, at), product.slice(at + 1)];
}

/** The edition of EBOPS to which a code belongs: numbers of 2002, dots of 2010, letters of SDMX. */
function serviceEdition(code: string): ServiceEdition {
  if (/^s/.test(code)) return "EB10S";
  return /^[2-9]\d\dx?$/.test(code) ? "EB02" : "EB10";
}

const parents = new Map<ServiceEdition, ReadonlyMap<string, string>>();

function serviceParent(code: string): string | null {
  const edition = serviceEdition(code);
  let tree = parents.get(edition);
  if (!tree) {
    const lines = serviceTrees[edition].split(";").map((line) => line.split(":"));
    tree = new Map(
      lines.flatMap(([whole, parts]) => parts!.split(" ").map((part) => [part, whole!] as const)),
    );
    parents.set(edition, tree);
  }
  const parent = tree.get(code);
  if (parent === undefined) return null;
  return parent === "200" || parent === "s" ? ALL_PRODUCTS : `ebops:${parent}`;
}
