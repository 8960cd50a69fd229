import { resolve } from "node:path";
import type { OpenedFile } from "../files/open-file.ts";
import type { RowSource, StoredTable } from "../files/row-source.ts";
import { partitionOf } from "./paths.ts";
import { columnsBeside, withPartition } from "./with-partition.ts";

/** Files with the same columns that a database reads as one table. */
export interface AlikeFiles {
  /** What they are called together. */
  readonly name: string;
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly kind: StoredTable["kind"];
}

/**
 * One table of many files: all rows of the first, then those of the next.
 * @param first the table of the first file, whose first row is its header.
 * @param open opens another.
 */
export function tableOfFiles(
  { name, paths, bytes, kind }: AlikeFiles,
  first: RowSource,
  open: (path: string) => Promise<OpenedFile>,
): RowSource {
  const [header] = first.sample;
  const top = header?.line ?? 0;
  const { columns } = columnsBeside(header?.cells ?? [], partitionOf(paths[0]!));
  const wide = withPartition(first, partitionOf(paths[0]!));
  /** The number of the row before the first of each file that was read. */
  const starts: number[] = [0];
  const place = (line: number) => {
    let at = starts.length - 1;
    while (at > 0 && starts[at]! >= line) at -= 1;
    const number = line - starts[at]!;
    return kind === "csv" ? `${paths[at]}:${number}` : `${paths[at]}: row ${number}`;
  };
  return {
    name,
    sample: wide.sample,
    ...(wide.start && { start: wide.start }),
    surroundings: "",
    ...(first.delimiter !== undefined && { delimiter: first.delimiter }),
    place,
    stored: {
      path: paths[0]!,
      paths,
      partitions: columns,
      kind,
      delimiter: first.delimiter ?? ",",
      bytes,
      ...(first.stored?.whole && { whole: first.stored.whole }),
    },
    async read(take, progress) {
      let last = 0;
      starts.length = 0;
      for (const [at, path] of paths.entries()) {
        const start = last;
        starts.push(start);
        const opened = await open(path);
        const source = withPartition(opened.sources[0]!, partitionOf(path));
        await source.read((cells, line) => {
          if (line <= top && at > 0) return;
          last = start + line;
          take(cells, last);
        });
        progress?.(name, (bytes * (at + 1)) / paths.length, bytes);
      }
    },
  };
}

/** Whether a database finds the same in a path as we do: it takes some characters for patterns. */
export function isPlainPath(path: string): boolean {
  const full = partitionOf(resolve(path));
  return !/[*?[\]{}]/.test(path) && full.columns.join() === partitionOf(path).columns.join();
}
