import { alike } from "../comparison/gate.ts";
import type { Dimension } from "../metrics/cell.ts";
import { isAbsent } from "../metrics/reason.ts";
import type { CubeFigure } from "./cube-figure.ts";
import { lessRow, noteOneWay, restRow, sumRow } from "./derived-rows.ts";
import { withCount, withRest } from "./names.ts";
import { rankingOrder, sortRows } from "./order.ts";
import { basePeriodOf, type ShownPeriod } from "./periods.ts";
import type { ResultRow } from "./result.ts";
import { type ComputedRow, memberOf, type RowComputer, type Standing } from "./rows.ts";

/** One member of a dimension, with its row of each period. */
interface Member {
  readonly member: string;
  readonly rows: readonly KeptRow[];
}

/** A row, and whether the data have any figure of it that is not that of all members. */
interface KeptRow extends ComputedRow {
  readonly isKnown: boolean;
}

/** The row of a whole, and whether it leaves out members of which a figure is missing. */
interface Whole extends ComputedRow {
  readonly isOfComplete?: boolean;
}

/** An area that has gone stands for those that followed it, which are members themselves. */
function isOwnRow(
  member: string,
  { question, cube }: RowComputer,
  periods: readonly ShownPeriod[],
): boolean {
  if (!cube.areas?.standsForOthers(member)) return true;
  return periods
    .flatMap(({ period }) => [basePeriodOf(question, period) ?? period, period])
    .every((period) => {
      const [only, ...others] = cube.partnersNamed(member, period, question.product);
      return only === member && others.length === 0;
    });
}

/**
 * The rows of a place: one for each period, or broken into the members of a dimension, each of these
 * into those of the next. What the members shown leave of the whole, and the whole, follow them, so
 * that the rows add up. None is held longer than others are told from it.
 * @returns the rows of the whole by period.
 */
export function* brokenRows(
  computer: RowComputer,
  standing: Standing,
  periods: readonly ShownPeriod[],
  by: readonly Dimension[],
): Generator<ResultRow, readonly Whole[]> {
  const [first, ...others] = by;
  if (!first) {
    const wholes = periods.map((period) => computer.row(standing, period, "member"));
    yield* rowsOf(wholes);
    return wholes;
  }
  const { question, cube } = computer;
  const shared = computer.sharedInputs(standing, first);
  const isKnown = (row: KeptRow) => row.isKnown;
  const addsUp = question.metric.asks.additive && !isMixed(computer, standing, first);
  const standingOf = (member: string) => memberOf(question, standing, first, member);
  const named = cube
    .members(first, standing.place)
    .filter((member) => first !== "partner" || isOwnRow(member, computer, periods));
  const found = function* (): Generator<Member> {
    for (const member of named) {
      const own = standingOf(member);
      const rows = periods.map((period) =>
        kept(computer.row(own, period, "member"), shared, addsUp),
      );
      if (rows.some(isKnown)) yield { member, rows };
    }
  };
  if (!addsUp && others.length === 0 && question.top === null && !question.sort) {
    for (const { rows } of found()) yield* rowsOf(rows);
    return [];
  }
  const all = [...found()];
  const shown = question.top === null ? all : topOf(all, computer, isKnown);
  const inner: (readonly Whole[])[] = [];
  if (others.length === 0) yield* ordered(shown, computer);
  else {
    for (const { member } of shown) {
      const wholes = yield* brokenRows(computer, standingOf(member), periods, others);
      inner.push(wholes.map(withoutFigures));
    }
  }
  if (!addsUp) return [];
  const wholes = periods.map((period, at): Whole => {
    const rows = all.map(({ rows: own }) => own[at]!).filter(isKnown);
    const whole = wholeOf(computer, standing, first, rows, period);
    if (!whole.isOfComplete) cube.areas?.noteMembers(whole, rows, computer.notes.warnings);
    const left = inner.map((one, index) => [shown[index]!.rows[at]!, one[at]!] as const);
    return left.length > 0 ? lessRow(computer, whole, left, period) : whole;
  });
  const isShown = new Set(shown);
  const notShown = all.filter((member) => !isShown.has(member));
  const rests = periods.flatMap((period, at) => {
    const whole = wholes[at]!;
    const isCounted = ({ rows }: Member) => !whole.isOfComplete || !isAbsent(rows[at]!.row.reason);
    const left = notShown.filter((member) => isKnown(member.rows[at]!) && isCounted(member));
    const parts = shown.flatMap((member, index) =>
      isCounted(member) ? [inner[index]?.[at] ?? member.rows[at]!] : [],
    );
    const listed = first === "partner" && listsSome(whole) ? null : left.length;
    const names = withRest(standing.names, first, listed);
    const rest = restRow(computer, whole, parts, names, period);
    return rest ? [rest] : [];
  });
  yield* rests;
  yield* rowsOf(wholes);
  return wholes;
}

