import { describe, expect, test } from "vitest";
import { readClaimFile } from "../../src/claims/file/read.ts";
import { run, temporaryFolder, written } from "../cli/run.ts";
import { verifyText } from "./own-claims.ts";

const HEAD = `report: { id: own, title: T, publisher: P, date: "2025" }
claims:
`;

/** A claim on lines 3 to 8, with its check on line 8. */
function claim(check: string, id = "one"): string {
  return `  - id: ${id}
    where: {}
    says: a number
    reported: "1"
    unit: x
    ${check}
`;
}

describe("a claim file that cannot be understood is refused with line and key:", () => {
  test.each([
    ["no text", "", /^own\.yaml: the file is empty$/],
    ["bad YAML", `${HEAD}  - id: "one\n`, /^own\.yaml:\d+: not valid YAML/],
    ["no claims", `${HEAD.trim()} []\n`, /^own\.yaml:2: claims: the file makes no claims$/],
    ["a list", "- 1\n", /^own\.yaml:1: file: /],
    [
      "an unknown key",
      HEAD + claim("formual: { sum: ['1', '2'] }"),
      /^own\.yaml:8: claims\.0: unknown key "formual"/,
    ],
    [
      "nothing to check a claim by",
      HEAD + claim("group: g"),
      /^own\.yaml:3: claims\.0: a claim needs compute, formula or consistency; or needs/,
    ],
    [
      "an unknown metric",
      HEAD + claim("compute: { metric: balnce, partner: MX, period: '2023' }"),
      /^own\.yaml:8: claims\.0\.compute\.metric: /,
    ],
    [
      "a number without quotes",
      HEAD + claim("needs: x").replace('"1"', "17.10"),
      /^own\.yaml:6: claims\.0\.reported: expected text, got a number \(put it in quotes/,
    ],
    [
      "a reported number that is none",
      HEAD + claim("needs: x").replace('"1"', '"12 apples"'),
      /^own\.yaml:6: one: reported: .*"apples"/,
    ],
    [
      "a formula that names what is not there",
      HEAD + claim("formula: { sum: [two, '2'] }"),
      /^own\.yaml:8: one: the formula names "two", which is no claim, fact or number$/,
    ],
    [
      "a formula over what is no number",
      HEAD + claim("formula: { sum: ['2 apples', '2'] }"),
      /^own\.yaml:8: one: the formula names "2 apples"/,
    ],
    [
      "a relation to what is not there",
      HEAD + claim("consistency: { relation: '=', to: two, because: x }"),
      /^own\.yaml:8: one: the formula names "two"/,
    ],
    [
      "a circle of formulas",
      HEAD + claim("formula: { sum: [two, '2'] }") + claim("formula: { sum: ['1', one] }", "two"),
      /^own\.yaml:8: one: its formula goes in a circle: one → two → one$/,
    ],
    [
      "two formulas in one",
      HEAD + claim("formula: { sum: ['1', '2'], ratio: ['1', '2'] }"),
      /^own\.yaml:8: claims\.0\.formula: give exactly one formula$/,
    ],
    [
      "an id that stands twice",
      HEAD + claim("needs: x") + claim("needs: x"),
      /^own\.yaml:9: the id "one" stands twice/,
    ],
  ])("%s", (_, text, message) => {
    expect(() => readClaimFile(text, "own.yaml")).toThrow(message);
  });

  test.each([
    [
      "an unknown partner",
      "metric: balance, partner: Mexcio, period: '2023'",
      /^own\.yaml:8: one: compute\.partner: unknown partner "Mexcio"$/,
    ],
    [
      "an unknown whole",
      "metric: share, partner: MX, whole: Nowhere, period: '2023'",
      /^own\.yaml:8: one: compute\.whole: unknown partner "Nowhere"$/,
    ],
    [
      "no partner",
      "metric: balance, period: '2023'",
      /^own\.yaml:8: one: compute\.partner: is missing/,
    ],
    [
      "two partners apart",
      "metric: balance, partner: 'CA,MX', period: '2023'",
      /^own\.yaml:8: one: compute\.partner: 2 partners make one number only together/,
    ],
    [
      "two pairs as one number",
      "metric: grubel-lloyd, partner: 'CA,MX', together: true, by: hs2, period: '2023'",
      /^own\.yaml:8: one: compute\.together: grubel-lloyd has no one number of several/,
    ],
    [
      "a rank by a column that the metric has not",
      "metric: balance, partner: MX, period: '2023', rank: { by: blance }",
      /^own\.yaml:8: one: compute\.rank: unknown column "blance" \(use value, exports, imports/,
    ],
    [
      "the rank of a region",
      "metric: intraregional-share, region: USMCA, period: '2023', rank: {}",
      /^own\.yaml:8: one: compute\.rank: is that of a partner, a product or a reporter/,
    ],
    [
      "a period that is none",
      "metric: balance, partner: MX, period: '2023x'",
      /^own\.yaml:8: one: compute\.period: "2023x" is not a period/,
    ],
    ["no period", "metric: balance, partner: MX", /^own\.yaml:8: one: compute\.period: is missing/],
    [
      "growth from nowhere",
      "metric: growth, partner: MX, to: '2023'",
      /^own\.yaml:8: one: compute\.from: is missing/,
    ],
    [
      "an unknown product set",
      "metric: balance, partner: MX, period: '2023', product: oil",
      /^own\.yaml:8: one: compute\.product: /,
    ],
    [
      "an unknown system of products",
      "metric: balance, partner: MX, period: '2023', product: 'xx:1'",
      /^own\.yaml:8: one: compute\.product: xx:1: no dataset in use/,
    ],
    [
      "an unknown petroleum set",
      "metric: non-petroleum, partner: MX, period: '2023', petroleum: oil",
      /^own\.yaml:8: one: compute\.petroleum: /,
    ],
    [
      "an unknown measure",
      "metric: value-added, partner: MX, period: '2020', measure: XYZ",
      /^own\.yaml:8: one: compute\.measure: unknown measure "XYZ"/,
    ],
    [
      "an unknown dataset",
      "metric: balance, partner: MX, period: '2023', data: nowhere.csv",
      /^own\.yaml:8: one: compute\.data: nowhere\.csv: /,
    ],
  ])("%s", async (_, compute, message) => {
    await expect(verifyText(HEAD + claim(`compute: { ${compute} }`))).rejects.toThrow(message);
  });

  test("and before any of its other claims gets a verdict", async () => {
    const text =
      HEAD +
      claim("formula: { sum: ['1', '0'] }") +
      claim("compute: { metric: balance, partner: Mexcio, period: '2023' }", "two");
    await expect(verifyText(text, { only: ["one"] })).rejects.toThrow(/^own\.yaml:14: two: /);
  });

  test("with the nearest names as a hint", async () => {
    const text = HEAD + claim("compute: { metric: balance, partner: Mexcio, period: '2023' }");
    await expect(verifyText(text)).rejects.toMatchObject({ hint: "Did you mean Mexico?" });
  });
});

describe("a claim file is read in time that grows with its length", () => {
  test("where formulas share their inputs many times over", () => {
    const chain = Array.from({ length: 60 }, (_, index) =>
      claim(`formula: { sum: [c${index + 1}, c${index + 1}] }`, `c${index}`),
    );
    const { file } = readClaimFile(HEAD + chain.join("") + claim("needs: x", "c60"), "own.yaml");
    expect(file.claims).toHaveLength(61);
  });

  test("where aliases of YAML unfold without end: it is refused", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 9; level += 1) {
      const each = Array.from({ length: 10 }, () => `*a${level - 1}`);
      lines.push(`a${level}: &a${level} [${each.join(", ")}]`);
    }
    expect(() => readClaimFile(lines.join("\n"), "own.yaml")).toThrow(
      /^own\.yaml: not valid YAML: .*alias/i,
    );
  });
});

