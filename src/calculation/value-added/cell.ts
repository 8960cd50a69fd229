import { InputError } from "../../errors.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import { traceValueAdded, valueAddedBalance } from "../../value-added/index.ts";
import { amountIn } from "./table-result.ts";

/** One cell of value added: economies and industries by their codes in the table; absent is all. */
export interface ValueAddedCell {
  readonly of: "exports" | "final-demand";
  readonly exporter?: string;
  readonly industry?: string;
  readonly partner?: string;
  readonly destination?: string;
  readonly origin?: string;
  readonly originIndustry?: string;
}

/**
 * The value added of one cell and the flows that it is a part of, in whole US dollars where the
 * table's unit is known; `share` in percent, null where there are no such flows.
 */
export function valueAddedInCell(source: OpenTable, cell: ValueAddedCell) {
  const one = <Name extends string>(name: Name, member: string | undefined) =>
    member === undefined ? {} : ({ [name]: [member] } as { readonly [key in Name]?: string[] });
  const [row] = traceValueAdded(source.table, {
    ...{ of: cell.of, by: [] },
    ...one("exporters", cell.exporter),
    ...one("industries", cell.industry),
    ...one("partners", cell.partner),
    ...one("destinations", cell.destination),
    ...one("origins", cell.origin),
    ...one("originIndustries", cell.originIndustry),
  }).rows;
  const { valueAdded, whole } = row ?? { valueAdded: 0, whole: 0 };
  const amount = amountIn(source);
  return {
    valueAdded: amount(valueAdded),
    whole: amount(whole),
    share: whole > 0 ? (valueAdded / whole) * 100 : null,
  };
}

/** The gross and the value-added balance of one economy with another, likewise. */
export function balanceInCell(source: OpenTable, reporter: string, partner: string) {
  const { rows } = valueAddedBalance(source.table, { reporters: [reporter] });
  const row = rows.find((one) => one.partner === partner);
  if (row === undefined) {
    throw new InputError(`${source.description.id}: ${reporter} has no balance with "${partner}"`);
  }
  const amount = amountIn(source);
  return {
    grossBalance: amount(row.exports) - amount(row.imports),
    valueAddedBalance: amount(row.valueAddedExports) - amount(row.valueAddedImports),
  };
}
