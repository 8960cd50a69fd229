import { InputError } from "../errors.ts";
import { figureColumns, tableFigures } from "../metrics/value-added-claims.ts";
import { parsePeriod, parsePeriods } from "../records/period.ts";
import type { Evaluator } from "./evaluate.ts";
import type { ChartDeclaration, ClaimFile } from "./file/schema.ts";
import { claimMetrics } from "./metrics.ts";
import { recipeOf } from "./recipe-of.ts";
import type { ReportChart, ReportSeries, VerifiedClaim } from "./report.ts";

type BarsDeclaration = Extract<ChartDeclaration, { kind: "bars" }>;
type LinesDeclaration = Extract<ChartDeclaration, { kind: "lines" }>;

/**
 * The figures of the report that a claim file draws again, as data. Claims that the run left out
 * are left out of them; a figure of which no claim is left is not drawn.
 */
export function chartsOf(
  { charts }: ClaimFile,
  claims: readonly VerifiedClaim[],
  evaluator: Evaluator,
): ReportChart[] {
  const verified = new Map(claims.map((claim) => [claim.id, claim]));
  return charts.flatMap((chart) => {
    const shown = chart.kind === "bars" ? chart.claims : chart.printed;
    const left = shown.filter(({ claim }) => verified.has(claim));
    if (shown.length > 0 && left.length === 0) return [];
    return [named(chart, () => drawn(chart, verified, evaluator))];
  });
}

function drawn(
  chart: ChartDeclaration,
  verified: ReadonlyMap<string, VerifiedClaim>,
  evaluator: Evaluator,
): ReportChart {
  return chart.kind === "bars" ? bars(chart, verified) : lines(chart, verified, evaluator);
}

/** What a chart cannot be drawn for is said with its name. */
function named(chart: ChartDeclaration, draw: () => ReportChart): ReportChart {
  try {
    return draw();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`charts: ${chart.id}: ${error.message}`, error.hint);
  }
}

function frameOf({ id, title, figure, note }: ChartDeclaration) {
  return { id, title, figure: figure ?? null, note: note ?? null };
}

function bars(chart: BarsDeclaration, verified: ReadonlyMap<string, VerifiedClaim>): ReportChart {
  const shown = chart.claims.flatMap(({ claim, label }) => {
    const found = verified.get(claim);
    return found ? [{ label, claim: found }] : [];
  });
  const claims = shown.map(({ claim }) => claim);
  const best = claims.map(({ explanations }) => explanations[0]);
  const says = [...new Set(best.flatMap((one) => (one ? [one.says] : [])))];
  const [first] = claims;
  const explained: ReportSeries = {
    label: says.length === 1 ? says[0]! : "best explanation",
    role: "explained",
    values: best.map((one) => one?.computed ?? null),
    projected: claims.map(() => false),
  };
  return {
    ...frameOf(chart),
    kind: "bars",
    unit: first!.reported.unit,
    scale: first!.reported.scale,
    places: shown.map(({ label }) => label),
    series: [
      series(
        "as printed",
        "printed",
        claims.map(({ reported }) => reported.value),
      ),
      series(
        "computed as stated",
        "computed",
        claims.map(({ computed }) => computed),
      ),
      ...(says.length > 0 ? [explained] : []),
    ],
    data: [...new Set(claims.flatMap(({ data }) => data))],
  };
}

function series(
  label: string,
  role: ReportSeries["role"],
  values: readonly (number | null)[],
): ReportSeries {
  return { label, role, values, projected: values.map(() => false) };
}

function lines(
  chart: LinesDeclaration,
  verified: ReadonlyMap<string, VerifiedClaim>,
  evaluator: Evaluator,
): ReportChart {
  const [unit, ...others] = new Set(chart.lines.map(unitOf));
  if (others.length > 0)
    throw new InputError("lines in dollars and in percent cannot share an axis (draw them apart)");
  const places = parsePeriods(chart.periods).map(({ label }) => label);
  const data = new Set<string>();
  const computed = chart.lines.map(({ label, ...compute }): ReportSeries => {
    const recipes = places.map((period) => recipeOf({ ...compute, period }, evaluator.sources));
    for (const recipe of recipes) for (const name of evaluator.dataOf(recipe)) data.add(name);
    return {
      label,
      role: "computed",
      values: recipes.map((recipe) => evaluator.evaluate(recipe).value),
      projected: recipes.map((recipe) => evaluator.isProjected(recipe)),
    };
  });
  const labels = [...new Set(chart.printed.map(({ label }) => label))];
  const printed = labels.map((label) =>
    series(
      label,
      "printed",
      places.map((place) => {
        const mark = chart.printed.find(
          (one) => one.label === label && parsePeriod(one.period).label === place,
        );
        const claim = mark && verified.get(mark.claim);
        if (!claim) return null;
        return mark.negated ? -claim.reported.value : claim.reported.value;
      }),
    ),
  );
  return {
    ...frameOf(chart),
    kind: "lines",
    unit: unit!,
    scale: chart.scale ?? null,
    places,
    series: [...computed, ...printed],
    data: [...data],
  };
}

function unitOf({ metric, measure }: LinesDeclaration["lines"][number]): string {
  const inTable = tableFigures.find((one) => one.metric.id === metric);
  const column = inTable && figureColumns(inTable.metric).get(measure ?? "value");
  return column ?? claimMetrics.find(({ id }) => id === metric)!.unit;
}
