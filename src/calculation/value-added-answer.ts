import { InputError } from "../errors.ts";
import { valueAddedMetric } from "../metrics/value-added-shares.ts";
import type { PartnerSelection } from "../partners/directory.ts";
import type { SortOrder } from "../question/question.ts";
import { isYear, type Period, yearOf } from "../records/period.ts";
import { valueAddedMeasures } from "../records/value-added-measures.ts";
import type { SharesDataset } from "../sources/shares.ts";
import type { Warning } from "../warning.ts";
import { orderRows } from "./order.ts";
import { type Answer, type ResultRow, resultOf, sourceOf, textColumn } from "./result.ts";

export interface ValueAddedQuestion {
  readonly partners: PartnerSelection;
  /** null: the five latest years. */
  readonly periods: readonly Period[] | null;
  readonly measures: readonly string[];
  readonly sort: SortOrder | null;
  readonly top: number | null;
}

const DEFAULT_YEARS = 5;

/**
 * Published shares of value added, as they stand in the dataset: nothing is summed, because shares
 * of a group are not the sum of its members' shares.
 * @throws InputError for a measure that is not published, or a period that is not a year.
 */
export function valueAddedAnswer(
  question: ValueAddedQuestion,
  dataset: SharesDataset,
  warnings: readonly Warning[] = [],
): Answer {
  const { description } = dataset;
  const measures = question.measures.map((code) => {
    const measure = valueAddedMeasures.find((one) => one.code === code.toUpperCase());
    if (!measure || !dataset.measures.includes(measure.code)) {
      throw new InputError(
        `--measure: "${code}" is not in ${description.id} (use ${dataset.measures.join(", ")})`,
      );
    }
    return measure;
  });
  const years = question.periods?.map((period) => yearIn(period, description.id));
  const shown = years ?? dataset.years.slice(-DEFAULT_YEARS);
  const rows: ResultRow[] = [];
  for (const { code, name } of question.partners.partners) {
    for (const year of shown) {
      for (const measure of measures) {
        const value = dataset.valueOf(code, measure.code, year) ?? null;
        rows.push({
          partner: code,
          partnerName: name,
          period: String(year),
          measure: measure.code,
          value,
          unit: "percent",
          reason: value === null ? "no-data" : null,
        });
      }
    }
  }
  const used = rows.filter((row) => row.value !== null).length;
  const notSelected = dataset.count - used;
  const rejected = Object.values(dataset.rejected).reduce((sum, count) => sum + count, 0);
  const [only] = measures;
  return {
    title: measures.length === 1 ? only!.title : valueAddedMetric.title,
    columns: [
      textColumn("partnerName", "Area"),
      textColumn("period", "Period"),
      textColumn("measure", "Measure"),
      { name: "value", title: valueAddedMetric.valueTitle, unit: "percent", digits: 3 },
    ],
    result: resultOf(valueAddedMetric, {
      definition: {
        formula: measures.map((measure) => `${measure.code} = ${measure.formula}`).join("; "),
      },
      parameters: {
        partner: question.partners.partners.map(({ code }) => code),
        period: shown.map(String),
        measure: measures.map(({ code }) => code),
      },
      data: [
        {
          ...sourceOf(description),
          rows: {
            read: dataset.count + rejected,
            used,
            skipped: {
              ...dataset.rejected,
              ...(notSelected > 0 && { "not-selected": notSelected }),
            },
          },
        },
      ],
      rows: orderRows(rows, question.sort, question.top),
      warnings,
    }),
  };
}

function yearIn(period: Period, dataset: string): number {
  if (!isYear(period)) {
    throw new InputError(`--period: "${period.label}": ${dataset} holds whole years (use 2020)`);
  }
  return yearOf(period);
}
