/**
 * The style of the page. Colours are those of Okabe and Ito (2008), which colour-blind readers can
 * tell apart, dark or light enough for text (WCAG 2.2, contrast of at least 4.5).
 */
export const style = `
:root {
  color-scheme: light dark;
  --page: #fbfbf9; --panel: #ffffff; --ink: #1b1f24; --muted: #565e68; --rule: #d5d9de;
  --link: #005a8c; --holds: #c9d1da; --computed: #0067a0; --explained: #b04c00; --third: #00734f;
  --mismatch: #b04c00; --inconsistent: #8f3f6d; --definition: #7a5400; --reproduced: #0067a0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --panel: #1c2025; --ink: #e8eaed; --muted: #aab2bb; --rule: #3b424a;
    --link: #7cc4f0; --holds: #46515d; --computed: #5ab8ee; --explained: #f5945a; --third: #3fc79a;
    --mismatch: #f5945a; --inconsistent: #e0a0c6; --definition: #e6b450; --reproduced: #5ab8ee;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Liberation Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: break-word;
}
.masthead, main, body > footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
.masthead { padding-top: 2.5rem; }
main { outline: none; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1, h2 { font-family: ui-serif, Georgia, "Liberation Serif", "DejaVu Serif", serif; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.6rem); margin: .2rem 0 .5rem; }
h2 { font-size: 1.55rem; margin: 3.2rem 0 1rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.08rem; margin: 1.6rem 0 .5rem; }
p, ul, dl { max-width: 46rem; }
a { color: var(--link); text-underline-offset: .15em; }
code { font-size: .88em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
[hidden] { display: none !important; }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip { position: absolute; left: -999rem; top: 0; padding: .6rem 1rem; background: var(--panel); z-index: 1; }
.skip:focus { left: 0; }
.kind { margin: 0; color: var(--muted); font-weight: 600; }
.by { margin: 0; color: var(--muted); }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; padding: 0; margin: 1.2rem 0 0; }
nav a { display: inline-block; padding: .25rem 0; }
.lead { font-size: 1.18rem; }
.verdict-bar { display: block; width: 100%; height: .8rem; margin: 1.2rem 0 .6rem; }
.counts { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; list-style: none; padding: 0; margin: 0; max-width: none; }
.counts span { display: inline-block; min-width: 1.1em; font-weight: 700; }
.shared li { margin-bottom: .6rem; }
svg text { font: 12px system-ui, -apple-system, "Segoe UI", "Liberation Sans", "DejaVu Sans", sans-serif; fill: var(--ink); }
svg { overflow: visible; }
.label, .figure { paint-order: stroke; stroke: var(--panel); stroke-width: 3.5px; stroke-linejoin: round; font-variant-numeric: tabular-nums; }
svg .tick, svg .unit { fill: var(--muted); font-size: 11px; font-variant-numeric: tabular-nums; }
svg .place { font-weight: 600; font-size: 13px; }
.grid { stroke: var(--rule); }
.zero { stroke: var(--ink); }
.axis { stroke: var(--muted); }
.holds { fill: var(--holds); }
.beyond { fill: none; stroke: var(--muted); stroke-width: 1.5; }
.printed { fill: var(--panel); stroke: var(--ink); stroke-width: 1.8; }
.computed { fill: var(--computed); }
.whisker { fill: none; stroke: var(--computed); stroke-width: 1.8; }
.explained { fill: var(--explained); }
.sample { display: inline-block; width: 28px; height: 14px; vertical-align: -2px; }
.mismatch { --verdict: var(--mismatch); }
.inconsistent { --verdict: var(--inconsistent); }
.definition-dependent { --verdict: var(--definition); }
.not-checkable { --verdict: var(--muted); }
.reproduced, .reproduced-by-rounding { --verdict: var(--reproduced); }
.error { --verdict: var(--ink); }
.verdict-bar rect { fill: var(--verdict); }
.verdict-bar .not-checkable { fill: var(--holds); }
.counts span, .counts b { color: var(--verdict); }
.chart { margin: 1.5rem 0; padding: 1.1rem 1.25rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .4rem; }
.chart h3 { margin-top: 0; }
.chart svg { display: block; width: 100%; height: auto; }
.chart .sample { display: inline-block; width: 28px; }
.narrow { display: none; }
.key { display: flex; flex-wrap: wrap; gap: .15rem 1.3rem; list-style: none; padding: 0; margin: .4rem 0 .8rem; font-size: .9rem; max-width: none; }
figcaption { color: var(--muted); font-size: .9rem; margin-top: .8rem; max-width: 46rem; }
.line-1 { --line: var(--computed); } .line-2 { --line: var(--explained); }
.line-3 { --line: var(--third); } .line-4 { --line: var(--inconsistent); } .line-none { --line: var(--ink); }
.joined, .projected { fill: none; stroke: var(--line); stroke-width: 2; }
.projected { stroke-dasharray: 5 4; }
.mark { fill: var(--line); stroke: var(--panel); stroke-width: 1; }
.mark.hollow { fill: var(--panel); stroke: var(--line); stroke-width: 2; }
.print { fill: var(--panel); stroke: var(--line); stroke-width: 2.2; }
svg .figure { font-weight: 600; }
.filters { border: 1px solid var(--rule); border-radius: .4rem; padding: .6rem 1rem .8rem; margin: 0 0 1rem; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: center; }
.filters legend { padding: 0 .4rem; font-weight: 600; }
.filters label { display: inline-flex; gap: .4rem; align-items: center; min-height: 1.9rem; }
.filters label span { color: var(--verdict); font-weight: 700; }
.filters input { width: 1.1rem; height: 1.1rem; accent-color: var(--link); }
.shown { margin: 0; color: var(--muted); }
button { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--muted); border-radius: .3rem; padding: .2rem .7rem; cursor: pointer; }
.plot-key { color: var(--muted); font-size: .9rem; max-width: none; }
.claim { margin: 1.1rem 0; padding: 1rem 1.25rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .4rem; scroll-margin-top: 1rem; }
.claim:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.claim h3 { margin: .35rem 0 .15rem; }
.badge { display: inline-block; margin: 0; padding: .1rem .5rem; border-left: .3rem solid var(--verdict); background: var(--page); color: var(--ink); font-size: .88rem; font-weight: 600; }
.badge span { color: var(--verdict); }
.quoted { margin: .6rem 0; padding: 0 0 0 .9rem; border-left: 2px solid var(--rule); font-family: Georgia, "Liberation Serif", serif; }
.quoted p { margin: 0; }
mark { background: none; color: inherit; font-weight: 700; border-bottom: 2px solid var(--ink); }
.search { margin-top: 0; font-size: .88rem; color: var(--muted); }
.violation { display: inline-block; margin: 0 0 0 .5rem; font-size: .88rem; font-weight: 700; }
.place { margin: 0; color: var(--muted); font-size: .88rem; }
.place code { color: inherit; }
.body { display: grid; grid-template-columns: minmax(0, 1fr) 21.25rem; gap: .5rem 1.75rem; margin-top: .7rem; }
.found p { margin: .5rem 0; }
.numbers { display: flex; flex-wrap: wrap; gap: .2rem 1.8rem; margin: 0 0 .6rem; }
.numbers dt { color: var(--muted); font-size: .85rem; }
.numbers dd { margin: 0; font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.pin, .needs { color: var(--muted); }
.plot { display: block; width: 100%; max-width: 24rem; height: auto; }
details { margin-top: .7rem; }
summary { cursor: pointer; font-weight: 600; padding: .2rem 0; }
.data { margin-top: .4rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .88rem; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding: .2rem 0 .4rem; }
th, td { text-align: left; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; font-weight: normal; }
thead th { border-bottom: 1.5px solid var(--muted); font-weight: 600; vertical-align: bottom; }
.number { text-align: right; }
td.number, .whole { white-space: nowrap; }
thead button { border: 0; padding: .1rem .1rem; font-weight: 600; text-align: inherit; background: none; }
thead button::after { content: "\u00a0↕"; color: var(--muted); }
[aria-sort="ascending"] button::after { content: "\u00a0↑"; color: inherit; }
[aria-sort="descending"] button::after { content: "\u00a0↓"; color: inherit; }
.tools { margin: .5rem 0 0; display: flex; gap: 1rem; align-items: center; font-size: .9rem; }
.meanings div { margin-bottom: .5rem; }
.meanings dt { font-weight: 600; }
.meanings dd { margin: 0 0 0 1.3rem; }
body > footer { color: var(--muted); font-size: .88rem; margin-top: 3rem; margin-bottom: 2rem; border-top: 1px solid var(--rule); }
@media (max-width: 52rem) {
  .body { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 40rem) {
  .scroll table { min-width: 36rem; }
  .wide { display: none; }
  .narrow { display: block; }
  .masthead { padding-top: 1.5rem; }
  .chart, .claim { padding: .9rem; }
  .masthead, main, body > footer { padding-left: 1rem; padding-right: 1rem; }
}
@media print {
  :root {
    --page: #ffffff; --panel: #ffffff; --ink: #000000; --muted: #444444; --rule: #bbbbbb;
    --link: #000000; --holds: #cccccc; --computed: #0067a0; --explained: #b04c00; --third: #00734f;
    --mismatch: #b04c00; --inconsistent: #8f3f6d; --definition: #7a5400; --reproduced: #0067a0;
  }
  html { font-size: 9pt; }
  .body { grid-template-columns: minmax(0, 1fr) 20rem; }
  main { max-width: none; }
  h2 { margin-top: 1.6rem; }
  .claim { margin: .6rem 0; padding: .5rem .8rem; }
  .numbers dd { font-size: 1.05rem; }
  nav, .filters, .tools, .skip { display: none !important; }
  .claim > header, .body, .chart > div, tr { break-inside: avoid; }
  .claim > header, h2, h3 { break-after: avoid; }
  .scroll { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  thead button::after { content: "" !important; }
  svg, .badge, .verdict-bar rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
