import type { Chart } from "../chart.ts";

/** A sentence for readers who cannot see the chart: its kind, title, and its ends. */
export function describe(chart: Chart): string {
  return `${sentence[chart.kind]}: ${chart.title}. ${contents(chart)}`;
}

const sentence: Readonly<Record<Chart["kind"], string>> = {
  bar: "Bar chart",
  line: "Line chart",
  waterfall: "Waterfall chart",
  "before-after": "Chart of before and after",
  stacked: "Stacked bar chart",
};

function contents(chart: Chart): string {
  const number = (value: number) => value.toFixed(chart.digits);
  switch (chart.kind) {
    case "bar":
      return list(
        chart.bars.map(({ label, value, reason }) =>
          value === null ? `${label} ${reason ?? ""}` : `${label} ${number(value)}`,
        ),
        chart.axis,
      );
    case "line":
      return list(
        chart.lines.flatMap(({ label, points }) => {
          const known = points.filter(({ value }) => value !== null);
          const [first, last] = [known[0], known.at(-1)];
          if (!first || !last) return [];
          return [
            `${label} from ${number(first.value!)} (${first.label}) to ${number(last.value!)} (${last.label})`,
          ];
        }),
        chart.axis,
      );
    case "waterfall":
      return list(
        chart.panels.map(
          ({ label, steps }) =>
            `${label} from ${number(steps[0]!.to)} to ${number(steps.at(-1)!.to)}`,
        ),
        chart.axis,
      );
    case "before-after":
      return list(
        chart.pairs.map(
          ({ label, before, after }) => `${label} ${before.toFixed(1)} to ${after.toFixed(1)}`,
        ),
        chart.axis,
      );
    case "stacked":
      return list(
        chart.bars.map(
          ({ label, parts }) =>
            `${label}: ${parts.map((part) => `${part.label} ${number(part.value)}`).join(", ")}`,
        ),
        chart.axis,
      );
  }
}

function list(texts: readonly string[], axis: string): string {
  return `${axis}: ${texts.join("; ")}.`;
}
