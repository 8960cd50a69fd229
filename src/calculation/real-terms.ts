import { InputError } from "../errors.ts";
import { deflatedGrowth } from "../metrics/deflate.ts";
import type { Interval } from "../numbers/interval.ts";
import { monthsIn, type Period, parsePeriod } from "../records/period.ts";
import { DOLLARS } from "../records/record.ts";
import type { PriceIndex } from "../sources/prices.ts";
import {
  type Answer,
  type Cell,
  type DataUse,
  type ResultColumn,
  type ResultRow,
  sourceOf,
} from "./result.ts";
import { WarningList } from "./warnings.ts";

/**
 * An answer with its money in the dollars of one period: `amount * index(base) / index(period)`, where
 * the index of a period is the mean of its months. Ratios stay as they are. A row whose period the
 * index does not cover is null, `outside-coverage`.
 * @param components the fields of a row that hold money, shown or not.
 * @throws InputError where the base is not covered, or the money is in another currency.
 */
export function inDollarsOf(
  answer: Answer,
  base: Period,
  prices: PriceIndex,
  components: readonly string[],
): Answer {
  const own = new Deflator(prices);
  const level = own.levelOf(base);
  if (level === null) throw notCovered(base, prices);
  const money = answer.columns.filter(({ unit }) => unit === DOLLARS);
  const other = money.find(({ currency }) => currency !== undefined);
  if (other) {
    throw new InputError(
      `--real: consumer prices of the United States say nothing of ${other.currency} (convert it with --rate)`,
    );
  }
  refuseConstant(answer);
  const names = new Set([...money.map(({ name }) => name), ...components]);
  const rows = answer.result.rows.map((row): ResultRow => {
    const period = periodOf(row);
    const at = period && own.levelOf(period);
    if (at) return scaled(row, names, level / at);
    return {
      ...row,
      ...emptied(row, names),
      value: null,
      reason: row.reason ?? "outside-coverage",
    };
  });
  const title = `${answer.title}, in dollars of ${base.label}`;
  return { ...answer, title, result: own.resultWith(answer, rows, base.label) };
}

/**
 * Growth with what is left of it after consumer prices rose from the one period to the other, in
 * percent; null where the index does not cover both.
 */
export function withRealGrowth(answer: Answer, prices: PriceIndex): Answer {
  refuseConstant(answer);
  const own = new Deflator(prices);
  const rows = answer.result.rows.map((row): ResultRow => {
    const [from, to] = [row.basePeriod, row.period].map((label) =>
      typeof label === "string" ? own.levelOf(parsePeriod(label)) : null,
    );
    const isKnown = row.value !== null && from && to;
    const { value, unit, reason, ...before } = row;
    const real = isKnown ? deflatedGrowth(value!, (to / from - 1) * 100) : null;
    return { ...before, real, value, unit, reason } as ResultRow;
  });
  const column: ResultColumn = { name: "real", title: "Real growth", unit: "percent" };
  const columns = [...answer.columns, column];
  return { ...answer, columns, result: own.resultWith(answer, rows, true) };
}

/** @throws InputError where the figures are without the rise of prices already. */
function refuseConstant({ result }: Answer): void {
  const [constant] = result.data.flatMap(({ prices }) => prices ?? []);
  if (constant === undefined) return;
  throw new InputError(
    `--real: the figures are at ${constant}, from which the rise of prices is taken out already (leave --real out)`,
  );
}

/** Levels of prices, with what is to be said of those that were used. */
class Deflator {
  readonly #prices: PriceIndex;
  readonly #warnings = new WarningList();
  readonly #months = new Set<number>();

  constructor(prices: PriceIndex) {
    this.#prices = prices;
  }

  levelOf(period: Period): number | null {
    const { level, unpublished } = this.#prices.levelOf(period);
    if (level === null) {
      const { id, coverage } = this.#prices.description;
      this.#warnings.add(
        "prices-missing",
        `${id} has ${coverage.first} to ${coverage.last}: what dollars of other months were worth is not known`,
        period.label,
      );
      return null;
    }
    if (unpublished.length > 0) {
      const months = monthsIn(period) - unpublished.length;
      this.#warnings.add(
        "prices-of-fewer-months",
        `prices of ${period.label} are the mean of ${months} months, for ${unpublished.join(", ")} was never published`,
      );
    }
    for (let month = period.first; month <= period.last; month += 1) this.#months.add(month);
    return level;
  }

  /** The document of an answer whose rows were made with these prices. */
  resultWith(
    { result }: Answer,
    rows: readonly ResultRow[],
    real: string | true,
  ): Answer["result"] {
    return {
      ...result,
      parameters: { ...result.parameters, real },
      data: [...result.data, this.#use()],
      rows,
      warnings: [...result.warnings, ...this.#warnings.toArray()],
    };
  }

  #use(): DataUse {
    const { count, description } = this.#prices;
    const used = Math.min(count, this.#months.size);
    const skipped = count > used ? { "not-selected": count - used } : {};
    return { ...sourceOf(description), rows: { read: count, used, skipped } };
  }
}

function notCovered(base: Period, { description }: PriceIndex): InputError {
  const { id, coverage } = description;
  return new InputError(
    `--real: ${id} has no prices of ${base.label} (it has ${coverage.first} to ${coverage.last})`,
    newerHint(base, coverage),
  );
}

/** How newer prices are had; nothing where those of an earlier day are lacking. */
export function newerHint(
  base: Period,
  { first }: PriceIndex["description"]["coverage"],
): string | null {
  return base.label.slice(0, 4) <= first.slice(0, 4)
    ? null
    : "Newer prices may be had with trade-metrics data update cpi-u.";
}

function periodOf({ period }: ResultRow): Period | null {
  return period === null ? null : parsePeriod(period);
}

/** The fields of a row that hold its money: the amounts and the intervals of them. */
function moneyIn(row: ResultRow, names: ReadonlySet<string>): string[] {
  const isOwn = (name: string) =>
    names.has(name) ||
    (name.endsWith("Interval") && names.has(name.slice(0, -"Interval".length))) ||
    (row.unit === DOLLARS && ["value", "interval"].includes(name));
  return Object.keys(row).filter(isOwn);
}

function scaled(row: ResultRow, names: ReadonlySet<string>, factor: number): ResultRow {
  const fields = moneyIn(row, names).map((name) => [name, times(row[name] ?? null, factor)]);
  return { ...row, ...Object.fromEntries(fields) };
}

function times(cell: Cell, factor: number): Cell {
  if (typeof cell === "number") return cell * factor;
  if (typeof cell !== "object" || cell === null) return cell;
  const { low, high } = cell as Interval;
  return { low: low * factor, high: high * factor };
}

function emptied(row: ResultRow, names: ReadonlySet<string>) {
  return Object.fromEntries(moneyIn(row, names).map((name) => [name, null]));
}
