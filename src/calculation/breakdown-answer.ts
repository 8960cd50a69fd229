import { InputError } from "../errors.ts";
import type { BreakdownRequest, BreakdownSubject, MemberOutcome } from "../metrics/breakdown.ts";
import { type Period, periodOf } from "../records/period.ts";
import { WORLD } from "../records/record.ts";
import { type Calendar, calendarOf } from "../selection/calendar.ts";
import type { BreakdownDatasets } from "../sources/dataset.ts";
import { breakdownColumns } from "./breakdown-columns.ts";
import { type GatheredBreakdowns, gatherBreakdowns } from "./breakdown-data.ts";
import { describeBreakdown } from "./breakdown-parameters.ts";
import type { BreakdownQuestion } from "./breakdown-question.ts";
import { definitionOf } from "./columns.ts";
import { DataUseTally } from "./data-use.ts";
import { flowsOf } from "./measure.ts";
import { orderRows } from "./order.ts";
import { basePeriodOf, intersection, type ShownPeriod, shownPeriods } from "./periods.ts";
import type { Answer, ResultRow } from "./result.ts";
import { TradeTable } from "./trade-table.ts";
import { WarningList, warnOfBases, warnOfLengths } from "./warnings.ts";

/** One reporter and one choice of partners: what a row, or the rows of all members, is about. */
interface Subject {
  readonly reporter: string;
  readonly partners: readonly string[] | "world";
}

/** How many members a warning names. */
const NAMED = 5;

/**
 * Answers a question about the make-up of trade: a pure function of the question and the data. Rows
 * stand in the order of reporters, partners, periods and members; the rest and the whole of a period
 * follow its members.
 * @throws InputError when the question cannot be put to these data.
 */
export function breakdownAnswer(question: BreakdownQuestion, datasets: BreakdownDatasets): Answer {
  const { metric } = question;
  const warnings = new WarningList();
  const tally = new DataUseTally();
  const dataset =
    metric.dimensions.length > 0 && question.by === "product"
      ? datasets.withProducts(question.level.system ?? systemOf(question))
      : datasets.forProduct(question.product);
  const table = new TradeTable(dataset, question.preferences);
  const subjects = subjectsOf(question, table);
  const periods = shownPeriods(
    question,
    calendarFor(question, table, subjects[0]!),
    warnings,
    metric.eachMember ? 1 : undefined,
  );
  const rows: ResultRow[] = [];
  const sums: ResultRow[] = [];
  for (const subject of subjects) {
    for (const shown of periods) {
      const found = computeRows(question, table, subject, shown, { warnings, tally });
      rows.push(...found.members);
      if (metric.eachMember) sums.push(...found.sums);
      else rows.push(...found.sums);
    }
  }
  noteAggregates(question, table, warnings);
  for (const [reason, count] of Object.entries(dataset.rejected)) {
    warnings.add("rows-skipped", `${dataset.description.id}: ${count} rows skipped: ${reason}`);
  }
  const all = [...orderRows(rows, question.sort, question.top), ...sums];
  return {
    title: titleOf(question),
    columns: breakdownColumns(question, all),
    result: {
      schema: "trade-metrics/result/v1",
      metric: metric.id,
      unit: metric.unit,
      definition: definitionOf(metric),
      parameters: describeBreakdown(
        question,
        subjects.map(({ reporter }) => reporter),
        periods.map(({ period }) => period.label),
      ),
      data: tally.toArray(),
      rows: all,
      warnings: warnings.toArray(),
    },
  };
}

function systemOf({ product }: BreakdownQuestion): string | null {
  const [code] = product.codes;
  return code === undefined ? null : code.slice(0, code.indexOf(":"));
}

function titleOf({ metric, of, by, product }: BreakdownQuestion): string {
  const flows = of === "total" ? "total trade" : of;
  const measured = metric.measures.length > 0 ? ` of ${flows}` : "";
  const broken = metric.dimensions.length > 1 ? `, by ${by}` : "";
  const products = product.codes.length + product.excluded.length > 0 ? `, ${product.title}` : "";
  return `${metric.title}${measured}${broken}${products}`;
}

function subjectsOf(question: BreakdownQuestion, table: TradeTable): Subject[] {
  const { metric, partners, region } = question;
  if (metric.about === "region") {
    return [{ reporter: region!.whole.code, partners: region!.partners.map(({ code }) => code) }];
  }
  const reporters = question.reporters?.partners.map(({ code }) => code) ?? onlyReporter(table);
  const codes = partners?.partners.map(({ code }) => code) ?? null;
  const together = metric.dimensions.length > 0 && question.by === "partner";
  return reporters.flatMap((reporter): Subject[] => {
    if (codes === null) return [{ reporter, partners: "world" }];
    if (together) return [{ reporter, partners: codes.includes(WORLD) ? "world" : codes }];
    return codes
      .filter((code) => code !== reporter)
      .map((code) => ({ reporter, partners: code === WORLD ? "world" : [code] }));
  });
}

function onlyReporter({ reporters, dataset }: TradeTable): readonly string[] {
  if (reporters.length === 1) return reporters;
  throw new InputError(
    reporters.length === 0
      ? `${dataset.description.id}: no records of the kind asked for`
      : `${dataset.description.id}: which reporter? (use --reporter ${reporters.slice(0, 3).join(",")})`,
  );
}

