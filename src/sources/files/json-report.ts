import { shortened } from "../../shortened.ts";
import { type RowSource, rowsInMemory } from "./row-source.ts";

/** A service's report as it shows it: headings in groups of columns, cells as they are written. */
interface ReportTable {
  readonly tableInfo?: { readonly dataToReportDesc?: unknown };
  readonly column_groups: readonly { readonly columns: readonly { readonly label?: unknown }[] }[];
  readonly row_groups?: readonly {
    readonly rowsNew?: readonly { readonly rowEntries?: readonly { readonly value?: unknown }[] }[];
  }[];
}

/** What each table shows is not among its columns, and stands in the last one here. */
const SHOWN = "Data Type";

/**
 * The tables of a report in JSON, one for each thing that it shows; null for any other text.
 * @param text JSON, which is not looked at where it cannot be a report.
 */
export function reportTables(text: string, name: string): RowSource[] | null {
  if (!/^\s*\{\s*"dto"\s*:/.test(text)) return null;
  const tables = tablesIn(text);
  if (tables === null || tables.length === 0) return null;
  return tables.map(({ tableInfo, column_groups, row_groups = [] }) => {
    const shown = textOf(tableInfo?.dataToReportDesc);
    const labels = column_groups.flatMap(({ columns }) =>
      columns.map(({ label }) => textOf(label)),
    );
    const rows = row_groups
      .flatMap(({ rowsNew = [] }) => rowsNew)
      .map(({ rowEntries = [] }) => [...rowEntries.map(({ value }) => textOf(value)), shown]);
    const table = [[...labels, SHOWN], ...rows];
    const place = `${name}: ${shortened(shown)}`;
    return rowsInMemory(
      place,
      table.map((cells, line) => ({ cells, line })),
      { place: (line) => `${place}: row ${line}` },
    );
  });
}

function tablesIn(text: string): readonly ReportTable[] | null {
  try {
    const { dto } = JSON.parse(text) as { dto?: { tables?: unknown } | null };
    const tables = dto?.tables;
    const isReport =
      Array.isArray(tables) && tables.every((table) => Array.isArray(table?.column_groups));
    return isReport ? (tables as ReportTable[]) : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value).trim();
}
