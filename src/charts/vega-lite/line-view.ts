import type { Line, LineChart, LinePoint } from "../chart.ts";
import { zeroBasedDomain, zeroLine } from "./axes.ts";
import type { Json } from "./specification.ts";
import { textWidth } from "./text-width.ts";
import { dashes, PLOT_WIDTH, palette, shapes, textPalette } from "./theme.ts";

const LEAST_HEIGHT = 300;
const LABEL_SIZE = 12;
const LABEL_STEP = 16;
const ROOM = 0.06;
/** The length of what leads to a name that was moved, as a part of the time shown. */
const LEADER = 0.06;
const MOST_TICKS = 12;
/** From here on the points of a line would hide it. */
const MOST_POINTS = 36;

/**
 * Lines over time with their names at their ends. Whole periods are joined; a projection is joined
 * by dashes to the last whole period, and the months so far of a year stand alone, because they
 * cannot be set against whole years.
 */
export function lineView({ lines, ticks, axis, digits }: LineChart): Json {
  const all = lines.flatMap(({ points }) => points);
  const values = all.flatMap(({ value }) => (value === null ? [] : [value]));
  const domain = zeroBasedDomain(values, ROOM);
  const height = Math.max(LEAST_HEIGHT, lines.length * LABEL_STEP);
  const width = PLOT_WIDTH - Math.max(0, ...lines.map(({ label }) => textWidth(label, LABEL_SIZE)));
  const [first, last] = [ticks[0]!.position, ticks.at(-1)!.position];
  const margin = Math.max(1, last - first) * 0.03;
  const labels = endLabels(lines, domain, height);
  const end = Math.max(last, ...labels.map(({ labelPosition }) => labelPosition));
  const shown = thinned(ticks);
  const names = Object.fromEntries(shown.map(({ position, label }) => [position, label]));
  const x = {
    field: "position",
    type: "quantitative",
    scale: { domain: [first - margin, end + margin], nice: false, zero: false },
    axis: {
      title: null,
      grid: false,
      ticks: true,
      values: shown.map(({ position }) => position),
      labelExpr: `(${JSON.stringify(names)})[datum.value]`,
    },
  };
  const y = {
    field: "value",
    type: "quantitative",
    scale: { domain, nice: false },
    axis: { title: axis, tickCount: 6, format: `,.${digits > 1 ? 1 : 0}~f` },
  };
  const looks = {
    color: { field: "colour", type: "nominal", scale: null },
    shape: { field: "shape", type: "nominal", scale: null },
    detail: { field: "line" },
  };
  const rows = lines.flatMap((line, index) => pointRows(line, index));
  const projections = lines.flatMap((line, index) => projectionRows(line, index));
  const many = all.length / lines.length > MOST_POINTS;
  return {
    width: Math.max(PLOT_WIDTH / 2, width),
    height,
    data: { values: rows },
    layer: [
      zeroLine("y"),
      {
        transform: [{ filter: "datum.state === 'whole'" }],
        mark: { type: "line", strokeWidth: 2.2, invalid: "break-paths-show-path-domains" },
        encoding: {
          x,
          y,
          ...looks,
          shape: undefined,
          strokeDash: { field: "dash", type: "nominal", scale: null },
        },
      },
      {
        data: { values: projections },
        mark: { type: "line", strokeWidth: 2, strokeDash: [3, 4] },
        encoding: { x, y, ...looks, shape: undefined },
      },
      ...(many
        ? []
        : [
            {
              transform: [{ filter: "datum.state === 'whole' && datum.value !== null" }],
              mark: { type: "point", filled: true, size: 52, opacity: 1 },
              encoding: { x, y, ...looks },
            },
          ]),
      {
        transform: [{ filter: "datum.state !== 'whole' && datum.value !== null" }],
        mark: { type: "point", fill: "white", size: 70, strokeWidth: 2, opacity: 1 },
        encoding: { x, y, ...looks },
      },
      {
        data: { values: labels.filter(({ moved }) => moved) },
        mark: { type: "rule", strokeWidth: 0.8 },
        encoding: {
          ...{ x, x2: { field: "labelPosition" }, y, y2: { field: "labelAt" } },
          color: looks.color,
        },
      },
      {
        data: { values: labels },
        mark: {
          type: "text",
          align: "left",
          baseline: "middle",
          dx: 10,
          fontSize: LABEL_SIZE,
          fontWeight: "bold",
        },
        encoding: {
          x: { ...x, field: "labelPosition" },
          y: { ...y, field: "labelAt" },
          text: { field: "label" },
          color: { field: "ink", type: "nominal", scale: null },
        },
      },
    ],
  };
}

