import { InputError } from "../../../errors.ts";
import { BitsOfProducts } from "../bits-of-products.ts";
import { ALWAYS, type Dialect, type Numbers, SEPARATOR } from "../dialect.ts";
import type { ClickHouseTable } from "./address.ts";
import type { ClickHouseColumn } from "./columns.ts";

/** Values that stand in queries as `{p0:String}`, and are sent beside them. */
export class BoundValues {
  readonly #values = new Map<string, unknown>();
  readonly #texts = new Map<string, string>();

  /** The place of a text in a query. */
  text(text: string): string {
    const known = this.#texts.get(text) ?? this.#add(text, "String");
    this.#texts.set(text, known);
    return known;
  }

  texts(texts: readonly string[]): string {
    return this.#add(texts, "Array(String)");
  }

  numbers(numbers: readonly number[]): string {
    return this.#add(numbers, "Array(UInt32)");
  }

  #add(value: unknown, type: string): string {
    const name = `p${this.#values.size}`;
    this.#values.set(name, value);
    return `{${name}:${type}}`;
  }

  /** The values that a query has places for. */
  of(sql: string): Record<string, unknown> {
    const names = [...sql.matchAll(/\{(p\d+):[A-Z]/g)].map(([, name]) => name!);
    return Object.fromEntries(names.map((name) => [name, this.#values.get(name)]));
  }
}

/** A name as an identifier, whatever is in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** Between what the values of a column lie, of which every row has one. */
export interface ValueRange {
  readonly lowest: number;
  readonly highest: number;
}

/** What is known of the values of columns, by their places. */
export interface KnownValues {
  /** Between what numbers lie. */
  readonly ranges: ReadonlyMap<number, ValueRange>;
  /** All texts of columns by which rows are grouped. */
  readonly texts: ReadonlyMap<number, readonly string[]>;
}

const NOTHING: KnownValues = { ranges: new Map(), texts: new Map() };

/** What tables are called in queries, so that their columns are not taken for those beside them. */
const TABLE = "t";

/** What a query selects from. */
export function fromTable({ database, table }: ClickHouseTable): string {
  return `${quoted(database)}.${quoted(table)} AS ${TABLE}`;
}

/** A column as it is, whatever its type. */
export function nativeColumn({ name }: ClickHouseColumn): string {
  return `${TABLE}.${quoted(name)}`;
}

/** ClickHouse's SQL. Texts are bound, names are quoted, and numbers are added up as what they are. */
export function clickhouseDialect(
  columns: readonly ClickHouseColumn[],
  bound: BoundValues,
  { ranges, texts }: KnownValues = NOTHING,
): Dialect {
  const native = (at: number) => nativeColumn(columns[at]!);
  const column = (at: number) => {
    const { kind } = columns[at]!;
    if (kind === "text") return native(at);
    return kind === "fixed" ? `toStringCutToZero(${native(at)})` : `toString(${native(at)})`;
  };
  const text = (at: number) => (columns[at]!.isNullable ? `ifNull(${column(at)}, '')` : column(at));
  const bits = new BitsOfProducts();
  // Rows are grouped several times as quickly by small numbers as by texts.
  const numbered = new Map<number, string>();
  for (const [at, all] of texts) {
    const numbers = bound.numbers(all.map((_, index) => index + 1));
    const number = `transform(${native(at)}, ${bound.texts(all)}, ${numbers}, toUInt32(0))`;
    const type = all.length < 2 ** 8 ? "UInt8" : "UInt16";
    numbered.set(at, all.length === 1 ? "0" : `CAST(${number} AS ${type})`);
  }
  return {
    column,
    text,
    key(at) {
      const { kind, isNullable } = columns[at]!;
      return numbered.get(at) ?? (kind === "whole" && !isNullable ? native(at) : text(at));
    },
    keyText(at, value) {
      const all = texts.get(at);
      if (!all) return String(value);
      const found = all.length === 1 ? all[0] : all[Number(value) - 1];
      if (found !== undefined) return found;
      throw new InputError(
        `${columns[at]!.name}: has other texts than a moment ago (run it again)`,
      );
    },
    literal: (value) => bound.text(value),
    narrowed: (query) => `(${query}) AS ${TABLE}`,
    keepsRows: false,
    rowsWhere: () => {
      throw new Error("ClickHouse keeps no rows");
    },
    spread: (list) => list,
    kept: () => {
      throw new Error("ClickHouse keeps no rows");
    },
    joined: (value, separator) =>
      `arrayStringConcat(groupArray(${value}), ${bound.text(separator)})`,
    isPlainNumber(at, digits) {
      const { kind } = columns[at]!;
      const range = ranges.get(at);
      if (range && range.lowest >= 0 && range.highest < 10 ** digits) return ALWAYS;
      if (kind === "whole" || kind === "decimal") {
        return `ifNull(${native(at)} >= 0 AND ${native(at)} < ${10 ** digits}, 0)`;
      }
      return `ifNull(match(${column(at)}, '^[0-9]{1,${digits}}(\\\\.[0-9]{1,20})?$'), 0)`;
    },
    sumOfNumbers(at, decimals) {
      const { kind, scale, isSmall } = columns[at]!;
      const value = native(at);
      const whole = (sum: string) => `toString(toInt256(ifNull(${sum}, 0) * ${10 ** decimals}))`;
      if (kind === "whole")
        return whole(`toInt256(sum(${isSmall ? value : `toInt128(${value})`}))`);
      if (kind === "decimal") {
        const rounded = scale > decimals ? `round(${value}, ${decimals})` : value;
        return whole(`sum(${isSmall ? rounded : `toDecimal256(${rounded}, ${scale})`})`);
      }
      const exact = `toDecimal256OrZero(${text(at)}, 20)`;
      return `toString(ifNull(sum(toInt256(round(${exact} * ${10 ** decimals}))), 0))`;
    },
    // Runs of products without a gap, since most rows of one kind have the same; mostly one.
    occurring: (number) => {
      const held = `groupBitmapState(${number}) AS held`;
      const ends = ["bitmapMin", "bitmapMax"].map((end) => `toUInt32(${end}(held))`);
      const all = "arraySort(bitmapToArray(held)) AS bits, arrayDifference(bits)";
      const runs = `arrayMap(run -> [run[1], run[-1]], arraySplit((one, step) -> step > 1, ${all}))`;
      return `if(bitmapCardinality(${held}) = ${ends[1]} - ${ends[0]} + 1, [[${ends.join(", ")}]], ${runs})`;
    },
    listed: (value) => `groupArray(${value})`,
    listedOnce: (value) => `groupArray(${value})`,
    lookup(by, looked, numbers: Numbers) {
      // Of columns with few different texts, this is told once for each of these.
      const key = by.map(text).join(`, ${bound.text(SEPARATOR)}, `);
      const all = bound.texts(looked.map((one) => one.join(SEPARATOR)));
      const named = Object.entries(numbers).map(([name, list]) => [
        name,
        new Set(list).size === 1
          ? String(list[0])
          : `CAST(transform(${by.length > 1 ? `concat(${key})` : key}, ${all}, ${bound.numbers(list)}, toUInt32(${looked.length})) AS UInt32)`,
      ]);
      return { statements: [], join: "", numbers: Object.fromEntries(named), others: [] };
    },
    bitsIn(value, count) {
      const runs = value as readonly (readonly [number, number])[];
      return bits.of(`${count}|${runs.join()}`, () => bitsOf(runs, count));
    },
    itemsIn: (value) => value as readonly unknown[],
  };
}

function bitsOf(runs: readonly (readonly [number, number])[], count: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(count / 8));
  for (const [first, last] of runs) {
    if (last >= count) {
      throw new InputError("products: there are others than a moment ago (run it again)");
    }
    for (let bit = first; bit <= last; bit += 1) bytes[bit >> 3]! |= 128 >> (bit & 7);
  }
  return bytes;
}
