import type { VerifiedClaim } from "../../../claims/report.ts";
import { inReportedUnit } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { divisorOf, shown, typographic, unitTitle } from "./numbers.ts";
import { decimalsNeeded, linearScale, type Scale, ticksWithin } from "./scale.ts";

const WIDTH = 340;
const EDGE = 10;
const ROW = 27;
const TOP = 16;
/** Between a mark and its label. */
const LABEL_GAP = 12;
/** A label goes no further from its mark. */
const MOST_BEYOND = 60;
/** Room to either side of the outermost figure, in parts of their distance. */
const MARGIN = 0.12;

/**
 * The printed number with every value for which its statement holds, and below it, on the same
 * linear scale, the computed number with what rounding allows, and what explains the printed one.
 * Null where nothing was computed.
 */
export function intervalPlot(claim: VerifiedClaim): Markup | null {
  const { reported, computed, interval, explanations } = claim;
  const [best] = explanations;
  const other = best?.computed ?? null;
  if (computed === null) return null;
  const divisor = divisorOf(reported.scale);
  const ends = [reported.holds.low, reported.holds.high, interval?.low, interval?.high];
  const figures = [reported.value, computed, other, ...ends].filter(
    (end): end is number => typeof end === "number" && Number.isFinite(end),
  );
  const scale = scaleAround(figures.map((figure) => figure / divisor));
  const rows = other === null ? 2 : 3;
  const bottom = TOP + rows * ROW;
  const at = (value: number) => scale.at(value / divisor);
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${bottom + 38}" role="img" aria-label="${describe(claim, other)}">
${axis(scale, bottom, unitTitle(reported.unit, reported.scale))}
${holdsBand(claim, at)}
${printedMark(at(reported.value))}
${printedLabel(claim, at)}
${whisker(interval, at)}
<circle class="computed" cx="${at(computed)}" cy="${rowAt(1)}" r="5"/>
${label(at(computed), 1, `${computedWord(claim)} ${figureText(claim, computed)}`)}
${other === null ? null : otherMark(at(other))}
${other === null ? null : label(at(other), 2, `otherwise ${figureText(claim, other)}`)}
</svg>`;
}

/** A check for consistency computes the number that it is set beside. */
export function computedWord({ checks, computed }: VerifiedClaim): string {
  const decisive = checks.find((check) => check.computed === computed);
  return decisive?.by === "consistency" ? "beside it" : "computed";
}

export function figureText(claim: VerifiedClaim, value: number | null): string {
  return typographic(inReportedUnit(claim, value));
}

/** Where the statement holds: `from 90 to 100`, `at 50 or more`. */
export function holdsText(claim: VerifiedClaim): string {
  const { low, high } = claim.reported.holds;
  if (low === null) return `at ${figureText(claim, high)} or less`;
  if (high === null) return `at ${figureText(claim, low)} or more`;
  if (low === high) return `at exactly ${figureText(claim, low)}`;
  return `from ${figureText(claim, low)} to ${figureText(claim, high)}`;
}

function describe(claim: VerifiedClaim, other: number | null): string {
  const { reported, computed } = claim;
  const unit = unitTitle(reported.unit, reported.scale);
  const otherwise = other === null ? "" : `; otherwise ${figureText(claim, other)}`;
  return `In ${unit}: printed ${typographic(reported.text)}, holds ${holdsText(claim)}; ${computedWord(claim)} ${figureText(claim, computed)}${otherwise}.`;
}

function scaleAround(figures: readonly number[]): Scale {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const room = (high - low || Math.abs(high) * 0.01 || 1) * MARGIN;
  return linearScale(low - room, high + room, EDGE, WIDTH - EDGE);
}

function rowAt(row: number): number {
  return TOP + row * ROW;
}

function axis(scale: Scale, bottom: number, unit: string): Markup {
  const ticks = ticksWithin(scale.low, scale.high, 4);
  const digits = decimalsNeeded(ticks);
  return html`<line class="axis" x1="${EDGE}" x2="${WIDTH - EDGE}" y1="${bottom}" y2="${bottom}"/>
${ticks.map((tick) => {
  const x = scale.at(tick);
  return html`<line class="${tick === 0 ? "zero" : "grid"}" x1="${x}" x2="${x}" y1="4" y2="${bottom + 4}"/><text class="tick" x="${x}" y="${bottom + 17}" text-anchor="${tickAnchor(x)}">${shown(tick, digits)}</text>`;
})}
<text class="unit" x="${WIDTH - EDGE}" y="${bottom + 33}" text-anchor="end">${unit}</text>`;
}

function tickAnchor(x: number): string {
  if (x < EDGE + 12) return "start";
  return x > WIDTH - EDGE - 12 ? "end" : "middle";
}

/** The band ends at the edge of the plot, with a point, where the statement has no bound. */
function holdsBand({ reported }: VerifiedClaim, at: (value: number) => number): Markup {
  const { low, high } = reported.holds;
  const left = low === null ? EDGE : at(low);
  const right = high === null ? WIDTH - EDGE : at(high);
  const y = rowAt(0);
  const width = Math.round(Math.max(1.5, right - left) * 100) / 100;
  const points = [
    low === null ? `M${EDGE + 7} ${y - 7}L${EDGE} ${y}L${EDGE + 7} ${y + 7}` : "",
    high === null
      ? `M${WIDTH - EDGE - 7} ${y - 7}L${WIDTH - EDGE} ${y}L${WIDTH - EDGE - 7} ${y + 7}`
      : "",
  ].join("");
  return html`<rect class="holds" x="${left}" y="${y - 7}" width="${width}" height="14"/>${
    points === "" ? null : html`<path class="beyond" d="${points}"/>`
  }`;
}

function printedMark(x: number): Markup {
  const y = rowAt(0);
  return html`<path class="printed" d="M${x} ${y - 7}l5.5 7l-5.5 7l-5.5 -7z"/>`;
}

function otherMark(x: number): Markup {
  const y = rowAt(2);
  return html`<path class="explained" d="M${x} ${y - 6}l6 11h-12z"/>`;
}

/** What the rounding of printed inputs allows, where that can be seen. */
function whisker(
  interval: VerifiedClaim["interval"],
  at: (value: number) => number,
): Markup | null {
  if (!interval || !Number.isFinite(interval.low) || !Number.isFinite(interval.high)) return null;
  const [left, right] = [at(interval.low), at(interval.high)];
  if (right - left < 1) return null;
  const y = rowAt(1);
  return html`<path class="whisker" d="M${left} ${y - 6}v12M${left} ${y}H${right}M${right} ${y - 6}v12"/>`;
}

/** Beyond the band where there is room for it, else upon it. */
function printedLabel({ reported }: VerifiedClaim, at: (value: number) => number): Markup {
  const { low, high } = reported.holds;
  const x = at(reported.value);
  const right = x < WIDTH / 2;
  const end = right ? high : low;
  const beyond = end === null ? 0 : Math.abs(at(end) - x) - LABEL_GAP / 2;
  const clear = Math.max(0, beyond) < MOST_BEYOND ? Math.max(0, beyond) : 0;
  const place = Math.round((right ? x + clear : x - clear) * 100) / 100;
  return label(place, 0, `printed ${typographic(reported.text)}`, right);
}

/** Beside its mark, on the side with more room. */
function label(x: number, row: number, text: string, right = x < WIDTH / 2): Markup {
  return html`<text class="label" x="${right ? x + LABEL_GAP : x - LABEL_GAP}" y="${rowAt(row) + 4}" text-anchor="${right ? "start" : "end"}">${text}</text>`;
}
