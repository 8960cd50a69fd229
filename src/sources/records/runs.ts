import { isYear, monthLabel, parsePeriod, yearPeriod } from "../../records/period.ts";
import type { RowSource } from "../files/row-source.ts";

/** A period between two others of which nothing is said. */
const NOTHING = ".";

/**
 * A table in which the values of consecutive periods of a series stand side by side (the columns
 * `first` and `values`), as one with a row for each value.
 */
export function unrolled(source: RowSource): RowSource {
  const read: RowSource["read"] = (take) => {
    let header: readonly string[] | null = null;
    return source.read((cells, line) => {
      if (header === null) {
        header = cells;
        take([...cells.slice(0, -2), "period", "value"], line);
        return;
      }
      const others = cells.slice(0, -2);
      const first = parsePeriod(cells.at(-2)!);
      const years = isYear(first);
      for (const [at, value] of cells.at(-1)!.split(" ").entries()) {
        if (value === NOTHING) continue;
        const label = years
          ? yearPeriod(first.first / 12 + at).label
          : monthLabel(first.first + at);
        take([...others, label, value], line);
      }
    });
  };
  const [header] = source.sample;
  const own = header && {
    ...header,
    cells: [...header.cells.slice(0, -2), "period", "value"],
  };
  const { rows: _, ...rest } = source;
  return { ...rest, sample: own ? [own] : [], read };
}
