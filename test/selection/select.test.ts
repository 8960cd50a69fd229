import { describe, expect, it } from "vitest";
import { allProducts } from "../../src/products/product.ts";
import { parsePeriod } from "../../src/records/period.ts";
import type { Flow, Gap, SeriesKey } from "../../src/records/record.ts";
import { noPreferences, type Preferences } from "../../src/selection/figure.ts";
import { selectFlow } from "../../src/selection/select.ts";
import type { StoredSeries, TradeDataset } from "../../src/sources/dataset.ts";

const key: SeriesKey = {
  ...{ reporter: "US", partner: "MX", flow: "import", product: "total", sector: "goods" },
  ...{ flowBasis: null, valuation: null, basis: null },
};

/** A series of one figure, or of several by their periods. */
const series = (
  own: Partial<SeriesKey>,
  values: number | Readonly<Record<string, number>>,
  more: Partial<StoredSeries> = {},
): StoredSeries => ({
  key: { ...key, ...own },
  values: new Map(Object.entries(typeof values === "number" ? { "2023": values } : values)),
  vintage: null,
  ...more,
});

const dataset = (all: readonly StoredSeries[], more: object = {}) =>
  ({ description: { id: "own" }, seriesOf: () => all, ...more }) as unknown as TradeDataset;

/** What is taken of series for imports in 2023, or as asked. */
const taken = (
  all: readonly StoredSeries[],
  wishes: Partial<Preferences> = {},
  asked: { flow?: Flow; period?: string; codes?: readonly string[]; more?: object } = {},
) => {
  const { flow = "import", period = "2023", codes = [], more } = asked;
  const product = codes.length === 0 ? allProducts : { ...allProducts, id: "asked", codes };
  const request = { partner: "MX", period: parsePeriod(period), flow, product };
  return selectFlow(dataset(all, more), request, { ...noPreferences, ...wishes });
};

describe("of figures of several kinds", () => {
  it("the one in US dollars is taken, and another where none is in dollars", () => {
    const [euros, yen] = [series({ currency: "EUR" }, 1), series({ currency: "JPY" }, 2)];
    const dollars = series({}, 3);
    for (const all of [
      [euros, dollars],
      [dollars, euros],
    ]) {
      expect(taken(all)).toMatchObject({ value: 3, provenance: { currency: "USD" } });
    }
    expect(taken([series({ currency: "USD" }, 3), euros]).value).toBe(3);
    expect(taken([euros])).toMatchObject({ value: 1, provenance: { currency: "EUR" } });
    expect(() => taken([euros, yen])).toThrow("differ in currency (EUR, JPY)");
  });

  it("the one at the prices of its time is taken, in whatever currency and on whatever basis", () => {
    const constant = series({ prices: "constant prices", flowBasis: "general" }, 1);
    const current = series({ currency: "EUR", flowBasis: "consumption" }, 2);
    expect(taken([constant, current])).toMatchObject({ value: 2, provenance: { prices: "" } });
    expect(taken([constant]).provenance?.prices).toBe("constant prices");
  });

  it("the customary basis is taken first, then one that is not named, then any other", () => {
    const general = series({ flowBasis: "general", valuation: "cif" }, 1);
    const unnamed = series({ valuation: "customs" }, 2);
    const consumption = series({ flowBasis: "consumption", valuation: "customs" }, 4);
    expect(taken([consumption, unnamed, general]).value).toBe(1);
    expect(taken([consumption, unnamed]).value).toBe(2);
    expect(taken([consumption]).value).toBe(4);
  });

  it("imports are not c.i.f. where they are valued otherwise too, and exports are as they are", () => {
    const cif = series({ valuation: "cif" }, 1);
    expect(taken([cif, series({ valuation: "customs" }, 2)]).value).toBe(2);
    expect(taken([cif]).value).toBe(1);
    const sent = (valuation: "cif" | "fob") => series({ flow: "export", valuation }, 1);
    expect(() => taken([sent("cif"), sent("fob")], {}, { flow: "export" })).toThrow(
      "differ in valuation (cif, fob)",
    );
  });

  it("a year that is printed is taken beside its adjusted quarters, and nothing else so", () => {
    const quarters = { "2023-Q1": 1, "2023-Q2": 1, "2023-Q3": 1, "2023-Q4": 1 };
    const labels = Object.fromEntries(
      Object.entries(quarters).map(([quarter, value]) => [parsePeriod(quarter).label, value]),
    );
    const adjusted = series({ adjusted: true }, labels);
    expect(taken([adjusted, series({ adjusted: false }, 5)]).value).toBe(5);
    expect(taken([adjusted])).toMatchObject({ value: 4, provenance: { adjusted: true } });
    // A sum is printed where all its products are.
    const half = [series({ adjusted: true, product: "hs:01" }, 2)];
    const rest = [series({ adjusted: true, product: "hs:02" }, labels)];
    const whole = ["hs:01", "hs:02"].map((product) => series({ adjusted: false, product }, 3));
    const codes = ["hs:01", "hs:02"];
    expect(taken([...half, ...rest, ...whole], {}, { codes }).value).toBe(6);
    // Neither is printed, or both are.
    expect(() => taken([adjusted, series({ adjusted: false }, labels)])).toThrow("adjustment");
    expect(() => taken([series({ adjusted: true }, 4), series({ adjusted: false }, 5)])).toThrow(
      "differ in seasonal adjustment (adjusted, not adjusted)",
    );
    expect(() => taken([series({ basis: "bop" }, labels), series({ basis: "census" }, 5)])).toThrow(
      "differ in basis (bop, census)",
    );
  });
});

