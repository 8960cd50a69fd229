import { describe, expect, it } from "vitest";
import { aggregates } from "../../src/partners/aggregates.ts";
import { ask, csv, warned } from "./ask.ts";

const HEADER = "period,partner,flow,value";
const former = aggregates.find(({ code }) => code === "BELGIUM-LUXEMBOURG")!.name;

/** US exports as UN Comtrade has them: Belgium-Luxembourg 13,918 in 1998, apart 13,364 in 1999. */
const exports = csv(
  HEADER,
  ...[`1998,${former},export,13918`, "1999,BE,export,12381", "1999,LU,export,983"],
);
const words = { of: "exports", from: "1998", to: "1999" } as const;

describe("a country that was counted in another area", () => {
  it("has no figure then, and the area is named", () => {
    const result = ask("growth", { ...words, partner: "BE" }, exports);
    expect(result.rows[0]).toMatchObject({ from: null, to: 12381, reason: "no-data" });
    const [warning] = result.warnings;
    expect(warning).toMatchObject({
      code: "former-area",
      message: expect.stringContaining("--partner BELGIUM-LUXEMBOURG"),
    });
  });
});

describe("an area that was divided", () => {
  it("is its parts after its end: 13,918 to 12,381 + 983 is -4.0 %", () => {
    const result = ask("growth", { ...words, partner: "BELGIUM-LUXEMBOURG" }, exports);
    expect(result.rows[0]).toMatchObject({ from: 13918, to: 13364 });
    expect(result.rows[0]!.value).toBeCloseTo(-3.98, 2);
  });
});

describe("a country in two territories", () => {
  it("is not comparable: Sudan before and after South Sudan left it in July 2011", () => {
    const text = csv(HEADER, "2010,SD,export,100", "2012,SD,export,50");
    const change = { partner: "SD", of: "exports", from: "2010", to: "2012" } as const;
    const result = ask("growth", change, text);
    expect(result.rows[0]).toMatchObject({ from: 100, to: 50, reason: "not-comparable" });
    expect(warned(result)).toContain("not-comparable");
  });
});

describe("Taiwan", () => {
  it("is looked for among Other Asia where it has no figures of its own", () => {
    const text = csv(HEADER, '2023,"Other Asia, nes",export,7');
    const { warnings } = ask(
      "share",
      { partner: "TW", of: "exports", period: "2023", whole: "TW" },
      text,
    );
    expect(warnings[0]!.message).toContain("490");
    expect(warnings[0]!.message).toContain("--partner OTHER-ASIA-NES");
  });
});

describe("a part and its whole", () => {
  it("are told where the part is more", () => {
    const text = csv("period,partner,flow,value", ...["2023,WORLD,export,5", "2023,MX,export,7"]);
    const result = ask("share", { partner: "MX", of: "exports", period: "2023" }, text);
    expect(result.rows[0]!.value).toBeCloseTo(140, 10);
    expect(warned(result)).toContain("part-above-whole");
  });

  it("are not the partners of the data where a whole of others is more than these", () => {
    const text = csv(HEADER, "2023,MX,export,7", "2023,EU,export,90");
    const result = ask("share", { partner: "MX", of: "exports", period: "2023" }, text);
    expect(result.rows[0]).toMatchObject({ part: 7, value: null });
    expect(warned(result)).toContain("incomplete-world");
  });
});

describe("a year and its months", () => {
  it("are told where they differ, and the published year is taken", () => {
    const months = Array.from(
      { length: 12 },
      (_, at) => `2023-${String(at + 1).padStart(2, "0")},MX,export,27`,
    );
    const text = csv(HEADER, ...months, "2023,MX,export,300");
    const result = ask(
      "share",
      { partner: "MX", whole: "MX", of: "exports", period: "2023" },
      text,
    );
    expect(result.rows[0]!.part).toBe(300);
    expect(result.warnings[0]!.message).toContain("its months add up to USD 324");
  });
});

describe("product groups of WITS", () => {
  const text = csv(
    "period,partner,flow,product,value",
    ...["2014,WORLD,export,total,100", "2014,WORLD,export,wits:fuels,60"],
    ...["2014,WORLD,export,wits:animal,40", "2014,WORLD,export,wits:capitalgoods,70"],
    "2014,WORLD,export,wits:consumergoods,30",
  );

  it("are its sectors, because its stages count the same trade again", () => {
    const of = { of: "exports", by: "product", period: "2014" } as const;
    // 0.6 squared and 0.4 squared.
    expect(ask("concentration", of, text).rows[0]!.value).toBeCloseTo(0.52, 10);
  });

  it("have no levels by the length of their names", () => {
    const of = { of: "exports", by: "wits5", period: "2014" } as const;
    expect(() => ask("concentration", of, text)).toThrow("use --by wits for its sectors");
  });
});

describe("an area of the past among all partners", () => {
  // Beside Sudan, 90, and South Sudan, 30, their sum is not a third: 0.75^2 + 0.25^2 = 0.625.
  it("is no member of a list in the years of those that it became", () => {
    const text = csv(
      HEADER,
      ...['2010,"Sudan (...2011)",export,116', "2013,SD,export,90", "2013,SS,export,30"],
    );
    const { rows } = ask("concentration", { of: "exports", period: "2010,2013" }, text);
    expect(rows.map(({ value, members }) => [value, members])).toEqual([
      [1, 1],
      [0.625, 2],
    ]);
  });
});

describe("a row of a group in a file, which does not say whom it counts", () => {
  const text = csv(HEADER, "2019,EU,export,300", "2021,EU,export,270", "2022,EU,export,280");
  const change = { partner: "EU", of: "exports" } as const;

  // The United Kingdom left on 2020-02-01.
  it("is compared across a change of its members with a word", () => {
    const { rows, warnings } = ask("growth", { ...change, from: "2019", to: "2021" }, text);
    expect(rows[0]).toMatchObject({ from: 300, to: 270, change: -30 });
    expect(warnings.find(({ code }) => code === "unknown-members")!.message).toBe(
      "EU is a row of own, which does not say whom it counts; GB was a member at one end alone (name the countries in its place) (2019 and 2021)",
    );
  });

  it("is compared without where its members stayed the same", () => {
    const result = ask("growth", { ...change, from: "2021", to: "2022" }, text);
    expect(warned(result)).not.toContain("unknown-members");
  });
});
