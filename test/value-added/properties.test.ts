import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createTable,
  decompose,
  type InputOutputTable,
  originOfValueAdded,
  participation,
  valueAddedInFinalDemand,
} from "../../src/value-added/index.ts";
import { modelOf } from "../../src/value-added/model.ts";
import { expectClose } from "./close-to.ts";
import { randomTable, shapes } from "./random-tables.ts";

const check = (property: (table: InputOutputTable) => void, runs = 60) =>
  fc.assert(
    fc.property(shapes, (shape) => property(randomTable(shape))),
    { numRuns: runs },
  );

describe("on any balanced table", () => {
  it("the columns of v'B sum to one", () => {
    check((table) => {
      const { system, valueAddedShare } = modelOf(table);
      const sums = system.solve(valueAddedShare, 1, { transpose: true });
      expectClose(sums, new Array(sums.length).fill(1), "v'B", 1e-13);
    });
  });

  it("domestic and foreign value added sum to exports, by every breakdown", () => {
    check((table) => {
      const plain = originOfValueAdded(table);
      for (const by of ["partner", "industry-of-origin", "industry-of-export"] as const) {
        const answer = originOfValueAdded(table, { by });
        answer.exporters.forEach((row, s) => {
          expectClose([row.domestic + row.foreign], [row.grossExports], "sum", 0, 1e-12);
          expectClose([row.domestic], [plain.exporters[s]!.domestic], by, 0, 1e-12);
        });
      }
    });
  });

  it("backward and forward participation agree with the origins, pair by pair", () => {
    check((table) => {
      const { rows } = originOfValueAdded(table);
      const chains = participation(table).rows;
      for (const row of chains) {
        const abroad = rows.filter(
          (cell) => cell.origin === row.exporter && cell.exporter !== row.exporter,
        );
        const sum = abroad.reduce((total, cell) => total + cell.valueAdded, 0);
        expectClose([row.valueAddedInForeignExports], [sum], "forward", 1e-11, 1e-11);
        // FEXDVApSH(s, r) = DEXFVApSH(r, s) x EXGR(r) / EXGR(s)
        const shares = abroad.map((cell) => (cell.valueAdded / row.grossExports) * 100);
        expectClose(
          row.forwardBy.map((cell) => cell.share!),
          shares,
          "FEXDVApSH",
          1e-11,
          1e-11,
        );
      }
      const backward = chains.reduce((sum, row) => sum + row.foreignValueAdded, 0);
      const forward = chains.reduce((sum, row) => sum + row.valueAddedInForeignExports, 0);
      expectClose([backward], [forward], "world", 1e-10);
    });
  });

  it("value added in final demand is all value added there is", () => {
    check((table) => {
      const { rows } = valueAddedInFinalDemand(table, { byIndustry: true });
      rows.forEach((row, s) => {
        const own = table.valueAdded.filter((_, i) => table.economyOf[i] === s);
        expectClose(
          [row.valueAdded],
          [own.reduce((sum, value) => sum + value, 0)],
          "all",
          0,
          1e-11,
        );
        const detail = row.byIndustry.reduce((sum, cell) => sum + cell.valueAdded, 0);
        expectClose([detail], [row.valueAdded], "by industry", 0, 1e-11);
      });
    });
  });

  it("the terms of every decomposition sum to exports, and the aggregates agree", () => {
    check((table) => {
      for (const exporter of table.economies) {
        const nine = decompose(table, {
          exporter,
          method: "koopman-wang-wei",
          detail: false,
        }).totals;
        const sixteen = decompose(table, { exporter, method: "wang-wei-zhu" });
        const oecd = decompose(table, { exporter, method: "oecd" });
        const { domestic } = originOfValueAdded(table, { exporters: [exporter] }).exporters[0]!;
        const absorbed = valueAddedInFinalDemand(table, { origins: [exporter] }).rows[0]!.abroad;
        const scale = 1e-11 * nine.EXGR!;
        for (const { identities } of [sixteen, oecd]) {
          expect(identities[0]!.difference).toBeLessThan(1e-11);
        }
        expectClose([oecd.totals.EXGR_DVA!], [domestic], "EXGR_DVA", scale);
        for (const approach of ["source", "sink"] as const) {
          for (const perimeter of ["exporter", "world"] as const) {
            const { totals, identities } = decompose(table, { exporter, approach, perimeter });
            expect(identities[0]!.difference).toBeLessThan(1e-11);
            expectClose([totals.DC!], [domestic], "DC", scale);
            expectClose([totals.VAX!], [absorbed], "VAX", scale);
            expectClose([totals.REF!], [nine.RDV_FIN! + nine.RDV_INT!], "REF", scale);
            expectClose([totals.DDC!], [nine.DDC!], "DDC", scale);
          }
        }
      }
    }, 15);
  });

  it("the order of economies and industries changes nothing but the order", () => {
    check((table) => {
      const turned = permuted(table);
      const original = originOfValueAdded(table, { by: "industry-of-origin" }).rows;
      const value = new Map(original.map((row) => [key(row), row.valueAdded]));
      for (const row of originOfValueAdded(turned, { by: "industry-of-origin" }).rows) {
        expectClose([row.valueAdded], [value.get(key(row))!], key(row), 1e-11, 1e-11);
      }
    });
  });

  it("the currency changes nothing in shares", () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (shape, rate) => {
        const table = randomTable(shape);
        const converted = createTable({
          economies: table.economies,
          industries: table.industries,
          flows: table.flows.map((value) => value * rate),
          finalDemand: table.finalDemand.map((value) => value * rate),
        });
        const shares = (world: InputOutputTable) =>
          originOfValueAdded(world).rows.map((row) => row.share!);
        expectClose(shares(converted), shares(table), "share", 1e-10, 1e-10);
      }),
      { numRuns: 60 },
    );
  });

  it("folding industries before the solve gives another answer than after it", () => {
    fc.assert(
      fc.property(
        shapes.filter(({ industries }) => industries > 1),
        (shape) => {
          const table = randomTable(shape);
          const before = originOfValueAdded(oneIndustry(table)).exporters;
          const after = originOfValueAdded(table).exporters;
          expectClose(
            before.map((row) => row.grossExports),
            after.map((row) => row.grossExports),
            "exports",
            0,
            1e-12,
          );
          const differences = before.map((row, s) => Math.abs(row.domestic - after[s]!.domestic));
          expect(Math.max(...differences)).toBeGreaterThan(1e-6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("a group's exports are those of its members to others, and hold no less of its own value added", () => {
    check((table) => {
      if (table.economies.length < 3) return;
      const group = { name: "UNION", members: table.economies.slice(0, 2) };
      const [union] = originOfValueAdded(table, { exporters: [group] }).exporters;
      const members = originOfValueAdded(table, { exporters: group.members, by: "partner" }).rows;
      const outward = members.filter((row) => !group.members.includes(row.partner!));
      const exports = outward.reduce((sum, row) => sum + row.valueAdded, 0);
      expectClose([union!.grossExports], [exports], "exports", 0, 1e-11);
      const domestic = outward.filter((row) => group.members.includes(row.origin));
      expectClose(
        [union!.domestic],
        [domestic.reduce((sum, row) => sum + row.valueAdded, 0)],
        "domestic",
        0,
        1e-11,
      );
    });
  });
});

function key(row: { exporter: string; origin: string; industry?: string }): string {
  return `${row.exporter} ${row.origin} ${row.industry}`;
}

/** The same table with economies and industries in reverse. */
function permuted(table: InputOutputTable): InputOutputTable {
  const n = table.labels.length;
  const G = table.economies.length;
  return createTable({
    economies: [...table.economies].reverse(),
    industries: [...table.industries].reverse(),
    flows: table.flows.map((_, at) => table.flows[n * n - 1 - at]!),
    finalDemand: table.finalDemand.map((_, at) => table.finalDemand[n * G - 1 - at]!),
  });
}

function oneIndustry(table: InputOutputTable): InputOutputTable {
  const G = table.economies.length;
  const n = table.labels.length;
  const flows = new Float64Array(G * G);
  const finalDemand = new Float64Array(G * G);
  for (let i = 0; i < n; i++) {
    const from = table.economyOf[i]! * G;
    for (let j = 0; j < n; j++) flows[from + table.economyOf[j]!]! += table.flows[i * n + j]!;
    for (let g = 0; g < G; g++) finalDemand[from + g]! += table.finalDemand[i * G + g]!;
  }
  return createTable({ economies: table.economies, industries: ["ALL"], flows, finalDemand });
}
