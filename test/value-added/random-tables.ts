import fc from "fast-check";
import { createTable, type InputOutputTable } from "../../src/value-added/index.ts";
import { randomFrom } from "../random.ts";

export interface Shape {
  readonly economies: number;
  readonly industries: number;
  readonly seed: number;
}

export const shapes = fc.record({
  economies: fc.integer({ min: 2, max: 6 }),
  industries: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

/**
 * A balanced table: random flows, a third of them zero, most of them at home; final demand makes up
 * what output has beyond them, so that every row sums to output and value added is positive.
 */
export function randomTable({ economies, industries, seed }: Shape): InputOutputTable {
  const random = randomFrom(seed);
  const n = economies * industries;
  const flows = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const isHome = Math.floor(i / industries) === Math.floor(j / industries);
      if (random() > 1 / 3) flows[i * n + j] = (isHome ? 50 : 10) * random();
    }
  }
  const finalDemand = Float64Array.from({ length: n * economies }, () => 20 * random());
  for (let i = 0; i < n; i++) {
    let inputs = 0;
    let sales = 0;
    for (let j = 0; j < n; j++) {
      inputs += flows[j * n + i]!;
      sales += flows[i * n + j]!;
    }
    for (let g = 0; g < economies; g++) sales += finalDemand[i * economies + g]!;
    const short = inputs / (0.5 + 0.4 * random()) - sales;
    if (short > 0) finalDemand[i * economies + Math.floor(i / industries)]! += short;
  }
  return createTable({ ...names(economies, industries), flows, finalDemand });
}

function names(economies: number, industries: number) {
  return {
    economies: Array.from({ length: economies }, (_, g) => `E${g}`),
    industries: Array.from({ length: industries }, (_, i) => `I${i}`),
  };
}
