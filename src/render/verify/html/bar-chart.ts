import type { ReportChart, ReportSeries } from "../../../claims/report.ts";
import { html, type Markup } from "./markup.ts";
import { divisorOf, shown } from "./numbers.ts";
import { decimalsNeeded, linearScale, ticksWithin } from "./scale.ts";

const BAR = 15;
const GAP = 16;
const TOP = 8;
/** Room for the figure at the end of a bar. */
const FIGURE = 66;

/** Bars from zero for each place, one for each series, each with its figure. */
export function barChart(chart: ReportChart, width: number): Markup {
  const { series, places } = chart;
  const divisor = divisorOf(chart.scale);
  const names = width < 500 ? 70 : 96;
  const group = series.length * BAR + GAP;
  const bottom = TOP + places.length * group;
  const figures = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const low = Math.min(0, ...figures) / divisor;
  const high = Math.max(0, ...figures) / divisor || (low === 0 ? 1 : 0);
  const start = names + (low < 0 ? FIGURE : 4);
  const scale = linearScale(low, high, start, width - (high > 0 ? FIGURE : 12));
  const ticks = ticksWithin(low, high, width < 500 ? 3 : 6);
  const digits = decimalsNeeded(ticks);
  const bars = places.map((place, index) => {
    const top = TOP + index * group + GAP / 2;
    const middle = top + (series.length * BAR) / 2;
    return html`<text class="place" x="0" y="${middle + 4}">${place}</text>
${series.map((one, row) => bar(one, index, top + row * BAR))}`;
  });
  return html`<svg viewBox="0 0 ${width} ${bottom + 26}" role="img" aria-label="${describe(chart)}">
${ticks.map((tick) => html`<line class="${tick === 0 ? "zero" : "grid"}" x1="${scale.at(tick)}" x2="${scale.at(tick)}" y1="${TOP}" y2="${bottom}"/><text class="tick" x="${scale.at(tick)}" y="${bottom + 16}" text-anchor="middle">${shown(tick, digits)}</text>`)}
${bars}
</svg>`;

  function bar({ role, values }: ReportSeries, index: number, y: number): Markup | null {
    const value = values[index];
    if (value === null || value === undefined) return null;
    const [zero, end] = [scale.at(0), scale.at(value / divisor)];
    const length = Math.round(Math.max(1, Math.abs(end - zero)) * 100) / 100;
    const left = value < 0;
    return html`<rect class="${role}" x="${left ? zero - length : zero}" y="${y + 1.5}" width="${length}" height="${BAR - 3}"/><text class="figure" x="${left ? end - 5 : end + 5}" y="${y + BAR - 3.5}" text-anchor="${left ? "end" : "start"}">${shown(value / divisor, 1)}</text>`;
  }
}

function describe({ title, series, places }: ReportChart): string {
  return `Bars: ${title}. ${series.length} series (${series.map(({ label }) => label).join("; ")}) for ${places.join(", ")}. The figures are in the table below.`;
}
