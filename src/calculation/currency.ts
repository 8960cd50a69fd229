import { DOLLARS } from "../records/record.ts";
import { joined } from "./joined.ts";
import type { Answer, ResultRow } from "./result.ts";

/** The rows of the answer after a change, which is told the currencies of each. */
type Changed = (change: (row: ResultRow, currency: string) => ResultRow) => readonly ResultRow[];

/**
 * The answer with its money in the currency of its rows, where that is not US dollars; rows of several
 * currencies name each their own.
 */
export function inCurrency(
  answer: Answer,
  currencies: ReadonlySet<string>,
  changed: Changed,
): Answer {
  const [currency] = currencies;
  const isOfSeveral = currencies.size > 1;
  if (currency === undefined || (currency === DOLLARS && !isOfSeveral)) return answer;
  const all = [...currencies].sort().join("/");
  const { columns, result } = answer;
  const unitOf = <Unit>(unit: Unit, own: string) => (unit === DOLLARS ? own : unit);
  const rows = changed(
    (row, own) =>
      joined(
        row,
        { unit: unitOf(row.unit, (isOfSeveral && own) || all) },
        isOfSeveral && { currency: own || null },
      ) as ResultRow,
  );
  return {
    ...answer,
    columns: [
      ...columns.map((one) => (one.unit === DOLLARS ? { ...one, currency: all } : one)),
      ...(isOfSeveral ? [{ name: "currency", title: "Currency", unit: "text" as const }] : []),
    ],
    result: { ...result, unit: unitOf(result.unit, all), rows },
  };
}
