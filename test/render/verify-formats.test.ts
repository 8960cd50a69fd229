import { Parser } from "saxen";
import { describe, expect, test } from "vitest";
import type { VerifyReport } from "../../src/claims/report.ts";
import { plain } from "../../src/render/paint.ts";
import { verifyFormats } from "../../src/render/verify/format.ts";
import { verifySchema } from "../../src/schema/verify.ts";
import { type OwnClaim, verifyClaims } from "../claims/own-claims.ts";

const file = "own, 100%: claims.yaml";
const HOSTILE = '50% | of <b>: a, b\r\nnext \u001b[31mred\u001b[0m \u202e `x` & "y"';

async function rendered(format: string, report: VerifyReport, width = 80): Promise<string> {
  const render = await verifyFormats.find(({ id }) => id === format)!.load();
  return render(report, { paint: plain, width, file, text: null, version: "1.2.3" });
}

const wrong: OwnClaim = { reported: "5", unit: "percent", formula: { product: ["1.00", "2.00"] } };
const hostile: OwnClaim = { ...wrong, says: HOSTILE, unit: HOSTILE, where: { section: HOSTILE } };
const pinned: OwnClaim = { ...wrong, expect: { verdict: "mismatch", because: HOSTILE } };
const mixed = [
  { formula: { sum: ["1", "0"] } },
  wrong,
  hostile,
  pinned,
  { needs: HOSTILE },
  {
    reported: "-32.1",
    unit: "percent",
    compute: { metric: "deficit-ratio", partner: "MX", period: "2023" },
  },
];

