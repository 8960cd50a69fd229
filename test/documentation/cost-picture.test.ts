import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { costPicture } from "../../scripts/documentation/cost-picture.ts";

const page = readFileSync("docs/clickhouse.md", "utf8");

it("the picture of what questions cost has the figures of the page's table", () => {
  expect(readFileSync("docs/clickhouse-cost.svg", "utf8")).toBe(costPicture(page));
});

it("a time ten times as long stands a power of ten higher, and so many records further right", () => {
  const picture = costPicture(
    "| 1 M | all | 1.00 | 0.10 | 10 |\n| 100 M | all | 100.00 | 10.00 | 10 |\n",
  );
  // From 0.1 to 100 seconds are three powers of ten on 280 pixels; 100 million is at the right end.
  expect(picture).toContain('d="M64 251L616 64"');
  expect(picture).toContain('d="M64 344L616 157"');
});
