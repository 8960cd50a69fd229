import { InputError } from "../../errors.ts";
import { MULTIPLIERS, wordsOf } from "./column-words.ts";
import type { DeclaredFigures } from "./declared-figures.ts";
import type { DeclaredReading } from "./declared-reading.ts";
import { columnIndex, type NumberedRow } from "./header.ts";
import { mayBeOwnDollars, mayBeUnit, type Unit, unitIn, unitText } from "./units.ts";

/**
 * The unit that the names of columns say, or what stands above the table.
 * @throws InputError where columns are in several units.
 */
export function unitOf(
  figures: readonly DeclaredFigures[],
  above: string,
  { columns, constants }: DeclaredReading,
  place: string,
): Unit | null {
  const named = figures.flatMap(({ header }) => {
    const unit = unitIn(header);
    return unit ? [{ header, unit, text: unitText(unit) }] : [];
  });
  const [first] = named;
  const other = named.find(({ text }) => text !== first!.text);
  if (other) {
    throw new InputError(
      `${place}: "${first!.header}" is in ${first!.text} and "${other.header}" in ${other.text} (read one at a time: --column 'value=${first!.header}' --constant flow=…)`,
    );
  }
  const text = first?.header ?? above;
  if (columns.unit !== undefined || constants.unit !== undefined) return null;
  if (mayBeOwnDollars(text, constants.reporter)) {
    throw new InputError(
      `${place}: "dollars" may be those of ${constants.reporter} (use --constant unit='USD million', or that of its own currency)`,
    );
  }
  return first?.unit ?? unitIn(above);
}

/**
 * The column that is called unit, where it tells something of money; of quantities, it is none that
 * amounts are in.
 */
export function unitColumn(
  { cells: header }: NumberedRow,
  rows: readonly NumberedRow[],
): string | undefined {
  const at = columnIndex(header, "unit");
  const isMoney = rows.some(({ cells }) => mayBeUnit(cells[at] ?? ""));
  return at >= 0 && isMoney ? "unit" : undefined;
}

/**
 * Where a column says by which power of ten figures are multiplied, a unit without one is too small.
 * @throws InputError that names the unit with its power.
 */
export function refuseMultiplier(
  unitColumn: string | undefined,
  { cells: header, line }: NumberedRow,
  rows: readonly NumberedRow[],
  place: (line: number) => string,
): void {
  const by = header.findIndex((name) => MULTIPLIERS.test(wordsOf(name)));
  const at = unitColumn === undefined ? -1 : columnIndex(header, unitColumn);
  if (by < 0 || at < 0) return;
  const row = rows.find(({ cells }) => {
    const unit = unitIn(cells[at] ?? "");
    return unit?.power === 0 && (multiplied(cells[at]!, cells[by] ?? "")?.power ?? 0) !== 0;
  });
  if (!row) return;
  const unit = unitText(multiplied(row.cells[at]!, row.cells[by]!)!);
  throw new InputError(
    `${place(line)}: ${header[by]} is ${row.cells[by]}, so that figures are in ${unit} (use --constant 'unit=${unit}' in place of --column unit=${header[at]}, and --where '${header[by]}=${row.cells[by]}' where it is not the same in all rows)`,
  );
}

/** A unit of money times a power of ten that another column says, as `6` or `Millions`. */
export function multiplied(unit: string, by: string): Unit | null {
  const found = unitIn(unit);
  if (!found) return null;
  const power = /^\d{1,2}$/.test(by) ? Number(by) : (unitIn(`USD ${by}`)?.power ?? 0);
  const text = [3, 6, 9, 12].includes(power) ? { ...found, power: power as Unit["power"] } : found;
  return found.power === 0 ? text : found;
}
