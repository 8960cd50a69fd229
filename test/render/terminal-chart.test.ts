import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedRows } from "../../src/calculation/kept-rows.ts";
import { plain } from "../../src/render/paint.ts";
import { tableRenderer } from "../../src/render/table.ts";
import { barColumn, sparkLines, textBar } from "../../src/render/terminal-chart.ts";
import { graph1 } from "../charts/answers.ts";

describe("a bar of text", () => {
  it("grows from the zero line to the left for deficits and to the right for surpluses", () => {
    const span = { low: -10, high: 10 };
    expect(textBar(-10, span, 21)).toBe("██████████│");
    expect(textBar(10, span, 21)).toBe("          │██████████");
    expect(textBar(-5, span, 21)).toBe("     █████│");
    expect(textBar(2.5, span, 21)).toBe("          │██▌");
  });

  it("of zero is the zero line alone, and of nothing a cross", () => {
    expect(textBar(0, { low: -10, high: 10 }, 21)).toBe("          │");
    expect(textBar(null, { low: -10, high: 10 }, 21)).toBe("          │×");
  });

  it("is never wider than its room, and the zero line never moves", () => {
    const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 1 }),
        fc.integer({ min: 14, max: 60 }),
        (all, width) => {
          const span = { low: Math.min(0, ...all), high: Math.max(0, ...all) };
          const bars = all.map((value) => textBar(value, span, width));
          const zero = new Set(bars.map((bar) => bar.indexOf("│")));
          return zero.size === 1 && bars.every((bar) => bar.length <= width);
        },
      ),
    );
  });
});

describe("a sparkline", () => {
  it("stands on zero for surpluses and hangs from zero for deficits", () => {
    expect(sparkLines([1, 2, 4, 8], 8)).toEqual(["   ⣿", "⣀⣤⣿⣿"]);
    expect(sparkLines([-1, -2, -4, -8], 8)).toEqual(["⠉⠛⣿⣿", "   ⣿"]);
  });

  it("has both sides where a surplus turns into a deficit", () => {
    expect(sparkLines([4, -4], 8)).toEqual(["  ", "⣿ ", " ⣿", "  "]);
  });

  it("marks a missing figure, which is not a zero", () => {
    expect(sparkLines([-8, null, 0], 8)).toEqual(["⣿× ", "⣿  "]);
  });
});

describe("a table with --chart", () => {
  const render = async (width: number) =>
    (await tableRenderer.render(graph1, {
      ...{ digits: 1, paint: plain, chart: true, chartKind: null, width },
    })) as string;

  it("has the bars beside the figures where there is room", async () => {
    const line = (await render(100)).split("\n").find((text) => text.includes("-966.9"))!;
    expect(line).toMatch(/-966\.9 +█+│$/);
  });

  it("has a bar for every row of a long answer, whose rows are made when they are asked for", () => {
    const rows = Array.from({ length: 1000 }, () => graph1.result.rows[0]!);
    const made = changedRows(rows, (row) => ({ ...row }));
    const bars = barColumn({ ...graph1, result: { ...graph1.result, rows: made } }, 40)!;
    expect(new Set(bars)).toEqual(new Set([`${"█".repeat(37)}│`]));
  });

  it("has the bars below where there is none", async () => {
    const narrow = await render(20);
    expect(narrow).toContain("Balance / exports, %");
    expect(narrow).toMatch(/█│/);
  });

  it("draws Vietnam's bar the longest and Canada's the shortest, as the figures are", async () => {
    const lengths = (await render(100))
      .split("\n")
      .filter((line) => line.includes("│"))
      .map((line) => [...line].filter((sign) => sign === "█").length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    // 966.9 to 206.4 is 4.7 to 1; a bar may be off by half a character.
    expect(lengths[4]! / lengths[2]!).toBeCloseTo(966.9 / 206.4, 0);
  });
});
