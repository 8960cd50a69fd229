/**
 * Value added in trade from world input-output tables: open a table, then ask it. Answers carry
 * their figures in the table's unit, how the equations were solved, and warnings.
 */
export {
  type OpenTable,
  openEmbeddedTable,
  openTableFile,
  type TableDescription,
} from "../sources/input-output.ts";
export * from "../value-added/index.ts";
