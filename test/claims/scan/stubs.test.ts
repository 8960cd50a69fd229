import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readClaimFile } from "../../../src/claims/file/read.ts";
import { coverage } from "../../../src/claims/scan/coverage.ts";
import { scanText } from "../../../src/claims/scan/scan.ts";
import { claimStubs, claimStubsYaml } from "../../../src/claims/scan/stubs.ts";
import { economies } from "./economies.ts";

const TEXT = [
  "# Deficits",
  "",
  "Relative to exports, deficits are -17.10% for Peru in 2023.",
  "They cut more than 576,000 jobs.",
  "",
  "Again: more than 576,000 jobs, and $1.6 trillion.",
].join("\n");

describe("claimStubs", () => {
  test("keeps the printed digits, and leaves what is claimed to be filled in", () => {
    expect(claimStubs(scanText(TEXT), economies)[0]).toMatchObject({
      id: "deficit-ratio-pe-2023-17-10",
      where: { section: "Deficits", line: 3 },
      says: "",
      reported: "-17.10",
      unit: "percent",
      compute: { metric: "deficit-ratio", partner: "PE", period: "2023" },
    });
  });

  test("makes one stub of a number printed twice, with what it counts and its comparator", () => {
    const jobs = claimStubs(scanText(TEXT), economies).filter((stub) => stub.unit === "jobs");
    expect(jobs).toMatchObject([
      { reported: "576000", unit: "jobs", comparator: "more-than", where: { line: 4 } },
    ]);
  });

  test("gives each stub an id of its own", () => {
    const text = "Exports rose 5% in 2023. Imports: 5 percent in 2023. A share of 5% of all.";
    const ids = claimStubs(scanText(text), economies).map((stub) => stub.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("covers every claim of the text from which it was made", () => {
    const numbers = scanText(TEXT);
    expect(coverage(numbers, claimStubs(numbers, economies))).toMatchObject({
      unclaimed: [],
      absentClaims: [],
    });
  });

  test("makes nothing of a text without claims", () => {
    expect(claimStubs(scanText("In 2024, see Table 1."), economies)).toEqual([]);
    expect(parse(claimStubsYaml([], "own"))).toMatchObject({ claims: [] });
  });
});

describe("claimStubsYaml", () => {
  const stubs = claimStubs(scanText(TEXT), economies);
  const yaml = claimStubsYaml(stubs, "own");

  test("reads back as the stubs, and padded zeros are not lost", () => {
    expect(parse(yaml)).toEqual({
      report: { id: "own", title: "", publisher: "", date: "" },
      claims: stubs.map(({ guess: _, ...claim }) => claim),
    });
    expect(yaml).toContain('reported: "-17.10"');
  });

  test("is a claim file once what is empty is filled in, and says what is still missing", () => {
    const filled = yaml.replaceAll('""', '"in words"');
    expect(() => readClaimFile(yaml, "own.yaml")).toThrow(
      /^own\.yaml:3: report\.title: is to be filled in$/,
    );
    expect(() => readClaimFile(filled, "own.yaml")).toThrow(
      /^own\.yaml:\d+: claims\.1: a claim needs compute, formula or consistency; or needs/,
    );
    const settled = filled.replaceAll(/^( +)unit: (?!percent).*$/gm, "$&\n$1needs: a table");
    const { file } = readClaimFile(settled, "own.yaml");
    expect(file.claims.map(({ id, reported, unit, scale }) => [id, reported, unit, scale])).toEqual(
      stubs.map(({ id, reported, unit, scale }) => [id, reported, unit, scale]),
    );
  });

  test("gives ids that no other stub has, whatever is printed", () => {
    const text =
      "It rose 2% for Peru. It rose 2% in all. A share of 2.2% of all, and 2.2% of its trade.";
    const ids = claimStubs(scanText(text), economies).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("says of each draft that it is a guess, and how sure it is", () => {
    expect(yaml).toContain(
      "# a guess from the words around it (metric medium, partner medium, period medium)",
    );
  });

  test("has none of the text's sentences in it", () => {
    expect(yaml).not.toContain("Relative to exports");
    expect(yaml).not.toContain("They cut");
  });
});
