import fc from "fast-check";
import { expect, it } from "vitest";
import { joined } from "../../src/calculation/joined.ts";
import { changedRows, KeptRows } from "../../src/calculation/kept-rows.ts";
import type { ResultRow } from "../../src/calculation/result.ts";
import type { AnyMetric } from "../../src/metrics/metric.ts";
import { findMetric } from "../../src/metrics/registry.ts";
import { askInto, csv } from "./ask.ts";

/** Rows of two shapes, as those with and without an interval are, in runs of any length. */
function rowsOf(count: number, isWide: (at: number) => boolean): ResultRow[] {
  return Array.from({ length: count }, (_, at) => {
    const plain = { partner: `P${at % 7}`, partnerName: null, period: "2023", value: at / 3 };
    const more = isWide(at) ? { interval: { low: at, high: at + 1 } } : {};
    return { ...plain, ...more, unit: "USD", reason: at % 5 === 0 ? "no-data" : null } as ResultRow;
  });
}

function kept(rows: readonly ResultRow[]): readonly ResultRow[] {
  const list = new KeptRows();
  for (const row of rows) list.add(row, "USD");
  return list.all();
}

it("gives back every row as it was, with its fields in their order, however many there are", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 999, 1000, 1001, 70_000),
      fc.integer({ min: 1, max: 30_000 }),
      (count, run) => {
        const rows = rowsOf(count, (at) => Math.floor(at / run) % 2 === 1);
        const all = kept(rows);
        expect(all.length).toBe(count);
        let at = 0;
        for (const row of all) {
          const own = rows[at]!;
          // Compared as texts, by which the order of fields counts too.
          if (at % 997 === 0 || at > count - 3) {
            expect(JSON.stringify(row)).toBe(JSON.stringify(own));
          }
          at += 1;
        }
        expect(at).toBe(count);
      },
    ),
    { numRuns: 4 },
  );
});

it("is a list like any other, whose rows are made when they are asked for", () => {
  const rows = rowsOf(25_000, () => false);
  const all = kept(rows);
  expect(Array.isArray(all)).toBe(true);
  expect(all[24_999]).toEqual(rows[24_999]);
  expect(all[25_000]).toBeUndefined();
  expect(all.at(-1)).toEqual(rows.at(-1));
  expect(all.map(({ value }) => value)).toEqual(rows.map(({ value }) => value));
  expect(all.filter(({ reason }) => reason !== null)).toHaveLength(5000);
  expect(JSON.stringify(all.slice(0, 3))).toBe(JSON.stringify(rows.slice(0, 3)));
});

it.each([30, 25_000])("tells the currencies of each of %i rows that are changed", (count) => {
  const list = new KeptRows();
  for (const [at, row] of rowsOf(count, () => false).entries()) {
    list.add(row, at < count - 5 ? "USD" : "EUR");
  }
  const rows = list.changed((row, unit) => ({ ...row, unit }));
  expect(rows).toHaveLength(count);
  expect([0, count - 6, count - 5, count].map((at) => rows[at]?.unit)).toEqual([
    ...["USD", "USD", "EUR"],
    undefined,
  ]);
  expect([...rows].at(-1)!.value).toBe((count - 1) / 3);
});

it("changes many rows when they are asked for, and few at once", () => {
  for (const [count, made] of [
    [999, 999],
    [25_000, 1],
  ] as const) {
    let changes = 0;
    const rows = changedRows(
      rowsOf(count, () => false),
      (row, at) => {
        changes += 1;
        return { ...row, value: at };
      },
    );
    expect(rows[7]!.value).toBe(7);
    expect(changes).toBe(made);
  }
});

it("gets rows of members within members one by one, so that no more than one waits", () => {
  const metric = findMetric("rca")!;
  let computed = 0;
  const counted: AnyMetric = {
    ...metric,
    compute(...given) {
      computed += 1;
      return metric.compute(...given);
    },
  };
  const products = ["hs:01", "hs:02", "hs:03"];
  const rows = ["MX", "CA"].flatMap((reporter) =>
    products.map((product) => `2023,${reporter},US,export,${product},1`),
  );
  const whenAdded: number[] = [];
  const list = new KeptRows();
  const add = list.add.bind(list);
  list.add = (row, currency) => {
    whenAdded.push(computed);
    add(row, currency);
  };
  const header = "period,reporter,partner,flow,product,value";
  askInto(list, counted, { reporter: "all", by: "hs2", period: "2023" }, csv(header, ...rows));
  // The two reporters first, of which each has rows; then each of the six rows is added as it is made.
  expect(whenAdded).toEqual([3, 4, 5, 6, 7, 8]);
});

it("joins fields in their order, a later one of a name in the place of the earlier", () => {
  expect(JSON.stringify(joined({ b: 1, a: 2 }, null, false, { c: 3, b: 4 }))).toBe(
    '{"b":4,"a":2,"c":3}',
  );
  expect(joined()).toEqual({});
});
