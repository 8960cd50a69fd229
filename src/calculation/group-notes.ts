import type { AnyMetric, ComputeContext, Outcome } from "../metrics/metric.ts";
import { moneyText } from "../numbers/money-text.ts";
import type { Period } from "../records/period.ts";
import { currencyOf } from "./flow-figure.ts";
import type { ComputedRow, RowComputer } from "./rows.ts";

/**
 * Says where a group was added up from its members because the published row of its name has others,
 * and what the row would give.
 */
export function noteGroups(
  { question, cube, notes }: RowComputer,
  { requests, inputs: own }: Pick<ComputedRow, "requests" | "inputs">,
  { value }: Pick<Outcome, "value">,
  context: ComputeContext,
  period: Period,
): void {
  const rule = question.members ?? "today";
  const { areas } = cube;
  if (rule === "published" || !areas) return;
  const whose = rule === "today" ? "members of today" : "members then";
  const noteSum = (code: string, count: number) => {
    if (count < 2) return;
    const message = `${code} is the sum of its ${count} ${whose}: the data have no row of that name`;
    notes.warnings.add("group-members", message, period.label);
  };
  for (const code of groupsOf(requests).filter((one) => areas.standsForOthers(one))) {
    const dataset = cube.datasetOf(question.product);
    if (dataset.seriesOf(code).length === 0) {
      noteSum(code, cube.partnersNamed(code, period, question.product).length);
      continue;
    }
    const told = Object.values(requests).flatMap(({ at }) => {
      if (cube.partnersNamed(code, at.period, question.product).length === 1) return [];
      const difference = areas.differenceOfRow(dataset, code, at.period);
      return difference ? words(difference, at.period) : [];
    });
    if (told.length === 0) continue;
    const inputs = cube.withMembers("published").figures(requests);
    // A vintage may have a row of the members of today, whatever the others have.
    if ([...inputs].every(([name, { value: of }]) => of !== null && of === own.get(name)?.value)) {
      continue;
    }
    const published = ungated(question.metric, requests, inputs, context);
    const currency = currencyOf(inputs.values());
    const given =
      published === null || value === null
        ? ""
        : `: ${shown(published, question.metric.unit, currency)}`;
    notes.warnings.add(
      "group-members",
      `${code} is the sum of its ${whose}; as published, with ${[...new Set(told)].join(" and ")}${given}`,
      period.label,
    );
  }
}

function groupsOf(requests: ComputedRow["requests"]): string[] {
  const groups = new Set<string>();
  for (const { at } of Object.values(requests)) {
    if (at.partner !== "all") for (const code of at.partner) groups.add(code);
  }
  return [...groups];
}

/** The value as if the gate had let it pass, which is only told and never given. */
function ungated(
  metric: AnyMetric,
  requests: ComputedRow["requests"],
  inputs: ComputedRow["inputs"],
  context: ComputeContext,
): number | null {
  const figures: Record<string, number> = {};
  for (const [name, figure] of inputs) {
    if (figure.list || figure.value === null) return null;
    figures[name] = figure.value;
  }
  return Object.keys(requests).length === 0 ? null : metric.compute(figures, context).value;
}

/** Whom the row has beside the members of today, or lacks; nothing where it has these. */
function words(
  { more, fewer }: { more: readonly string[]; fewer: readonly string[] },
  { label }: Period,
): string[] {
  const parts = [
    ...(more.length > 0 ? [more.join(", ")] : []),
    ...(fewer.length > 0 ? [`without ${fewer.join(", ")}`] : []),
  ];
  return parts.length === 0 ? [] : [`${parts.join(" and ")} in ${label}`];
}

function shown(value: number, unit: string, currency: string): string {
  if (unit === "USD") return moneyText(value, currency);
  const digits = value.toLocaleString("en-US", { maximumFractionDigits: 2 });
  return unit === "percent" ? `${digits} %` : digits;
}
