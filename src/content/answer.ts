import type { ContentWarning } from "./part.ts";

/** An answer of the content rules in the layout of a result: the caller adds the data it came from. */
export interface ContentAnswer<Row> {
  readonly metric: string;
  readonly unit: "percent";
  readonly definition: Readonly<Record<string, string>>;
  readonly parameters: Readonly<
    Record<string, string | number | boolean | readonly string[] | null>
  >;
  readonly rows: readonly Row[];
  readonly warnings: readonly ContentWarning[];
}