/** Everything that may move a cursor, recolour or turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come through
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe("every format of a verification", () => {
  test.each(verifyFormats.map(({ id }) => id))(
    "lets no control character of a claim through: %s",
    async (id) => {
      const text = await rendered(id, await verifyClaims(mixed));
      expect(text).not.toMatch(CONTROL);
      expect(text.endsWith("\n")).toBe(true);
    },
  );
});

describe("the table", () => {
  test("keeps within the width of the screen, whatever claims say", async () => {
    const report = await verifyClaims(mixed);
    for (const width of [60, 80, 120]) {
      const lines = (await rendered("table", report, width)).split("\n");
      expect(lines.filter((line) => line.length > width)).toEqual([]);
    }
  });

  test("shows a violation in red as a whole line, without garbling the colour", async () => {
    const render = await verifyFormats.find(({ id }) => id === "table")!.load();
    const paint = { ...plain, red: (text: string) => `<red>${text}</red>` };
    const text = render(await verifyClaims([wrong]), {
      paint,
      width: 80,
      file,
      text: null,
      version: "1.2.3",
    });
    expect(text).toMatch(/^<red>✗ mismatch +5 %<\/red>$/m);
  });

  test("puts the worst first, and the explanation below its claim", async () => {
    const lines = (await rendered("table", await verifyClaims(mixed))).split("\n");
    const heads = lines.filter((line) => /^[✗✓!?] /.test(line)).map((line) => line[0]);
    expect(heads).toEqual(["✗", "✗", "✗", "!", "?", "✓"]);
    expect(lines.some((line) => /^ {4}[=~] /.test(line))).toBe(true);
  });
});

describe("JSON", () => {
  test("has the shape of the published schema", async () => {
    const document = JSON.parse(await rendered("json", await verifyClaims(mixed)));
    expect(verifySchema.strict().safeParse(document).error?.issues ?? []).toEqual([]);
    expect(document.claims[0].line).toBeGreaterThan(1);
  });
});

describe("GitHub annotations", () => {
  test("escape percent signs and line ends, and in properties colons and commas too", async () => {
    const text = await rendered("github", await verifyClaims([hostile]));
    const [line] = text.split("\n");
    expect(line).toMatch(
      /^::error file=own%2C 100%25%3A claims\.yaml,line=\d+,title=mismatch%3A claim-1::/,
    );
    expect(line).toContain("50%25 | of <b>: a, b%0Anext");
    expect(text.split("\n")).toHaveLength(3);
  });

  test("are at most ten of a kind, the worst first, and the rest is counted", async () => {
    const claims = [
      ...Array.from({ length: 12 }, () => wrong),
      ...Array.from({ length: 11 }, () => pinned),
      { ...wrong, id: "the-worst", reported: "-5" },
    ];
    const lines = (await rendered("github", await verifyClaims(claims))).trim().split("\n");
    const kinds = lines.map((line) => /^::(\w+)/.exec(line)![1]);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    // Pinned mismatches are notices, beside that of the counts.
    expect([count("error"), count("warning"), count("notice")]).toEqual([10, 0, 10]);
    expect(lines[0]).toContain("the-worst");
    expect(lines.at(-1)).toContain("(5 more are in the full report)");
  });
});

describe("JUnit XML", () => {
  test("is well formed, with a case for each claim and the counts of its cases", async () => {
    const report = await verifyClaims(mixed);
    const { elements, problems } = parsed(await rendered("junit", report));
    expect(problems).toEqual([]);
    const named = (name: string) => elements.filter((one) => one.name === name);
    expect(named("testcase")).toHaveLength(mixed.length);
    expect(named("failure")).toHaveLength(3);
    expect(named("skipped")).toHaveLength(1);
    expect(named("testsuite")[0]!.attributes).toMatchObject({
      tests: "6",
      failures: "3",
      errors: "0",
      skipped: "1",
    });
    const names = named("testcase").map(({ attributes }) => attributes.name);
    expect(names.some((name) => name?.includes("50% | of <b>: a, b"))).toBe(true);
  });

  test("holds no character that XML cannot hold", async () => {
    const text = await rendered(
      "junit",
      await verifyClaims([{ ...wrong, says: "a\uffffb\ud800c" }]),
    );
    expect(text).toContain("a?b?c");
  });
});

describe("SARIF 2.1.0", () => {
  test("has what the standard requires of a log, a tool, its rules and results", async () => {
    const log = JSON.parse(await rendered("sarif", await verifyClaims(mixed)));
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/sarif-2\.1\.0/);
    const [run] = log.runs;
    const { name, rules, version, informationUri } = run.tool.driver;
    expect([name, version]).toEqual(["trade-metrics verify", "1.2.3"]);
    expect(() => new URL(informationUri)).not.toThrow();
    expect(run.results).toHaveLength(5);
    for (const result of run.results) {
      expect(rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(["none", "note", "warning", "error"]).toContain(result.level);
      expect(result.message.text).not.toBe("");
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toBe("own,%20100%25:%20claims.yaml");
      expect(region.startLine).toBeGreaterThan(1);
    }
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual([
      "error",
      "error",
      "error",
      "note",
      "warning",
    ]);
  });
});

describe("ClaimReview of schema.org", () => {
  test("rates every claim that was checked, from false to true, and says why", async () => {
    const document = JSON.parse(await rendered("claimreview", await verifyClaims(mixed)));
    expect(document["@context"]).toBe("https://schema.org");
    const reviews = document["@graph"];
    // Of six claims one could not be checked.
    expect(reviews).toHaveLength(5);
    for (const one of reviews) {
      expect(one["@type"]).toBe("ClaimReview");
      expect(one.claimReviewed).not.toBe("");
      expect([1, 3, 4, 5]).toContain(one.reviewRating.ratingValue);
      expect(one.itemReviewed).toMatchObject({
        "@type": "Claim",
        datePublished: "2025",
        appearance: { name: "Own report" },
      });
    }
    expect(reviews.at(-1).reviewRating.alternateName).toBe("True");
    expect(reviews[0].reviewBody).toContain("should read 2");
  });
});

describe("a wrong number", () => {
  test("is given in the digits that are printed, with its cause in one line", async () => {
    // US Census Bureau, 2023: the deficit with Mexico is 47.24 percent of exports, 32.09 of imports.
    const claim = {
      says: "The deficit with Mexico in percent of exports",
      reported: "32.1",
      unit: "percent",
      compute: { metric: "deficit-ratio", partner: "MX", period: "2023" },
    };
    const text = await rendered("table", await verifyClaims([claim]), 120);
    expect(text).toContain("should read 47.2");
    expect(text).toMatch(
      /= the balance over imports in place of exports: gives 32\.0\d \(likely\)/,
    );
    expect(text).not.toContain("tried");
  });

  test("that nothing explains better than chance has no cause", async () => {
    const claim = {
      reported: "61",
      unit: "percent",
      compute: { metric: "deficit-ratio", partner: "MX", period: "2023" },
    };
    const text = await rendered("table", await verifyClaims([claim]));
    expect(text).toContain("no ordinary mistake found");
  });
});

describe("Markdown", () => {
  test("escapes what would break its table, and keeps each claim in its row", async () => {
    const text = await rendered("markdown", await verifyClaims(mixed));
    const rows = text.split("\n").filter((line) => line.startsWith("| "));
    expect(rows).toHaveLength(2 + mixed.length);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
    expect(text).toContain("50% \\| of \\<b\\>: a, b next");
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function parsed(xml: string): { elements: Element[]; problems: unknown[] } {
  const elements: Element[] = [];
  const problems: unknown[] = [];
  const parser = new Parser();
  parser.on("openTag", (name, attributesOf, decode) => {
    const attributes = Object.entries(attributesOf() as Record<string, string>);
    elements.push({
      name,
      attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decode(value)])),
    });
  });
  parser.on("error", (problem) => problems.push(problem));
  parser.on("warn", (problem) => problems.push(problem));
  parser.parse(xml);
  return { elements, problems };
}
