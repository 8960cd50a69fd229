import type { Scale } from "./scanned-number.ts";

/** A number in the text as its own characters tell it, before its surroundings are looked at. */
export interface Token {
  start: number;
  end: number;
  /** Where the digits or the number word begin and end, within `start` and `end`. */
  readonly from: number;
  readonly to: number;
  readonly value: string;
  sign: "" | "-" | "+";
  unit: string | null;
  scale: Scale | null;
  noun: string | null;
  readonly word: boolean;
  /** True for a word that stands for what is near it: "a third", "doubled". */
  readonly rounded: boolean;
}