/** The calendar of the figures that the first row needs. */
function calendarFor(question: BreakdownQuestion, table: TradeTable, subject: Subject): Calendar {
  const year = periodOf(0, 11);
  const requests = Object.values(
    question.metric.request(requestSubject(question, subject, year, year)),
  );
  const calendars = requests.map((request) => requestCalendar(table, request));
  return intersection(calendars.filter((calendar) => calendar !== null));
}

function requestCalendar(table: TradeTable, request: BreakdownRequest): Calendar | null {
  const flows = flowsOf(request.of).map(({ flow }) => flow);
  const reporters = request.reporters === "world" ? table.reporters : request.reporters;
  const partners = request.partners === "world" ? [WORLD, ...table.partners] : request.partners;
  for (const reporter of reporters) {
    for (const partner of partners) {
      const series = table.seriesOf(reporter, partner);
      if (series.length > 0) return calendarOf(series, flows);
    }
  }
  return null;
}

function requestSubject(
  { of, product, region, by }: BreakdownQuestion,
  subject: Subject,
  period: Period,
  base: Period,
): BreakdownSubject {
  const members = region?.partners.map(({ code }) => code) ?? [];
  return { ...subject, of, product, by, period, base, region: members };
}

interface Notes {
  readonly warnings: WarningList;
  readonly tally: DataUseTally;
}

function computeRows(
  question: BreakdownQuestion,
  table: TradeTable,
  subject: Subject,
  { period, projectedFrom }: ShownPeriod,
  { warnings, tally }: Notes,
): { members: ResultRow[]; sums: ResultRow[] } {
  const { metric } = question;
  const base = metric.change ? basePeriodOf(question, period) : null;
  if (base) warnOfLengths(warnings, base, period);
  const requests = metric.request(requestSubject(question, subject, period, base ?? period));
  const gathered = gatherBreakdowns(table, requests, question, warnings);
  warnOfBases(warnings, gathered.figures);
  for (const figure of gathered.figures) tally.add(figure);
  const outcomes = metric.compute(gathered.lists);
  if (outcomes.some(({ kind, value }) => kind === "whole" && value === null)) {
    noteMissing(gathered, warnings, period);
  }
  const fixed = {
    ...(base && { basePeriod: base.label }),
    period: period.label,
    ...(projectedFrom && { projectedFrom: projectedFrom.label }),
  };
  const rowOf = (outcome: MemberOutcome): ResultRow => ({
    reporter: subject.reporter,
    ...placeOf(question, subject, outcome),
    ...fixed,
    ...componentsOf(question, outcome),
    value: outcome.value,
    unit: metric.unit,
    reason: outcome.reason,
  });
  return {
    members: outcomes.filter(({ kind }) => kind === "member").map(rowOf),
    sums: outcomes.filter(({ kind }) => kind !== "member").map(rowOf),
  };
}

function placeOf(
  question: BreakdownQuestion,
  { reporter, partners }: Subject,
  { kind, member }: MemberOutcome,
) {
  const { metric, by, directory } = question;
  const only = partners !== "world" && partners.length === 1 ? partners[0]! : null;
  const group = question.partners?.whole;
  const whole =
    partners === "world"
      ? { code: WORLD, name: directory.nameOf(WORLD) }
      : only !== null
        ? { code: only, name: directory.nameOf(only) }
        : { code: group?.code ?? reporter, name: group?.name ?? reporter };
  if (metric.about === "region") {
    const { code, name } = question.region!.whole;
    return { partner: code, partnerName: name };
  }
  const rest = "not broken down";
  if (!metric.eachMember) return { partner: whole.code, partnerName: whole.name };
  if (by === "partner") {
    if (kind === "rest") return { partner: null, partnerName: rest };
    if (member === null) return { partner: whole.code, partnerName: whole.name };
    return { partner: member, partnerName: directory.nameOf(member) };
  }
  const product = kind === "rest" ? rest : (member ?? question.product.id);
  return { partner: whole.code, partnerName: whole.name, product };
}

function componentsOf({ metric }: BreakdownQuestion, { components }: MemberOutcome) {
  return Object.fromEntries(metric.components.map(({ name }) => [name, components[name] ?? null]));
}

/** Members whose missing figure keeps the whole from being computed. */
function noteMissing(gathered: GatheredBreakdowns, warnings: WarningList, period: Period): void {
  for (const [name, list] of Object.entries(gathered.lists)) {
    const missing = list.filter(({ value, member }) => value === null && member !== "");
    if (missing.length === 0 || missing.length === list.length) continue;
    const named = missing.slice(0, NAMED).map(({ member }) => member);
    const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : "";
    warnings.add(
      "missing-members",
      `${name}: no figure for ${named.join(", ")}${more}, and a missing flow is not a zero flow (add the figures or the total, or use --absent-as-zero)`,
      period.label,
    );
  }
}

/** Wholes are named, so that nobody looks for them among the members. */
function noteAggregates(
  { metric, by, partners }: BreakdownQuestion,
  { aggregates, dataset }: TradeTable,
  warnings: WarningList,
): void {
  if (!metric.dimensions.includes("partner") || by !== "partner") return;
  const asked = partners?.partners.filter(
    ({ kind, code }) => kind === "aggregate" && code !== WORLD,
  );
  if (asked && asked.length > 0 && partners!.partners.length > 1) {
    throw new InputError(
      `--partner: ${asked[0]!.code} is a whole that may already hold the others, so it is no member beside them (leave it out)`,
    );
  }
  if (partners === null && aggregates.length > 0) {
    warnings.add(
      "aggregates-excluded",
      `${dataset.description.id}: wholes of other partners are not members: ${aggregates.join(", ")}`,
    );
  }
}
