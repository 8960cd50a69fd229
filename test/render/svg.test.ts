import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/calculation/result.ts";
import { chartKinds } from "../../src/charts/chart.ts";
import { plain } from "../../src/render/paint.ts";
import { svgRenderer } from "../../src/render/svg.ts";
import { answerOf, graph1 } from "../charts/answers.ts";

const draw = (answer: Answer) =>
  svgRenderer.render(answer, {
    ...{ digits: null, paint: plain, width: 80, chart: false, chartKind: null },
  });

const growth = { basePeriod: "2020", from: 196, to: 274, value: 39.8 };
const answers: Record<(typeof chartKinds)[number], Answer> = {
  bar: graph1,
  line: answerOf([
    { period: "2022", value: -1 },
    { period: "2023", value: null },
    { period: "2024", value: -3, projectedFrom: "2024-01/2024-02" },
  ]),
  waterfall: answerOf(
    [
      { balance: -5e9, petroleumImports: 2e9, value: -3e9 },
      { partner: "CA", partnerName: "Canada", balance: -4e9, petroleumImports: 6e9, value: 2e9 },
    ],
    { unit: "USD" },
  ),
  "before-after": answerOf([growth]),
  stacked: answerOf([{ exporter: "MX", origin: "US", value: 14 }]),
};

describe("a chart as SVG", () => {
  it.each(chartKinds)(
    "of the kind %s has a title, a unit, a source and a definition",
    async (kind) => {
      const svg = await draw(answers[kind]);
      expect(svg.startsWith('<svg role="img" aria-label="')).toBe(true);
      expect(svg.endsWith("</svg>\n")).toBe(true);
      expect(svg).toContain(">Deficit-to-export ratio");
      expect(svg).toContain("Source: US Census Bureau");
      expect(svg).toContain("vintage 2025-04");
      expect(svg).toContain("Definition: balance / exports * 100");
      expect(svg).not.toContain("NaN");
      expect(svg).not.toContain("undefined");
    },
  );

  it.each(chartKinds)("of the kind %s is the same bytes every time", async (kind) => {
    expect(await draw(answers[kind])).toBe(await draw(answers[kind]));
  });

  it("shows every partner with its signed figure", async () => {
    const svg = await draw(graph1);
    for (const text of ["Canada", "−17.1", "Ireland", "−526.1", "Vietnam", "−966.9"]) {
      expect(svg).toContain(`>${text}</text>`);
    }
  });

  it("loads nothing and runs nothing: a name from data stays text", async () => {
    const name = '</text><script>alert("&")</script>\u001b[31m';
    const svg = await draw(answerOf([{ partnerName: name, value: 1 }]));
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u001b");
    expect(svg).toContain("&lt;script&gt;");
    expect(svg).not.toMatch(/(href|src)=/);
  });

  it("keeps names that would end a string of an expression as they are", async () => {
    const rows = ["2023", "2024"].map((period) => ({ period, partnerName: `a'"\\b`, value: 1 }));
    expect(await draw(answerOf(rows))).toContain(`>a'"\\b</text>`);
  });
});
