import { DOLLARS } from "../records/record.ts";
import type { Answer, ResultRow } from "./result.ts";

interface Currencies {
  readonly currencies: ReadonlySet<string>;
  /** Those of a row, whose place in the answer is told too. */
  readonly currencyOf: (row: ResultRow, at: number) => string;
}

/**
 * The answer with its money in the currency of its rows, where that is not US dollars; rows of several
 * currencies name each their own.
 */
export function inCurrency(answer: Answer, { currencies, currencyOf }: Currencies): Answer {
  const [currency] = currencies;
  if (currencies.size > 1) return inSeveral(answer, currencies, currencyOf);
  if (currency === DOLLARS || currency === undefined) return answer;
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

function inSeveral(
  answer: Answer,
  currencies: ReadonlySet<string>,
  currencyOf: Currencies["currencyOf"],
): Answer {
  const { columns, result } = answer;
  const all = [...currencies].sort().join("/");
  const unit = result.unit === DOLLARS ? all : result.unit;
  return {
    ...answer,
    columns: [
      ...columns.map((one) => (one.unit === DOLLARS ? { ...one, currency: all } : one)),
      { name: "currency", title: "Currency", unit: "text" },
    ],
    result: {
      ...result,
      unit,
      rows: result.rows.map((row, at): ResultRow => {
        const own = currencyOf(row, at);
        return {
          ...row,
          unit: row.unit === DOLLARS ? own || all : row.unit,
          currency: own || null,
        };
      }),
    },
  };
}
