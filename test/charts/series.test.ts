import { expect, it } from "vitest";
import type { ResultRow } from "../../src/calculation/result.ts";
import { seriesOf } from "../../src/charts/series.ts";

const row = (kind: string, partner: string | null, partnerName: string, period: string) =>
  ({ row: kind, partner, partnerName, period, value: 1, unit: "USD", reason: null }) as ResultRow;
const series = (rows: readonly ResultRow[]) =>
  seriesOf(rows, ({ partnerName }) => String(partnerName)).map(({ label, rows: own }) => [
    label,
    own.map(({ period }) => period),
  ]);

it("The rest is one series, whatever the number of members left in each period", () => {
  expect(
    series([
      row("member", "CN", "China", "2020"),
      row("member", "CN", "China", "2021"),
      row("rest", null, "230 others", "2020"),
      row("rest", null, "1 other", "2021"),
      row("total", "WORLD", "World", "2020"),
      row("total", "WORLD", "World", "2021"),
    ]),
  ).toEqual([
    ["China", ["2020", "2021"]],
    ["others", ["2020", "2021"]],
    ["World", ["2020", "2021"]],
  ]);
});

it("A number of others that stays the same is part of the name", () => {
  expect(
    series([row("rest", null, "2 others", "2020"), row("rest", null, "2 others", "2021")]),
  ).toEqual([["2 others", ["2020", "2021"]]]);
});
