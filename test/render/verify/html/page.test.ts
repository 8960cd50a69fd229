import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { VerifyReport } from "../../../../src/claims/report.ts";
import { chartsFor } from "../../../../src/render/verify/html/charts.ts";
import { html, webAddress } from "../../../../src/render/verify/html/markup.ts";
import { verifyHtml } from "../../../../src/render/verify/html/page.ts";
import { readEmbeddedReport } from "../../../../src/sources/embedded/reports.ts";
import { hostile, hostileClaims, verified, verifiedReport } from "./verified.ts";

const wilson = await verifiedReport("wilson-2025");
const epi = await verifiedReport("epi-2025");

describe("the page of a report", () => {
  test("is the same bytes for the same report", async () => {
    const anew = await verified(readEmbeddedReport("wilson-2025"));
    expect(verifyHtml(anew)).toBe(verifyHtml(wilson));
  });

  test("names nothing that a browser would load", () => {
    for (const report of [wilson, epi]) {
      const page = verifyHtml(report);
      expect(page).not.toMatch(
        /<(?:link|iframe|object|embed|base|form)\b|\ssrc=|srcset=|@import|url\(/i,
      );
      const addresses = [...page.matchAll(/href="([^"]*)"/g)].map(([, address]) => address!);
      const kinds = addresses.map((address) => /^(#|data:text\/csv|https:)/.exec(address)?.[1]);
      expect(new Set(kinds)).toEqual(new Set(["#", "data:text/csv", "https:"]));
    }
  });

  test("allows no script and no style but its own, by their hashes", () => {
    const page = verifyHtml(wilson);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toContain("unsafe");
    for (const element of ["script", "style"]) {
      const [all, ...others] = [...page.matchAll(RegExp(`<${element}>(.*?)</${element}>`, "gs"))];
      const hash = createHash("sha256").update(all![1]!).digest("base64");
      expect(policy).toContain(`${element}-src 'sha256-${hash}'`);
      expect(others).toEqual([]);
    }
    expect(page).not.toMatch(/\s(?:style|on[a-z]+)="/);
  });

  test("shows every claim once, with its verdict in words", () => {
    for (const report of [wilson, epi]) {
      const page = verifyHtml(report);
      const ids = [...page.matchAll(/<article class="claim" id="claim-([^"]+)"/g)].map(
        ([, id]) => id,
      );
      expect(ids).toEqual(report.claims.map(({ id }) => id));
    }
  });

  test("gives each element an id of its own, and links only to ids that are there", () => {
    for (const report of [wilson, epi]) {
      const page = verifyHtml(report);
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const wanted = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  // findings of the two reports, as published by the Census Bureau (vintage of April 2025)
  test("says what explains the five ratios, with exports and imports of both periods", () => {
    const page = verifyHtml(wilson);
    expect(page).toContain("Period 2024-01/2024-11 instead of 2023.");
    expect(page).toContain("4 of the 5 printed numbers of the group");
    for (const figure of ["322,742,472,406", "475,215,965,697", "309,420,787,867"]) {
      expect(page).toContain(figure);
    }
  });

  test("is written when a report has no charts, no data and one claim", async () => {
    const report = await verified(
      JSON.stringify({
        report: { id: "small", title: "Small", publisher: "Nobody", date: "2025" },
        claims: [
          {
            id: "sum",
            where: {},
            says: "a sum",
            reported: "3",
            unit: "count",
            formula: { sum: ["1", "2"] },
          },
        ],
      }),
    );
    const page = verifyHtml(report);
    expect(page).toContain("1 number, of which 1 could be checked");
    expect(page).not.toContain('id="figures"');
  });
});

describe("text from a claim file", () => {
  test("never becomes markup", async () => {
    const page = verifyHtml(await verified(hostileClaims()));
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|onerror="|<svg onload|<base|javascript:/);
    const withoutValues = page.replace(/="[^"]*"/g, "");
    expect(withoutValues).not.toMatch(/<[a-z][^>]*\son[a-z]+/i);
  });

  test("is escaped in elements and attributes, quotes and control characters included", () => {
    expect(html`<p title="${`"'<&>`}">${"a\u0007\u202eb"}</p>`.text).toBe(
      `<p title="&quot;&#39;&lt;&amp;&gt;">a??b</p>`,
    );
  });

  test("is an address only where it is one of the web", () => {
    expect(webAddress("https://example.org/a?b=c")).toBe("https://example.org/a?b=c");
    for (const text of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//example.org",
      "https://a b",
    ]) {
      expect(webAddress(text)).toBeNull();
    }
  });

  test("runs no formula in a spreadsheet that opens the CSV", async () => {
    const page = verifyHtml(await verified(hostileClaims()));
    const tables = [...page.matchAll(/href="data:text\/csv;charset=utf-8,([^"]*)"/g)].map(
      ([, text]) => decodeURIComponent(text!),
    );
    expect(tables.length).toBeGreaterThan(hostile.length);
    for (const table of tables) expect(table).not.toMatch(/(^|[\n,]"?)[=@](?!")/);
    expect(tables.join("")).toContain(`'=HYPERLINK`);
  });
});

describe("the charts of a page", () => {
  test("come with title, picture, caption and the figures as a table", () => {
    const charts = chartsFor(epi);
    expect(charts.map(({ id }) => id)).toEqual(["figure-a", "figure-b", "table-1"]);
    for (const { title, svg, caption, table } of charts) {
      expect(title).not.toBe("");
      expect(svg.text).toContain("<svg");
      expect(caption).toContain("census-");
      expect(table.text).toContain("data:text/csv");
    }
  });

  test("draw a projection dashed and hollow, and leave a gap where there are no data", () => {
    const [figureA, figureB] = chartsFor(epi);
    expect(figureA!.svg.text).toContain('class="projected line-1"');
    expect(figureA!.svg.text).toContain("mark hollow line-1");
    expect(figureB!.svg.text).not.toContain('class="projected');
    // eight years to 2020 and two from 2023 are seven and one pieces, for two lines and two widths
    const pieces = figureB!.svg.text.match(/class="joined line-\d" d="M[\d.]+ [\d.]+L/g);
    expect(pieces).toHaveLength((7 + 1) * 2 * 2);
  });

  test("draw bars from zero, as long as their figures", () => {
    const [graph] = chartsFor(wilson);
    const wide = graph!.svg.text.split('<div class="narrow">')[0]!;
    const lengths = [
      ...wide.matchAll(/<rect class="printed" x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="12"/g),
    ];
    const printed = [966.9, 526.1, 206.4, 50.8, 17.1];
    const scale = Number(lengths[0]![1]) / 966.9;
    expect(lengths.map(([, width]) => Number(width) / scale)).toEqual(
      printed.map((value) => expect.closeTo(value, 0)),
    );
  });

  test("are left out where a run leaves out all of their claims", async () => {
    const none: VerifyReport = { ...wilson, charts: [] };
    expect(chartsFor(none)).toEqual([]);
  });
});
