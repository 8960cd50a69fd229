import { createHash } from "node:crypto";
import type { VerifyReport } from "../../../claims/report.ts";
import { severity } from "../../../claims/verdict.ts";
import { textFindings } from "../text-findings.ts";
import { placeText } from "../words.ts";
import { chartsFor, type PageChart } from "./charts.ts";
import { anchorOf, claimArticle, sentence } from "./claim.ts";
import { dataTable } from "./data-table.ts";
import { figureText } from "./interval-plot.ts";
import { html, type Markup, trusted, webAddress } from "./markup.ts";
import { divisorOf, shown, typographic, unitTitle } from "./numbers.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { summarySection, verdictMeanings } from "./summary.ts";
import { verdictNames } from "./verdicts.ts";

/**
 * The outcome as one page for the author of the report: everything in one file, which asks the
 * network for nothing and runs no script but its own. The same report is always the same bytes.
 */
export function verifyHtml(report: VerifyReport): string {
  const { title, publisher } = report.report;
  const charts = chartsFor(report);
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="trade-metrics verify">
<title>Checked numbers: ${title} (${publisher})</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${masthead(report, charts)}
<main id="content" tabindex="-1">
${summarySection(report)}
${charts.length === 0 ? null : chartsSection(charts)}
${claimsSection(report)}
${overviewSection(report)}
${methodSection(report)}
</main>
<footer><p>Made by trade-metrics verify from the claim file <code>${report.report.id}</code>. The same data and claims give the same page.</p></footer>
<div id="status" class="unseen" role="status"></div>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function masthead({ report }: VerifyReport, charts: readonly PageChart[]): Markup {
  const { title, publisher, author, date, url } = report;
  const address = webAddress(url);
  const by = [author, publisher, date].filter((text) => text !== null).join(" · ");
  return html`<header class="masthead">
<p class="kind">Numbers checked against the data</p>
<h1>${title}</h1>
<p class="by">${by}${address === null ? null : html` · <a href="${address}" rel="noreferrer">the report</a>`}</p>
<nav aria-label="Parts of this page"><ul>
<li><a href="#summary">Summary</a></li>
${
  charts.length === 0
    ? null
    : html`<li><a href="#figures">Figures</a></li>
`
}<li><a href="#claims">Claims</a></li>
<li><a href="#overview">Table of all claims</a></li>
<li><a href="#method">Data and method</a></li>
</ul></nav>
</header>`;
}

function chartsSection(charts: readonly PageChart[]): Markup {
  return html`<section aria-labelledby="figures">
<h2 id="figures">Figures of the report, drawn again</h2>
${charts.map(
  ({ id, title, svg, caption, table }) => html`<figure class="chart" aria-labelledby="chart-${id}">
<h3 id="chart-${id}">${title}</h3>
${svg}
<figcaption>${caption}</figcaption>
<details><summary>The figures<span class="unseen">: ${title}</span></summary>
${table}</details>
</figure>
`,
)}</section>
`;
}

function claimsSection({ claims, summary }: VerifyReport): Markup {
  const present = severity.filter((verdict) => summary.verdicts[verdict] > 0);
  return html`<section aria-labelledby="claims">
<h2 id="claims">Claims, the worst first</h2>
<fieldset class="filters" hidden>
<legend>Show claims by verdict</legend>
${present.map(
  (
    verdict,
  ) => html`<label class="${verdict}"><input type="checkbox" checked value="${verdict}"> <span aria-hidden="true">${verdictNames[verdict].sign}</span> ${verdictNames[verdict].title} (${summary.verdicts[verdict]})</label>
`,
)}<button type="button" class="all">Show all</button>
<p class="shown">${summary.claims} of ${summary.claims} claims shown</p>
</fieldset>
<p class="plot-key">In the small plots: <svg class="sample" viewBox="0 0 28 14" aria-hidden="true"><rect class="holds" x="2" y="1" width="24" height="12"/><path class="printed" d="M14 1.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/></svg> the printed number in the interval for which its statement holds, <svg class="sample" viewBox="0 0 28 14" aria-hidden="true"><path class="whisker" d="M3 3v8M3 7H25M25 3v8"/><circle class="computed" cx="14" cy="7" r="5"/></svg> the computed number with what the rounding of its inputs allows, <svg class="sample" viewBox="0 0 28 14" aria-hidden="true"><path class="explained" d="M14 1l6 11h-12z"/></svg> what another way of computing gives. Scales are linear and start where the figures do.</p>
${claims.map(claimArticle)}</section>
`;
}

function overviewSection({ claims }: VerifyReport): Markup {
  const cell = (claim: VerifyReport["claims"][number], value: number | null) =>
    value === null
      ? { text: "", value }
      : { text: figureText(claim, value), value: value / divisorOf(claim.reported.scale) };
  return html`<section aria-labelledby="overview">
<h2 id="overview">Table of all claims</h2>
${dataTable({
  id: "claims",
  caption: "Every claim with its verdict",
  columns: [
    { title: "Claim" },
    { title: "Verdict" },
    { title: "Printed", numeric: true },
    { title: "Computed", numeric: true },
    { title: "Off by", numeric: true },
    { title: "Unit" },
    { title: "Place" },
  ],
  rows: claims.map((claim) => {
    const { id, verdict, reported, computed, difference } = claim;
    return {
      verdict,
      cells: [
        { text: id, href: `#${anchorOf(claim)}` },
        { text: `${verdictNames[verdict].sign} ${verdictNames[verdict].title}` },
        { text: typographic(reported.text), value: reported.value / divisorOf(reported.scale) },
        cell(claim, computed),
        cell(claim, difference),
        { text: unitTitle(reported.unit, reported.scale) },
        { text: placeText(claim) },
      ],
    };
  }),
})}</section>
`;
}

function methodSection(report: VerifyReport): Markup {
  const { datasets, search, warnings, coverage } = report;
  const { notes } = report.report;
  return html`<section aria-labelledby="method">
