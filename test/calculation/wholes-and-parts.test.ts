import { describe, expect, it } from "vitest";
import { ask, csv, warned } from "./ask.ts";

const BY_PRODUCT = "period,partner,flow,product,value";
const exportsOf = (...rows: string[]) => csv(BY_PRODUCT, ...rows);
const share = { partner: "MX", whole: "MX", of: "exports", period: "2020" } as const;
/** The exports that a question about these records adds up to, or the reason why not. */
function exported(text: string, options: object = {}) {
  const result = ask("share", { ...share, ...options }, text);
  return { sum: result.rows[0]!.part, reason: result.rows[0]!.reason, codes: warned(result) };
}

describe("a whole beside its parts", () => {
  it("is taken alone: the published total beside chapters, as total or as code 00", () => {
    for (const total of ["total", "hs:00", "HS:00"]) {
      const text = exportsOf(
        `2020,MX,export,${total},100`,
        "2020,MX,export,hs:27,30",
        "2020,MX,export,hs:87,70",
      );
      expect(exported(text)).toEqual({ sum: 100, reason: null, codes: ["whole-beside-parts"] });
    }
  });

  it("is taken alone: a chapter beside its headings and subheadings", () => {
    const text = exportsOf(
      "2020,MX,export,hs:27,30",
      "2020,MX,export,hs:2709,20",
      "2020,MX,export,hs:270900,20",
    );
    expect(exported(text, { product: "hs:27" })).toMatchObject({ sum: 30 });
    expect(exported(text, { product: "hs:2709" })).toMatchObject({ sum: 20 });
  });

  it("is added up once from its parts where it has no record, which the answer says", () => {
    const text = exportsOf(
      "2020,MX,export,hs:2709,20",
      "2020,MX,export,hs:270900,20",
      "2020,MX,export,hs:2710,10",
    );
    expect(exported(text, { product: "hs:27" })).toMatchObject({ sum: 30 });
    expect(exported(text, { product: "hs:27" }).codes).toContain("summed-from-parts");
  });

  it("is taken alone: the world beside countries", () => {
    const text = csv(
      "period,partner,flow,value",
      "2020,WORLD,export,100",
      "2020,MX,export,60",
      "2020,CA,export,40",
    );
    const { rows } = ask("share", { ...share, partner: "MX,CA", whole: "WORLD" }, text);
    expect(rows.map(({ part, whole }) => [part, whole])).toEqual([
      [60, 100],
      [40, 100],
    ]);
  });

  it("is never added to a country in the row of the whole, nor in the whole of a share", () => {
    const text = csv("period,partner,flow,value", "2020,WORLD,export,100", "2020,MX,export,60");
    expect(() => ask("share", { ...share, partner: "WORLD,MX", total: true }, text)).toThrow(
      "--total: WORLD already holds MX, so the two are never added (leave one out of --partner)",
    );
    expect(() => ask("share", { ...share, whole: "WORLD,MX" }, text)).toThrow(
      "--whole: WORLD already holds MX",
    );
  });

  it("is taken alone: a year beside its months and its quarters", () => {
    const months = Array.from(
      { length: 12 },
      (_, at) => `2020-${String(at + 1).padStart(2, "0")},MX,export,total,1`,
    );
    expect(exported(exportsOf("2020,MX,export,total,12", ...months))).toMatchObject({ sum: 12 });
    const quarters = [1, 2, 3, 4].map((quarter) => `2020-Q${quarter},MX,export,total,3`);
    expect(exported(exportsOf("2020,MX,export,total,12", ...quarters, ...months))).toMatchObject({
      sum: 12,
    });
  });

  it("cannot be made of two product systems that count the same goods", () => {
    const text = exportsOf("2020,MX,export,hs:27,30", "2020,MX,export,naics:211,20");
    expect(() => exported(text)).toThrow(
      "MX 2020: products hs:27 and naics:211 are of two systems that count the same goods",
    );
    expect(exported(text, { product: "hs:27" })).toMatchObject({ sum: 30 });
  });
});

describe("a product that has no record", () => {
  const text = exportsOf("2020,MX,export,hs:2709,20");

  it("is not nothing: the set that needs it is not known", () => {
    expect(exported(text, { product: "hs2709-2710" })).toMatchObject({
      sum: null,
      reason: "no-data",
    });
  });

  it("is not nothing either where only a whole that holds it has a record", () => {
    const withTotal = `${text}2020,MX,export,total,100\n`;
    for (const product of ["hs:2710", "hs2709-2710"]) {
      expect(exported(withTotal, { product })).toMatchObject({ sum: null, reason: "no-data" });
    }
  });

  it("is not nothing in a month for which only its own parts have records", () => {
    const months = (product: string, last: number) =>
      Array.from(
        { length: last },
        (_, at) => `2020-${String(at + 1).padStart(2, "0")},MX,export,${product},1`,
      );
    const short = exportsOf(...months("total", 11), ...months("hs:27", 12));
    expect(exported(short)).toMatchObject({ sum: null, reason: "incomplete-period" });
    const whole = exportsOf(...months("total", 12), ...months("hs:27", 11));
    // A month of the series for which the whole was published, and the product was not, had no trade.
    expect(exported(whole, { product: "hs:27" })).toMatchObject({ sum: 11, reason: null });
  });

  it("is not nothing in a month for which only another product that was asked for has a record", () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `2020-${String(at + 1).padStart(2, "0")},MX,export,hs:2709,1`,
    );
    const text = exportsOf(...rows, "2020-01,MX,export,hs:2710,1");
    expect(exported(text, { product: "hs2709-2710" })).toMatchObject({
      sum: null,
      reason: "incomplete-period",
    });
  });
});

