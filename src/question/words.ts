import type { Measure } from "../metrics/cell.ts";

/** The words in which a question is asked, as a command line or a claim file has them. */
export interface QuestionWords {
  /** The parameters that single metrics have, by name. */
  readonly [parameter: string]: string | number | true | undefined;
  readonly partner?: string | undefined;
  readonly period?: string | undefined;
  readonly step?: "month" | "quarter" | "year" | undefined;
  readonly rolling?: number | undefined;
  readonly exports?: string | undefined;
  readonly imports?: string | undefined;
  readonly sector?: "goods" | "services" | undefined;
  readonly reporter?: string | undefined;
  readonly valuation?: "fas" | "fob" | "customs" | "cif" | undefined;
  readonly basis?: "census" | "bop" | undefined;
  readonly sort?: string | undefined;
  readonly top?: number | undefined;
  readonly total?: true | undefined;
  readonly project?: true | string | undefined;
  readonly of?: Measure | undefined;
  readonly product?: string | undefined;
  readonly excludeProduct?: string | undefined;
  readonly by?: string | undefined;
  readonly each?: string | undefined;
  readonly region?: string | undefined;
  readonly absentAsZero?: true | undefined;
  readonly rate?: string | undefined;
  readonly members?: "today" | "then" | "published" | undefined;
  readonly whole?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly over?: "previous" | "year" | undefined;
  readonly index?: string | undefined;
  readonly cagr?: true | undefined;
  readonly deflate?: string | undefined;
  readonly real?: string | true | undefined;
}

/** The words of a list with commas. */
export function commaList(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
