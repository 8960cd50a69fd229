import type { Dimension } from "../metrics/cell.ts";
import { withCount, withRest } from "./names.ts";
import { rankingOrder, sortRows } from "./order.ts";
import type { ShownPeriod } from "./periods.ts";
import type { ResultRow } from "./result.ts";
import { type ComputedRow, memberOf, type RowComputer, type Standing } from "./rows.ts";

/** One member of a dimension, with its row of each period. */
interface Member {
  readonly standing: Standing;
  readonly rows: readonly ComputedRow[];
}

/** The row of the whole, and whether it leaves out members of which a figure is missing. */
interface Whole extends ComputedRow {
  readonly isOfComplete?: boolean;
}

/**
 * The rows of a place: one for each period, or broken into the members of a dimension, each of these
 * into those of the next. What the members shown leave of the whole, and the whole, follow them, so
 * that the rows add up.
 */
export function brokenRows(
  computer: RowComputer,
  standing: Standing,
  periods: readonly ShownPeriod[],
  by: readonly Dimension[],
): ResultRow[] {
  const [first, ...others] = by;
  if (!first) return periods.map((period) => computer.row(standing, period, "member").row);
  const { question, cube } = computer;
  const all = cube
    .members(first, standing.place)
    .map((member): Member => {
      const own = memberOf(question, standing, first, member);
      return { standing: own, rows: periods.map((period) => computer.row(own, period, "member")) };
    })
    .filter(({ rows }) => rows.some(isKnown));
  const shown = question.top === null ? all : topOf(all, computer);
  const members =
    others.length > 0
      ? shown.flatMap((member) => brokenRows(computer, member.standing, periods, others))
      : ordered(shown, computer);
  if (!question.metric.asks.additive || isMixed(computer, standing, first)) return members;
  const wholes = periods.map((period, at) =>
    wholeOf(
      computer,
      standing,
      first,
      all.map(({ rows }) => rows[at]!),
      period,
    ),
  );
  const rests = periods.flatMap((period, at) => {
    const left = all.filter(
      (member) => !shown.includes(member) && isCounted(wholes[at]!, member.rows[at]!),
    );
    const names = withRest(
      standing.names,
      first,
      first === "partner" && listsSome(wholes[at]!) ? null : left.length,
    );
    const rest = computer.rest(
      wholes[at]!,
      shown.map(({ rows }) => rows[at]!),
      names,
      period,
    );
    return rest ? [rest] : [];
  });
  return [...members, ...rests, ...wholes.map(({ row }) => row)];
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
  if (by !== "product" || !nets(whole)) return whole;
  const lacking = members.filter((member) => isKnown(member) && member.row.reason === "no-data");
  if (lacking.length === 0) return whole;
  const complete = members.filter(({ row }) => row.reason !== "no-data");
  computer.noteOneWay(whole, lacking, complete.length, period);
  const names = withCount(standing.names, by, complete.length);
  return { ...computer.sum(whole, complete, names, period), isOfComplete: true };
}

/** Whether the data list only some of the members, so that nobody knows how many are left. */
function listsSome({ inputs }: Whole): boolean {
  return [...inputs.values()].some(({ figures }) =>
    figures.some(({ dataset }) => dataset.somePartners),
  );
}

/** Whether a member is part of the whole that is shown. */
function isCounted({ isOfComplete }: Whole, member: ComputedRow): boolean {
  return isKnown(member) && !(isOfComplete && member.row.reason === "no-data");
}

/** Whether a row sets unlike flows of one cell against each other. */
function nets({ requests }: ComputedRow): boolean {
  return new Set(Object.values(requests).map(({ of }) => of)).size > 1;
}

/** Whether the data have any figure of a row. */
function isKnown({ row, inputs }: ComputedRow): boolean {
  return row.reason !== "no-data" || [...inputs.values()].some(({ value }) => value !== null);
}

/** The first members by the last period, in every period the same. */
function topOf(all: readonly Member[], { question }: RowComputer): Member[] {
  const order = question.sort ?? rankingOrder(question.metric.asks.ranking);
  const last = all.filter(({ rows }) => isKnown(rows.at(-1)!));
  const byRow = new Map(last.map((member) => [member.rows.at(-1)!.row, member]));
  return sortRows([...byRow.keys()], order)
    .slice(0, question.top!)
    .map((row) => byRow.get(row)!);
}

/** The rows of members one after the other; where they are sorted, and not chosen so, all together. */
function ordered(shown: readonly Member[], { question }: RowComputer): ResultRow[] {
  const rows = shown.flatMap((member) => member.rows.map(({ row }) => row));
  return question.top === null ? sortRows(rows, question.sort) : rows;
}

/** Whether a list of members names wholes beside others, whose sum would count trade twice. */
function isMixed({ question }: RowComputer, { place }: Standing, by: Dimension): boolean {
  if (by !== "partner" || place.partner === "all") return false;
  const { partner } = place;
  const { directory } = question;
  return partner.length > 1 && partner.some((code) => directory.get(code)?.kind === "aggregate");
}