function pointRows({ label, points }: Line, index: number): Json[] {
  return points.map(({ position, value, state, label: period }) => ({
    ...{ line: label, position, period, value, state },
    ...lookOf(index),
  }));
}

function lookOf(index: number): Json {
  return {
    colour: palette[index % palette.length],
    shape: shapes[index % shapes.length],
    ink: textPalette[index % textPalette.length],
    dash: dashes[Math.floor(index / palette.length) % dashes.length],
  };
}

/** The dashes from the last whole period to each projection. */
function projectionRows({ label, points }: Line, index: number): Json[] {
  const rows: Json[] = [];
  let before: LinePoint | null = null;
  for (const point of points) {
    if (point.value === null) continue;
    if (point.state === "projected" && before) {
      const line = `${label} ${point.label}`;
      const both = [before, point].map(({ position, value }) => ({ line, position, value }));
      rows.push(...both.map((row) => ({ ...row, ...lookOf(index) })));
    }
    if (point.state !== "unfinished") before = point;
  }
  return rows;
}

interface EndLabel {
  readonly label: string;
  readonly position: number;
  readonly value: number;
  readonly labelPosition: number;
  readonly labelAt: number;
  readonly moved: boolean;
  readonly colour: unknown;
  readonly ink: unknown;
}

/**
 * The name of each line at the right, as high as its last point that is joined; where two would
 * overlap, they are moved apart, and a thin line leads from the point to the name.
 */
function endLabels(
  lines: readonly Line[],
  [low, high]: readonly [number, number],
  height: number,
): EndLabel[] {
  const step = ((high - low) * LABEL_STEP) / height;
  const ends = lines.flatMap(({ label, points }, index) => {
    const known = points.filter(({ value }) => value !== null);
    const last = known.filter(({ state }) => state !== "unfinished").at(-1) ?? known.at(-1);
    if (!last) return [];
    return [{ label, position: last.position, value: last.value!, look: lookOf(index) }];
  });
  const positions = lines.flatMap(({ points }) => points.map(({ position }) => position));
  const furthest = Math.max(...positions);
  const leader = (furthest - Math.min(...positions)) * LEADER;
  const sorted = ends.sort((a, b) => b.value - a.value);
  const places = spread(
    sorted.map(({ value }) => value),
    step,
  );
  const moved = sorted.some(({ value }, at) => Math.abs(value - places[at]!) > step / 2);
  const apart = moved || ends.some(({ position }) => position < furthest);
  return sorted.map(({ look, ...end }, at) => ({
    ...end,
    colour: look.colour,
    ink: look.ink,
    labelPosition: apart ? furthest + leader : furthest,
    labelAt: places[at]!,
    moved,
  }));
}

/**
 * Falling values moved apart to at least a step, as little as can be: the least squares under that
 * order, by pooling adjacent violators.
 */
export function spread(values: readonly number[], step: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const [index, value] of values.entries()) {
    let pool = { sum: value + index * step, count: 1 };
    for (let above = pools.at(-1); above && mean(above) < mean(pool); above = pools.at(-1)) {
      pools.pop();
      pool = { sum: above.sum + pool.sum, count: above.count + pool.count };
    }
    pools.push(pool);
  }
  return pools
    .flatMap((pool) => Array.from({ length: pool.count }, () => mean(pool)))
    .map((place, index) => place - index * step);
}

function mean({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}

/** At most a dozen ticks, evenly chosen; of months, Januaries. */
function thinned<Tick extends { readonly position: number }>(ticks: readonly Tick[]): Tick[] {
  if (ticks.length <= MOST_TICKS) return [...ticks];
  const januaries = ticks.filter(({ position }) => position % 12 === 0);
  const candidates = januaries.length > 2 ? januaries : ticks;
  const every = Math.ceil(candidates.length / MOST_TICKS);
  return candidates.filter((_, index) => index % every === 0);
}
