import type { ReportChart, ReportSeries } from "../../../claims/report.ts";
import { html, type Markup } from "./markup.ts";
import { divisorOf, shown } from "./numbers.ts";
import { decimalsNeeded, linearScale, ticksWithin } from "./scale.ts";

const TOP = 14;
const LEFT = 44;
const RIGHT = 26;
const LABEL = 40;
/** Half the height of a mark: figures nearer than this are one place on the page. */
const MARK = 7;

/** Lines over periods from a scale with its zero; projected ends are dashed and hollow. */
export function lineChart(chart: ReportChart, width: number): Markup {
  const { series, places } = chart;
  const height = width < 500 ? 240 : 320;
  const bottom = TOP + height;
  const divisor = divisorOf(chart.scale);
  const figures = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const [least, most] = [Math.min(0, ...figures) / divisor, Math.max(0, ...figures) / divisor];
  const room = (most - least || 1) * 0.06;
  const y = linearScale(least < 0 ? least - room : 0, most + room, bottom, TOP);
  const x = linearScale(0, Math.max(1, places.length - 1), LEFT, width - RIGHT);
  const ticks = ticksWithin(y.low, y.high, 6);
  const digits = decimalsNeeded(ticks);
  const step = Math.ceil((places.length * LABEL) / (width - LEFT - RIGHT));
  const point = (value: number, index: number) => ({ x: x.at(index), y: y.at(value / divisor) });
  return html`<svg viewBox="0 0 ${width} ${bottom + 26}" role="img" aria-label="${describe(chart)}">
${ticks.map((tick) => html`<line class="${tick === 0 ? "zero" : "grid"}" x1="${LEFT}" x2="${width - RIGHT}" y1="${y.at(tick)}" y2="${y.at(tick)}"/><text class="tick" x="${LEFT - 7}" y="${y.at(tick) + 4}" text-anchor="end">${shown(tick, digits)}</text>`)}
${places.map((place, index) => (labelled(index) ? html`<text class="tick" x="${x.at(index)}" y="${bottom + 18}" text-anchor="middle">${place}</text>` : null))}
${series.filter(({ role }) => role !== "printed").map((one) => line(one))}
${series.filter(({ role }) => role === "printed").map((one) => printedNumbers(one))}
</svg>`;

  function labelled(index: number): boolean {
    return (places.length - 1 - index) % step === 0;
  }

  function line(one: ReportSeries): Markup {
    const name = lineClass(chart, one);
    const parts = one.values.flatMap((value, index): Markup[] => {
      const before = one.values[index - 1];
      if (value === null || before === null || before === undefined) return [];
      const [from, to] = [point(before, index - 1), point(value, index)];
      const drawn = one.projected[index] ? "projected" : "joined";
      return [html`<path class="${drawn} ${name}" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`];
    });
    const marks = one.values.flatMap((value, index): Markup[] => {
      if (value === null) return [];
      const { x: across, y: down } = point(value, index);
      return [marker(name, across, down, one.projected[index] === true)];
    });
    return html`<g>${parts}${marks}</g>`;
  }

  /** Above or below its mark, on the side that is farther from the other figures of the place. */
  function labelHeight(value: number, index: number): number {
    const own = point(value, index).y;
    const others = series
      .flatMap(({ values }) => values[index] ?? [])
      .map((other) => point(other, index).y)
      .filter((other) => Math.abs(other - own) > MARK);
    const above = Math.min(...others.filter((one) => one < own).map((one) => own - one));
    const below = Math.min(...others.filter((one) => one >= own).map((one) => one - own));
    return above < Math.min(below, 40) ? own + 23 : own - 12;
  }

  function printedNumbers(one: ReportSeries): Markup {
    const name = lineClass(chart, one);
    return html`<g>${one.values.map((value, index) => {
      if (value === null) return null;
      const { x: across, y: down } = point(value, index);
      return html`<path class="print ${name}" d="M${across} ${down - 7}l6 7l-6 7l-6 -7z"/><text class="figure" x="${across}" y="${labelHeight(value, index)}" text-anchor="middle">${shown(value / divisor, 0)}</text>`;
    })}</g>`;
  }
}

/** Lines and the printed numbers that belong to them share a name; all others have none. */
export function lineClass({ series }: ReportChart, { label }: ReportSeries): string {
  const lines = series.filter(({ role }) => role !== "printed");
  const index = lines.findIndex((one) => one.label === label);
  return index < 0 ? "line-none" : `line-${(index % 4) + 1}`;
}

/** Each line has a shape of its own, so that it can be followed without its colour. */
export function marker(name: string, x: number, y: number, hollow: boolean): Markup {
  const look = `mark ${hollow ? "hollow " : ""}${name}`;
  if (name === "line-2")
    return html`<rect class="${look}" x="${x - 3.5}" y="${y - 3.5}" width="7" height="7"/>`;
  if (name === "line-3") return html`<path class="${look}" d="M${x} ${y - 4.5}l4.5 8h-9z"/>`;
  if (name === "line-4") return html`<path class="${look}" d="M${x} ${y + 4.5}l4.5 -8h-9z"/>`;
  return html`<circle class="${look}" cx="${x}" cy="${y}" r="3.8"/>`;
}

function describe({ title, series, places }: ReportChart): string {
  const drawn = series.map(({ label, role }) =>
    role === "printed" ? `${label}, as printed` : label,
  );
  return `Lines: ${title}, ${places[0]} to ${places.at(-1)}. Series: ${drawn.join("; ")}. The figures are in the table below.`;
}
