import type { PartnerDirectory } from "../../partners/directory.ts";
import type { AskedCodes } from "../asked.ts";
import type { RecordDefaults } from "../description.ts";
import type { CodeTable } from "./attributes.ts";
import type { NumberSpelling } from "./numbers.ts";
import type { DateOrder, FiscalStart } from "./periods.ts";

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
  readonly spelling: TableSpelling;
  /** What the user says that texts mean, in lower case: flows, and codes of partners. */
  readonly words: ReadonlyMap<string, string>;
  /** The system and the digits of product codes that do not tell them. */
  readonly products: { readonly system: string | null; readonly digits: number };
  /** Columns that break figures down, whose parts the user adds up. */
  readonly addUp: readonly string[];
  /** Rows are kept only where these columns have these texts. */
  readonly where: readonly Condition[];
  /** The records that are asked for; all others are only counted. */
  readonly asked: AskedCodes;
}

/** How a table writes figures and periods. */
export interface TableSpelling {
  /** null where figures are written plainly. */
  readonly numbers: NumberSpelling | null;
  /** null where years are calendar years. */
  readonly fiscal: FiscalStart | null;
  /** Which number of a date is its month; null where nothing tells. */
  readonly dates: DateOrder | null;
}

export interface Condition {
  readonly column: string;
  readonly text: string;
}
