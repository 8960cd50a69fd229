import { InputError } from "../errors.ts";
import type {
  ComputeContext,
  FigureRequest,
  Metric,
  MetricParameters,
  Outcome,
} from "../metrics/metric.ts";
import type { Interval } from "../numbers/interval.ts";
import type { NamedPartner, PartnerSelection } from "../partners/directory.ts";
import { WORLD } from "../records/record.ts";
import type { OpenDatasets } from "../sources/dataset.ts";
import { definitionOf, resultColumns } from "./columns.ts";
import { DataUseTally } from "./data-use.ts";
import { namedIntervals } from "./from-numbers.ts";
import { type MeasuredFigure, measure } from "./measure.ts";
import { orderRows } from "./order.ts";
import { describeParameters } from "./parameters.ts";
import {
  basePeriodOf,
  questionCalendar,
  type ShownPeriod,
  shownPeriods,
  yearsBetween,
} from "./periods.ts";
import type { Question } from "./question.ts";
import type { Answer, ResultRow } from "./result.ts";
import { WarningList, warnOfLengths, warnOfRow } from "./warnings.ts";

/** A row of the answer: one partner or the whole group. */
interface Subject {
  readonly shown: NamedPartner;
  readonly codes: readonly string[];
}

/**
 * Answers a question from open datasets: a pure function of both. Rows stand in the order of the
 * partners, then of the periods; the row of the whole group, where asked for, comes last.
 * @throws InputError when the question cannot be put to these data.
 */
export function answer(question: Question, datasets: OpenDatasets): Answer {
  refuseWholeWithParts(question);
  const warnings = new WarningList();
  const tally = new DataUseTally();
  const periods = shownPeriods(question, questionCalendar(question, datasets), warnings);
  if (question.prices) refuseSeveralSpans(question, periods);
  const rows: ResultRow[] = [];
  const single: Subject[] = question.partners.partners.map((shown) => ({
    shown,
    codes: [shown.code],
  }));
  const compute = (subject: Subject) =>
    periods.map((shown) => computeRow(question, datasets, subject, shown, { warnings, tally }));
  for (const subject of single) rows.push(...compute(subject));
  const ordered = orderRows(rows, question.sort, question.top);
  if (question.total) {
    const { whole, partners } = question.partners;
    ordered.push(...compute({ shown: whole, codes: partners.map(({ code }) => code) }));
  }
  for (const dataset of tally.datasets()) {
    for (const [reason, count] of Object.entries(dataset.rejected)) {
      warnings.add(
        "rows-skipped",
        `${dataset.description.id}: ${count} row${count === 1 ? "" : "s"} skipped: ${reason}`,
      );
    }
  }
  const columns = resultColumns(question, ordered);
  return {
    title: titleOf(question),
    columns,
    result: {
      schema: "trade-metrics/result/v1",
      metric: question.metric.id,
      unit: question.metric.unit,
      definition: definitionOf(question.metric),
      parameters: describeParameters(
        question,
        periods.map(({ period }) => period.label),
      ),
      data: tally.toArray(),
      rows: ordered,
      warnings: warnings.toArray(),
    },
  };
}

function titleOf({ metric, of, product }: Question): string {
  const measured = metric.options.includes("of")
    ? ` of ${of === "total" ? "total trade" : of}`
    : "";
  const products = product.codes.length + product.excluded.length > 0 ? `, ${product.title}` : "";
  return `${metric.title}${measured}${products}`;
}

/** A sum of a published whole and another partner could count the same trade twice. */
function refuseWholeWithParts({ metric, partners, total, whole }: Question): void {
  if (total) refuseAggregate(partners, "--total", "--partner");
  if (metric.options.includes("whole") && whole.kind === "partners") {
    refuseAggregate(whole.selection, "--whole", "--whole");
  }
}

function refuseAggregate({ partners }: PartnerSelection, option: string, mend: string): void {
  const aggregate = partners.find(({ kind }) => kind === "aggregate");
  const other = partners.find((partner) => partner !== aggregate);
  if (!aggregate || !other) return;
  const holds = aggregate.code === WORLD ? "already holds" : "is a whole that may already hold";
  throw new InputError(
    `${option}: ${aggregate.code} ${holds} ${other.code}, so the two are never added (leave one out of ${mend})`,
  );
}

