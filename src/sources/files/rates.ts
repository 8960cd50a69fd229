import { InputError } from "../../errors.ts";
import { parsePeriod } from "../../records/period.ts";
import { readCsv } from "./csv.ts";
import { readText } from "./read-text.ts";

/** Exchange rates as a file gives them. */
export interface RatesFile {
  /** US dollars for a unit, by currency and period: `EUR 2023`. */
  readonly rates: Readonly<Record<string, number>>;
  readonly file: string;
  readonly sha256: string;
}

const COLUMNS = ["currency", "period", "rate"] as const;

/**
 * Reads exchange rates from a CSV with the columns currency, period and rate: the US dollars for one
 * unit of the currency in that period. Other columns are passed over.
 * @throws InputError that names file and line of a row that is no rate, or that contradicts another.
 */
export function readRates(path: string): RatesFile {
  const { name, text, sha256 } = readText(path);
  const rates: Record<string, number> = {};
  const lines = new Map<string, number>();
  let at: readonly number[] | null = null;
  let width = 0;
  readCsv(text, name, (cells, line) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    if (at === null) {
      at = columnsOf(cells, `${name}:${line}`);
      width = cells.length;
      return;
    }
    if (cells.length > width) {
      throw new InputError(
        `${name}:${line}: ${cells.length} cells under ${width} columns (write a decimal point)`,
      );
    }
    const [currency = "", period = "", rate = ""] = at.map((index) => (cells[index] ?? "").trim());
    const key = keyOf(currency, period, `${name}:${line}`);
    const value = /^\d+([.,]\d+)?(e-?\d+)?$/i.test(rate)
      ? Number(rate.replace(",", "."))
      : Number.NaN;
    if (!(value > 0) || !Number.isFinite(value)) {
      throw new InputError(
        `${name}:${line}: rate: expected US dollars for one ${currency}, such as 1.08, got "${rate}"`,
      );
    }
    const before = lines.get(key);
    if (before !== undefined && rates[key] !== value) {
      throw new InputError(
        `${name}:${line}: ${key} has another rate than in line ${before} (remove one)`,
      );
    }
    lines.set(key, line);
    rates[key] = value;
  });
  if (lines.size === 0) {
    throw new InputError(`${name}: has no rates (its columns are currency, period and rate)`);
  }
  return { rates, file: name, sha256 };
}

function columnsOf(header: readonly string[], place: string): number[] {
  const names = header.map((cell) => cell.trim().toLowerCase());
  return COLUMNS.map((column) => {
    const index = names.indexOf(column);
    if (index >= 0) return index;
    throw new InputError(
      `${place}: the column "${column}" is missing (a file of rates has currency,period,rate)`,
    );
  });
}

function keyOf(currency: string, period: string, place: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new InputError(`${place}: currency: expected a code such as EUR, got "${currency}"`);
  }
  try {
    return `${currency} ${parsePeriod(period).label}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${place}: period: ${error.message.replace(/^period: /, "")}`, error.hint);
  }
}
