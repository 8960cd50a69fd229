import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { asHtml } from "../documents/report.ts";
import { asDocx } from "../documents/write-docx.ts";
import { asPdf } from "../documents/write-pdf.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "trade-metrics-claims-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file whose name says nothing of what is in it. */
function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const claims = `report: { id: own, title: Own, publisher: Own, date: "2025-03" }
claims:
  - id: deficit
    where: { section: Trade with the neighbours }
    says: US deficit in goods trade with Mexico in 2023
    reported: "152.5"
    unit: USD
    scale: billion
    compute: { metric: balance, partner: MX, period: "2023", as: deficit }
`;

describe("claims scan", () => {
  it.each([
    ["a web page", "HTML", asHtml()],
    ["a Word document", "Word (.docx)", asDocx()],
    ["a PDF", "PDF", asPdf()],
  ])("lists the numbers of %s, whatever its name", async (_, title, content) => {
    const { status, stdout, stderr } = await run([
      "claims",
      "scan",
      written("a.data", content),
      "--list",
    ]);
    expect([status, stderr.split(",")[0]]).toEqual([0, title]);
    expect(stdout).toContain("= 13 percent percent");
    expect(stdout).toMatch(/^(?:p1:)?\d+:\d+ {2}= \$79\.7 billion billion USD$/m);
    expect(stdout).not.toContain("width");
  });

  it("reads a document from standard input", async () => {
    const { status, stdout } = await run(["claims", "scan", "-", "--json"], { input: asPdf() });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)[0]).toMatchObject({ raw: "14", place: { page: 1, line: 2 } });
  });

  it("refuses what is no document in one line, with exit code 2", async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
    const { status, stdout, stderr } = await run(["claims", "scan", written("b.txt", picture)]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: .*b\.txt: is a picture \(run text recognition first\)\n$/);
  });
});

it("verify --text reads a document of any kind", async () => {
  const file = written("own.yaml", claims);
  for (const content of [asHtml(), asDocx(), asPdf()]) {
    const { stdout } = await run(["verify", file, "--text", written("c", content), "--json"]);
    const { coverage } = JSON.parse(stdout) as { coverage: Record<string, unknown> };
    expect(coverage).toMatchObject({ claimed: 1, absentClaims: [] });
  }
});

it("claims guide prints the guide to a file or to standard output", async () => {
  const { status, stdout } = await run(["claims", "guide"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^How to write claims\n/);
});

// US Census Bureau, April 2025, billions of dollars: the goods deficit with Mexico in 2024 was 171.8, with
// Vietnam 123.5.
const BRIEF =
  "# A brief\n\n10 April 2025\n\nThe goods deficit with Mexico was $171.8 billion in 2024, and that with Vietnam $108.5 billion in 2024. Wages fell 3 percent.\n";

describe("drafts of claims", () => {
  const draftsOf = async () => {
    const { stdout } = await run(["claims", "scan", written("brief.md", BRIEF)]);
    return stdout;
  };

  it("are complete claims with their sentence, which fail no run until somebody confirms them", async () => {
    const drafts = await draftsOf();
    expect(drafts).toContain("says: The goods deficit with Mexico was $171.8 billion in 2024");
    expect(drafts.match(/(?<=^ +)draft: [\w-]+/gm)).toEqual([
      "draft: agrees",
      "draft: disagrees",
      "draft: not-read",
    ]);
    expect((await run(["verify", written("drafts.yaml", drafts)])).status).toBe(0);
  });

  it("become a claim file where they are confirmed: marked, named, or agreeing", async () => {
    const drafts = await draftsOf();
    const file = written("drafts.yaml", drafts.replace("draft: disagrees", "draft: confirmed"));
    const marked = await run(["claims", "accept", file]);
    expect(marked.stderr).toBe("claims accepted: 1, drafts left out: 2\n");
    expect(marked.stdout).not.toContain("draft:");
    expect((await run(["verify", written("marked.yaml", marked.stdout)])).status).toBe(1);
    const agreeing = await run(["claims", "accept", written("d.yaml", drafts), "--agreeing"]);
    expect((await run(["verify", written("agreeing.yaml", agreeing.stdout)])).status).toBe(0);
    const named = await run(["claims", "accept", file, "--only", "balance-mx-2024-171-8"]);
    expect(named.stdout).toContain("id: balance-mx-2024-171-8");
  });

  it("are refused where none is confirmed, or an id is not there", async () => {
    const file = written("d.yaml", await draftsOf());
    expect(await run(["claims", "accept", file])).toMatchObject({ status: 2, stdout: "" });
    const { stderr } = await run(["claims", "accept", file, "--only", "nobody"]);
    expect(stderr).toMatch(/^error: --only: .*d\.yaml has no claim "nobody"/);
  });
});
