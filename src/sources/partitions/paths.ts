import { sep } from "node:path";
import { InputError } from "../../errors.ts";

/** What the folders of a path say, such as `year=2023/reporter=US/a.parquet`. */
export interface Partition {
  /** The names of the columns, in the order of the path. */
  readonly columns: readonly string[];
  /** What stands in them for every row of the file. */
  readonly values: readonly string[];
}

/** The folder of rows without a value. */
const NOTHING = "__HIVE_DEFAULT_PARTITION__";

/** The columns that the folders of a path are named by; none for most files. */
export function partitionOf(path: string): Partition {
  const columns: string[] = [];
  const values: string[] = [];
  for (const step of path.split(sep === "/" ? "/" : /[\\/]/).slice(0, -1)) {
    const [, column, text] = /^([^=]+)=([^=]*)$/.exec(step) ?? [];
    if (column === undefined) continue;
    columns.push(decoded(column));
    values.push(text === NOTHING ? "" : decoded(text!).trim());
  }
  return { columns, values };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The columns that the folders of files tell, which must be the same for all of them.
 * @throws InputError that names a file whose path tells others.
 */
export function partitionColumns(files: readonly string[]): readonly string[] {
  const [first, ...others] = files;
  const { columns } = partitionOf(first!);
  for (const file of others) {
    const own = partitionOf(file).columns;
    if (own.join("/") === columns.join("/")) continue;
    throw new InputError(
      `${file}: its path tells ${told(own)}, that of ${first} ${told(columns)} (name files of one kind, such as with a pattern)`,
    );
  }
  return columns;
}

function told(columns: readonly string[]): string {
  return columns.length === 0 ? "nothing" : columns.map((column) => `${column}=`).join(" and ");
}
