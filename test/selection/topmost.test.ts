import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../src/records/period.ts";
import { noPreferences, preferencesId } from "../../src/selection/figure.ts";
import {
  lacksProduct,
  ofOneEdition,
  productsOf,
  refuseOverlap,
  topmost,
} from "../../src/selection/topmost.ts";
import { zeroFlowsOf } from "../../src/selection/zero-flows.ts";
import type { StoredSeries } from "../../src/sources/dataset.ts";

const series = (
  product: string,
  values: Readonly<Record<string, number>> = { "2023": 1 },
  more: { readonly edition?: string; readonly sumOf?: StoredSeries["sumOf"] } = {},
) => {
  const { edition, ...others } = more;
  const key = { product, ...(edition !== undefined && { edition }) };
  return {
    key,
    values: new Map(Object.entries(values)),
    vintage: null,
    ...others,
  } as unknown as StoredSeries;
};
const asked = (codes: readonly string[], period = "2023") =>
  ({
    ...{ partner: "MX", flow: "export", period: parsePeriod(period) },
    product: { id: "x", title: "x", codes, excluded: [] },
  }) as never;
const usedOf = (all: readonly StoredSeries[], codes: readonly string[], period?: string) => {
  const { used, leftOut } = topmost(all, asked(codes, period));
  return { used: used.map(({ series: one }) => one.key.product), leftOut };
};

describe("the series that are added up", () => {
  it("are those of the codes, and never those below one that has a record", () => {
    const all = ["hs:27", "hs:2709", "hs:2710", "hs:87", "total"].map((code) => series(code));
    expect(usedOf(all, ["hs:27"])).toEqual({ used: ["hs:27"], leftOut: 2 });
    expect(usedOf(all, ["hs:27", "hs:87"])).toEqual({ used: ["hs:27", "hs:87"], leftOut: 2 });
    expect(usedOf(all, [])).toEqual({ used: ["total"], leftOut: 4 });
    expect(usedOf(all, ["hs:2709"])).toEqual({ used: ["hs:2709"], leftOut: 0 });
  });

  it("are the broadest below a code that has none, each once", () => {
    const all = ["hs:27", "hs:2709", "hs:270900", "hs:8703", "hs:870323"].map((code) =>
      series(code, code === "hs:27" ? { "2022": 1 } : { "2023": 1 }),
    );
    expect(usedOf(all, ["hs:27"])).toEqual({ used: ["hs:2709"], leftOut: 1 });
    expect(usedOf(all, [])).toEqual({ used: ["hs:2709", "hs:8703"], leftOut: 2 });
    expect(usedOf(all, ["hs:27"], "2022")).toEqual({ used: ["hs:27"], leftOut: 2 });
  });

  it("are told apart by the tree where codes do not begin with those of their wholes", () => {
    // EBOPS 2002: 206 is sea transport, a part of 205, transport; 236 is travel.
    const all = ["ebops:206", "ebops:205", "ebops:236"].map((code) => series(code));
    expect(usedOf(all, ["ebops:205", "ebops:206"]).used).toEqual(["ebops:205"]);
    expect(usedOf(all, ["ebops:236", "ebops:206"]).used).toEqual(["ebops:206", "ebops:236"]);
  });

  it("count as many products as they are sums of", () => {
    const sumOf = { productsIn: (labels: readonly string[] | null) => (labels ? 3 : 7) } as never;
    expect(productsOf(series("hs:27*", {}, { sumOf }), null)).toBe(7);
    expect(productsOf(series("hs:27*", {}, { sumOf }), ["2023"])).toBe(3);
    expect(productsOf(series("hs:27"), null)).toBe(1);
  });
});

describe("series of several editions", () => {
  type Used = [product: string, edition: string | undefined, label: string];
  const used = (...all: Used[]) =>
    all.map(([product, edition, label]) => ({
      series: series(product, { [label]: 1 }, edition === undefined ? {} : { edition }),
      amount: { kind: "sum" as const, value: 1, labels: [label] },
    }));
  const kept = (...all: Used[]) => {
    const found = ofOneEdition({ used: used(...all), leftOut: 2 }, asked([]));
    const products = found.used.map(({ series: one }) => one.key.product);
    return { products, leftOut: found.leftOut, mixed: found.mixed };
  };

  it("are those of the latest, wherever it stands, and of none that is stated", () => {
    const latest = { products: ["hs:b", "hs:c"], leftOut: 3, mixed: false };
    expect(
      kept(["hs:a", "H5", "2023"], ["hs:b", "H6", "2023"], ["hs:c", undefined, "2023"]),
    ).toEqual(latest);
    expect(kept(["hs:b", "H6", "2023"], ["hs:a", "H5", "2023"])).toEqual({
      ...latest,
      products: ["hs:b"],
    });
  });

  it("are mixed where a period of another has none of the latest", () => {
    expect(kept(["hs:a", "H5", "2023-01"], ["hs:b", "H6", "2023-02"]).mixed).toBe(true);
    expect(
      kept(["hs:a", "H5", "2023-01"], ["hs:b", "H6", "2023-01"], ["hs:c", "H5", "2023-02"]).mixed,
    ).toBe(true);
  });

  it("stay as they are where there is one edition, or one series", () => {
    const all = { products: ["hs:a", "hs:b"], leftOut: 2, mixed: false };
    expect(kept(["hs:a", "H6", "2023"], ["hs:b", undefined, "2023"])).toEqual(all);
    expect(kept(["hs:a", "H5", "2023"])).toEqual({ ...all, products: ["hs:a"] });
  });
});