describe("a wish", () => {
  it.each<[Partial<Preferences>, Partial<SeriesKey>, Partial<SeriesKey>]>([
    [{ reporter: "DE" }, { reporter: "DE" }, { reporter: "FR" }],
    [{ sector: "services" }, { sector: "services" }, { sector: "goods" }],
    [{ imports: "consumption" }, { flowBasis: "consumption" }, { flowBasis: "general" }],
    [{ basis: "bop" }, { basis: "bop" }, { basis: "census" }],
    [{ basis: "bop" }, { basis: "bop" }, {}],
    [{ adjusted: false }, { adjusted: false }, { adjusted: true }],
    [{ valuation: "cif" }, { valuation: "cif" }, { valuation: "customs" }],
    [{ valuation: "fob" }, { valuation: "fob" }, { valuation: "customs" }],
  ])("%j is met by the figure of that kind alone", (wish, meets, fails) => {
    expect(taken([series(fails, 1), series(meets, 2)], wish).value).toBe(2);
    expect(taken([series(fails, 1)], wish)).toMatchObject({ value: null, reason: "no-data" });
  });

  it("for a valuation leaves the flow alone that cannot have it", () => {
    const imports = series({ valuation: "customs" }, 1);
    const exports = series({ flow: "export", valuation: "fas" }, 2);
    const both = [imports, exports];
    // F.a.s. is a value of exports, customs value and c.i.f. are values of imports; f.o.b. is of both.
    expect(taken(both, { valuation: "fas" }).value).toBe(1);
    expect(taken(both, { valuation: "fas" }, { flow: "export" }).value).toBe(2);
    expect(taken(both, { valuation: "customs" }, { flow: "export" }).value).toBe(2);
    expect(taken(both, { valuation: "cif" }, { flow: "export" }).value).toBe(2);
    expect(taken(both, { valuation: "fob" }, { flow: "export" }).value).toBeNull();
    const sentFob = series({ flow: "export", valuation: "fob" }, 3);
    expect(taken([sentFob], { valuation: "fas" }, { flow: "export" }).value).toBeNull();
  });
});

