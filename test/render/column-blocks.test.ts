import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnBlocks, columnWidths, measureColumns, totalWidth } from "../../src/render/layout.ts";

const text = (title: string) => ({ title, unit: "", isText: true });
const figure = (title: string) => ({ title, unit: "US$ million", isText: false });
const heads = [text("Partner"), text("Period"), figure("Exports"), figure("Imports")];
const rows = [["Mexico", "2024", "334,041.4", "505,850.6"]];

describe("the columns of a table", () => {
  it("are one block where they fit", () => {
    expect(columnBlocks(measureColumns(heads, rows), 80)).toEqual([[0, 1, 2, 3]]);
  });

  it("go on in a second block where they do not, behind what says which row it is", () => {
    expect(columnBlocks(measureColumns(heads, rows), 30)).toEqual([
      [0, 1, 2],
      [0, 1, 3],
    ]);
  });

  it("have the answer in the first block, behind the figures that fit there too", () => {
    const measured = measureColumns(heads.concat(figure("Balance")), [[...rows[0]!, "-171,809.0"]]);
    expect(columnBlocks(measured, 42, 4)).toEqual([
      [0, 1, 2, 4],
      [0, 1, 3],
    ]);
  });

  it("all stand somewhere, each once beside those of text, and every block fits where one can", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 34, max: 200 }),
        (count, width) => {
          const many = [heads[0]!, ...Array.from({ length: count }, () => heads[2]!)];
          const cells = [["Mexico", ...Array.from({ length: count }, () => "505,850.6")]];
          const measured = measureColumns(many, cells);
          const blocks = columnBlocks(measured, width);
          const figures = blocks.flatMap((block) => block.filter((column) => column > 0));
          expect(figures).toEqual(Array.from({ length: count }, (_, index) => index + 1));
          for (const block of blocks) {
            const own = block.map((column) => measured[column]!);
            expect(totalWidth(columnWidths(own, width))).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
