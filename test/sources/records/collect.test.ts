import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { parsePeriod } from "../../../src/records/period.ts";
import type { SeriesKey } from "../../../src/records/record.ts";
import { RecordCollection } from "../../../src/sources/records/collect.ts";

const key: SeriesKey = {
  reporter: "US",
  partner: "MX",
  flow: "export",
  product: "total",
  sector: "goods",
  flowBasis: null,
  valuation: null,
  basis: null,
};
const plain = { key, period: parsePeriod("2024"), part: "", member: null };
const at = (text: string) => ({ place: (line: number) => `${text}:${line}` });

describe("records as they are gathered", () => {
  it("tell an earlier record of the same figure, its place, and whether it is the same", () => {
    const records = new RecordCollection();
    expect(records.add({ ...plain, value: 5 }, at("a"), 2, null)).toBeNull();
    const again = records.add({ ...plain, key: { ...key }, value: 5 }, at("a"), 3, null);
    expect([again?.place, again?.same]).toEqual(["a:2", true]);
    expect(records.add({ ...plain, value: 6 }, at("a"), 4, null)?.same).toBe(false);
    expect(records.count).toBe(1);
  });

  it("add up the codes that make one partner, each of them once and by its own value", () => {
    const records = new RecordCollection();
    const member = (code: string, value: number) =>
      records.add({ ...plain, member: code, value }, at(code), 1, null);
    expect([member("gaza", 3), member("west-bank", 4)]).toEqual([null, null]);
    expect(member("west-bank", 4)?.same).toBe(true);
    expect(member("west-bank", 3)?.same).toBe(false);
    expect(records.allSeries()[0]!.values.get("2024")).toBe(7);
  });

  it("let the whole take the place of a part, whichever comes first", () => {
    for (const parts of [
      ["C01", ""],
      ["", "C01"],
    ]) {
      const records = new RecordCollection();
      for (const part of parts) {
        records.add({ ...plain, part, value: part === "" ? 9 : 5 }, at(part), 1, null);
      }
      expect(records.allSeries()[0]!.values.get("2024")).toBe(9);
      expect([records.count, records.parts, records.rivals]).toEqual([1, 1, []]);
    }
  });

  it("are refused where there are more than can be held, with what to do", () => {
    const records = new RecordCollection(1);
    records.add({ ...plain, value: 5 }, at("big.csv"), 7, null);
    const second = { ...plain, period: parsePeriod("2023"), value: 5 };
    expect(() => records.add(second, at("big.csv"), 7, null)).toThrow(
      new InputError(
        "big.csv:7: the question needs more than 1 records at once (name partners, years or a reporter, or keep rows with --where)",
      ),
    );
  });
});
