import { describe, expect, it } from "vitest";
import { figureColumns, tableFigures } from "../../src/metrics/value-added-claims.ts";

const figureOf = (id: string) => tableFigures.find(({ metric }) => metric.id === id)!;

describe("a figure of an input-output table in a claim", () => {
  it.each([
    ["value-added-origin", ["origin"], "origin"],
    ["value-added-final-demand", ["origin"], "origin"],
    ["value-added-balance", ["partner"], "partner"],
    ["value-added-decompose", ["exporter", "term"], "exporter"],
    ["value-added-participation", ["exporter"], "exporter"],
    ["value-added-rca", ["exporter", "industry"], "industry"],
  ])("%s is one figure by %j, and is ranked among each %s", (id, required, ranks) => {
    expect(figureOf(id)).toMatchObject({ required, ranks });
    expect(figureOf(id).words).toEqual(expect.arrayContaining([...required, ranks]));
  });

  it("is domestic value added where the origin is the exporter, and else foreign", () => {
    const { means } = figureOf("value-added-origin");
    expect(means!({ exporter: "mex", origin: "MEX" }, "value")).toEqual({
      ...{ key: "origin", written: "MEX", kind: "domestic" },
    });
    expect(means!({ exporter: "MEX", origin: "USA" }, "value")?.kind).toBe("foreign");
    expect(means!({ origin: "USA" }, "value")).toBeNull();
  });

  it("is gross or in value added by the column of a balance, and neither in one of both", () => {
    const { means } = figureOf("value-added-balance");
    const kinds = ["exports", "imports", "grossBalance", "value", "vaxRatio", "difference"].map(
      (column) => means!({}, column)?.kind ?? null,
    );
    expect(kinds).toEqual(["gross", "gross", "gross", "value-added", null, null]);
    expect(means!({}, "imports")).toMatchObject({ key: "measure", written: "imports" });
  });

  // The names of terms in Borin and Mancini (2019) and in Koopman, Wang and Wei (2014).
  it.each([
    ["FVA", "foreign"],
    ["T_FC", "foreign"],
    ["FDC", "foreign"],
    ["DVA", "domestic"],
    ["DDC", "domestic"],
    ["DC", "domestic"],
    ["V_REF", "domestic"],
    ["RDV_FIN", "domestic"],
    ["XDVA", null],
  ])("the term %s is %s", (term, kind) => {
    const meaning = figureOf("value-added-decompose").means!({ term }, "value");
    expect(meaning).toEqual(kind === null ? null : { key: "term", written: term, kind });
  });

  it("takes the columns that hold figures, the value first", () => {
    const columns = figureColumns({
      unit: "percent",
      components: [
        { name: "name", title: "", unit: "text" },
        { name: "gross", title: "", unit: "USD" },
        { name: "ratio", title: "", unit: "ratio" },
        { name: "part", title: "", unit: "percent" },
        { name: "rank", title: "", unit: "count" },
      ],
    } as never);
    expect([...columns]).toEqual([
      ["value", "percent"],
      ["gross", "USD"],
      ["ratio", "ratio"],
      ["part", "percent"],
    ]);
  });
});
