import type { ClaimFigure, VerifiedClaim } from "../../../claims/report.ts";
import { CONFIDENT } from "../../../claims/report.ts";
import {
  explanationText,
  findingText,
  NO_CAUSE,
  placeText,
  revisedText,
  searchText,
  shouldReadText,
} from "../words.ts";
import { type DataTable, dataTable } from "./data-table.ts";
import { computedWord, figureText, holdsText, intervalPlot } from "./interval-plot.ts";
import { html, type Markup } from "./markup.ts";
import { shown, typographic, unitTitle } from "./numbers.ts";
import { decimalsNeeded } from "./scale.ts";
import { verdictNames } from "./verdicts.ts";

/** Alternatives of which fewer than this would fit by chance are evidence. */
export const EVIDENCE = 0.01;

/** One claim with everything that is known of it. */
export function claimArticle(claim: VerifiedClaim): Markup {
  const { id, says, verdict, expected } = claim;
  const place = placeText(claim);
  const pinned = expected ? html`<p class="pin">${pinSentence(expected)}</p>` : null;
  const figures = figuresTable(claim);
  return html`<article class="claim" id="${anchorOf(claim)}" data-verdict="${verdict}">
<header>
${verdictBadge(verdict)}
${claim.violation ? html`<p class="violation">Not allowed by the policy of this check</p>` : null}
<h3>${sentence(says, "")}</h3>
<p class="place">${place === "" ? null : html`${place} · `}<a href="#${anchorOf(claim)}"><code>${id}</code></a></p>
</header>
${quoted(claim)}<div class="body">
<div class="found">
${numbers(claim)}
<p>${sentence(typographic(foundText(claim)))}</p>
${claim.revised ? html`<p>${sentence(typographic(revisedText(claim)))}</p>` : null}
${claim.explanations.length === 0 && verdict === "mismatch" ? html`<p class="explanation">${sentence(NO_CAUSE)}</p>` : null}${claim.explanations.map((one) => explained(claim, one))}
${pinned}
${needsSentence(claim)}
</div>
${plotFigure(claim)}
</div>
${figures}
</article>
`;
}

/** The number as the report prints it, with the words around it: `more than 50 %`. */
export function printedText({ reported }: VerifiedClaim): string {
  const { comparator, text, unit, scale } = reported;
  const words = comparatorWords[comparator];
  const number = `${typographic(text)} ${unitTitle(unit, scale)}`;
  return words === "" ? number : `${words} ${number}`;
}

const comparatorWords = {
  ...{ "=": "", ">": "more than", "more-than": "more than", "<": "less than" },
  ...{ ">=": "at least", "<=": "at most", about: "about", nearly: "nearly", times: "" },
} as const;

export function anchorOf({ id }: VerifiedClaim): string {
  return `claim-${id}`;
}

function verdictBadge(verdict: VerifiedClaim["verdict"]): Markup {
  const { sign, title } = verdictNames[verdict];
  return html`<p class="badge ${verdict}"><span aria-hidden="true">${sign}</span> ${title}</p>`;
}

function numbers(claim: VerifiedClaim): Markup {
  const { computed, difference, reported } = claim;
  const word = computedWord(claim) === "computed" ? "Computed" : "Beside it";
  const unit = unitTitle(reported.unit, reported.scale);
  const should = shouldReadText(claim);
  const pair = (term: string, value: string) => html`<div><dt>${term}</dt><dd>${value}</dd></div>
`;
  return html`<dl class="numbers">
${pair("Printed", printedText(claim))}${
  computed === null || should !== "" ? null : pair(word, `${figureText(claim, computed)} ${unit}`)
}${should === "" ? null : pair("Should read", `${typographic(should)} ${unit}`)}${difference === null || claim.verdict === "reproduced" ? null : pair("Off by", `${figureText(claim, difference)} ${unit}`)}</dl>`;
}

function foundText(claim: VerifiedClaim): string {
  const { computed, reported, verdict } = claim;
  const holds = `the statement holds ${holdsText(claim)} (${reported.reading})`;
  if (verdict === "reproduced" && computed !== null) {
    return `computed ${figureText(claim, computed)}; ${holds}`;
  }
  if (verdict === "mismatch" || verdict === "reproduced-by-rounding") {
    return `${findingText(claim)}; ${holds}`;
  }
  return findingText(claim);
}

