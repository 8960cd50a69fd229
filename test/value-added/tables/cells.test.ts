import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellCursor } from "../../../src/value-added/tables/cells.ts";

function numbersOf(line: string): number[] {
  const bytes = new TextEncoder().encode(line);
  const cells = new CellCursor(0x2c);
  cells.line(bytes, 0, bytes.length);
  const numbers: number[] = [];
  while (!cells.isAtEnd) numbers.push(cells.number());
  return numbers;
}

describe("numbers in the cells of a table", () => {
  it("are read to the last bit, however many digits they are printed with", () => {
    const digits = fc.integer({ min: 1, max: 21 });
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        digits,
        (value, precision) => {
          const printed = [String(value), value.toPrecision(precision), value.toExponential(7)];
          expect(numbersOf(printed.join(","))).toEqual(printed.map(Number));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("are read to the last bit in fixed notation, as publishers print them", () => {
    const decimals = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(fc.double({ min: -1e8, max: 1e8, noNaN: true }), decimals, (value, places) => {
        const printed = value.toFixed(places);
        expect(numbersOf(`${printed}, ${printed} ,"${printed}"`)).toEqual(
          new Array(3).fill(Number(printed)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("are not found in text, in words for infinity, or in numbers of other bases", () => {
    for (const text of [
      "",
      " ",
      "n/a",
      "..",
      "-",
      "1,5".replace(",", " "),
      "Infinity",
      "1.2.3",
      "0x1F",
      "1e",
      "--1",
    ]) {
      expect(numbersOf(`${text},2`), text).toEqual([Number.NaN, 2]);
    }
  });
});
