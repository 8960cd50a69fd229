import { InputError } from "../../errors.ts";
import type { RecordDefaults } from "../description.ts";
import type { RowSource } from "../files/row-source.ts";
import type { NumberedRow } from "../formats/header.ts";
import { ownRecords } from "../formats/own-records.ts";
import type { DefinedTable } from "./load.ts";

/** A table that is taken for our own record layout, its first row for the header. */
export function ownTable(
  source: RowSource,
  defaults: RecordDefaults = {},
  vintage: string | null = null,
): DefinedTable {
  const [layout] = ownRecords.layouts;
  const recognised = { format: ownRecords, layout: layout!, header: headerOf(source) };
  return { source, recognised, defaults, vintage };
}

/** The first row of a table. @throws InputError for a table without rows. */
export function headerOf(source: RowSource): NumberedRow {
  const [header] = source.sample;
  if (header) return header;
  throw new InputError(`${source.name}: the file is empty (give it a header and rows)`);
}
