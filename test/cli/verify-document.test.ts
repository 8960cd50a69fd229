import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readingSchema } from "../../src/schema/reading.ts";
import { run, spawned, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();
// US Census Bureau, April 2025: the goods deficit with Mexico in 2024 was 171.8 billion dollars.
const report = written(
  folder,
  "report.md",
  "# A brief\n\n10 April 2025\n\nThe goods deficit with Mexico was $171.8 billion in 2024, and that with Vietnam $108.5 billion in 2024. Wages fell 3 percent.\n",
);

describe("verify of a document", () => {
  it("says of each number what became of it, within 80 columns, and ends with 0", async () => {
    const { status, stdout } = await run(["verify", report]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/written\s2025-04-10/);
    expect(stdout).toContain("does not agree (1)");
    expect(stdout).toContain("✗ $108.5 billion line 5");
    expect(stdout).toContain("about Wages, not trade");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("prints what its page of the documentation shows", async () => {
    const page = readFileSync("docs/reading.md", "utf8");
    const [, text] = /^`report\.md`:\n\n```markdown\n(.*?)^```/ms.exec(page)!;
    const [, shown] = /^```console\n\$ trade-metrics verify report\.md\n(.*?)^```/ms.exec(page)!;
    const own = temporaryFolder();
    written(own, "report.md", text!);
    expect(await spawned(["verify", "report.md"], { cwd: own })).toEqual({
      ...{ status: 0, stdout: shown, stderr: "" },
    });
  });

  it("is of any file that does not begin as a claim file does, and of standard input", async () => {
    const text = readFileSync(report, "utf8");
    const named = written(folder, "note", text);
    const { stdout } = await run(["verify", named]);
    expect(stdout).toContain("✗ $108.5 billion line 5");
    const piped = await run(["verify", "-"], { input: text });
    expect(piped.stdout).toContain("standard input: written 2025-04-10");
    expect(piped.stdout).toContain("✗ $108.5 billion line 5");
  });

  it("writes JSON that its schema describes", async () => {
    const { stdout } = await run(["verify", report, "--json"]);
    const { numbers, summary } = readingSchema.parse(JSON.parse(stdout));
    expect(numbers.map(({ outcome }) => outcome)).toEqual(["agrees", "disagrees", "not-read"]);
    expect(summary.outcomes).toMatchObject({ agrees: 1, disagrees: 1, "not-read": 1 });
  });

  // US Census Bureau, April 2025: the deficit grew from 152.5 to 171.8 billion dollars.
  it.each([
    ["grew from $152.5 billion in 2023 to $171.8 billion in 2024", ["agrees", "agrees"], null],
    [
      "fell from $152.5 billion in 2023 to $171.8 billion in 2024",
      ["agrees", "disagrees"],
      'the text says "fell", $171.8 billion is more than $152.5 billion',
    ],
    [
      "was $171.8 billion in 2024, down from $152.5 billion in 2023",
      ["disagrees", "agrees"],
      'the text says "down", $171.8 billion is more than $152.5 billion',
    ],
  ])("holds the direction against the two numbers: %s", async (words, outcomes, because) => {
    const text = written(
      folder,
      "moved.md",
      `10 April 2025\n\nThe goods deficit with Mexico ${words}.\n`,
    );
    const { stdout } = await run(["verify", text, "--json"]);
    const { numbers } = readingSchema.parse(JSON.parse(stdout));
    expect(numbers.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(numbers.find(({ outcome }) => outcome === "disagrees")?.because ?? null).toBe(because);
  });

  it("takes the day from --date, and refuses what is no day", async () => {
    const { stdout } = await run(["verify", report, "--date", "2025-11-01", "--json"]);
    expect(JSON.parse(stdout).written).toBe("2025-11-01");
    const { status, stderr } = await run(["verify", report, "--date", "spring"]);
    expect(status).toBe(2);
    expect(stderr).toContain('--date: "spring" is no day (write 2025-04-10)');
  });

  it.each([
    ["--only", "a"],
    ["--fail-on", "mismatch"],
    ["--format", "sarif"],
  ])("refuses %s, which is for claim files", async (...option) => {
    const { status, stderr } = await run(["verify", report, ...option]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/for claim files/);
  });

  it("takes a claim file for one, whatever its name", async () => {
    const claims = written(folder, "claims.txt", "report: {}\n");
    const { status, stderr } = await run(["verify", claims]);
    expect(status).toBe(2);
    expect(stderr).toContain("report.id");
  });
});
