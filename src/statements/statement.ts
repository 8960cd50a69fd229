import type { Period } from "../records/period.ts";

/** What kind of figure a number states. */
export type Quantity =
  | "level"
  | "average"
  | "change"
  | "growth"
  | "annual-growth"
  | "multiple"
  | "share"
  | "ratio"
  | "points"
  | "value-added"
  | "rank";

const MOVES: ReadonlySet<Quantity> = new Set(["change", "growth", "annual-growth", "points"]);

/** Whether a number states how far something moved, so that it rises or falls. */
export function isMove(quantity: Quantity): boolean {
  return MOVES.has(quantity);
}

export type StatedFlow = "exports" | "imports" | "total" | "balance";
export type StatedSector = "goods" | "services" | "both";

/** Where the words of a part stand, from the nearest to the farthest; `default`: nowhere. */
export const origins = [
  "beside",
  "table",
  "clause",
  "sentence",
  "statement",
  "paragraph",
  "heading",
  "document",
  "default",
] as const;
export type Origin = (typeof origins)[number];

/** How often a part is right by where it was found: measured on the texts of the study. */
export const trust: Readonly<Record<Origin, number>> = {
  beside: 0.99,
  table: 0.97,
  clause: 0.96,
  sentence: 0.92,
  statement: 0.88,
  paragraph: 0.75,
  heading: 0.75,
  document: 0.6,
  default: 0.45,
};

/** A part of a statement, and where its words stand. */
export interface Part<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** The parts of a statement that words can leave out. */
export type PartName = "quantity" | "flow" | "partner" | "product" | "period" | "from" | "sector";

/** One figure of the reporter's trade, its period apart. */
export interface Subject {
  readonly flow: StatedFlow;
  /** A deficit is printed as a positive number; a surplus of the partner is a deficit of the reporter. */
  readonly as: "value" | "deficit";
  /** Codes; several are one figure. `WORLD` is all partners. */
  readonly partners: readonly string[];
  /** null where no word says it. */
  readonly sector: StatedSector | null;
  /** `hs:87`, or null for all products. */
  readonly product: string | null;
  /** What is left out: `hs:27`. */
  readonly without: string | null;
}

/** One reading of a number with its words. */
export interface Statement {
  readonly quantity: Quantity;
  readonly subject: Subject;
  /** The whole of a share, or the divisor of a ratio; null elsewhere. */
  readonly against: Subject | null;
  readonly period: Period | null;
  /** Where a change starts. */
  readonly from: Period | null;
  /** -1 where the words say that it fell, 1 that it rose; null where they say neither. */
  readonly direction: 1 | -1 | null;
  readonly measure: string | null;
  readonly origins: Readonly<Record<PartName, Origin>>;
}

type Origins = Statement["origins"];
const originsKnown = new Map<string, Origins>();

/** The same object for the same origins: readings of a long text are many, and where their parts stand is one of few. */
export function originsOnce(origins: Origins): Origins {
  const { quantity, flow, partner, period, from, sector, product } = origins;
  const id = `${quantity}|${flow}|${partner}|${period}|${from}|${sector}|${product}`;
  const known = originsKnown.get(id) ?? origins;
  originsKnown.set(id, known);
  return known;
}

/** A reading among those that the words allow; `instead` says what it takes otherwise than the first. */
export interface Reading {
  readonly statement: Statement;
  readonly instead: PartName | null;
  /** How likely it is beside the first reading, which has 1. */
  readonly weight: number;
}

/** How sure the whole is: its least sure part decides. */
export function sureness({ origins: own }: Statement): number {
  return Math.min(...Object.values(own).map((origin) => trust[origin]));
}
