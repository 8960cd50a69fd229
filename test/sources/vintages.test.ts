import { describe, expect, it } from "vitest";
import type { DatasetVintage, StoredSeries, TradeDataset } from "../../src/sources/dataset.ts";
import { joinedByKey } from "../../src/sources/joined-series.ts";
import {
  joinVintages,
  kindOf,
  oneRevisionEach,
  revisionOf,
  withVintages,
} from "../../src/sources/vintages.ts";
import { csv, datasetOf } from "../calculation/ask.ts";

const HEADER = "period,partner,flow,value";
const vintage = (
  name: string,
  rows: readonly string[],
  other: Partial<DatasetVintage> = {},
): DatasetVintage => {
  const data = datasetOf(csv(HEADER, ...rows));
  const kinds = [...new Set(data.seriesOf("MX").map(({ key }) => kindOf(key)))];
  const released = `${name}-15`;
  return {
    ...{ vintage: name, released, revision: revisionOf(released, "06"), isExact: true },
    ...{ kinds, data },
    ...other,
  };
};
const shell = datasetOf(csv(HEADER, "2020,MX,export,1"));
const figureOf = (dataset: TradeDataset, flow: string, period: string) =>
  dataset
    .seriesOf("MX")
    .find(({ key }) => key.flow === flow)
    ?.values.get(period);

describe("the annual revision of a release", () => {
  it.each([
    ["2025-04-03", "2024"],
    ["2025-06-05", "2025"],
    ["2026-02-19", "2025"],
    ["2026-07-07", "2026"],
  ])("of %s is that of %s, where the publisher revises in June", (released, revision) => {
    expect(revisionOf(released, "06")).toBe(revision);
    expect(revisionOf(released, null)).toBeNull();
  });
});

describe("vintages that are joined", () => {
  const april = vintage("2025-04", ["2023,MX,export,10", "2024,MX,export,11"]);
  const october = vintage("2025-10", ["2023,MX,export,12"]);
  const page = vintage("2026-02", ["2023,MX,export,13", "2025,MX,export,14"], { isExact: false });
  const joined = joinVintages(shell, [april, page, october]);

  it("give each figure from the latest annual revision, exact dollars before rounded ones", () => {
    expect(["2023", "2024", "2025"].map((year) => figureOf(joined, "export", year))).toEqual([
      12, 11, 14,
    ]);
    expect(joined.vintages!.map((one) => one.vintage)).toEqual(["2025-10", "2026-02", "2025-04"]);
  });

  it("say of each figure whose it is", () => {
    const [series] = joined.seriesOf("MX");
    expect(series!.originOf!("2024")).toMatchObject({ key: april.data.seriesOf("MX")[0]!.key });
  });

  it("are chosen by name or by day, and refused where there is none", () => {
    const one = (wish: object) => withVintages(joined, { vintage: null, asOf: null, ...wish });
    expect(figureOf(one({ vintage: "2025-04" }), "export", "2023")).toBe(10);
    expect(figureOf(one({ asOf: "2025-10-15" }), "export", "2023")).toBe(12);
    expect(figureOf(one({ asOf: "2025-10-14" }), "export", "2023")).toBe(10);
    expect(() => one({ vintage: "2024-04" })).toThrow(
      "--vintage: own has no vintage 2024-04 (it has 2025-04 of 2025-04-15, 2025-10 of 2025-10-15, 2026-02 of 2026-02-15)",
    );
  });

  it("with a vintage for each flow are put together within one annual revision", () => {
    const exports = ["2025-07", "2026-02", "2026-07"].map((name, at) =>
      vintage(name, [`2023,MX,export,${at}`]),
    );
    const imports = vintage("2025-10", ["2023,MX,import,9"]);
    const all = oneRevisionEach(joinVintages(shell, [...exports, imports])).map((one) => [
      figureOf(one, "export", "2023"),
      figureOf(one, "import", "2023"),
    ]);
    // 2026-07 alone is of the next revision.
    expect(all).toEqual([
      [2, undefined],
      [1, 9],
      [0, 9],
      [0, undefined],
    ]);
  });

  it.each([
    ["editions of a classification", { edition: "H5" }, { edition: "H6" }],
    ["currencies", { currency: "EUR" }, {}],
    ["adjustments", { adjusted: true }, { adjusted: false }],
  ])("stay apart where they are of two %s", (_, one, other) => {
    const [plain] = april.data.seriesOf("MX");
    const series = (own: object): StoredSeries => ({ ...plain!, key: { ...plain!.key, ...own } });
    const all = [series(one), series(other), series(other)];
    expect(joinedByKey(all).map(({ key }) => key)).toEqual([all[0]!.key, all[1]!.key]);
  });
});
