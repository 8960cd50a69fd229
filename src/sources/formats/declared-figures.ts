import { type DeclaredReading, declaredFiscalYear } from "./declared-reading.ts";
import type { FigureColumn } from "./format.ts";
import { columnIndex } from "./header.ts";
import { asPeriod } from "./period-names.ts";
import { monthNumber } from "./periods.ts";

/** A column of values, and what its name tells. */
export interface DeclaredFigures extends Pick<FigureColumn, "period" | "partner" | "month"> {
  readonly header: string;
  readonly flow: "export" | "import" | null;
}

/** The columns of values: those that are named, else those whose names are periods or months. */
export function figureColumns(
  reading: DeclaredReading,
  header: readonly string[],
  period: string | undefined,
): DeclaredFigures[] {
  const { columns } = reading;
  const fiscal = declaredFiscalYear(reading) ?? null;
  const found: DeclaredFigures[] = [];
  const flows = { value: null, exports: "export", imports: "import" } as const;
  for (const [attribute, flow] of Object.entries(flows)) {
    const column =
      columns[attribute] ??
      (columnIndex(header, attribute) >= 0 && (attribute === "value" || !columns.value)
        ? attribute
        : undefined);
    if (column === undefined) continue;
    const pattern = column.includes("{") ? patternOf(column) : null;
    const others = Object.values(columns).filter((one) => !one.includes("{"));
    for (const name of header) {
      if (pattern && others.some((one) => columnIndex([name], one) === 0)) continue;
      const groups = pattern ? pattern.exec(name)?.groups : undefined;
      if (pattern ? !groups : columnIndex([name], column) < 0) continue;
      const time = groups?.period === undefined ? undefined : asPeriod(groups.period, fiscal);
      if (time === null) continue;
      found.push({
        header: name,
        flow,
        ...(time === undefined ? {} : { period: time }),
        ...(groups?.partner === undefined ? {} : { partner: groups.partner }),
      });
      if (!pattern) break;
    }
  }
  if (found.length > 0) return found;
  if (period !== undefined) {
    const months = header.filter((name) => /^\D{3,9}$/.test(name) && monthNumber(name) !== null);
    if (months.length >= 2) {
      return months.map((name) => ({ header: name, flow: null, month: monthNumber(name)! }));
    }
  }
  return header.flatMap((name) => {
    const time = asPeriod(name, fiscal);
    return time === null ? [] : [{ header: name, flow: null, period: time }];
  });
}

/** `Exports {period}` as a pattern with named groups. */
function patternOf(column: string): RegExp {
  const parts = column.split(/\{(period|partner)\}/);
  const source = parts.map((part, index) =>
    index % 2 === 1 ? `(?<${part}>.+)` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${source.join("")}$`, "is");
}
