import type { ReadNumber } from "../../statements/read.ts";
import type { PartName } from "../../statements/statement.ts";
import type { ReadingOutcome } from "./outcome-names.ts";
import type { Trial } from "./try.ts";

/** A number of a document with what the data say of it. */
export interface CheckedNumber {
  readonly read: ReadNumber;
  readonly outcome: ReadingOutcome;
  /** The reading that agrees, or the likeliest one with the nearest value; null where none is. */
  readonly trial: Trial | null;
  /** Whether so few digits, or a bound, would also agree by chance. */
  readonly weak: boolean;
  /** How many readings and definitions were tried. */
  readonly tried: number;
  /** Which part is taken otherwise than the words say first, or what could not be made sure. */
  readonly part: PartName | null;
  /** Why it is not read, or not sure; null where it is. */
  readonly because: string | null;
  /** The likely slip of a number that disagrees. */
  readonly slip: string | null;
  /** The datasets, with their vintages. */
  readonly data: readonly string[];
}
