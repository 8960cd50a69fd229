/** A document of JSON, or a part of one. */
type Members = Readonly<Record<string, unknown>>;

/** How deep a list of records may stand below other keys. */
const DEEPEST_LIST = 3;

/**
 * The rows of a table that stands in a document as programs write tables, as pandas' `to_json` does in
 * each of its shapes: names and rows apart (`split`), a list for each column, or an object for each column
 * or for each row. Also the only list of records that an object holds below other keys. Null for others.
 */
export function tableIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return beside(value);
  if (!isMembers(value)) return null;
  return split(value) ?? ofColumns(value) ?? ofObjects(value) ?? onlyList(value);
}

/** `{ columns: […], data: [[…]] }`: a list of lists, the first of them the header. */
function split({ columns, data }: Members): unknown[] | null {
  if (!isList(columns) || !isList(data) || data.length === 0) return null;
  return data.every((row) => isList(row) && row.length === columns.length)
    ? [columns, ...data]
    : null;
}

/** `{ year: […], value: […] }`: columns of one length. */
function ofColumns(value: Members): unknown[] | null {
  const columns = Object.entries(value);
  const length = isList(columns[0]?.[1]) ? columns[0][1].length : 0;
  const isTable =
    columns.length > 1 &&
    length > 0 &&
    columns.every(([, one]) => isList(one) && one.length === length && one.every(isCell));
  if (!isTable) return null;
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(columns.map(([name, one]) => [name, (one as unknown[])[at]])),
  );
}

/** `{ year: { "0": … }, … }` or `{ "0": { year: … }, … }`: the kinds of cells tell which is which. */
function ofObjects(value: Members): unknown[] | null {
  const outer = Object.keys(value);
  const inner = isMembers(value[outer[0]!]) ? Object.keys(value[outer[0]!] as Members) : [];
  const isTable =
    outer.length > 1 &&
    inner.length > 0 &&
    outer.every((key) => {
      const one = value[key];
      if (!isMembers(one)) return false;
      const keys = Object.keys(one);
      return keys.length === inner.length && keys.every((name) => name in one && isCell(one[name]));
    }) &&
    outer.every((key) => inner.every((name) => name in (value[key] as Members)));
  if (!isTable) return null;
  const cell = (row: string, column: string) => (value[row] as Members)[column];
  const mixedInRows = outer.filter((key) => isMixed(inner.map((name) => cell(key, name)))).length;
  const mixedInColumns = inner.filter((name) =>
    isMixed(outer.map((key) => cell(key, name))),
  ).length;
  const areColumns = isCount(inner) ? !isCount(outer) : mixedInRows < mixedInColumns;
  const [rows, names] = areColumns ? [inner, outer] : [outer, inner];
  const label = isCount(rows) ? [] : ["index"];
  return rows.map((row) =>
    Object.fromEntries([
      ...label.map((name) => [name, row] as const),
      ...names.map((name) => [name, areColumns ? cell(name, row) : cell(row, name)] as const),
    ]),
  );
}

/** `0`, `1`, `2` and so on: the numbers of rows. */
function isCount(keys: readonly string[]): boolean {
  return keys.every((key, at) => key === String(at));
}

function isMixed(cells: readonly unknown[]): boolean {
  return new Set(cells.filter((cell) => cell !== null).map((cell) => typeof cell)).size > 1;
}

/** The list of records below other keys, where there is but one. */
function onlyList(value: Members): unknown[] | null {
  const lists = listsIn(value, DEEPEST_LIST);
  return lists.length === 1 ? lists[0]! : null;
}

function listsIn(value: Members, deep: number): unknown[][] {
  return Object.values(value).flatMap((one): unknown[][] => {
    if (isList(one)) return one.length > 0 && one.every(isMembers) ? [one] : [];
    return isMembers(one) && deep > 1 ? listsIn(one, deep - 1) : [];
  });
}

/** `[{ page: 1, … }, [{ … }]]`: what is told of an answer, and its records. */
function beside(value: readonly unknown[]): unknown[] | null {
  const [about, records, ...others] = value;
  const isAnswer =
    others.length === 0 &&
    isMembers(about) &&
    isList(records) &&
    records.length > 0 &&
    records.every(isMembers);
  return isAnswer ? records : null;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is no list and no object. */
export function isCell(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
