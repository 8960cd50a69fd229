import type { PartnerDirectory } from "../../partners/directory.ts";
import type { AskedCodes } from "../asked.ts";
import type { RecordDefaults } from "../description.ts";
import type { CodeTable } from "./attributes.ts";

/** What surrounds a table and bears on how its rows are read. */
export interface TableContext {
  readonly partners: PartnerDirectory;
  readonly defaults: RecordDefaults;
  /** Marks for missing figures beside the format's own. */
  readonly missing: readonly string[];
  /** The text above the header. */
  readonly above: string;
  /** The text of sheets of notes and parameters. */
  readonly beside: string;
  readonly codeTable: CodeTable;
  /** Rows are kept only where these columns have these texts. */
  readonly where: readonly Condition[];
  /** The records that are asked for; all others are only counted. */
  readonly asked: AskedCodes;
}

export interface Condition {
  readonly column: string;
  readonly text: string;
}
