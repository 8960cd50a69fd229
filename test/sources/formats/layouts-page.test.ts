import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileFormats } from "../../../src/sources/formats/registry.ts";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../files-for-tests.ts";
import { readingWords } from "./reading-for-tests.ts";

const page = readFileSync("docs/layouts.md", "utf8");

const examples = [
  ...page.matchAll(
    /### (.+)\n\n(.+)\n\n```csv\n([\s\S]+?)```\n```yaml\n([\s\S]+?)```\n\nGives `(.+)`/g,
  ),
].map(([, agency, told, rows, reading, figure]) => ({
  agency: agency!,
  told: told!,
  rows: rows!,
  reading: reading!,
  figure: figure!,
}));

describe("the page of layouts", () => {
  it("names every format that is registered, and no other", () => {
    const named = [...page.matchAll(/^\| `([a-z][a-z-]+)` \|/gm)].map(([, id]) => id);
    expect([...new Set(named)].sort()).toEqual(fileFormats.map(({ id }) => id).sort());
  });

  it("has the readings of twenty agencies, each of fewer than ten lines", () => {
    expect(examples).toHaveLength(20);
    for (const { reading } of examples) expect(reading.trim().split("\n").length).toBeLessThan(10);
  });

  it("says of each agency where it publishes", () => {
    for (const { told } of examples) expect(told).toMatch(/Published at <https?:\/\/[^>]+>\.$/);
  });

  it.each(examples)("reads as it says: $agency", async ({ rows, reading, figure }) => {
    const [partner, flow, product, period, value] = figure.split(" ");
    const options = {
      ...plainReading,
      reading: readingWords({ file: fileWith(reading, "reading.yaml") }),
    };
    const { loaded } = await inspectFiles([fileWith(rows)], options);
    expect(loaded.problems).toEqual([]);
    const series = loaded.collection
      .allSeries()
      .find(({ key }) => key.partner === partner && key.flow === flow && key.product === product);
    expect(series?.values.get(period!)).toBe(Number(value));
  });
});
