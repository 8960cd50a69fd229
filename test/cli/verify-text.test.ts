import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { VerifyReport } from "../../src/claims/report.ts";
import { verifyFormats } from "../../src/render/verify/format.ts";
import { claimFile } from "../claims/own-claims.ts";
import { run, temporaryFolder, written } from "./run.ts";

// US Census Bureau, 2023: the deficit with Mexico 152.5 billion dollars, imports from it 475.2 billion.
const claims = [
  {
    where: { line: 1 },
    says: "The deficit with Mexico",
    reported: "152.5",
    unit: "USD",
    scale: "billion",
    compute: { metric: "balance", partner: "MX", period: "2023" },
  },
  {
    where: { line: 2 },
    says: "Imports from Mexico",
    reported: "475.2",
    unit: "USD",
    scale: "billion",
    compute: { metric: "flow", of: "imports", partner: "MX", period: "2023" },
  },
];
const TEXT = [
  "The deficit with Mexico was $152.5 billion in 2023.",
  "Imports from Mexico were $475.2 billion.",
  "",
].join("\n");
const DRIFTED = TEXT.replace("475.2", "457.2").replace(
  "in 2023.",
  "in 2023, 47 percent of exports.",
);

const folder = temporaryFolder();
mkdirSync(join(folder, ".git"));
mkdirSync(join(folder, "reports"));
const file = written(folder, "reports/claims.json", claimFile(claims));
const text = written(folder, "reports/report.txt", TEXT);
const drifted = written(folder, "reports/drifted.txt", DRIFTED);
const strict = ["--fail-on", "mismatch,unclaimed,missing"];

async function report(...args: string[]): Promise<VerifyReport> {
  return JSON.parse((await run(["verify", file, ...args, "--json"])).stdout);
}

describe("a text that its claims no longer fit", () => {
  it("passes where nothing is asked of it, and where all is claimed", async () => {
    expect((await run(["verify", file, "--text", drifted])).status).toBe(0);
    expect((await run(["verify", file, "--text", text, ...strict])).status).toBe(0);
  });

  it("fails where asked, by what is not claimed and by what is missing", async () => {
    for (const word of ["unclaimed", "missing"]) {
      const args = ["verify", file, "--text", drifted, "--fail-on", word];
      expect((await run(args)).status).toBe(1);
    }
    const { coverage, summary } = await report("--text", drifted, ...strict);
    expect(summary.violations).toBe(3);
    expect(coverage).toMatchObject({
      absentClaims: ["claim-2"],
      unclaimed: [
        { text: "47 percent", line: 1, inPlaceOf: null },
        { text: "$457.2 billion", line: 2, inPlaceOf: "claim-2" },
      ],
    });
  });

  it.each(verifyFormats.map(({ id }) => id))("says so in every format: %s", async (format) => {
    const args = ["verify", file, "--text", drifted, ...strict, "--format", format];
    const { status, stdout } = await run(args);
    expect(status).toBe(1);
    expect(stdout).toContain("47 percent");
    expect(stdout).toContain("457.2");
  });

  it("cannot be asked for without a text", async () => {
    const { status, stderr } = await run(["verify", file, ...strict]);
    expect(status).toBe(2);
    expect(stderr).toContain("--fail-on: unclaimed: which text? (add --text FILE)");
  });
});

