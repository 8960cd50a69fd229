import type { Answer, ResultRow } from "../calculation/result.ts";
import type { BeforeAfterChart, BeforeAfterPair } from "./chart.ts";
import {
  axisTitle,
  chartSubtitle,
  chartTitle,
  periodsOf,
  scaleOf,
  subjectOf,
  valueScale,
} from "./frame.ts";
import { periodTitle } from "./period-title.ts";
import { stateOf } from "./state.ts";

/** Whether the rows say where they start and where they end. */
export function hasEnds({ result }: Answer): boolean {
  return result.rows.some((row) => typeof row.from === "number" && typeof row.to === "number");
}

/** A pair for each partner: the figures from and to which it grew, or its first and last value. */
export function beforeAfterChart(answer: Answer, digits: number | null): BeforeAfterChart {
  return hasEnds(answer) ? growthPairs(answer, digits) : firstAndLast(answer, digits);
}

function growthPairs(answer: Answer, digits: number | null): BeforeAfterChart {
  const rows = answer.result.rows.filter(
    ({ from, to }) => typeof from === "number" && typeof to === "number",
  );
  const figures = rows.flatMap(({ from, to }) => [Number(from), Number(to)]);
  const unit = answer.columns.find(({ name }) => name === "to")?.unit ?? "USD";
  const scale = scaleOf(unit, figures, null);
  const several = periodsOf(rows).length > 1;
  const [first] = rows;
  return {
    kind: "before-after",
    title: chartTitle(answer),
    subtitle: chartSubtitle(answer),
    axis: scale.unit,
    digits: scale.digits,
    growthDigits: digits ?? 1,
    before: several ? "before" : endTitle(first?.basePeriod, "before"),
    after: several ? "after" : endTitle(first?.period, "after"),
    pairs: rows.map((row) => ({
      label: several
        ? `${subjectOf(row, answer)}, ${endTitle(row.period, "")}`
        : subjectOf(row, answer),
      before: Number(row.from) / scale.divisor,
      after: Number(row.to) / scale.divisor,
      growth: row.value,
      reason: row.reason,
      state: stateOf(row, rows),
    })),
  };
}

function firstAndLast(answer: Answer, digits: number | null): BeforeAfterChart {
  const { rows } = answer.result;
  const scale = valueScale(answer, digits);
  const bySubject = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const subject = subjectOf(row, answer);
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), row]);
  }
  const periods = periodsOf(rows);
  const pairs = [...bySubject].flatMap(([label, own]): BeforeAfterPair[] => {
    const [before, after] = [own[0], own.at(-1)];
    if (!before || !after || before.value === null || after.value === null) return [];
    const ends = { before: before.value / scale.divisor, after: after.value / scale.divisor };
    return [{ label, ...ends, growth: null, reason: null, state: stateOf(after, rows) }];
  });
  return {
    kind: "before-after",
    title: answer.title,
    subtitle: chartSubtitle(answer),
    axis: axisTitle(answer, scale),
    digits: scale.digits,
    growthDigits: digits ?? 1,
    before: endTitle(periods[0], "before"),
    after: endTitle(periods.at(-1), "after"),
    pairs,
  };
}

function endTitle(period: ResultRow[string] | undefined, otherwise: string): string {
  return typeof period === "string" ? periodTitle(period) : otherwise;
}
