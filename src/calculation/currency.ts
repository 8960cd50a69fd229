import { DOLLARS } from "../records/record.ts";
import type { Answer, ResultRow } from "./result.ts";

/** The answer with its money in the currency of its rows, where that is not US dollars. */
export function inCurrency(answer: Answer, currencies: ReadonlySet<string>): Answer {
  const [currency] = currencies;
  if (currencies.size !== 1 || currency === DOLLARS || currency === undefined) return answer;
  const { columns, result } = answer;
  const unit = result.unit === DOLLARS ? currency : result.unit;
  return {
    ...answer,
    columns: columns.map((one) => (one.unit === DOLLARS ? { ...one, currency } : one)),
    result: {
      ...result,
      unit,
      rows: result.rows.map(
        (row): ResultRow => ({ ...row, unit: row.unit === DOLLARS ? currency : row.unit }),
      ),
    },
  };
}