describe("a figure that is not there", () => {
  const gap = (kind: Gap, own: Partial<SeriesKey> = {}) =>
    series(own, {}, { gaps: new Map([["2023", kind]]) });

  it("is held back where any part of it is, and else without data", () => {
    const codes = ["hs:01", "hs:02"];
    const parts = (first: Gap, second: Gap) => [
      gap(first, { product: "hs:01" }),
      gap(second, { product: "hs:02" }),
    ];
    for (const all of [parts("suppressed", "missing"), parts("missing", "suppressed")]) {
      expect(taken(all, {}, { codes })).toMatchObject({ reason: "suppressed", gap: "suppressed" });
    }
    const missing = taken(parts("missing", "missing"), {}, { codes });
    expect(missing).toMatchObject({ value: null, reason: "no-data", gap: "missing" });
  });

  it("is not comparable where its parts are of unlike kinds, and says in what they differ", () => {
    const first = { "2023-01": 1, "2023-02": 1 };
    const half = [series({ adjusted: true }, first), series({ adjusted: false }, { "2023-03": 1 })];
    const asked = { period: "2023-Q1" };
    expect(taken(half, {}, asked)).toMatchObject({
      ...{ value: null, reason: "not-comparable" },
      unlikeParts: "seasonal adjustment (adjusted, not adjusted)",
    });
    // March is in no kind; or one kind alone is there.
    expect(taken([series({ basis: "bop" }, first), half[0]!], {}, asked).reason).toBe(
      "incomplete-period",
    );
    expect(taken([half[0]!], {}, asked)).toMatchObject({ reason: "incomplete-period" });
  });
});

describe("a sum", () => {
  it("that cannot be held exactly is refused", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const two = (second: number) => [
      series({ product: "hs:01" }, most - 1),
      series({ product: "hs:02" }, second),
    ];
    const asked = { codes: ["hs:01", "hs:02"] };
    expect(taken(two(1), {}, asked).value).toBe(most);
    expect(() => taken(two(2), {}, asked)).toThrow(
      `own: the sum of imports of MX in 2023 is beyond ${most} dollars and cannot be held exactly`,
    );
  });

  it("has the vintage of its records where they have one", () => {
    const parts = (second: string) => [
      series({ product: "hs:01" }, 1, { vintage: "2025-04" }),
      series({ product: "hs:02" }, 2, { vintage: second }),
    ];
    const asked = { codes: ["hs:01", "hs:02"] };
    expect(taken(parts("2025-04"), {}, asked).provenance?.vintage).toBe("2025-04");
    expect(taken(parts("2025-10"), {}, asked).provenance?.vintage).toBeNull();
  });

  it("names the rows that alone were read, where some were left out", () => {
    const { provenance } = taken([series({}, 1)], {}, { more: { filter: "STATE=TX" } });
    expect(provenance?.filter).toBe("STATE=TX");
    expect(taken([series({}, 1)]).provenance?.filter).toBe("");
  });

  it("is of the whole where it stands beside its parts, which are counted", () => {
    const all = [series({}, 9), series({ product: "hs:01" }, 4), series({ product: "hs:02" }, 5)];
    expect(taken(all)).toMatchObject({
      ...{ value: 9, summedFromParts: null },
      wholeBesideParts: { whole: "total", parts: 2 },
    });
  });

  it("of the parts of a whole without a record says so, and no hidden whole is added to them", () => {
    const parts = [series({ product: "hs:0101" }, 4), series({ product: "hs:0102" }, 5)];
    const places: string[] = [];
    const more = { refuseHiddenWhole: (_: unknown, place: string) => places.push(place) };
    expect(taken(parts, {}, { more })).toMatchObject({
      ...{ value: 9, wholeBesideParts: null },
      summedFromParts: { whole: "total", parts: 2 },
    });
    expect(places).toEqual(["MX 2023"]);
    // Of products that were named, the levels are known.
    const named = taken(parts, {}, { codes: ["hs:01"], more });
    expect(named).toMatchObject({ value: 9, summedFromParts: { whole: "hs:01", parts: 2 } });
    taken([series({}, 9)], {}, { more });
    expect(places).toHaveLength(1);
    // Several headings are named together, and a dataset may know of no hidden whole.
    const two = [...parts, series({ product: "hs:0201" }, 1)];
    expect(taken(two, {}, { codes: ["hs:01", "hs:02"] }).summedFromParts).toEqual({
      ...{ whole: "hs:01,hs:02", parts: 3 },
    });
    expect(taken(parts).value).toBe(9);
  });

  it("of products that are but some of their own total never stands for it", () => {
    const parts = [series({ product: "hs:01" }, 4), series({ product: "hs:02" }, 5)];
    const more = { description: { id: "own", ownTotal: true } };
    expect(taken(parts, {}, { more })).toMatchObject({ value: null, reason: "no-data" });
    expect(taken([...parts, series({}, 20)], {}, { more }).value).toBe(20);
    expect(taken(parts, {}, { codes: ["hs:01"], more }).value).toBe(4);
  });
});
