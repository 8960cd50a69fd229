import { alike, type Verdict } from "../comparison/gate.ts";
import { moneyText } from "../numbers/money-text.ts";
import type { CubeFigure } from "./cube-figure.ts";
import { currencyOf } from "./flow-figure.ts";
import type { Names } from "./names.ts";
import type { ShownPeriod } from "./periods.ts";
import type { ResultRow } from "./result.ts";
import type { ComputedRow, RowComputer } from "./rows.ts";
import { isSame } from "./same-figure.ts";
import type { WarningList } from "./warnings.ts";

/**
 * What the whole has and the members shown do not: each input is the whole less theirs, but for one
 * that all of them share. An input that a member lacks, and of which it has others, is not known of
 * the rest either, whose inputs would be those of unlike members. null where the whole is not known
 * or nothing is left.
 */
export function restRow(
  computer: RowComputer,
  whole: ComputedRow,
  shown: readonly ComputedRow[],
  names: Names,
  period: ShownPeriod,
): ResultRow | null {
  const inputs = new Map<string, CubeFigure>();
  let left = false;
  const sharedByAll = (name: string) =>
    shown.every(({ requests }) => isSame(requests[name], whole.requests[name]));
  const told = [...whole.inputs.keys()].filter((name) => !sharedByAll(name));
  for (const [name, figure] of whole.inputs) {
    if (figure.list || figure.value === null) return null;
    // What is held back of a member may be in what is left.
    if (shown.some(({ inputs: own }) => own.get(name)?.reason === "suppressed")) {
      inputs.set(name, { ...figure, value: null, reason: "suppressed" });
      left = true;
      continue;
    }
    const isShared = !told.includes(name);
    const parts = shown.reduce((sum, { inputs: own }) => sum + (own.get(name)?.value ?? 0), 0);
    const value = isShared && shown.length > 0 ? figure.value : figure.value - parts;
    if (!isShared && value !== 0) left = true;
    const lacking = isShared ? undefined : shown.find((row) => lacksOnly(row, name, told));
    const known = lacking === undefined;
    const reason = known ? figure.reason : lacking.inputs.get(name)!.reason;
    inputs.set(name, { ...figure, value: known ? value : null, reason });
  }
  const verdict = worstOf([whole, ...shown]);
  return left ? computer.derivedRow(names, period, "rest", inputs, verdict) : null;
}

/** A whole less what the totals of its members leave out of them, each a row beside its total. */
export function lessRow(
  computer: RowComputer,
  whole: ComputedRow,
  pairs: readonly (readonly [ComputedRow, ComputedRow])[],
  period: ShownPeriod,
): ComputedRow {
  const gapOf = (name: string) =>
    pairs.reduce(
      (sum, [row, total]) =>
        sum + (row.inputs.get(name)?.value ?? 0) - (total.inputs.get(name)?.value ?? 0),
      0,
    );
  const inputs = new Map(
    [...whole.inputs].map(([name, figure]) => {
      const gap = figure.value === null ? 0 : gapOf(name);
      return [name, gap === 0 ? figure : { ...figure, value: figure.value! - gap }] as const;
    }),
  );
  const isSame = [...inputs].every(([name, figure]) => whole.inputs.get(name) === figure);
  if (isSame) return whole;
  const names = { fields: { ...fieldsOf(whole.row), productName: "products in both flows" } };
  return {
    ...whole,
    inputs,
    row: computer.derivedRow(names, period, "total", inputs, whole.verdict),
  };
}

/** The row of some members together, whose inputs are the sums of theirs; of none there is none. */
export function sumRow(
  computer: RowComputer,
  whole: ComputedRow,
  members: readonly ComputedRow[],
  names: Names,
  period: ShownPeriod,
): ComputedRow {
  const inputs = new Map(
    [...whole.inputs].map(([name, figure]) => {
      const figures = members.map(({ inputs: own }) => own.get(name)!);
      const nobody = figures.length === 0 ? "no-data" : null;
      const reason = figures.find(({ value }) => value === null)?.reason ?? nobody;
      const value = reason ? null : figures.reduce((sum, one) => sum + one.value!, 0);
      return [name, { ...figure, value, reason }] as const;
    }),
  );
  const verdict = worstOf([whole, ...members]);
  const row = computer.derivedRow(names, period, "total", inputs, verdict);
  return { ...whole, inputs, verdict, row };
}

/** Says which members lack a flow, and what all of them come to with it. */
export function noteOneWay(
  warnings: WarningList,
  { inputs, row }: ComputedRow,
  lacking: readonly ComputedRow[],
  complete: number,
  { period }: ShownPeriod,
): void {
  const names = lacking.map((one) => String(one.row.productName ?? one.row.product));
  const currency = currencyOf(inputs.values());
  const all = [...inputs]
    .map(
      ([name, { value }]) => `${name} ${value === null ? "unknown" : moneyText(value, currency)}`,
    )
    .join(", ");
  const total =
    complete === 0
      ? "no product has both, so that there is no total"
      : `the total is that of the ${complete === 1 ? "other product" : `${complete} other products`}`;
  warnings.add(
    "one-way-products",
    `${names.join(", ")}: no figure for one of the flows; ${total} (all products: ${all})`,
    `${row.partner} ${period.label}`,
  );
}

/** The fields of a row that say whose trade it is. */
function fieldsOf(row: ResultRow): Names["fields"] {
  const names = ["reporter", "reporterName", "partner", "partnerName", "product", "productName"];
  const own = names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]);
  return Object.fromEntries(own) as Names["fields"];
}

/** Whether a row lacks this one of some inputs, but has another of them. */
function lacksOnly({ inputs }: ComputedRow, name: string, among: readonly string[]): boolean {
  if (inputs.get(name)?.value !== null) return false;
  return among.some((other) => (inputs.get(other)?.value ?? null) !== null);
}

/** Told from rows of which one may not be computed, nothing may. */
function worstOf(rows: readonly ComputedRow[]): Verdict {
  return rows.find(({ verdict }) => verdict.differs.length > 0)?.verdict ?? alike;
}
