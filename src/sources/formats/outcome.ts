import type { Period } from "../../records/period.ts";
import type { Gap, SeriesKey } from "../../records/record.ts";
import type { RowProblem } from "../records/row.ts";

/** What became of one figure of a row. */
export type Outcome =
  | {
      readonly kind: "record";
      readonly key: SeriesKey;
      readonly period: Period;
      readonly value: number;
      /** Which part of the figure this is, such as `customsCode=C01`; empty for the whole. */
      readonly part: string;
      /** The code under which it adds to others of the same partner; null where it must stand alone. */
      readonly member: string | null;
      /** What the publisher says of the figure, such as `provisional`; left out where nothing. */
      readonly status?: string;
    }
  | Aside
  | Problem;

/** A figure of a row that has a mistake in it. */
export interface Problem {
  readonly kind: "problem";
  readonly problem: RowProblem;
}

/** A figure that is no record, by the reason under which it is counted. */
export interface Aside {
  readonly kind: "aside";
  readonly reason: string;
  /** The partner that could not be placed. */
  readonly name?: string;
  /** The partner of a figure that was not asked for. */
  readonly partner?: string;
  /** What a cell without a figure would have counted, and why it has none. */
  readonly without?: { readonly key: SeriesKey; readonly period: Period; readonly gap: Gap };
}

/** The reason of figures that were not asked for. */
export const NOT_SELECTED = "not-selected";

export function aside(reason: string): Aside {
  return { kind: "aside", reason };
}

/** @param partner the code of its partner; null where it is not known. */
export function notSelected(partner: string | null): Aside {
  return { kind: "aside", reason: NOT_SELECTED, ...(partner !== null && { partner }) };
}

export function unplacedPartner(name: string): Aside {
  return { kind: "aside", reason: "unknown-partner", name };
}

/** Why a row of a flow that is not counted is no record; null where it may be one. */
export function notARecord({ flow }: Readonly<Record<string, string>>): Aside | null {
  // What the user calls none.
  if (flow?.toLowerCase() === "none") return aside("left-out");
  return /^re-?(ex|im)ports?$/i.test(flow ?? "") ? aside("re-exports-and-re-imports") : null;
}
