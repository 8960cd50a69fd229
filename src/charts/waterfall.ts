import type { Answer, ResultRow } from "../calculation/result.ts";
import type { WaterfallChart, WaterfallStep } from "./chart.ts";
import { chartSubtitle, chartTitle, periodsOf, scaleOf, subjectOf, valueScale } from "./frame.ts";
import { periodTitle } from "./period-title.ts";

/** How a waterfall leads from the first figure to the last. */
interface Path {
  readonly start: { readonly name: string; readonly label: string };
  /** `sign` says whether the component is added or taken away. */
  readonly changes: readonly {
    readonly name: string;
    readonly label: string;
    readonly sign: 1 | -1;
  }[];
  readonly end: { readonly name: string; readonly label: string };
}

const paths: readonly Path[] = [
  {
    start: { name: "balance", label: "Balance" },
    changes: [
      { name: "petroleumExports", label: "less petroleum exports", sign: -1 },
      { name: "petroleumImports", label: "plus petroleum imports", sign: 1 },
    ],
    end: { name: "value", label: "Balance without petroleum" },
  },
  {
    start: { name: "exports", label: "Exports" },
    changes: [{ name: "imports", label: "less imports", sign: -1 }],
    end: { name: "balance", label: "Balance" },
  },
];

/** Whether the rows hold the parts of a waterfall. */
export function hasWaterfall({ result }: Answer): boolean {
  return result.rows.some((row) => pathOf(row) !== undefined);
}

/** Whether the rows tell a balance with and without petroleum, which a waterfall shows best. */
export function hasPetroleum({ result }: Answer): boolean {
  return result.rows.some((row) => typeof row.petroleumImports === "number");
}

/** A panel for each row that has all parts, from the balance to the balance without petroleum. */
export function waterfallChart(answer: Answer, digits: number | null): WaterfallChart {
  const { rows } = answer.result;
  const inDollars = { ...answer, result: { ...answer.result, rows: rows.filter(pathOf) } };
  const several = periodsOf(rows).length > 1;
  const petroleum = hasPetroleum(answer);
  const scale = petroleum ? valueScale(inDollars, digits) : exportScale(inDollars, digits);
  return {
    kind: "waterfall",
    title: chartTitle(answer),
    subtitle: chartSubtitle(answer),
    axis: petroleum ? `Balance, ${scale.unit}` : scale.unit,
    digits: scale.digits,
    panels: inDollars.result.rows.map((row) => {
      const subject = subjectOf(row, answer);
      return {
        label: several && row.period !== null ? `${subject}, ${periodTitle(row.period)}` : subject,
        steps: stepsOf(row, pathOf(row)!, scale.divisor),
      };
    }),
  };
}

function exportScale(answer: Answer, digits: number | null) {
  const column = answer.columns.find(({ name }) => name === "exports");
  const figures = answer.result.rows.map((row) => Number(row.exports));
  return scaleOf(column?.unit ?? "USD", figures, digits);
}

function pathOf(row: ResultRow): Path | undefined {
  return paths.find(
    ({ start, changes, end }) =>
      typeof row[start.name] === "number" &&
      typeof row[end.name] === "number" &&
      typeof row[changes.at(-1)!.name] === "number",
  );
}

function stepsOf(row: ResultRow, { start, changes, end }: Path, divisor: number): WaterfallStep[] {
  const amount = (name: string) => Number(row[name]) / divisor;
  const steps: WaterfallStep[] = [
    { label: start.label, from: 0, to: amount(start.name), role: "result" },
  ];
  for (const { name, label, sign } of changes) {
    if (typeof row[name] !== "number") continue;
    const from = steps.at(-1)!.to;
    steps.push({ label, from, to: from + sign * amount(name), role: "change" });
  }
  return [...steps, { label: end.label, from: 0, to: amount(end.name), role: "result" }];
}
