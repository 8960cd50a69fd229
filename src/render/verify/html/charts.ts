import type { ReportChart, ReportSeries, VerifyReport } from "../../../claims/report.ts";
import { barChart } from "./bar-chart.ts";
import { type DataTable, dataTable } from "./data-table.ts";
import { lineChart, lineClass, marker } from "./line-chart.ts";
import { html, type Markup } from "./markup.ts";
import { divisorOf, shown, unitTitle } from "./numbers.ts";

/** A chart as the page shows it. */
export interface PageChart {
  readonly id: string;
  readonly title: string;
  /** The key and the picture, drawn once for a wide page and once for a narrow one. */
  readonly svg: Markup;
  readonly caption: string;
  /** The same figures as a table. */
  readonly table: Markup;
}

const WIDE = 760;
const NARROW = 340;

/** The figures of the report drawn again: where charts of any kind come into the page. */
export function chartsFor(report: VerifyReport): PageChart[] {
  return report.charts.map(sorted).map((chart) => {
    const draw = chart.kind === "bars" ? barChart : lineChart;
    const note = chart.note === null ? "" : ` ${chart.note}`;
    return {
      id: chart.id,
      title: titleOf(chart),
      svg: html`${key(chart)}
<div class="wide">${draw(chart, WIDE)}</div>
<div class="narrow">${draw(chart, NARROW)}</div>`,
      caption: `Unit: ${unitTitle(chart.unit, chart.scale)}.${note} Data: ${chart.data.join("; ")}.`,
      table: tableOf(chart),
    };
  });
}

/** What the chart shows, not only what it is about. */
function titleOf({ figure, title, kind, series }: ReportChart): string {
  const roles = series.map(({ role }) => role);
  const shows =
    kind === "lines"
      ? roles.includes("printed")
        ? "computed from the data, with the printed numbers"
        : "computed from the data"
      : roles.includes("explained")
        ? "as printed, as computed, and as explained"
        : "as printed and as computed";
  return `${figure === null ? "" : `${figure}: `}${title}, ${shows}`;
}

/** Bars from the largest printed number to the smallest; lines keep the order of their periods. */
function sorted(chart: ReportChart): ReportChart {
  if (chart.kind === "lines") return chart;
  const printed = chart.series.find(({ role }) => role === "printed")?.values ?? [];
  const order = chart.places
    .map((_, index) => index)
    .sort((a, b) => Math.abs(printed[b] ?? 0) - Math.abs(printed[a] ?? 0));
  const inOrder = <Value>(values: readonly Value[]) => order.map((index) => values[index]!);
  return {
    ...chart,
    places: inOrder(chart.places),
    series: chart.series.map((one) => ({
      ...one,
      values: inOrder(one.values),
      projected: inOrder(one.projected),
    })),
  };
}

function key(chart: ReportChart): Markup {
  const projected = chart.series.some((one) => one.projected.includes(true));
  return html`<ul class="key">
${chart.series.map(
  (one) => html`<li>${sample(chart, one)} ${labelOf(chart, one)}</li>
`,
)}${projected ? html`<li>${projectedSample()} projected</li>` : null}</ul>`;
}

function labelOf({ kind }: ReportChart, { label, role }: ReportSeries): string {
  return kind === "lines" && role === "printed" ? `${label}, as printed` : label;
}

function sample(chart: ReportChart, one: ReportSeries): Markup {
  if (chart.kind === "bars") {
    return html`<svg class="sample" viewBox="0 0 28 14" aria-hidden="true"><rect class="${one.role}" x="1" y="2" width="26" height="10"/></svg>`;
  }
  const name = lineClass(chart, one);
  const drawn =
    one.role === "printed"
      ? html`<path class="print ${name}" d="M14 0.5l6 6.5l-6 6.5l-6 -6.5z"/>`
      : html`<path class="joined ${name}" d="M0 7H28"/>${marker(name, 14, 7, false)}`;
  return html`<svg class="sample" viewBox="0 0 28 14" aria-hidden="true">${drawn}</svg>`;
}

function projectedSample(): Markup {
  return html`<svg class="sample" viewBox="0 0 28 14" aria-hidden="true"><path class="projected line-none" d="M0 7H20"/>${marker("line-none", 23, 7, true)}</svg>`;
}

function tableOf(chart: ReportChart): Markup {
  const unit = unitTitle(chart.unit, chart.scale);
  const divisor = divisorOf(chart.scale);
  const rows: DataTable["rows"] = chart.places.map((place, index) => ({
    cells: [
      { text: place },
      ...chart.series.map(({ values, projected }) => {
        const value = values[index] ?? null;
        if (value === null) return { text: "", value };
        const mark = projected[index] ? " projected" : "";
        return { text: shown(value / divisor, 1) + mark, value: value / divisor };
      }),
    ],
  }));
  return dataTable({
    id: chart.id,
    caption: chart.title,
    columns: [
      { title: chart.kind === "bars" ? "Claim" : "Period" },
      ...chart.series.map((one) => ({
        title: `${labelOf(chart, one)} (${unit})`,
        numeric: true,
      })),
    ],
    rows,
  });
}
