import { InputError } from "../errors.ts";
import { firstNames } from "../first-names.ts";
import { ONLY_REPORTER } from "../metrics/cell.ts";
import { type Question, type Subject, tellsApart } from "../question/question.ts";
import { isWhole, type OpenDatasets } from "../sources/dataset.ts";
import type { Areas } from "./areas.ts";
import { brokenRows } from "./breakdown.ts";
import { resultColumns } from "./columns.ts";
import type { Cube } from "./cube.ts";
import { inCurrency } from "./currency.ts";
import { DataUseTally } from "./data-use.ts";
import { orderRows } from "./order.ts";
import { describeParameters } from "./parameters.ts";
import { basePeriodOf, questionCalendar, type ShownPeriod, shownPeriods } from "./periods.ts";
import { type Answer, type ResultRow, resultOf } from "./result.ts";
import { routed } from "./route.ts";
import { RowComputer, standingOf } from "./rows.ts";
import { titleOf } from "./title.ts";
import { VintageCube } from "./vintage-cube.ts";
import { WarningList } from "./warnings.ts";

/** Where the rows of an answer are held until all are there. */
export interface RowList {
  /** @param currency the currencies of its figures. */
  add(row: ResultRow, currency: string): void;
  all(): readonly ResultRow[];
  /** The same, each changed when it is asked for. */
  changed(change: (row: ResultRow, currency: string) => ResultRow): readonly ResultRow[];
}

/**
 * Answers a question from open datasets: a pure function of both. Rows stand in the order of the
 * places asked for, then of their members, then of the periods; what members leave of the whole and
 * the whole follow them, and the row of the whole group, where asked for, comes last.
 * @param areas what is known of areas over time; null only where every row is of one period and of
 *   countries of today.
 * @param list where rows are held; null: in a plain list.
 * @throws InputError when the question cannot be put to these data.
 */
export function answer(
  asked: Question,
  datasets: OpenDatasets,
  areas: Areas | null,
  list: RowList | null = null,
): Answer {
  const warnings = new WarningList();
  const tally = new DataUseTally(asked.preferences.sector !== null);
  const cube = cubeOf(asked, routed(asked, datasets, warnings), warnings, areas);
  const question = withReporter(asked, cube);
  const calendar = questionCalendar(question, cube);
  const periods = shownPeriods(question, calendar, warnings);
  if (question.prices) refuseSeveralSpans(question, periods);
  const computer = new RowComputer(question, cube, { warnings, tally });
  const rowsOf = (subject: Subject) =>
    brokenRows(computer, standingOf(question, subject), periods, question.by);
  const kept = question.by.length > 0 ? list : null;
  const all = gathered(computer, rowsOf, () => totalRows(computer, periods), kept);
  if (all.length === 0 && periods.length > 0) noteNothing(question, cube, warnings);
  noteAggregates(question, cube, warnings);
  noteReporters(question, tally, warnings);
  for (const { description, rejected } of tally.datasets()) {
    for (const [reason, count] of Object.entries(rejected)) {
      const counted = `${count} row${count === 1 ? "" : "s"} skipped: ${reason}`;
      warnings.add("rows-skipped", `${description.id}: ${counted}`);
    }
  }
  const answered: Answer = {
    title: titleOf(question, all.length === 0 || all.some(({ value }) => value !== null)),
    columns: resultColumns(question, all),
    ...(question.metric.note && { note: question.metric.note(question.own) }),
    result: resultOf(question.metric, {
      parameters: describeParameters(
        question,
        () => all.flatMap(({ reporter }) => (typeof reporter === "string" ? [reporter] : [])),
        periods.map(({ period }) => period.label),
      ),
      data: tally.toArray(),
      rows: all,
      warnings: warnings.toArray(),
    }),
  };
  return inCurrency(answered, computer.currencies, (change) =>
    kept ? kept.changed(change) : all.map((row) => change(row, computer.currencyOf(row))),
  );
}

/** The cube in which the figures of a question lie. */
function cubeOf(
  question: Question,
  datasets: OpenDatasets,
  warnings: WarningList,
  areas: Areas | null,
): Cube {
  const { preferences, project, absentAsZero, level, product, members, rates = null } = question;
  const settings = {
    ...{ preferences, project, absentAsZero, level, product, rates, areas },
    byProduct: tellsApart(question, "product"),
    members: members ?? "today",
  };
  return new VintageCube(datasets, settings, warnings, { partner: sharedPartners(question) });
}

