import { InputError } from "../../errors.ts";
import type { RowSource } from "../files/row-source.ts";
import type { DeclaredReading } from "./declared-reading.ts";

/** A table in no known format, before a reading of it is proposed. */
export class UnknownLayout extends InputError {
  constructor(
    message: string,
    readonly source: RowSource,
  ) {
    super(message);
  }
}

/** The same with the reading that its columns suggest; null where they suggest none. */
export class UnreadTable extends InputError {
  constructor(
    message: string,
    hint: string,
    readonly reading: DeclaredReading | null,
  ) {
    super(message, hint);
  }
}
