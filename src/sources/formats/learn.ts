import { InputError } from "../../errors.ts";
import type { Warning } from "../../warning.ts";
import { type RowSource, START_ROWS } from "../files/row-source.ts";
import {
  type DeclaredReading,
  declaredDates,
  declaredFiscalYear,
  declaredNumbers,
} from "./declared-reading.ts";
import { figuresOf } from "./figures.ts";
import { columnIndex, type Recognised } from "./header.ts";
import { decimalComma, spellingOf } from "./numbers.ts";
import { ownRecords } from "./own-records.ts";
import { dateOrderOf, type FiscalStart, lookFiscal } from "./periods.ts";
import type { TableSpelling } from "./table-context.ts";

/** How a table writes figures and periods, and what is to be said about it. */
export interface LearnedSpelling {
  readonly spelling: TableSpelling;
  readonly warnings: readonly Warning[];
}

/**
 * How a table writes figures and periods: as the user says, as the layout says, or as its first rows
 * tell without doubt.
 * @throws InputError where they may be read in two ways.
 */
export function learnSpelling(
  source: RowSource,
  recognised: Recognised,
  reading: DeclaredReading,
): LearnedSpelling {
  const { layout } = recognised;
  const rows = (source.rows ?? source.start ?? source.sample)
    .slice(0, START_ROWS)
    .filter(({ line }) => line > recognised.header.line)
    .map(({ cells }) => cells);
  const declared = declaredNumbers(reading);
  const times = {
    fiscal: fiscalOf(source, recognised, rows, reading),
    dates: declaredDates(reading) ?? dateOrderOf(periodTexts(recognised, rows)),
  };
  if (declared || layout.numbers) {
    const marks = [...(layout.numbers?.marks ?? []), ...(declared?.marks ?? [])];
    const base = reading.decimal === null ? (layout.numbers ?? declared!) : declared!;
    return { spelling: { numbers: { ...base, marks }, ...times }, warnings: [] };
  }
  const at = figuresOf(layout, recognised.header.cells).map((figures) => figures.at);
  const texts = rows.flatMap((cells) => at.map((index) => cells[index] ?? ""));
  const found = spellingOf(texts, source.delimiter ?? null);
  const text = texts.find((one) => /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(one))!;
  if (found === "ambiguous") {
    throw new InputError(
      `${source.name}: "${text}" may be ${text.replace(".", ",")} whole units or ${text} with a decimal point (use --decimal comma or --decimal point)`,
    );
  }
  const plain = { numbers: null, ...times };
  if (found === "plain") return { spelling: plain, warnings: [] };
  if (found === "perhaps-thousands") {
    // Only of a layout of its own is it not known how its publisher writes.
    if (recognised.format.publisher !== ownRecords.publisher) {
      return { spelling: plain, warnings: [] };
    }
    const message = `${source.name}: points stand before three digits alone, as in ${text}, and are read as decimal points (--decimal comma reads ${text.replace(".", ",")} whole units, --decimal point says that they are right)`;
    return { spelling: plain, warnings: [{ code: "perhaps-thousands", message }] };
  }
  const message = `${source.name}: figures are read with a decimal comma (--decimal point reads them otherwise)`;
  return {
    spelling: { numbers: decimalComma, ...times },
    warnings: [{ code: "decimal-comma", message }],
  };
}

/** The texts of the column of periods; none where the header holds them. */
function periodTexts(
  { layout, header }: Pick<Recognised, "layout" | "header">,
  rows: readonly (readonly string[])[],
): string[] {
  if (layout.period === "columns") return [];
  const at = columnIndex(header.cells, layout.period.column);
  return rows.map((cells) => cells[at] ?? "");
}

function fiscalOf(
  source: RowSource,
  { layout, header }: Recognised,
  rows: readonly (readonly string[])[],
  reading: DeclaredReading,
): FiscalStart | null {
  const declared = declaredFiscalYear(reading);
  if (declared !== undefined || layout.period === "columns") return declared ?? null;
  const texts = periodTexts({ layout, header }, rows);
  if (!lookFiscal(texts)) return null;
  throw new InputError(
    `${source.name}: periods such as ${[...new Set(texts)].slice(0, 2).join(", ")} read like fiscal years (use --constant fiscalYear=april where they start in April, or fiscalYear=none where they are months)`,
  );
}
