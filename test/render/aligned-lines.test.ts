import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/calculation/result.ts";
import { alignedLines } from "../../src/render/aligned-lines.ts";
import { plain } from "../../src/render/paint.ts";
import { tableRenderer } from "../../src/render/table.ts";

const RED = "\u001b[31m";
const OFF = "\u001b[39m";

const lines = async (...given: Parameters<typeof alignedLines>) => [
  ...(await alignedLines(...given)),
];

describe("rows of cells as lines of text", () => {
  it("stand in columns two spaces apart, text to the left and figures to the right", async () => {
    const rows = [
      ["Canada", "1.5"],
      ["US", "-20.25"],
    ];
    expect(await lines(rows, ["left", "right"])).toEqual(["Canada     1.5", "US      -20.25"]);
  });

  it("are as high as their highest cell, without lines of nothing or spaces at the end", async () => {
    const rows = [["Bosnia\nand", "1", ""]];
    expect(await lines(rows, ["left", "right", "left"])).toEqual(["Bosnia  1", "and"]);
    expect(await lines([["", ""]], ["left", "right"])).toEqual([]);
  });

  it("count what is shown: colours take no room, wide characters take two columns", async () => {
    const rows = [
      ["日本", `${RED}-1${OFF}`],
      ["Japan", "100"],
    ];
    expect(await lines(rows, ["left", "right"])).toEqual([`日本    ${RED}-1${OFF}`, "Japan  100"]);
  });
});

function answerOf(rows: number): Answer {
  return {
    title: "Gross exports decomposed",
    columns: [
      { name: "partnerName", title: "To", unit: "text" },
      { name: "term", title: "Term", unit: "text" },
      { name: "exports", title: "Amount", unit: "USD" },
      { name: "value", title: "Share", unit: "percent" },
    ],
    result: {
      schema: "trade-metrics/result/v1",
      metric: "value-added-decompose",
      unit: "percent",
      definition: { formula: "term / gross exports * 100", sign: "not negative" },
      parameters: {},
      data: [],
      rows: Array.from({ length: rows }, (_, at) => ({
        ...{ partner: "MX", partnerName: `Partner ${at % 77}`, period: "2022", term: "DAVAX" },
        ...{ exports: at * 1e6, value: at / 100, unit: "percent", reason: null },
      })),
      warnings: [],
    },
  };
}

describe("a table of as many rows as a decomposition of a whole world table", () => {
  const render = async (rows: number) => {
    const start = process.cpuUsage();
    const options = { digits: null, paint: plain, width: 80, chart: true, chartKind: null };
    const text = [...(await tableRenderer.render(answerOf(rows), options))].join("");
    const { user, system } = process.cpuUsage(start);
    return { lines: text.split("\n").length, time: user + system };
  };

  // A renderer that is quadratic takes sixteen times as long, not four; the time is the processor's.
  it("is written in a time that grows as its rows do", { timeout: 120_000 }, async () => {
    await render(8_050);
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3 && best >= 8; run += 1) {
      const { lines, time } = await render(32_200);
      expect(lines).toBeGreaterThan(32_200);
      best = Math.min(best, (await render(4 * 32_200)).time / time);
    }
    expect(best).toBeLessThan(8);
  });

  it("is made line by line where it is long, the same lines as where it is short", async () => {
    const options = { digits: null, paint: plain, width: 80, chart: false, chartKind: null };
    const [short, long] = await Promise.all(
      [19_999, 20_000].map((rows) => tableRenderer.render(answerOf(rows), options)),
    );
    expect(typeof short).toBe("string");
    expect(typeof long).not.toBe("string");
    const [fewer, more] = [short, long].map((text) => [...text!].join("").split("\n"));
    const last = fewer!.findIndex((line) => line.endsWith("199.98")) + 1;
    expect(more!.slice(0, last)).toEqual(fewer!.slice(0, last));
    expect(more!.slice(last + 1)).toEqual(fewer!.slice(last));
  });

  it("has no length at which it fails", { timeout: 120_000 }, async () => {
    expect((await render(200_000)).lines).toBeGreaterThan(200_000);
  });
});