describe("a claim file with several mistakes", () => {
  test("is told all of them at once, each at its line", async () => {
    const claim = (id: string, line: string) =>
      `  - { id: ${id}, where: { section: S }, says: The deficit, unit: USD, scale: billion, ${line} }\n`;
    const text = [
      "report: { id: b, title: T, publisher: P, date: 2025-12-03 }\nclaims:\n",
      claim("typed", 'reported: 1.5, compute: { metric: balance, partner: MX, period: "2023" }'),
      claim("key", 'reported: "1x5", compute: { metric: balance, partner: MX, perid: "2023" }'),
      claim(
        "words",
        'reported: "1", compute: { metric: balance, partner: Mexicoo, period: "20233" }',
      ),
      claim(
        "data",
        'reported: "1", compute: { metric: balance, partner: MX, period: "2023", data: absent.csv }',
      ),
      claim(
        "table",
        'reported: "1", compute: { metric: value-added-balance, reporter: US, partner: CN, table: absent.csv }',
      ),
    ].join("");
    const folder = temporaryFolder();
    const file = written(folder, "claims.yaml", text);
    const { status, stderr } = await run(["verify", file], { cwd: folder });
    expect(status).toBe(2);
    const lines = stderr.split("\n").map((line) => line.replace(/^.*claims\.yaml:/, ""));
    for (const [line, message] of [
      [3, "claims.0.reported: expected text, got a number"],
      [4, 'claims.1.compute: unknown key "perid"'],
      [4, "key: reported: "],
      [5, 'words: compute.period: "20233" is not a period'],
      [5, 'words: compute.partner: unknown partner "Mexicoo"'],
      [6, "data: compute.data: absent.csv: no such file"],
      [7, "table: compute.table: absent.csv: no such file"],
    ] as const) {
      expect(
        lines.some((one) => one.startsWith(`${line}: ${message}`)),
        message,
      ).toBe(true);
    }
  });
});