// US Census Bureau, 2024, billions of dollars: the deficit with Mexico 171.8, with China 295.4, with
// Vietnam 123.5; imports from Mexico 505.9, 6.4 percent more than in 2023. In 2023 the deficit with
// Mexico was 152.5: it rose by 19.3 billion, which is 12.7 percent.
describe("a text that says something else than its claims", () => {
  const own = (reported: string, compute: object, more: object = {}) => ({
    ...{ where: { line: 1 }, says: "A figure of trade", reported, unit: "USD", scale: "billion" },
    ...{ compute: { period: "2024", ...compute }, ...more },
  });
  const deficit = { metric: "balance", as: "deficit" };
  const imports = { metric: "flow", of: "imports", partner: "MX" };
  const growth = { ...imports, metric: "growth", from: "2023" };
  const growthOfDeficit = { metric: "growth", of: "balance", partner: "MX", from: "2023" };
  const changeOfDeficit = { metric: "balance", as: "deficit-change", partner: "MX", from: "2023" };
  const percent = { unit: "percent", scale: undefined };
  const bound = { comparator: "more-than" };
  it.each<[string, string, ReturnType<typeof own>, string]>([
    [
      "of another partner",
      "The goods deficit with Mexico was $295.4 billion in 2024.",
      own("295.4", { ...deficit, partner: "CN" }),
      "the text says Mexico, compute.partner is China",
    ],
    [
      "of another year",
      "In 2022 the goods deficit with Mexico was $171.8 billion.",
      own("171.8", { ...deficit, partner: "MX" }),
      "the text says 2022, compute.period is 2024",
    ],
    [
      "of another flow",
      "Exports to Mexico were $505.9 billion in 2024.",
      own("505.9", imports),
      "the text says exports, what is computed is imports",
    ],
    [
      "of a product",
      "In 2024 imports of machinery from Mexico were $505.9 billion.",
      own("505.9", imports),
      "the text says hs:84, compute.product is all products",
    ],
    [
      "in a table",
      "| Billion dollars | 2022 |\n|---|---|\n| Deficit with Mexico | 171.8 |",
      own("171.8", { ...deficit, partner: "MX" }, { where: { line: 3 } }),
      "the text says 2022, compute.period is 2024",
    ],
    [
      "a fall for a rise",
      "Imports from Mexico fell 6.4 percent in 2024.",
      own("6.4", growth, percent),
      'the text says "fell", the claim a rise',
    ],
    [
      "a fall for a rise of a deficit",
      "The goods deficit with Mexico was down 12.7 percent in 2024.",
      own("12.7", growthOfDeficit, percent),
      'the text says "down", the claim a rise',
    ],
    [
      "a fall for a rise of a deficit in dollars",
      "The goods deficit with Mexico narrowed by $19.3 billion in 2024.",
      own("19.3", changeOfDeficit),
      'the text says "narrowed", the claim a rise',
    ],
    [
      "a rise of the deficit for one of the balance",
      "The goods deficit with Mexico shrank by $19.3 billion in 2024.",
      own("19.3", { ...changeOfDeficit, as: "change" }, { says: "The balance fell" }),
      'the text says "shrank", the claim a fall of the balance',
    ],
    [
      "a fall to what is more",
      "The deficit with Mexico fell sharply from $152.5 billion in 2023 to $171.8 billion in 2024.",
      own("171.8", { ...deficit, partner: "MX" }),
      'the text says "fell", $171.8 billion is more than $152.5 billion',
    ],
    [
      "a fall from what is less",
      "The deficit with Mexico was $171.8 billion in 2024, down from $152.5 billion in 2023.",
      own("171.8", { ...deficit, partner: "MX" }),
      'the text says "down", $171.8 billion is more than $152.5 billion',
    ],
    [
      "a rise to what is less",
      "The deficit with Mexico rose to $171.8 billion in 2024 from $1.525 trillion in 2023.",
      own("171.8", { ...deficit, partner: "MX" }),
      'the text says "rose", $171.8 billion is less than $1.525 trillion',
    ],
    [
      "less for more",
      "The deficit with Vietnam was less than $100 billion in 2024.",
      own("100", { ...deficit, partner: "VN" }, bound),
      'the text says "less than", its comparator is more-than',
    ],
  ])("is told of a number %s, and fails where missing claims do", async (_, words, claim, told) => {
    const claimed = written(folder, "reports/other.json", claimFile([claim]));
    const other = written(folder, "reports/other.md", `${words}\n`);
    const args = ["verify", claimed, "--text", other];
    const { status, stdout } = await run([...args, "--json"]);
    expect(status).toBe(0);
    const { claims: verified, coverage } = JSON.parse(stdout) as VerifyReport;
    expect(verified[0]!.verdict).toBe("reproduced");
    expect(coverage!.contradicted).toMatchObject([{ claim: "claim-1", because: told }]);
    for (const format of ["table", "github", "sarif", "junit", "markdown", "html"]) {
      const failed = await run([...args, "--fail-on", "missing", "--format", format]);
      expect(failed.status).toBe(1);
      expect(failed.stdout).toMatch(/another statement/i);
    }
  });

  it.each<[string, string, ReturnType<typeof own>]>([
    [
      "its words are carried over",
      "It was $171.8 billion, far above China's.",
      own("171.8", { ...deficit, partner: "MX" }),
    ],
    [
      "its group is named",
      "The USMCA partners sold $918.5 billion of goods in 2024.",
      own("918.5", { ...imports, partner: "CA,MX", together: true }),
    ],
    [
      "time is told by another",
      "In 2023 imports from Mexico were $475.2 billion, and a year later $505.9 billion.",
      own("505.9", imports),
    ],
    [
      "a deficit rises",
      "The goods deficit with Mexico was up 12.7 percent in 2024.",
      own("12.7", growthOfDeficit, percent),
    ],
    [
      "a balance worsens",
      "The balance with Mexico fell by $19.3 billion in 2024 as its deficit grew.",
      own("19.3", { ...changeOfDeficit, as: "change" }, { says: "The deficit rose" }),
    ],
    [
      "a level rises from what is less",
      "The deficit with Mexico was $171.8 billion in 2024, up from $152.5 billion in 2023.",
      own("171.8", { ...deficit, partner: "MX" }),
    ],
    [
      "more is more",
      "Imports from Mexico rose more than 6 percent in 2024.",
      own("6", growth, { ...percent, ...bound }),
    ],
  ])("is not where %s", async (_, words, claim) => {
    const claimed = written(folder, "reports/same.json", claimFile([claim]));
    const same = written(folder, "reports/same.md", `${words}\n`);
    const args = ["verify", claimed, "--text", same, "--fail-on", "mismatch,missing", "--json"];
    const { status, stdout } = await run(args);
    expect(JSON.parse(stdout).coverage.contradicted).toEqual([]);
    expect(status).toBe(0);
  });
});

