import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { parsePeriod } from "../../../src/records/period.ts";
import type { SeriesKey } from "../../../src/records/record.ts";
import type { DatasetDescription } from "../../../src/sources/description.ts";
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

describe("records as series", () => {
  const periods = ["2023", "2024-01", "2024-03", "2024-02"];
  const dataset = (reporter: string | null = null) => {
    const records = new RecordCollection();
    const add = (one: Partial<SeriesKey>, label: string, value: number) =>
      records.add(
        { ...plain, key: { ...key, ...one }, period: parsePeriod(label), value },
        at("a"),
        1,
        null,
      );
    for (const [index, label] of periods.entries()) add({ product: "hs:27" }, label, index);
    add({ product: "hs:2709" }, "2024-03", 7);
    add({ reporter: "DE" }, "2023", 8);
    add({ flow: "import" }, "2023", 9);
    return records.toDataset({} as DatasetDescription, [], {}, 0, reporter);
  };

  it("are maps from the labels of periods to values", () => {
    const [, second] = dataset()
      .seriesOf("MX")
      .filter(({ key }) => key.flow === "export" && key.reporter === "US");
    const { values } = second!;
    expect(second!.key).toEqual({ ...key, product: "hs:27" });
    expect(periods.map((label) => values.get(label))).toEqual([0, 1, 2, 3]);
    expect([values.size, values.get("2022"), values.has("2024-03"), values.has("2025")]).toEqual([
      4,
      undefined,
      true,
      false,
    ]);
    expect(new Map(values)).toEqual(new Map(periods.map((label, index) => [label, index])));
    const [first] = dataset()
      .seriesOf("MX")
      .filter(({ key }) => key.product === "hs:2709");
    expect([...first!.values]).toEqual([["2024-03", 7]]);
    expect(first!.values.get("2023")).toBeUndefined();
  });

  it("stand in the order of their keys, whatever that of the records", () => {
    const keys = dataset()
      .seriesOf("MX")
      .map(({ key }) => [key.reporter, key.flow, key.product]);
    expect(keys).toEqual([
      ["DE", "export", "total"],
      ["US", "export", "hs:2709"],
      ["US", "export", "hs:27"],
      ["US", "import", "total"],
    ]);
  });

  it("are those of the reporter asked for, where there are any, and of a partner that is there", () => {
    expect(
      dataset("DE")
        .seriesOf("MX")
        .map(({ key }) => key.reporter),
    ).toEqual(["DE"]);
    expect(dataset("FR").seriesOf("MX")).toHaveLength(4);
    expect(dataset().seriesOf("CA")).toEqual([]);
  });
});
