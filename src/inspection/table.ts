import { layoutTitle, type OpenTable } from "../sources/input-output.ts";
import { checkTable, type Imbalance } from "../value-added/index.ts";
import type { Warning } from "../warning.ts";

/** What an input-output table holds, and whether it balances. */
export interface TableReport {
  readonly file: string;
  readonly layout: string;
  readonly layoutTitle: string;
  readonly sha256: string;
  readonly unit: string | null;
  readonly economies: readonly string[];
  /** Parts that the publisher splits economies into, such as MX1 and MX2. */
  readonly parts: readonly string[];
  readonly industries: readonly string[];
  readonly demandCategories: readonly string[];
  /** Sums over the whole table, in its unit. */
  readonly output: number;
  readonly valueAdded: number;
  readonly finalDemand: number;
  readonly isBalanced: boolean;
  readonly imbalances: number;
  readonly worst: readonly Imbalance[];
  readonly zeroOutput: readonly string[];
  readonly negativeValueAdded: readonly string[];
  readonly warnings: readonly Warning[];
}

/** Checks a table that could be read: its layout, its contents, its balance. */
export function reportTable({ table, description }: OpenTable): TableReport {
  const { isBalanced, imbalances, worst, zeroOutput, negativeValueAdded } = checkTable(table);
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const entities = [...new Set(table.entities)];
  return {
    file: table.source,
    layout: table.layout,
    layoutTitle: layoutTitle(table.layout),
    sha256: description.sha256,
    unit: description.unit,
    economies: table.economies,
    parts: entities.filter((entity) => !table.economies.includes(entity)),
    industries: table.industries,
    demandCategories: table.demandCategories,
    output: total(table.output),
    valueAdded: total(table.valueAdded),
    finalDemand: total(table.finalDemand),
    isBalanced,
    imbalances,
    worst,
    zeroOutput,
    negativeValueAdded,
    warnings: table.warnings,
  };
}
