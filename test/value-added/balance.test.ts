import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decompose,
  readTable,
  revealedAdvantage,
  valueAddedBalance,
} from "../../src/value-added/index.ts";
import { contributions, valueAddedShares } from "./dense.ts";
import { randomTable, shapes } from "./random-tables.ts";
import { hasShared, sharedFile } from "./shared-files.ts";

describe("the balance in value added", () => {
  it("is what a dense inverse gives, with each partner", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const table = randomTable(shape);
        const parts = contributions(table);
        const n = table.labels.length;
        const economies = table.economies.length;
        /** Value added of s in the final demand of r. */
        const absorbed = (s: number, r: number) => {
          let sum = 0;
          for (let i = 0; i < n; i++) {
            if (table.economyOf[i] !== s) continue;
            for (let j = 0; j < n; j++) {
              sum += parts[i]![j]! * table.finalDemand[j * economies + r]!;
            }
          }
          return sum;
        };
        const { rows } = valueAddedBalance(table);
        expect(rows).toHaveLength(economies * (economies - 1));
        for (const row of rows) {
          const s = table.economies.indexOf(row.reporter);
          const r = table.economies.indexOf(row.partner);
          expect(row.valueAddedExports).toBeCloseTo(absorbed(s, r), 8);
          expect(row.valueAddedImports).toBeCloseTo(absorbed(r, s), 8);
        }
      }),
    );
  });

  it("is the gross balance over all partners, and the same with the other sign seen from the partner", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const table = randomTable(shape);
        const { rows, identities } = valueAddedBalance(table);
        const of = (reporter: string, partner: string) =>
          rows.find((row) => row.reporter === reporter && row.partner === partner)!;
        for (const { reporter, partner, valueAddedBalance: balance, grossBalance } of rows) {
          expect(of(partner, reporter).valueAddedBalance).toBeCloseTo(-balance, 8);
          expect(of(partner, reporter).grossBalance).toBeCloseTo(-grossBalance, 8);
        }
        for (const economy of table.economies) {
          const own = rows.filter(({ reporter }) => reporter === economy);
          const gross = own.reduce((sum, row) => sum + row.grossBalance, 0);
          const added = own.reduce((sum, row) => sum + row.valueAddedBalance, 0);
          expect(added).toBeCloseTo(gross, 7);
        }
        expect(identities[0]!.difference).toBeLessThan(1e-9);
      }),
    );
  });

  it("of a group leaves out the trade among its members", () => {
    const table = randomTable({ economies: 4, industries: 2, seed: 7 });
    const members = ["E0", "E1"];
    const group = valueAddedBalance(table, { reporters: [{ name: "G", members }] }).rows;
    const each = valueAddedBalance(table, { reporters: members }).rows;
    expect(group.map(({ partner }) => partner)).toEqual(["E2", "E3"]);
    for (const row of group) {
      const own = each.filter(({ partner }) => partner === row.partner);
      expect(row.exports).toBeCloseTo(own[0]!.exports + own[1]!.exports, 9);
      expect(row.valueAddedBalance).toBeCloseTo(
        own[0]!.valueAddedBalance + own[1]!.valueAddedBalance,
        8,
      );
    }
  });

  // World Input-Output Database, 2013 release, 2011, output as its column OUT states it: an
  // independent computation with NumPy.
  it.skipIf(!hasShared("data", "wiod", "wiot_2011.csv.gz"))(
    "of the United States in 2011 is smaller with China, Mexico and Canada and larger with Germany",
    async () => {
      const table = await readTable(sharedFile("data", "wiod", "wiot_2011.csv.gz"));
      const { rows } = valueAddedBalance(table, { reporters: ["USA"] });
      const expected = {
        CHN: [-237.5, -196.2],
        MEX: [-60.2, -36.3],
        CAN: [-66.4, -50.9],
        DEU: [-40.3, -42.6],
      };
      for (const [partner, [gross, added]] of Object.entries(expected)) {
        const row = rows.find((one) => one.partner === partner)!;
        expect(row.grossBalance / 1000).toBeCloseTo(gross!, 1);
        expect(row.valueAddedBalance / 1000).toBeCloseTo(added!, 1);
      }
    },
  );
});

describe("revealed comparative advantage in value added", () => {
  it("is the share of an industry's value added in exports over that of the world", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const table = randomTable(shape);
        const n = table.labels.length;
        const shares = valueAddedShares(table);
        const economies = table.economies.length;
        // v_i (L_ss e_s)_i by the power series of the domestic coefficients.
        const exports = Array.from({ length: n }, (_, i) => {
          let sum = 0;
          for (let j = 0; j < n; j++) {
            if (table.economyOf[j] !== table.economyOf[i]) sum += table.flows[i * n + j]!;
          }
          for (let g = 0; g < economies; g++) {
            if (g !== table.economyOf[i]) sum += table.finalDemand[i * economies + g]!;
          }
          return sum;
        });
        let term = exports;
        let needed = exports;
        for (let step = 0; step < 400; step++) {
          const before = term;
          term = before.map((_, i) => {
            let sum = 0;
            for (let j = 0; j < n; j++) {
              if (table.economyOf[j] !== table.economyOf[i]) continue;
              sum += (table.flows[i * n + j]! / table.output[j]!) * before[j]!;
            }
            return sum;
          });
          needed = needed.map((value, i) => value + term[i]!);
        }
        const added = needed.map((value, i) => value * shares[i]!);
        const sumOf = (holds: (i: number) => boolean) =>
          added.reduce((sum, value, i) => sum + (holds(i) ? value : 0), 0);
        const all = sumOf(() => true);
        for (const { exporter, industry, inValueAdded } of revealedAdvantage(table).rows) {
          const s = table.economies.indexOf(exporter);
          const k = table.industries.indexOf(industry);
          const own = sumOf((i) => table.economyOf[i] === s && table.industryOf[i] === k);
          const index =
            own /
            sumOf((i) => table.economyOf[i] === s) /
            (sumOf((i) => table.industryOf[i] === k) / all);
          expect(inValueAdded).toBeCloseTo(index, 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("sums over industries to the domestic value added in exports, counted once", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const table = randomTable(shape);
        const { rows } = revealedAdvantage(table);
        for (const exporter of table.economies) {
          const own = rows.filter((row) => row.exporter === exporter);
          const sum = own.reduce((total, row) => total + row.valueAdded, 0);
          expect(sum).toBeCloseTo(decompose(table, { exporter }).totals.DVA!, 7);
        }
      }),
      { numRuns: 20 },
    );
  });
});