function rowsOf(all: readonly ComputedRow[]): ResultRow[] {
  return all.map(({ row }) => row);
}

/**
 * The row of the whole. Of products that are exported only or imported only nothing can be netted, so
 * the whole is that of the others, which is said.
 */
function wholeOf(
  computer: RowComputer,
  standing: Standing,
  by: Dimension,
  members: readonly ComputedRow[],
  period: ShownPeriod,
): Whole {
  const whole = computer.row(standing, period, "total");
  const isKnown = [...whole.inputs.values()].every(({ value }) => value !== null);
  if (by !== "product" || !nets(whole) || !isKnown) return whole;
  const lacking = members.filter(({ row }) => isAbsent(row.reason));
  if (lacking.length === 0) return whole;
  const complete = members.filter(({ row }) => !isAbsent(row.reason));
  noteOneWay(computer.notes.warnings, whole, lacking, complete.length, period);
  const names = withCount(standing.names, by, complete.length);
  return { ...sumRow(computer, whole, complete, names, period), isOfComplete: true };
}

/** Whether the data list only some of the members, so that nobody knows how many are left. */
function listsSome({ inputs }: Whole): boolean {
  return [...inputs.values()].some(({ figures }) =>
    figures.some(({ dataset }) => dataset.somePartners),
  );
}

/** Whether a row sets unlike flows of one cell against each other. */
function nets({ requests }: ComputedRow): boolean {
  return new Set(Object.values(requests).map(({ of }) => of)).size > 1;
}

/**
 * A row without the figures of which its inputs were made, and without these where nothing is told
 * from them, so that a million rows can be held.
 */
function kept(row: ComputedRow, shared: ReadonlySet<string>, addsUp: boolean): KeptRow {
  const isKnown = hasOwnFigure(row, shared);
  if (!addsUp) return { row: row.row, ...NOTHING, isKnown };
  return { ...withoutFigures(row), isKnown };
}

function withoutFigures<Row extends ComputedRow>(row: Row): Row {
  const inputs = new Map<string, CubeFigure>();
  for (const [name, figure] of row.inputs) inputs.set(name, { ...figure, figures: [] });
  return { ...row, inputs };
}

const NOTHING = { requests: {}, inputs: new Map(), verdict: alike };

/** Whether the data have any figure of a row that is not that of all members. */
function hasOwnFigure({ inputs }: ComputedRow, shared: ReadonlySet<string>): boolean {
  return [...inputs].some(
    ([name, { value, reason, list }]) =>
      !shared.has(name) &&
      (value !== null || (list !== null && list.length > 0) || !isAbsent(reason)),
  );
}

/**
 * The first members by the last period, in every period the same. Those that have no figure to be
 * ranked by are in the rest, unless no member has one.
 */
function topOf(
  all: readonly Member[],
  { question }: RowComputer,
  isKnown: (row: KeptRow) => boolean,
): Member[] {
  const order = question.sort ?? rankingOrder(question.metric.asks.ranking);
  const last = all.filter(({ rows }) => isKnown(rows.at(-1)!));
  const byRow = new Map(last.map((member) => [member.rows.at(-1)!.row, member]));
  const sorted = sortRows([...byRow.keys()], order);
  const ranked = sorted.filter((row) => (row[order.by] ?? null) !== null);
  return (ranked.length > 0 ? ranked : sorted)
    .slice(0, question.top!)
    .map((row) => byRow.get(row)!);
}

/** The rows of members one after the other; where they are sorted, and not chosen so, all together. */
function ordered(shown: readonly Member[], { question }: RowComputer): ResultRow[] {
  const rows = shown.flatMap((member) => member.rows.map(({ row }) => row));
  return question.top === null ? sortRows(rows, question.sort) : rows;
}

/** Whether a list of members names wholes beside others, whose sum would count trade twice. */
function isMixed({ question, cube }: RowComputer, { place }: Standing, by: Dimension): boolean {
  if (by === "reporter" && typeof place.reporter === "object") {
    return Boolean(cube.areas?.countedOnce(place.reporter).said);
  }
  if (by !== "partner" || place.partner === "all") return false;
  const { partner } = place;
  const { directory } = question;
  return partner.length > 1 && partner.some((code) => directory.get(code)?.kind === "aggregate");
}
