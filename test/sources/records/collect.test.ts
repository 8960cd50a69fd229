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
const at = (text: string) => () => text;

describe("records as they are gathered", () => {
  it("tell an earlier record of the same figure, its place, and whether it is the same", () => {
    const records = new RecordCollection();
    expect(records.add({ ...plain, value: 5 }, at("a:2"), null)).toBeNull();
    const again = records.add({ ...plain, key: { ...key }, value: 5 }, at("a:3"), null);
    expect([again?.place(), again?.same]).toEqual(["a:2", true]);
    expect(records.count).toBe(1);
  });

  it("use none of two values for one figure, nor a third", () => {
    const records = new RecordCollection();
    records.add({ ...plain, value: 5 }, at("a:2"), null);
    const other = records.add({ ...plain, value: 6 }, at("a:3"), null);
    expect(other).toMatchObject({ same: false, wasUsed: true });
    const third = records.add({ ...plain, value: 5 }, at("a:4"), null);
    expect(third).toMatchObject({ same: false, wasUsed: false });
    expect(records.count).toBe(0);
    expect(records.allSeries()[0]!.values.size).toBe(0);
  });

  it("add up the codes that make one partner, each of them once and by its own value", () => {
    const records = new RecordCollection();
    const member = (code: string, value: number) =>
      records.add({ ...plain, member: code, value }, at(code), null);
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
        records.add({ ...plain, part, value: part === "" ? 9 : 5 }, at(part), null);
      }
      expect(records.allSeries()[0]!.values.get("2024")).toBe(9);
      expect([records.count, records.parts, records.rivals]).toEqual([1, 1, []]);
    }
  });

  it("are refused where there are more than can be held, with what to do", () => {
    const records = new RecordCollection(1);
    records.add({ ...plain, value: 5 }, at("big.csv"), null);
    const second = { ...plain, period: parsePeriod("2023"), value: 5 };
    expect(() => records.add(second, at("big.csv"), null)).toThrow(
      new InputError(
        "big.csv: the question needs more than 1 records at once (name partners, years or a reporter, or keep rows with --where)",
      ),
    );
  });
});
