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
