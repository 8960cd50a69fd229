import type { FigureRequest } from "../metrics/cell.ts";
import { moneyText } from "../numbers/money-text.ts";
import { isUnlikeMonths } from "../numbers/rounded-sums.ts";
import { DOLLARS } from "../records/record.ts";
import type { CubeFigure } from "./cube-figure.ts";
import { currencyOf, type UsedFigure } from "./flow-figure.ts";
import type { WarningList } from "./warnings.ts";

const MONTHS = 12;
/** The length of the label of a year. */
const YEAR = 4;

/**
 * Says where a part is more than the whole that should hold it, and where a ratio sets a part of one
 * dataset against the whole of another; a difference shows both.
 */
export function notePartAboveWhole(
  requests: Readonly<Record<string, FigureRequest>>,
  inputs: ReadonlyMap<string, CubeFigure>,
  warnings: WarningList,
  isRatio: boolean,
): void {
  const all = Object.entries(requests);
  for (const [name, part] of all) {
    for (const [other, whole] of all) {
      if (!isPart(part, whole)) continue;
      const [own, full] = [inputs.get(name)?.value ?? null, inputs.get(other)?.value ?? null];
      if (own === null || full === null) continue;
      if (isRatio) {
        const [of, beside] = [datasetsOf(inputs.get(name)!), datasetsOf(inputs.get(other)!)];
        const message = `${name} is of ${of}, ${other} of ${beside}: two datasets`;
        if (of !== beside && of !== "" && beside !== "")
          warnings.add("two-datasets", message, part.at.period.label);
      }
      if (own <= full) continue;
      const currency = currencyOf(inputs.values());
      warnings.add(
        "part-above-whole",
        `a part of ${moneyText(own, currency)} is more than its whole of ${moneyText(full, currency)}: these are figures of two kinds or two sources`,
        part.at.period.label,
      );
    }
  }
}

function datasetsOf({ figures }: CubeFigure): string {
  return [...new Set(figures.map(({ dataset }) => dataset.description.id))].sort().join(" and ");
}

function isPart(part: FigureRequest, whole: FigureRequest): boolean {
  if (part.each || whole.each || part.of !== whole.of || part.of === "balance") return false;
  const [a, b] = [part.at, whole.at];
  if (a.period.label !== b.period.label || !isSame(a.reporter, b.reporter)) return false;
  const samePartner = isSame(a.partner, b.partner);
  const sameProduct = a.product.id === b.product.id;
  const isNarrower = b.partner === "all" && !samePartner;
  const isOfAll = b.product.codes.length + b.product.excluded.length === 0 && !sameProduct;
  return (isNarrower && (sameProduct || isOfAll)) || (samePartner && isOfAll);
}

function isSame(one: FigureRequest["at"]["reporter"], other: typeof one): boolean {
  return one === other || (one !== "all" && other !== "all" && String(one) === String(other));
}

/** Says where a year that was published is not the sum of its months, which are published as well. */
export function noteYears(figures: readonly UsedFigure[], warnings: WarningList): void {
  for (const { figure, partner, flow } of figures) {
    for (const { series, labels } of figure.records) {
      for (const label of labels) {
        if (label.length !== YEAR) continue;
        const sum = sumOfMonths(series.values, label);
        const year = series.values.get(label)!;
        if (sum === null || !isUnlikeMonths(year, sum)) continue;
        const currency = series.key.currency ?? DOLLARS;
        warnings.add(
          "year-unlike-months",
          `${flow}s of ${partner} in ${label} are ${moneyText(year, currency)} as published for the year, which was taken; its months add up to ${moneyText(sum, currency)}`,
        );
      }
    }
  }
}

function sumOfMonths(values: ReadonlyMap<string, number>, year: string): number | null {
  let sum = 0;
  for (let month = 1; month <= MONTHS; month += 1) {
    const value = values.get(`${year}-${String(month).padStart(2, "0")}`);
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}
