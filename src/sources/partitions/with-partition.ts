import type { RowSource } from "../files/row-source.ts";
import type { Partition } from "./paths.ts";

/** Columns of a path that a file does not have itself; its own say the same of every row. */
export function columnsBeside(
  header: readonly string[],
  { columns, values }: Partition,
): Partition {
  const own = new Set(header.map((name) => name.toLowerCase()));
  const places = columns.flatMap((column, at) => (own.has(column.toLowerCase()) ? [] : [at]));
  return { columns: places.map((at) => columns[at]!), values: places.map((at) => values[at]!) };
}

/** A table with the columns of its path after its own; the header is its first row. */
export function withPartition(source: RowSource, partition: Partition): RowSource {
  const [header] = source.sample;
  const { columns, values } = columnsBeside(header?.cells ?? [], partition);
  if (!header || columns.length === 0) return source;
  const wider = (cells: readonly string[], line: number) =>
    line === header.line ? [...cells, ...columns] : [...cells, ...values];
  const all = (rows: RowSource["sample"]) =>
    rows.map(({ cells, line }) => ({ cells: wider(cells, line), line }));
  const { stored: _, rows, ...rest } = source;
  return {
    ...rest,
    sample: all(source.sample),
    ...(source.start && { start: all(source.start) }),
    ...(rows && { rows: all(rows) }),
    read: (take, progress) =>
      source.read((cells, line) => take(wider(cells, line), line), progress),
  };
}
