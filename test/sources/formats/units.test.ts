import { describe, expect, it, test } from "vitest";
import { mayBeOwnDollars, unitIn, unitText } from "../../../src/sources/formats/units.ts";

const read = (text: string) => {
  const unit = unitIn(text);
  return unit && unitText(unit);
};

describe("the unit that a text names", () => {
  test.each([
    ["USD million", "USD million"],
    ["million USD", "USD million"],
    ["US$ Thousand", "USD thousand"],
    ["US dollars, thousands", "USD thousand"],
    ["[Millions of dollars]", "USD million"],
    ["Value ($ million)", null],
    ["$ million", "USD million"],
    ["Mio. EUR", "EUR million"],
    ["tys. EUR", "EUR thousand"],
    ["miljoner EUR", "EUR million"],
    ["млн USD", "USD million"],
    ["тыс. долл. США", "USD thousand"],
    ["млрд USD", "USD billion"],
    ["€ million", "EUR million"],
    ["£ million", "GBP million"],
    ["EUR bn", "EUR billion"],
    ["INR crore", "INR crore"],
    ["Rs. crore", "INR crore"],
    ["A$ million", "AUD million"],
    ["AUS$ million", "AUD million"],
    ["HK$ million", "HKD million"],
    ["Hong Kong dollars, thousands", "HKD thousand"],
    ["NT$ million", "TWD million"],
    ["CHF 1000", "CHF thousand"],
    ["100 million yen", "JPY hundred million"],
    ["CNY 100 million", "CNY hundred million"],
    ["RMB 10,000", "CNY ten thousand"],
    ["JPY hundred million", "JPY hundred million"],
    ["INR lakh crore", "INR trillion"],
    ["₹ thousand crore", "INR ten billion"],
    ["Rs. lakh", "INR lakh"],
    ["KRW trillion", "KRW trillion"],
    ["million won", "KRW million"],
    ["billion won", "KRW billion"],
    ["百万円", "JPY million"],
    ["億円", "JPY hundred million"],
    ["亿元", "CNY hundred million"],
    ["单位：千美元", "USD thousand"],
    ["億美元", "USD hundred million"],
    ["금액: 천 달러", "USD thousand"],
    ["백만원", "KRW million"],
    ["百万ドル", null],
    ["CNY 10 thousand", "CNY ten thousand"],
    ["thousand million euros", "EUR billion"],
    ["USD thousand (000)", "USD thousand"],
    ["USD '000", "USD thousand"],
    ["R$ mil", "BRL thousand"],
    ["mil US$", "USD thousand"],
    ["THB million", "THB million"],
    ["million THB", "THB million"],
    ["1,000 USD", "USD thousand"],
    ["1,000,000 USD", "USD million"],
    ["US dollars (1,000)", "USD thousand"],
    // Numbers of other things than money.
    ["Top 10 partners, US dollars", "USD"],
    ["Top 100 products (million US$)", "USD million"],
    ["HS 10 digits, US dollars", "USD"],
    ["Table 10: Exports, USD million", "USD million"],
    ["USD million - 10 largest partners", "USD million"],
    ["USD million\n10 largest partners", "USD million"],
    ["Top 1,000 exporters, US dollars", null],
  ])("%s is %s", (text, unit) => expect(read(text)).toBe(unit));

  // Several countries have dollars, pesos, rupees and francs, and the sign ¥.
  test.each([
    "Jamaican dollars",
    "Fiji dollars, thousands",
    "millones de pesos",
    "Philippine pesos",
    "Rs. million",
    "¥ million",
    "USD_PPP",
    "USD, PPP million",
    "US dollars, PPPs converted",
    "constant 2015 USD million",
    "USD million (2015 prices)",
    "millions of chained (2017) dollars",
    "EUR million, prices of 2020",
    "USD per capita",
    "USD per tonne",
    "USD_CAP",
    "tonnes",
    "50 million USD",
    "USD mil",
    "2 crore rupees",
    "million USD per thousand people",
    "trillion",
    "percent",
  ])("%s is none that can be told", (text) => expect(read(text)).toBeNull());

  it("may be the dollars of the country that reports", () => {
    expect(mayBeOwnDollars("Millions of dollars", "CA")).toBe(true);
    expect(mayBeOwnDollars("Millions of US dollars", "CA")).toBe(false);
    expect(mayBeOwnDollars("Millions of dollars", "US")).toBe(false);
    expect(mayBeOwnDollars("Millions of dollars", undefined)).toBe(false);
  });
});