describe("products that count the same goods", () => {
  const refused = (...products: readonly string[]) =>
    refuseOverlap(
      products.map((product) => ({ series: series(product) })),
      asked([]),
    );

  it("are refused where they are of two systems", () => {
    expect(() => refused("hs:27", "sitc:33")).toThrow(
      "MX 2023: products hs:27 and sitc:33 are of two systems that count the same goods",
    );
    expect(() => refused("hs:27", "hs:87")).not.toThrow();
    expect(() => refused("hs:27")).not.toThrow();
  });

  it("are refused where groups of WITS overlap", () => {
    // Of the sectors none overlap; the stages of processing divide the same goods again.
    expect(() => refused("wits:animal", "wits:fuels")).not.toThrow();
    expect(() => refused("wits:animal", "wits:capitalgoods")).toThrow(
      "MX 2023: wits:animal and wits:capitalgoods count the same goods (name one with --product)",
    );
  });

  it("lack one where a code has neither a record nor parts with one", () => {
    const used = [{ series: series("hs:2709") }, { series: series("hs:87") }];
    expect(lacksProduct(used, asked(["hs:27", "hs:87"]))).toBe(false);
    expect(lacksProduct(used, asked(["hs:27", "hs:84"]))).toBe(true);
    expect(lacksProduct(used, asked(["hs:270900"]))).toBe(true);
  });
});

describe("a month that a series leaves out", () => {
  const isZero = (of: StoredSeries, others: readonly StoredSeries[], codes: readonly string[]) =>
    zeroFlowsOf(of, [of, ...others], asked(codes))("2023-02");
  const own = series("hs:2709", { "2023-01": 1 });
  const with02 = (product: string) => series(product, { "2023-02": 1 });

  it("was zero where a whole that holds the product has a record of it", () => {
    expect(isZero(own, [with02("hs:27")], ["hs:2709"])).toBe(true);
    expect(isZero(own, [with02("total")], ["hs:2709"])).toBe(true);
    expect(isZero(own, [series("hs:27", { "2023-03": 1 })], ["hs:2709"])).toBe(false);
    expect(isZero(own, [], ["hs:2709"])).toBe(false);
  });

  it("is unknown where only its own parts, or other products that were asked for, have one", () => {
    expect(isZero(own, [with02("hs:270900")], ["hs:2709"])).toBe(false);
    expect(isZero(own, [with02("hs:87")], ["hs:2709", "hs:87"])).toBe(false);
    expect(isZero(own, [with02("hs:270900")], [])).toBe(false);
  });

  it("was zero where a whole is added up from narrower codes, of which another has one", () => {
    expect(isZero(own, [with02("hs:2710")], ["hs:27"])).toBe(true);
    expect(isZero(own, [with02("hs:8703")], ["hs:27"])).toBe(false);
    expect(isZero(own, [with02("hs:8703")], [])).toBe(true);
    expect(isZero(own, [series("hs:2709", { "2023-02": 1 })], ["hs:27"])).toBe(false);
  });
});

describe("wishes for a kind of figure", () => {
  it("have one name each, the same whenever they are asked", () => {
    const wishes = [
      noPreferences,
      { ...noPreferences, exports: "total" as const },
      { ...noPreferences, exports: "domestic" as const },
      { ...noPreferences, reporter: "US" },
      { ...noPreferences, sector: "goods" as const },
      { ...noPreferences, valuation: "fob" as const },
      { ...noPreferences, basis: "bop" as const },
      { ...noPreferences, imports: "general" as const },
    ];
    const ids = wishes.map(preferencesId);
    expect(new Set(ids).size).toBe(wishes.length);
    expect(wishes.map(preferencesId)).toEqual(ids);
    expect(preferencesId({ ...noPreferences })).toBe(ids[0]);
  });
});
