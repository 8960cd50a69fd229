import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { metricIndex, metricPage } from "../../scripts/documentation/metric-pages.ts";
import { runExample } from "../../scripts/documentation/run-example.ts";
import { metricDefinitions } from "../../src/metrics/definitions.ts";

const folder = "docs/metrics";
const committed = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
const anew = "a page differs from what its declaration gives: npm run docs writes it anew";

describe("the pages of the metrics", () => {
  it.each(metricDefinitions.map((metric) => [metric.id, metric] as const))(
    "say of %s what its declaration says, with what its examples print",
    async (_, metric) => {
      for (const [name, text] of Object.entries(await metricPage(metric, runExample))) {
        expect(committed(name), anew).toBe(text);
      }
    },
  );

  it("have an index of every metric", () => {
    expect(committed("README.md"), anew).toBe(metricIndex());
  });

  it("are of metrics that there are", () => {
    const ids = readdirSync(folder).map((name) => name.replace(/(-\d+)?\.\w+$/, ""));
    expect(new Set(ids)).toEqual(new Set(["README", ...metricDefinitions.map(({ id }) => id)]));
  });

  it("link only to headings that the index has", () => {
    const headings = committed("README.md").match(/^## .*$/gm) ?? [];
    const anchors = headings.map((one) => one.slice(3).toLowerCase().replaceAll(" ", "-"));
    for (const { id } of metricDefinitions) {
      for (const [, target] of committed(`${id}.md`).matchAll(/README\.md#([\w-]+)/g)) {
        expect(anchors).toContain(target);
      }
    }
  });
});
