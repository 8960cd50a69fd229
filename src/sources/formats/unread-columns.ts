import { InputError } from "../../errors.ts";
import { shellWord } from "../shell-word.ts";
import { MONTH_NAMES, QUANTITY, wordsOf } from "./column-words.ts";
import type { DeclaredReading } from "./declared-reading.ts";
import { columnIndex, type NumberedRow } from "./header.ts";
import { monthNumber } from "./periods.ts";

/** How many columns are looked at. */
const LOOKED_AT = 200;

/** A column that nothing says is read, and its texts. */
interface Unread {
  readonly name: string;
  readonly texts: readonly string[];
}

/** The columns that are not read, but for quantities. */
export function unreadColumns(
  { cells: header }: NumberedRow,
  below: readonly NumberedRow[],
  read: readonly (string | undefined)[],
): readonly Unread[] {
  const isRead = (name: string) =>
    read.some((one) => one !== undefined && columnIndex([name], one) === 0);
  return header.slice(0, LOOKED_AT).flatMap((name, at) => {
    if (name === "" || isRead(name) || QUANTITY.test(wordsOf(name))) return [];
    return [{ name, texts: below.map(({ cells }) => cells[at] ?? "") }];
  });
}

/**
 * Months that are left out would be read as the whole of their year.
 * @throws InputError where a column of months stands unread beside one of years.
 */
export function refuseMonths(
  period: string,
  unread: readonly Unread[],
  { cells: header, line }: NumberedRow,
  { addUp, constants }: DeclaredReading,
  place: (line: number) => string,
  below: readonly NumberedRow[],
): void {
  const at = columnIndex(header, period);
  const isOfYears = below.every(({ cells }) => /^(\d{4})?$/.test(cells[at] ?? ""));
  const months = unread.find(
    ({ name, texts }) =>
      MONTH_NAMES.test(wordsOf(name)) && texts.every((text) => monthNumber(text) !== null),
  );
  if (!isOfYears || !months || addUp.includes(months.name) || constants.period !== undefined) {
    return;
  }
  throw new InputError(
    `${place(line)}: ${months.name} tells months of ${period} (use --column ${shellWord(`month=${months.name}`)}; or, where the months of a year are to be added up, --add-up ${shellWord(months.name)})`,
  );
}