describe("formats that point at lines", () => {
  const wrong = written(
    folder,
    "reports/wrong.json",
    claimFile(
      claims.map((claim) => ({ ...claim, reported: claim.reported.replace("475", "457") })),
    ),
  );
  const wrongText = written(folder, "reports/wrong.txt", TEXT.replace("475", "457"));
  const formatted = async (format: string) =>
    (await run(["verify", wrong, "--text", wrongText, "--format", format])).stdout;

  it("name the text and the claim from the root of the repository, wherever they are", async () => {
    const github = await formatted("github");
    expect(github).toMatch(/^::error file=reports\/wrong\.txt,line=2,title=mismatch%3A claim-2::/);
    expect(github).toMatch(/Claim: reports\/wrong\.json:\d+/);
    const [result] = JSON.parse(await formatted("sarif")).runs[0].results;
    const place = (one: { physicalLocation: object }) => one.physicalLocation;
    expect(place(result.locations[0])).toMatchObject({
      artifactLocation: { uri: "reports/wrong.txt" },
      region: { startLine: 2, startColumn: 26 },
    });
    expect(place(result.relatedLocations[0])).toMatchObject({
      artifactLocation: { uri: "reports/wrong.json" },
    });
    expect(await formatted("junit")).toContain('file="reports/wrong.txt" line="2"');
  });
});

describe("the counts of a run", () => {
  it("tell apart what was recomputed, what follows from the report, and stated facts", async () => {
    const facts = [{ id: "fact", says: "x", value: "5", unit: "count", source: "x" }];
    const own = [
      ...claims,
      { reported: "3", unit: "count", formula: { sum: ["1", "2"] } },
      {
        reported: "5",
        unit: "count",
        consistency: { relation: "=", to: "fact", because: "it is so" },
      },
    ];
    const mixed = written(folder, "mixed.json", claimFile(own, facts));
    const { stdout } = await run(["verify", mixed, "--json"]);
    expect(JSON.parse(stdout).summary.bases).toEqual({
      data: { checked: 2, reproduced: 2 },
      report: { checked: 1, reproduced: 1 },
      fact: { checked: 1, reproduced: 1 },
    });
    expect((await run(["verify", mixed])).stdout).toContain(
      "2 recomputed from data (2 reproduced), 1 computed from other printed",
    );
  });
});

describe("a long text", () => {
  it("is held against its claims in time that grows with its length", async () => {
    const many = Array.from({ length: 100 }, (_, at) => ({
      ...claims[at % 2]!,
      where: { line: at * 3 + 1 },
    }));
    const own = written(folder, "reports/many.json", claimFile(many));
    const time = async (length: number) => {
      const long = written(folder, "reports/long.txt", DRIFTED.repeat(length / DRIFTED.length));
      const before = process.cpuUsage();
      const { status } = await run(["verify", own, "--text", long, "--json"]);
      expect(status).toBe(0);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    await time(20_000);
    // Eight times the text: what is quadratic would take 64 times as long.
    let best = Number.POSITIVE_INFINITY;
    for (let again = 0; again < 3 && best >= 28; again += 1) {
      const short = Math.min(await time(50_000), await time(50_000));
      best = Math.min(best, (await time(400_000)) / Math.max(short, 2));
    }
    expect(best).toBeLessThan(28);
  });
});
