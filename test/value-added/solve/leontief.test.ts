import { describe, expect, it } from "vitest";
import { createTable, originOfValueAdded } from "../../../src/value-added/index.ts";
import { modelOf } from "../../../src/value-added/model.ts";
import { createKernel } from "../../../src/value-added/solve/kernel.ts";
import { createProduct } from "../../../src/value-added/solve/product.ts";
import { randomFrom } from "../../random.ts";
import { expectClose } from "../close-to.ts";
import { randomTable } from "../random-tables.ts";

describe("products with a matrix", () => {
  it("are those of the definition for every width and remainder of tiles and pieces", () => {
    const random = randomFrom(7);
    for (const n of [1, 5, 97, 261]) {
      const matrix = Float64Array.from({ length: n * n }, random);
      for (const width of [1, 2, 3, 4, 5, 9]) {
        const block = Float64Array.from({ length: n * width }, random);
        for (const transpose of [false, true]) {
          const out = new Float64Array(n * width).fill(Number.NaN);
          const product = createProduct(matrix, n, width, transpose);
          product.apply(block, out);
          product.apply(block, out);
          const expected = new Float64Array(n * width);
          for (let i = 0; i < n; i++) {
            for (let k = 0; k < n; k++) {
              const cell = transpose ? matrix[k * n + i]! : matrix[i * n + k]!;
              for (let c = 0; c < width; c++)
                expected[i * width + c]! += cell * block[k * width + c]!;
            }
          }
          expectClose(out, expected, `${n} x ${width}`, 0, 1e-13);
        }
      }
    }
  });

  it("add into what is there", () => {
    const kernel = createKernel(8 * (8 + 8 + 16));
    const memory = new Float64Array(kernel.memory.buffer, 0, 32).fill(1);
    kernel.multiplyAdd(0, 64, 128, 1, 1, 2, 32);
    expect([...memory.slice(16)]).toEqual(new Array(16).fill(3));
  });
});

describe("solving (I - A) x = b", () => {
  const shapes = [
    { economies: 2, industries: 1, seed: 3 },
    { economies: 9, industries: 13, seed: 4 },
    { economies: 27, industries: 20, seed: 5 },
  ];

  it("gives the same by Krylov steps and by the inverse, to 1e-10", () => {
    for (const shape of shapes) {
      const table = randomTable(shape);
      const n = table.labels.length;
      const exporter = Int32Array.from({ length: shape.industries }, (_, i) => i);
      const random = randomFrom(11);
      for (const width of [1, 2, shape.economies]) {
        const right = Float64Array.from({ length: n * width }, () => 100 * random());
        for (const transpose of [false, true]) {
          for (const without of [undefined, exporter]) {
            const options = without === undefined ? { transpose } : { transpose, without };
            const krylov = modelOf(table, "krylov").system.solve(right, width, options);
            const inverse = modelOf(table, "inverse").system.solve(right, width, options);
            expectClose(krylov, inverse, `${n} x ${width}`, 0, 1e-10);
          }
        }
      }
    }
  });

  it("reports the method and a residual at the level of rounding", () => {
    const table = randomTable(shapes[2]!);
    for (const solver of ["krylov", "inverse"] as const) {
      const { solve } = originOfValueAdded(table, { solver });
      expect(solve.method).toBe(solver);
      expect(solve.residual).toBeLessThan(1e-13);
      expect(solve.products).toBeGreaterThan(0);
    }
    expect(originOfValueAdded(randomTable(shapes[0]!)).solve.method).toBe("inverse");
  });

  it("warns where the table has no solution", () => {
    // Two economies that sell each other all they make: I - A is singular.
    const table = createTable({
      economies: ["A", "B"],
      industries: ["S"],
      flows: Float64Array.of(0, 10, 10, 0),
      finalDemand: new Float64Array(4),
    });
    for (const solver of ["krylov", "inverse"] as const) {
      const { warnings } = originOfValueAdded(table, { solver });
      expect(warnings.map((warning) => warning.code)).toContain("residual");
    }
  });

  it("inverts: (I - A) B is the identity", () => {
    const table = randomTable(shapes[1]!);
    const n = table.labels.length;
    const { system } = modelOf(table);
    const inverse = system.inverse();
    for (let j = 0; j < n; j++) {
      const column = Float64Array.from({ length: n }, (_, i) => inverse[i * n + j]!);
      for (let i = 0; i < n; i++) {
        let sum = column[i]!;
        for (let k = 0; k < n; k++) {
          sum -= table.flows[i * n + k]! * system.inverseOutput[k]! * column[k]!;
        }
        expect(Math.abs(sum - (i === j ? 1 : 0))).toBeLessThan(1e-13);
      }
    }
  });

  it("holds with industries that have no output and with value added below zero", () => {
    const table = randomTable({ economies: 4, industries: 5, seed: 6 });
    const n = table.labels.length;
    for (let k = 0; k < n; k++) {
      table.flows[3 * n + k] = 0;
      table.flows[k * n + 3] = 0;
    }
    table.output[3] = 0;
    table.valueAdded[3] = 0;
    table.finalDemand.fill(0, 3 * 4, 4 * 4);
    table.flows[7 * n + 8] = table.output[8]! * 1.05;
    for (const solver of ["krylov", "inverse"] as const) {
      const { system } = modelOf(table, solver);
      const solved = system.solve(
        Float64Array.from({ length: n }, () => 1),
        1,
      );
      expect(solved.every(Number.isFinite)).toBe(true);
      expect(system.report.residual).toBeLessThan(1e-12);
    }
  });
});