<h2 id="method">Data and method</h2>
<h3>What the verdicts mean</h3>
${verdictMeanings(report)}
${
  datasets.length === 0
    ? null
    : html`<h3>Data</h3>
<ul>${datasets.map(datasetItem)}</ul>`
}
${
  notes.length === 0
    ? null
    : html`<h3>How the report was read</h3>
<ul>${notes.map(
        (note) => html`<li>${note}</li>
`,
      )}</ul>`
}
<h3>How explanations were searched</h3>
<p>Where a number does not match, other ways in which its author may have computed it are tried: ${search.bounds}. Numbers of one group, computed in the same way, are explained together; what chance explains as well is not shown. How many would fit by chance stands with each cause.</p>
${coverage === null ? null : numbersSection(report)}
${
  warnings.length === 0
    ? null
    : html`<h3>Warnings</h3>
<ul>${warnings.map(
        ({ message }) => html`<li>${sentence(message)}</li>
`,
      )}</ul>`
}
</section>
`;
}

function datasetItem({ id, title, publisher, url, vintage }: VerifyReport["datasets"][number]) {
  const address = webAddress(url);
  const source =
    address === null
      ? html`${publisher}`
      : html`<a href="${address}" rel="noreferrer">${publisher}</a>`;
  const dated = vintage === null ? "vintage by table" : `vintage ${vintage}`;
  return html`<li>${source}: ${title} (<code>${id}</code>), ${dated}</li>
`;
}

function numbersSection(report: VerifyReport) {
  const { found, claimed, unclaimed } = report.coverage!;
  const list = textFindings(report).map(
    ({ message }) => html`<li>${sentence(message)}</li>
`,
  );
  return html`<h3>How much of the text is covered</h3>
<p>The text prints ${shown(found, 0)} numbers, of which ${shown(claimed, 0)} are claims; ${unclaimed.length} are neither claimed nor set aside with a reason.</p>
${list.length === 0 ? null : html`<ul>${list}</ul>`}`;
}