/** The partners that rows are members of: those of the place that is broken down, or of the total. */
function sharedPartners({ by, subjects, totals }: Question) {
  if (totals[0]) return totals[0].place.partner;
  return by.includes("partner") ? (subjects[0]?.place.partner ?? null) : null;
}

/**
 * The only reporter of the data, where the question is about reporters and names none. A reporter is
 * no partner of its own.
 * @throws InputError where the data have several reporters.
 */
function withReporter(question: Question, cube: Cube): Question {
  if (question.metric.asks.about === "partner") return question;
  const subjects = question.subjects.flatMap(({ place, partner }) => {
    if (place.reporter !== ONLY_REPORTER) return [{ place, partner }];
    const reporter = [cube.onlyReporter(place.product)];
    const isOwn = place.partner.length === 1 && reporter.includes(place.partner[0]!);
    return isOwn ? [] : [{ place: { ...place, reporter }, partner }];
  });
  if (subjects.length === 0 && question.subjects.length > 0) {
    const { code, name } = question.subjects[0]!.partner;
    throw new InputError(
      `--partner: ${code} is the reporter of the data, and ${name} does not trade with itself (name others)`,
    );
  }
  return { ...question, subjects };
}

/** Rows that are not broken into members are put in order, and cut, all together. */
function gathered(
  computer: RowComputer,
  rowsOf: (subject: Subject) => Iterable<ResultRow>,
  totals: () => readonly ResultRow[],
  list: RowList | null,
): readonly ResultRow[] {
  const { by, sort, top, subjects } = computer.question;
  const all = () => subjects.flatMap((subject) => [...rowsOf(subject)]);
  if (by.length === 0) return [...orderRows(all(), sort, top), ...totals()];
  if (!list) return [...all(), ...totals()];
  const keep = (rows: Iterable<ResultRow>) => {
    for (const row of rows) list.add(row, computer.currencyOf(row));
  };
  for (const subject of subjects) keep(rowsOf(subject));
  keep(totals());
  return list.all();
}

function totalRows(computer: RowComputer, periods: readonly ShownPeriod[]): ResultRow[] {
  const { question } = computer;
  const isShown = question.by.length > 0 && question.metric.asks.additive;
  if (isShown) return [];
  return question.totals.flatMap((total) => {
    const standing = standingOf(question, total);
    return periods.map((period) => computer.row(standing, period, "total").row);
  });
}

/** Prices rise differently between other periods, so one rise holds for one pair of them. */
function refuseSeveralSpans(question: Question, periods: readonly ShownPeriod[]): void {
  const spans = new Set(
    periods.map(({ period }) => `${basePeriodOf(question, period).label} to ${period.label}`),
  );
  if (spans.size <= 1) return;
  throw new InputError(
    `--deflate: one rise of prices holds for one pair of periods, not for ${spans.size} (use --from and --to)`,
  );
}

/** An answer without rows says what the data lack. */
function noteNothing({ product, level }: Question, cube: Cube, warnings: WarningList): void {
  const { id } = cube.datasetOf(product).description;
  const what = product.codes.length > 0 ? product.id : (level.system ?? "any product");
  warnings.add("no-members", `${id} has no figure of ${what} to tell members of`);
}

/** Partners of data with several reporters may each be those of another, where no reporter is named. */
function noteReporters(
  { metric, by, subjects }: Question,
  tally: DataUseTally,
  warnings: WarningList,
): void {
  if (metric.asks.about !== "partner" || by.includes("reporter")) return;
  if (subjects.some(({ place }) => place.reporter !== ONLY_REPORTER)) return;
  for (const { id, reporters = [] } of tally.toArray()) {
    if (reporters.length < 2) continue;
    warnings.add(
      "several-reporters",
      `${id}: figures are those of whoever reports them, here ${reporters.join(", ")} (name one with --reporter)`,
    );
  }
}

/** A warning is read; the list of all is in `data show`. */
const NAMED = 5;

/** Wholes are named, so that nobody looks for them among the members. */
function noteAggregates(question: Question, cube: Cube, warnings: WarningList): void {
  const { product, asked } = question;
  if (!tellsApart(question, "partner") || (asked.partner !== null && asked.partner !== "all"))
    return;
  const { description, partners } = cube.datasetOf(product);
  const wholes = partners.filter(isWhole);
  if (wholes.length === 0) return;
  const codes = wholes.map(({ code }) => code);
  warnings.add(
    "aggregates-excluded",
    `${description.id}: aggregates are not counted as partners: ${firstNames(codes, NAMED)}`,
  );
}
