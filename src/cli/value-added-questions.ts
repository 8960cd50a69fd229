import type { TableEconomies } from "../calculation/value-added/economies.ts";
import { InputError } from "../errors.ts";
import { sortOrder } from "../question/read.ts";
import type { TableOptions } from "./value-added-tables.ts";

export interface RowOptions {
  readonly sort?: string;
  readonly top?: number;
  readonly total?: true;
}

export interface ExporterOptions extends TableOptions, RowOptions {
  readonly exporter?: string;
  readonly together?: true;
}

export function required(list: string | undefined, command: string, option: string): string {
  if (list !== undefined) return list;
  throw new InputError(
    `value-added ${command}: which economy? (use ${option} MX, a list, a group, or all)`,
  );
}

export function rowOrder({ sort, top, total }: RowOptions) {
  return { sort: sortOrder(sort), top: top ?? null, total: total ?? false };
}

/** Codes in the table of a list of economies; null where none is named. */
export function economiesOf(economies: TableEconomies, list: string | undefined, option: string) {
  if (list === undefined) return { codes: null, warnings: [] };
  const { exporters, warnings } = economies.select(list, option, false);
  return { codes: exporters.map(({ exporter }) => exporter as string), warnings };
}
