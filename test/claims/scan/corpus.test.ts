import { describe, expect, test } from "vitest";
import { scanText } from "../../../src/claims/scan/scan.ts";
import type { ScannedNumber } from "../../../src/claims/scan/scanned-number.ts";
import { academic, brief, opEd, pressRelease, type Sentence, speech, wire } from "./corpus.ts";

function told(number: ScannedNumber): string {
  const { ignored, value, unit, scale, sign, comparator, rounded, movement } = number;
  if (ignored !== null) return `#${ignored} ${value}`;
  return [
    comparator === "=" ? "" : comparator,
    `${sign}${value}`,
    unit.replace(" per ", "/").replace("US cents", "US-cents"),
    scale ?? "",
    rounded ? "~" : "",
    movement?.direction ?? "",
  ]
    .filter((word) => word !== "")
    .join(" ");
}

const styles: readonly (readonly [string, readonly Sentence[]])[] = [
  ["a wire report", wire],
  ["a brief", brief],
  ["a press release", pressRelease],
  ["an op-ed", opEd],
  ["a speech", speech],
  ["an academic paper", academic],
];

describe.each(styles)("the numbers of %s are found as a reader finds them", (_, sentences) => {
  test.each(sentences)("%s", (text, numbers) => {
    expect(scanText(text).map(told)).toEqual(numbers);
  });
});
