import { describe, expect, it } from "vitest";
import { contentThresholds, labourThresholds } from "../../src/content/index.ts";
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
    expect(reasons.filter((id) => !given.includes(id))).toEqual([]);
    for (const { id, nullWhen } of metricDefinitions) {
      const named = nullWhen.match(/[a-z]+(-[a-z]+)+(?=[,)])/g) ?? [];
      expect([id, named.filter((word) => !reasons.includes(word as Reason))]).toEqual([id, []]);
      expect([id, named.length]).not.toEqual([id, 0]);
    }
  });

  it.each([
    ["HHI", ["concentration"]],
    ["Herfindahl index", ["concentration"]],
    ["TII", ["trade-intensity"]],
    ["TCI", ["complementarity"]],
    ["intra-industry trade", ["grubel-lloyd"]],
    ["CAGR", ["growth"]],
    ["comparative advantage", ["rca"]],
    ["deficit", ["balance", "deficit-ratio"]],
    ["GVC", ["value-added-participation"]],
    // Greenland has the same letters.
    ["GL", ["grubel-lloyd", "GL"]],
  ])("knows metrics by their other names: %s", (word, ids) => {
    expect(explain(word).map(({ id }) => id)).toEqual(ids);
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

describe("the thresholds of content", () => {
  const text = definitionText(explain("content")[0]!, 80);

  it("stand in tables of 80 columns with the source of each, and say which were not verified", () => {
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toMatch(/^Core parts +net cost +66 +69 +72 +75 +\[\d+\]$/m);
    expect(text).toMatch(/^Core parts +transaction value +76 +79 +82 +85 +\[\d+\]$/m);
    expect(text).toMatch(/^Complementary parts +net cost +62 +63\* +64\* +65 +\[\d+\] \[\d+\]$/m);
    expect(text).toMatch(/^Passenger vehicles +30 +33\* +36\* +40 /m);
    expect(text).toContain("* unverified: no public text of this figure could be read");
  });

  it("are all there: as many figures as the tables of the rules have", () => {
    const figures = explain("content")[0]!.tables!.flatMap(({ rows }) =>
      rows.slice(1).flatMap((row) => row.filter((cell) => /^\d[\d.]*[* ]$/.test(cell))),
    );
    // Steel and aluminium, of one limit, stand in two rows.
    expect(figures).toHaveLength(contentThresholds.length + labourThresholds.length + 3);
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
    ["RVC", "regional-value-content"],
    ["net cost", "net-cost"],
    ["XU", "GREAT-BRITAIN"],
    ["Asia nes", "OTHER-ASIA-NES"],
  ])("finds %s", (word, id) => {
    expect(explain(word).map((definition) => definition.id)).toEqual([id]);
  });

  it("tells when the members of a group changed, and whose row has others", () => {
    const [eu] = explain("EU");
    expect(eu!.details).toEqual(
      expect.arrayContaining([
        ["2013-07-01", "HR joined"],
        ["2020-02-01", "GB left"],
      ]),
    );
    const texts = eu!.details.map(([, text]) => text).join("\n");
    expect(texts).toContain("the United Kingdom to 2019-12");
    expect(texts).toContain("the United Kingdom to 2017-12");
  });

  it.each([
    ["Congo", "CG"],
    ["DR Congo", "CD"],
    ["West Germany", "WEST-GERMANY"],
    ["Euro area", "EURO-AREA"],
    ["Taiwan", "TW"],
    ["Other Asia, nes", "OTHER-ASIA-NES"],
    ["hs:8524", "hs:8524"],
    ["HS:85.24", "hs:8524"],
    ["vehicles", "hs:87"],
    ["advanced-technology", "advanced-technology"],
  ])("looks up %s", (word, id) => {
    expect(explain(word).map((definition) => definition.id)).toEqual([id]);
  });

  it("says which Congo is meant, and where Taiwan's trade is counted", () => {
    expect(explain("Congo")[0]!.text).toContain("Democratic Republic of the Congo");
    expect(explain("Taiwan")[0]!.details.join()).toContain("Other Asia, nes");
    expect(explain("Germany")[0]!.details).toContainEqual([
      "Before",
      "West Germany (WEST-GERMANY) until 1990-10-03",
    ]);
  });

  it("tells the life of a product code", () => {
    const [recorded] = explain("hs:8524");
    expect(recorded!.text).toMatch(/HS 2002; Flat panel display modules in HS 2022\.$/);
    expect(recorded!.details).toContainEqual(["HS 2007", "merged with 8523, 8542, 8543 into 8523"]);
    const phones = explain("hs:851712")[0]!.details;
    expect(phones.find(([label]) => label === "HS 2022")![1]).toMatch(
      /^split into 851713, 851714;/,
    );
    expect(() => explain("hs:7777")).toThrow(InputError);
  });

  it("lists every definition of a subject", () => {
    expect(explain("petroleum").map(({ id }) => id)).toEqual(
      productSets.filter(({ subject }) => subject === "petroleum").map(({ id }) => id),
    );
    expect(explain("agriculture").map(({ id }) => id)).toEqual(["usda-agriculture"]);
  });

  it("answers an unknown word with the nearest ones", () => {
    expect(() => explain("deficit rati")).toThrow(InputError);
    try {
      explain("deficit rati");
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