/** Prices rise differently between other periods, so one rise holds for one pair of them. */
function refuseSeveralSpans(question: Question, periods: readonly ShownPeriod[]): void {
  const spans = new Set(
    periods.map(({ period }) => `${basePeriodOf(question, period)?.label} to ${period.label}`),
  );
  if (spans.size <= 1) return;
  throw new InputError(
    `--deflate: one rise of prices holds for one pair of periods, not for ${spans.size} (use --from and --to)`,
  );
}

interface Notes {
  readonly warnings: WarningList;
  readonly tally: DataUseTally;
}

function computeRow(
  question: Question,
  datasets: OpenDatasets,
  subject: Subject,
  { period, projectedFrom }: ShownPeriod,
  { warnings, tally }: Notes,
): ResultRow {
  const { metric } = question;
  const growing = metric.options.includes("growth");
  const basePeriod = growing ? basePeriodOf(question, period) : null;
  if (basePeriod) warnOfLengths(warnings, basePeriod, period);
  const parameters: MetricParameters = {
    of: question.of,
    product: question.product,
    petroleum: question.petroleum,
    petroleumFlows: question.petroleumFlows,
    whole:
      question.whole.kind === "partners"
        ? question.whole.selection.partners.map(({ code }) => code)
        : null,
    basePeriod: () => basePeriod,
    indexBase: question.indexBase,
    compoundAnnualGrowth: question.compoundAnnualGrowth,
  };
  const requests = metric.request({ partners: subject.codes, period }, parameters);
  const inputs = new Map<string, MeasuredFigure>();
  for (const [name, request] of Object.entries(requests) as [string, FigureRequest][]) {
    inputs.set(name, measure(datasets, request, question));
  }
  const figures = [...inputs.values()].flatMap((input) => input.figures);
  warnOfRow(warnings, figures);
  for (const figure of figures) tally.add(figure);
  const years =
    question.compoundAnnualGrowth && basePeriod ? yearsBetween(basePeriod, period) : null;
  const context: ComputeContext = { years, ...(question.prices && { prices: question.prices }) };
  const outcome = outcomeOf(metric, inputs, context);
  return {
    partner: subject.shown.code,
    partnerName: subject.shown.name,
    period: period.label,
    ...(basePeriod && { basePeriod: basePeriod.label }),
    ...(projectedFrom && { projectedFrom: projectedFrom.label }),
    ...componentsOf(metric, inputs, outcome),
    ...(question.prices && outcome.value !== null && derivedIntervals(metric, inputs, context)),
    value: outcome.value,
    unit: metric.unit,
    reason: outcome.reason,
  };
}

function outcomeOf(
  metric: Metric,
  inputs: ReadonlyMap<string, MeasuredFigure>,
  context: ComputeContext,
): Outcome {
  const values: Record<string, number> = {};
  for (const [name, { value, reason }] of inputs) {
    if (value === null) return { value: null, reason, derived: {} };
    values[name] = value;
  }
  return metric.compute(values, context);
}

/** What the rounding of a printed rise of prices allows; the figures themselves are exact. */
function derivedIntervals(
  metric: Metric,
  inputs: ReadonlyMap<string, MeasuredFigure>,
  context: ComputeContext,
): Record<string, Interval | null> {
  const exact = [...inputs].map(([name, { value }]) => [name, { low: value!, high: value! }]);
  const intervals = metric.derivedIntervals?.(Object.fromEntries(exact), context) ?? {};
  return namedIntervals(intervals);
}

function componentsOf(
  metric: Metric,
  inputs: ReadonlyMap<string, MeasuredFigure>,
  outcome: Outcome,
): Record<string, number | null> {
  const components: Record<string, number | null> = {};
  for (const name of metric.components) {
    const input = inputs.get(name);
    if (input) components[name] = input.value;
    else if (name in outcome.derived) components[name] = outcome.derived[name]!;
    else if (outcome.value === null && isAlwaysDerived(metric, name)) components[name] = null;
  }
  return components;
}

/** Components that every row of the metric has, even where they could not be computed. */
function isAlwaysDerived(metric: Metric, name: string): boolean {
  return metric.derived.some((derived) => derived.name === name && !derived.optional);
}
