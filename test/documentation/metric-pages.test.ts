import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  everyRow,
  metricIndex,
  metricPage,
  sharedFields,
} from "../../scripts/documentation/metric-pages.ts";
import { metricDefinitions } from "../../src/metrics/definitions.ts";
import { runOffline } from "../cli/offline.ts";
import { runJson, words } from "../cli/run.ts";

const folder = "docs/metrics";
const committed = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
const anew = "a page differs from what its declaration gives: npm run docs writes it anew";

/** What the command prints for an example, which must succeed without a network. */
async function runExample(line: string): Promise<string> {
  const { status, stdout, stderr } = await runOffline(words(line).slice(1));
  expect([line, status, stdout === ""]).toEqual([line, 0, false]);
  return `${stdout}${stderr}`.trimEnd();
}

describe("the pages of the metrics", () => {
  it.each(metricDefinitions.map((metric) => [metric.id, metric] as const))(
    "say of %s what its declaration says, with what its examples print",
    async (_, metric) => {
      for (const [name, text] of Object.entries(await metricPage(metric, runExample))) {
        expect(committed(name), anew).toBe(text);
      }
    },
  );

  it.each(metricDefinitions.map((metric) => [metric.id, metric] as const))(
    "name every field of the rows of %s",
    async (id, { examples }) => {
      const named = committed(`${id}.md`).match(/(?<=^\| `)\w+/gm) ?? [];
      const known = new Set([...named, ...everyRow, ...Object.keys(sharedFields)]);
      for (const line of examples.filter((one) => !/--(fields|template|format|chart)/.test(one))) {
        const asked = line.replace("trade-metrics ", "").replace(" --json", "").split(" ");
        const { metric, rows } = await runJson(asked);
        if (metric !== id) continue;
        const fields = rows.flatMap(Object.keys).map((name) => name.replace(/Interval$/, ""));
        expect(fields.filter((name) => !known.has(name))).toEqual([]);
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
