import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMetric } from "../../src/metrics/registry.ts";
import { ask, askOf, csv, datasetOf, sourcesOf } from "./ask.ts";

const HEADER = "period,partner,flow,value,unit";
const partners = ["CA", "MX", "DE"];
const years = ["2019", "2020", "2021"];

interface Flow {
  readonly period: string;
  readonly partner: string;
  readonly flow: string;
  /** Whole thousands of dollars, so that three units can say the same. */
  readonly thousands: number;
}

const flows: fc.Arbitrary<Flow[]> = fc
  .tuple(
    ...partners.flatMap((partner) =>
      years.flatMap((period) =>
        ["export", "import"].map((flow) =>
          fc
            .option(fc.integer({ min: 0, max: 10 ** 9 }), { freq: 8 })
            .map((thousands) => (thousands === null ? null : { period, partner, flow, thousands })),
        ),
      ),
    ),
  )
  .map((all) => all.filter((one) => one !== null))
  .filter((all) => all.length > 0);

const inDollars = ({ period, partner, flow, thousands }: Flow) =>
  `${period},${partner},${flow},${BigInt(thousands) * 1000n},USD`;
const inThousands = ({ period, partner, flow, thousands }: Flow) =>
  `${period},${partner},${flow},${thousands},USD thousand`;
const inMillions = ({ period, partner, flow, thousands }: Flow) => {
  const digits = String(thousands).padStart(4, "0");
  return `${period},${partner},${flow},${digits.slice(0, -3)}.${digits.slice(-3)},USD million`;
};

const questions = [
  ["balance", { partner: "CA,MX,DE", period: "2019..2021", total: true }],
  ["deficit-ratio", { partner: "CA,MX,DE", period: "2019..2021", total: true }],
  ["share", { partner: "CA,MX", whole: "CA,MX,DE", of: "total", period: "2019..2021" }],
  ["growth", { partner: "CA,MX,DE", of: "exports", period: "2020,2021", cagr: true }],
] as const;

const answers = (...texts: string[]) => {
  const sources = sourcesOf(datasetOf(...texts));
  return questions.map(([id, options]) => askOf(sources, findMetric(id)!, options).rows);
};

describe("the rows of an answer", () => {
  it("do not depend on the order of the records", () => {
    const shuffled = flows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(answers(csv(HEADER, ...other.map(inDollars)))).toEqual(
          answers(csv(HEADER, ...all.map(inDollars))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("do not depend on the files that the records are split over", () => {
    fc.assert(
      fc.property(flows, fc.infiniteStream(fc.nat(2)), (all, files) => {
        const parts: string[][] = [[], [], []];
        for (const flow of all) parts[files.next().value]!.push(inDollars(flow));
        const texts = parts.filter((part) => part.length > 0).map((part) => csv(HEADER, ...part));
        expect(answers(...texts)).toEqual(answers(csv(HEADER, ...all.map(inDollars))));
      }),
      { numRuns: 50 },
    );
  });

  it("do not depend on the units in which the records are given", () => {
    fc.assert(
      fc.property(flows, fc.infiniteStream(fc.nat(2)), (all, units) => {
        const mixed = all.map((flow) =>
          [inDollars, inThousands, inMillions][units.next().value]!(flow),
        );
        expect(answers(csv(HEADER, ...mixed))).toEqual(answers(csv(HEADER, ...all.map(inDollars))));
      }),
      { numRuns: 50 },
    );
  });

  it("keep every ratio when all values are scaled", () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 2, max: 1000 }), (all, factor) => {
        const scaled = all.map((flow) => ({ ...flow, thousands: flow.thousands * factor }));
        const plain = answers(csv(HEADER, ...all.map(inDollars)));
        const large = answers(csv(HEADER, ...scaled.map(inDollars)));
        for (const [metric, rows] of plain.entries()) {
          for (const [at, row] of rows.entries()) {
            const other = large[metric]![at]!;
            expect(other.reason).toBe(row.reason);
            if (row.unit !== "percent" || row.value === null) continue;
            expect(other.value! / (row.value || 1)).toBeCloseTo(row.value === 0 ? 0 : 1, 9);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("sum to the row of the whole, which is null as soon as one part is missing", () => {
    fc.assert(
      fc.property(flows, (all) => {
        const { rows } = ask(
          "balance",
          { partner: "CA,MX,DE", period: "2020", total: true },
          csv(HEADER, ...all.map(inDollars)),
        );
        const values = rows.slice(0, 3).map(({ value }) => value);
        const whole = values.includes(null)
          ? null
          : values.reduce((sum, value) => sum! + value!, 0);
        expect(rows[3]!.value).toBe(whole);
      }),
      { numRuns: 100 },
    );
  });

  it("have a value or a reason, never both and never neither", () => {
    fc.assert(
      fc.property(flows, (all) => {
        for (const rows of answers(csv(HEADER, ...all.map(inDollars)))) {
          for (const { value, reason } of rows) {
            expect(value === null).toBe(reason !== null);
            expect(value === null || Number.isFinite(value)).toBe(true);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("count every record that was read as used or skipped", () => {
    fc.assert(
      fc.property(flows, (all) => {
        const { data } = ask(
          "balance",
          { partner: "CA", period: "2020" },
          csv(HEADER, ...all.map(inDollars)),
        );
        const { read, used, skipped } = data[0]!.rows;
        expect(read).toBe(all.length);
        expect(used + Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(read);
      }),
      { numRuns: 50 },
    );
  });

  it("of a year are the sum of its months, and of its year record where there is one, never both", () => {
    const months = fc.array(fc.integer({ min: 0, max: 10 ** 12 }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(months, fc.boolean(), (values, withYear) => {
        const sum = values.reduce((total, value) => total + value, 0);
        const rows = values.map(
          (value, at) => `2020-${String(at + 1).padStart(2, "0")},MX,export,${value},USD`,
        );
        if (withYear) rows.push(`2020,MX,export,${sum},USD`);
        const result = ask(
          "share",
          { partner: "MX", whole: "MX", of: "exports", period: "2020" },
          csv(HEADER, ...rows),
        );
        expect(result.rows[0]!.part).toBe(sum);
      }),
      { numRuns: 50 },
    );
  });
});