/** The sentence of the report, with its number marked. */
function quoted({ text }: VerifiedClaim): Markup | null {
  if (text === null) return null;
  const { sentence: words, at, end } = text;
  return html`<blockquote class="quoted"><p>${words.slice(0, at)}<mark>${words.slice(at, end)}</mark>${words.slice(end)}</p></blockquote>
`;
}

function explained(claim: VerifiedClaim, one: VerifiedClaim["explanations"][number]): Markup {
  const lead = !one.fits
    ? "What explains others of its group"
    : one.confidence >= CONFIDENT
      ? "Likely cause"
      : "Possible cause";
  return html`<p class="explanation"><strong>${lead}:</strong> ${sentence(typographic(causeText(claim, one)))}</p>
<details class="search"><summary>How it was found<span class="unseen">: ${claim.id}, ${one.says}</span></summary>
<p>${sentence(searchText(one))}</p></details>
`;
}

function causeText(claim: VerifiedClaim, one: VerifiedClaim["explanations"][number]): string {
  return explanationText(claim, one).replace(/ \((?:likely|possible)\)$/, "");
}

function pinSentence({ met, because, verdict }: NonNullable<VerifiedClaim["expected"]>): string {
  const lead = met ? "Reviewed" : `No longer so; expected was “${verdictNames[verdict].title}”`;
  return `${lead}: ${typographic(sentence(because))}`;
}

/** The table that would settle a claim, unless the finding says it already. */
function needsSentence({ needs, verdict }: VerifiedClaim): Markup | null {
  if (needs === null || verdict === "not-checkable") return null;
  return html`<p class="needs">What would settle it: ${sentence(needs)}</p>`;
}

function plotFigure(claim: VerifiedClaim): Markup | null {
  const plot = intervalPlot(claim);
  return plot && html`<div class="plot-box">${plot}</div>`;
}

function figuresTable(claim: VerifiedClaim): Markup | null {
  const others = claim.explanations[0]?.figures ?? [];
  const rows = [
    ...claim.figures.map((figure) => figureRow(others.length === 0 ? "" : "as stated", figure)),
    ...others.map((figure) => figureRow("otherwise", figure)),
  ];
  if (rows.length === 0) return null;
  const table = dataTable({
    id: claim.id,
    caption: `Data behind ${claim.id}`,
    ...withoutEmptyColumns(
      [
        { title: "Figure" },
        { title: "Used" },
        { title: "Partner" },
        { title: "Product" },
        { title: "Period", whole: true },
        { title: "Value", numeric: true },
        { title: "Unit" },
        { title: "Source" },
      ],
      rows,
    ),
  });
  return html`<details><summary>Data behind it<span class="unseen">: ${claim.id}</span> (${rows.length} figure${rows.length === 1 ? "" : "s"})</summary>
${table}</details>`;
}

/** A column in which no row says anything is left out. */
function withoutEmptyColumns(
  columns: DataTable["columns"],
  rows: DataTable["rows"],
): Pick<DataTable, "columns" | "rows"> {
  const filled = columns.map((_, index) => rows.some(({ cells }) => cells[index]!.text !== ""));
  return {
    columns: columns.filter((_, index) => filled[index]),
    rows: rows.map(({ cells }) => ({ cells: cells.filter((_, index) => filled[index]) })),
  };
}

function figureRow(used: string, figure: ClaimFigure) {
  const { name, partner, product, period, value, unit, source } = figure;
  const texts = [used, partner ?? "", product ?? "", period ?? ""];
  const text = value === null ? "no data" : shown(value, decimalsNeeded([value]));
  return {
    cells: [
      { text: sentence(name, "") },
      ...texts.map((one) => ({ text: one })),
      { text, value },
      { text: unitTitle(unit, null) },
      { text: source },
    ],
  };
}

/** With a capital and a full stop. */
export function sentence(text: string, end = "."): string {
  const closed = /[.!?]$/.test(text) ? text : text + end;
  return closed.charAt(0).toUpperCase() + closed.slice(1);
}
