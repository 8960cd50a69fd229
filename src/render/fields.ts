import { changedRows } from "../calculation/kept-rows.ts";
import type { Answer, Cell, ResultColumn, ResultRow } from "../calculation/result.ts";
import { InputError } from "../errors.ts";
import { findMetric } from "../metrics/registry.ts";

/**
 * An answer whose rows have only these fields, in this order.
 * @throws InputError for a field that no row has.
 */
export function withFields(answer: Answer, names: readonly string[]): Answer {
  const { rows } = answer.result;
  checkFields(names, rows, "--fields");
  // A row without its contractual fields is what was asked for.
  const only = (row: ResultRow) =>
    Object.fromEntries(names.map((name) => [name, row[name]])) as unknown as ResultRow;
  return {
    ...answer,
    columns: names.map((name) => columnOf(answer, name)),
    result: { ...answer.result, rows: changedRows(rows, only) },
  };
}

/** @throws InputError that names the fields there are, for a field that no row has. */
export function checkFields(
  names: readonly string[],
  rows: readonly ResultRow[],
  place: string,
): void {
  const known = new Set<string>();
  for (const row of rows) for (const name in row) known.add(name);
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined || rows.length === 0) return;
  throw new InputError(`${place}: there is no field "${unknown}" (use ${[...known].join(", ")})`);
}

/** A column as the table has it, or one made for a field that tables leave out. */
function columnOf({ columns, result }: Answer, name: string): ResultColumn {
  const shown = columns.find((column) => column.name === name);
  if (shown) return shown;
  const metric = findMetric(result.metric);
  const declared = [...(metric?.inputs ?? []), ...(metric?.derived ?? [])].find(
    (one) => one.name === name,
  );
  if (declared) return { name, title: declared.title, unit: declared.unit };
  const isNumber = result.rows.some((row) => typeof (row[name] as Cell | undefined) === "number");
  return { name, title: name, unit: isNumber ? "number" : "text" };
}
