import { describe, expect, it } from "vitest";
import { ask, csv, warned } from "./ask.ts";

const HEADER = "period,partner,flow,product,edition,value";

/** Phones (8517.12) became 8517.13 and 8517.14 in HS 2022, parts (8517.70) 8517.71 and 8517.79. */
const phones = csv(
  HEADER,
  ...["2021,CN,import,hs:851712,H5,44000", "2021,CN,import,hs:851770,H5,9000"],
  ...["2022,CN,import,hs:851713,H6,47000", "2022,CN,import,hs:851714,H6,1000"],
  ...["2022,CN,import,hs:851771,H6,1500", "2022,CN,import,hs:851779,H6,8000"],
);
const words = { partner: "CN", of: "imports", from: "2021", to: "2022" } as const;

describe("a product whose code has other goods in the next edition", () => {
  it.each([{}, { absentAsZero: true as const }])(
    "has no growth, and its codes are named %o",
    (more) => {
      const { rows, warnings } = ask("growth", { ...words, product: "hs:851712", ...more }, phones);
      expect(rows[0]).toMatchObject({ from: 44000, value: null, reason: "not-comparable" });
      const [{ message } = { message: "" }] = warnings;
      expect(message).toContain("851713, 851714 of HS 2022");
      expect(message).toContain("--product hs:8517");
    },
  );

  it("adds nothing to a change, not even as a zero flow", () => {
    const result = ask("contribution", { ...words, by: "hs6", absentAsZero: true }, phones);
    const members = result.rows.filter(({ row }) => row === "member");
    expect(members.map(({ reason }) => reason)).toEqual(members.map(() => "not-comparable"));
  });

  it("is compared as the heading that holds it: 53,000 to 57,500", () => {
    const result = ask("growth", { ...words, product: "hs:8517" }, phones);
    expect(result.rows[0]!.value).toBeCloseTo((57_500 / 53_000 - 1) * 100, 10);
    expect(warned(result)).toContain("edition-change");
  });
});

describe("all products in two editions", () => {
  it("are one figure, because no edition holds other goods than another", () => {
    const text = csv(HEADER, "2021,CN,import,total,H5,100", "2022,CN,import,total,H6,110");
    const result = ask("growth", words, text);
    expect(result.rows[0]!.value).toBeCloseTo(10, 10);
    expect(result.warnings).toEqual([]);
  });
});

describe("a period of two editions", () => {
  it("is not added up from codes of both", () => {
    const product = { partner: "CN", of: "imports", product: "hs:8517" } as const;
    const [row] = ask("share", { ...product, whole: "CN", period: "2021-01/2022-12" }, phones).rows;
    expect(row).toMatchObject({ value: null, reason: "not-comparable" });
  });
});

describe("a list of the products of two periods", () => {
  const both = csv(
    HEADER,
    ...["2021,CN,import,hs:847130,H5,50000", "2021,CN,export,hs:847130,H5,300"],
    ...["2021,CN,import,hs:851712,H5,44000", "2021,CN,export,hs:851712,H5,100"],
    ...["2022,CN,import,hs:847130,H6,49000", "2022,CN,export,hs:847130,H6,310"],
    ...["2022,CN,import,hs:851713,H6,47000", "2022,CN,export,hs:851713,H6,95"],
  );

  // 2021: 1 - (49,700 + 43,900) / (50,300 + 44,100) = 0.8475 %; 2022: 1 - (48,690 + 46,905) / (49,310 + 47,095).
  it("has in each period the codes of its own edition, and lacks none of the other", () => {
    const { rows } = ask("grubel-lloyd", { partner: "CN", by: "hs6", period: "2021,2022" }, both);
    expect(rows.map(({ products }) => products)).toEqual([2, 2]);
    expect(rows[0]!.value).toBeCloseTo((1 - 93_600 / 94_400) * 100, 10);
    expect(rows[1]!.value).toBeCloseTo((1 - 95_595 / 96_405) * 100, 10);
  });
});
