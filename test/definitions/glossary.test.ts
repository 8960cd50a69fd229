import { describe, expect, it } from "vitest";
import { explain, glossary } from "../../src/definitions/glossary.ts";
import { InputError } from "../../src/errors.ts";
import { metricDefinitions } from "../../src/metrics/definitions.ts";
import { type Reason, reasons } from "../../src/metrics/reason.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { productSets } from "../../src/products/product-sets.ts";
import { definitionText, glossaryText } from "../../src/render/definition.ts";

describe("the glossary", () => {
  it("holds every metric and every product set", () => {
    const ids = glossary().map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(metricDefinitions.map(({ id }) => id)));
    expect(ids).toEqual(expect.arrayContaining(productSets.map(({ id }) => id)));
  });

  it("holds every reason for which a value is null, and which metrics give it", () => {
    const given = reasons.filter((id) => explain(id)[0]!.details.length > 0);
    // A word of the contract that no metric has needed yet.
    expect(reasons.filter((id) => !given.includes(id))).toEqual(["not-comparable"]);
    for (const { id, nullWhen } of metricDefinitions) {
      const named = nullWhen.match(/[a-z]+(-[a-z]+)+(?=[,)])/g) ?? [];
      expect([id, named.filter((word) => !reasons.includes(word as Reason))]).toEqual([id, []]);
      expect([id, named.length]).not.toEqual([id, 0]);
    }
  });

  it("holds every basis and valuation that a record can name", () => {
    const ids = new Set(glossary().map(({ id }) => id));
    for (const word of [
      ...["total", "domestic", "general", "consumption"],
      ...["fas", "fob", "customs", "cif", "census", "bop"],
    ]) {
      expect(ids).toContain(word);
    }
  });

  it.each(glossary().map((definition) => [definition.id, definition] as const))(
    "says who defines %s, in a sentence",
    (_, { text, sources, title }) => {
      expect(title).not.toBe("");
      expect(text).toMatch(/^[A-Z0-9].*\.$/);
      expect(sources.length).toBeGreaterThan(0);
    },
  );

  it("gives each metric its formula, its sign and when it is null", () => {
    for (const { id, formula, sign, nullWhen } of metrics) {
      const [definition] = explain(id);
      expect(definition!.details).toEqual(
        expect.arrayContaining([
          ["Formula", formula],
          ["Sign", sign],
          ["Null", nullWhen],
        ]),
      );
    }
  });
});

describe("explain", () => {
  it.each([
    ["DEFICIT-RATIO", "deficit-ratio"],
    ["general imports", "general"],
    ["f.o.b.", "fob"],
    ["NAFTA", "USMCA"],
    ["hs:27", "hs27"],
    ["exgr_dva", "EXGR_DVA"],
    ["balance of payments", "bop"],
  ])("finds %s", (word, id) => {
    expect(explain(word).map((definition) => definition.id)).toEqual([id]);
  });

  it("answers an unknown word with the nearest ones", () => {
    expect(() => explain("deficit")).toThrow(InputError);
    try {
      explain("deficit");
    } catch (error) {
      expect((error as InputError).hint).toBe("Did you mean deficit-ratio?");
    }
  });
});

describe("a definition as text", () => {
  it("keeps within the screen", () => {
    for (const width of [60, 80]) {
      const text = glossary()
        .map((one) => definitionText(one, width))
        .join("");
      const lines = `${text}${glossaryText(glossary(), width)}`.split("\n");
      const longest = lines.filter((line) => line.length > width && !/\S{20}/.test(line));
      // The first line of a definition is its title, which is not broken.
      expect(longest.filter((line) => !line.endsWith(")"))).toEqual([]);
    }
  });
});