describe("products that are taken out", () => {
  const text = exportsOf(
    "2020,MX,export,total,100",
    "2020,MX,export,hs:27,30",
    "2020,MX,export,hs:2709,20",
  );

  it("leave the rest of the whole", () => {
    expect(exported(text, { excludeProduct: "hs:27" })).toMatchObject({ sum: 70 });
    expect(exported(text, { product: "hs:27", excludeProduct: "hs:2709" })).toMatchObject({
      sum: 10,
    });
  });

  it.each([
    [{ product: "hs:27", excludeProduct: "hs:87" }, "hs:87 is not in hs:27"],
    [{ product: "hs:27", excludeProduct: "hs:27" }, "hs:27 leaves nothing of hs:27"],
    [{ excludeProduct: "total" }, "total leaves nothing of total"],
    [{ product: "hs:27", excludeProduct: "naics:211" }, "naics:211 is not in hs:27"],
  ])("are refused where they are not in the whole: %o", (options, message) => {
    expect(() => exported(text, options)).toThrow(message);
  });
});

describe("a sum that cannot be held exactly", () => {
  it("is refused, over partners as over flows", () => {
    const half = "6000000000000000";
    const text = csv(
      "period,partner,flow,value",
      ...["MX", "CA"].flatMap((partner) =>
        ["export", "import"].map((flow) => `2020,${partner},${flow},${half}`),
      ),
    );
    const beyond = /beyond 9007199254740991 dollars and cannot be held exactly/;
    expect(() => ask("share", { ...share, partner: "MX,CA", total: true }, text)).toThrow(beyond);
    expect(() => ask("share", { ...share, of: "total" }, text)).toThrow(beyond);
  });
});

describe("a whole that was published less than its parts", () => {
  const HEAD = "period,partner,product,flow,value";
  const text = csv(
    HEAD,
    ...["2022,MX,hs:87,export,100", "2022,MX,hs:8703,export,80", "2022,MX,hs:8708,export,50"],
    ...["2022,MX,total,export,90", "2022,MX,total,import,300", "2022,MX,hs:87,import,100"],
  );
  const asked = { partner: "MX", period: "2022" } as const;

  it("is told where one code is asked for: 87 is 100, its headings 80 + 50", () => {
    const { rows, warnings } = ask("balance", { ...asked, product: "hs:87" }, text);
    expect(rows[0]).toMatchObject({ exports: 100, imports: 100, value: 0 });
    expect(warnings.find(({ code }) => code === "part-above-whole")!.message).toBe(
      "exports of MX of hs:87 are USD 100 as published, which was taken; its parts of hs (heading) add up to USD 130 (2022)",
    );
  });

  it("has no rest without them: 90 less 100 is no flow", () => {
    const { rows, warnings } = ask("balance", { ...asked, excludeProduct: "hs:87" }, text);
    expect(rows[0]).toMatchObject({ exports: null, value: null, reason: "not-comparable" });
    expect(warnings.map(({ code }) => code)).toContain("part-above-whole");
  });

  it("is told of services, whose codes do not tell their level: 205 beside 206, 210 and 214", () => {
    const services = csv(
      "period,partner,sector,product,flow,value",
      ...["205,200", "206,100", "210,90", "214,40"].map((one) => {
        const [code, value] = one.split(",");
        return `2019,IE,services,ebops:${code},export,${value}`;
      }),
    );
    const transport = { partner: "IE", period: "2019", of: "exports", whole: "IE" } as const;
    const { warnings } = ask("share", { ...transport, product: "ebops:205" }, services);
    expect(warnings.map(({ message }) => message).join()).toContain("add up to USD 230");
  });

  it("is told of a world below its partners, and of a list above its whole", () => {
    const partners = csv(
      "period,partner,flow,value",
      ...["2023,WORLD,export,600", "2023,MX,export,400", "2023,CA,export,300"],
    );
    const told = (metric: string, words: object) =>
      ask(metric, { of: "exports", period: "2023", ...words } as never, partners)
        .warnings.filter(({ code }) => code === "part-above-whole")
        .map(({ message }) => message);
    expect(told("share", { partner: "MX" })).toEqual([
      "exports of WORLD are USD 600 as published, which was taken; the partners beside it add up to USD 700 (2023)",
    ]);
    expect(told("concentration", {})[0]).toBe(
      "the members add up to USD 700, more than their whole of USD 600, which was published so (2023)",
    );
  });

  it("is told of a few places, and that there are more", () => {
    const years = Array.from({ length: 9 }, (_, at) => 2010 + at);
    const many = csv(
      HEAD,
      ...years.flatMap((year) => [
        `${year},MX,hs:87,export,10`,
        `${year},MX,hs:8703,export,${year}`,
      ]),
    );
    const whole = { partner: "MX", of: "exports", whole: "MX", product: "hs:87" } as const;
    const { warnings } = ask("share", { ...whole, period: "2010..2018" }, many);
    const told = warnings.filter(({ code }) => code === "part-above-whole");
    expect(told).toHaveLength(7);
    expect(told.at(-1)!.message).toContain("data check names them");
  });
});
