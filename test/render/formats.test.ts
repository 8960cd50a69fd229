import { describe, expect, it } from "vitest";
import type { Answer, ResultRow } from "../../src/calculation/result.ts";
import { formatNumber } from "../../src/render/figures.ts";
import { plain } from "../../src/render/paint.ts";
import { formats } from "../../src/render/renderer.ts";
import { safeText } from "../../src/render/safe-text.ts";

const HOSTILE = "\u001b[2J=cmd|'/c calc'!A1\u0007\u202e\u200f|**`<b>`\r\n\u009b31m";
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const row: ResultRow = {
  partner: "MX",
  partnerName: "Mexico",
  period: "2023",
  exports: 322_742_472_406,
  value: -152_473_493_291,
  unit: "USD",
  reason: null,
};

function answerOf(
  rows: readonly ResultRow[],
  words: { name?: string; source?: string } = {},
): Answer {
  return {
    title: "Trade balance",
    columns: [
      { name: "partnerName", title: "Partner", unit: "text" },
      { name: "period", title: "Period", unit: "text" },
      { name: "exports", title: "Exports", unit: "USD" },
      { name: "value", title: "Balance", unit: "USD" },
    ],
    result: {
      schema: "trade-metrics/result/v1",
      metric: "balance",
      unit: "USD",
      definition: { formula: "exports - imports", sign: "negative for a deficit" },
      parameters: {},
      data: [
        {
          id: words.name ?? "own",
          title: words.name ?? "own",
          source: words.source ?? "file",
          vintage: null,
          sha256: null,
          basis: null,
          rows: { read: 0, used: 0, skipped: {} },
        },
      ],
      rows,
      warnings: [],
    },
  };
}

async function rendered(id: string, answer: Answer, digits: number | null = null) {
  const renderer = await formats.find((format) => format.id === id)!.load();
  const text = await renderer.render(answer, {
    digits,
    paint: plain,
    width: 80,
    chart: false,
    chartKind: null,
  });
  return [...text].join("");
}

describe("every format", () => {
  it("has a name that no other has, says what it is for, and loads", async () => {
    expect(formats.map(({ id }) => id)).toEqual([
      "table",
      "json",
      "ndjson",
      "csv",
      "markdown",
      "svg",
    ]);
    for (const { id, summary } of formats) {
      expect(summary).not.toBe("");
      expect(await rendered(id, answerOf([row]))).toMatch(/\n$/);
    }
  });

  it.each(formats.map(({ id }) => [id]))("%s lets no control character through", async (id) => {
    const hostile = { ...row, partnerName: HOSTILE, partner: HOSTILE };
    const text = await rendered(id, answerOf([hostile], { name: HOSTILE, source: HOSTILE }));
    expect(text).not.toMatch(CONTROL);
  });

  it.each(["table", "markdown"])("%s shows the reason where there is no value", async (id) => {
    const missing = { ...row, exports: null, value: null, reason: "no-data" } as const;
    expect(await rendered(id, answerOf([missing]))).toContain("no-data");
  });

  it.each(formats.filter(({ id }) => id !== "svg").map(({ id }) => [id]))(
    "%s can be empty",
    async (id) => {
      const text = await rendered(id, answerOf([]));
      expect(text).not.toContain("undefined");
    },
  );

  it("but a picture of nothing is refused", async () => {
    await expect(rendered("svg", answerOf([]))).rejects.toThrow("no rows to draw");
  });
});

describe("JSON", () => {
  it.each([0, 1, 3])("is that of the whole document, with %i rows", async (count) => {
    const nested = { ...row, partnerName: "a\nb", interval: { low: 1, high: 2 } };
    const answer = answerOf(Array(count).fill(nested));
    const { result } = { ...answer, result: { ...answer.result, computation: undefined } };
    const text = await rendered("json", {
      ...answer,
      result: result as unknown as Answer["result"],
    });
    const { schema, ...rest } = result;
    const whole = { schema, tool: "trade-metrics development", ...rest };
    expect(text).toBe(`${JSON.stringify(whole, null, 2)}\n`);
  });

  it("of any number of rows is made piece by piece", async () => {
    const answer = answerOf(Array(10_000).fill(row));
    for (const id of ["json", "ndjson", "csv"]) {
      const renderer = await formats.find((format) => format.id === id)!.load();
      const options = { digits: null, paint: plain, width: 80, chart: false, chartKind: null };
      const lengths = [...(await renderer.render(answer, options))].map(({ length }) => length);
      expect(Math.max(...lengths)).toBeLessThan(100_000);
    }
  });

  it("keeps the text that it escapes, and every digit", async () => {
    const text = await rendered("json", answerOf([{ ...row, partnerName: HOSTILE }]), 0);
    expect(JSON.parse(text).rows[0]).toMatchObject({
      partnerName: HOSTILE,
      exports: 322_742_472_406,
    });
  });

  it("of rows alone is one line a row, whatever the text holds", async () => {
    const text = await rendered("ndjson", answerOf([{ ...row, partnerName: "a\nb" }, row]));
    const lines = text.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).partnerName)).toEqual(["a\nb", "Mexico"]);
  });
});

describe("CSV", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["Korea, South", '"Korea, South"'],
    ['The "Union"', '"The ""Union"""'],
    ["\t=1", "?=1"],
  ])("writes %j as %s, which no spreadsheet takes for a formula", async (name, expected) => {
    const text = await rendered("csv", answerOf([{ ...row, partnerName: name }]));
    expect(text.split("\n")[1]).toBe(`MX,${expected},2023,322742472406,-152473493291,USD,`);
  });

  it("keeps the columns of rows that have more of them", async () => {
    const text = await rendered("csv", answerOf([row, { ...row, index: 100 }]));
    const counts = text
      .trimEnd()
      .split("\n")
      .map((line) => line.split(",").length);
    expect(new Set(counts).size).toBe(1);
  });
});

describe("Markdown", () => {
  it("escapes what would break its table or its text", async () => {
    const text = await rendered(
      "markdown",
      answerOf([{ ...row, partnerName: "a|b *c* _d_ `e` <f> [g]" }]),
    );
    expect(text).toContain("a\\|b \\*c\\* \\_d\\_ \\`e\\` \\<f\\> \\[g\\]");
  });
});

describe("a figure", () => {
  it.each<[number, number, string]>([
    [-152_473.493291, 1, "-152,473.5"],
    [0, 2, "0.00"],
    [-0, 2, "0.00"],
    [-0.004, 2, "0.00"],
    [-0.006, 2, "-0.01"],
    [999.999, 2, "1,000.00"],
    [1_234_567, 0, "1,234,567"],
    [12, 0, "12"],
  ])("%d with %d digits is %s", (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  it("is in millions where it is large, with the unit in the head", async () => {
    const text = await rendered("table", answerOf([row]));
    expect(text).toContain("US$ million");
    expect(text).toContain("-152,473.5");
  });

  it("is in dollars where all are small", async () => {
    const text = await rendered("table", answerOf([{ ...row, exports: 10, value: -2 }]));
    expect(text).not.toContain("million");
    expect(text).toMatch(/10\s+-2/);
  });
});

describe("text from data", () => {
  it("keeps letters of every script and loses what moves a cursor", () => {
    expect(safeText("Côte d’Ivoire, 日本, Türkiye")).toBe("Côte d’Ivoire, 日本, Türkiye");
    expect(safeText("a\u001b[1mb\u0000c\u202ed")).toBe("a?[1mb?c?d");
  });
});
