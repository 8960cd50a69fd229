import { expect } from "vitest";
import type { DecompositionAnswer } from "../../src/value-added/index.ts";
import { readRecords } from "./shared-files.ts";

/**
 * Compares an answer with the long files `term,row,col,value` of exvatools 0.9 (Feás 2023): every
 * term that the file has for this exporter, by industry and partner; `rename` gives our name of a
 * term where it differs.
 */
export function expectTerms(
  answer: DecompositionAnswer,
  path: string[],
  rename: Readonly<Record<string, string | readonly string[]>> = {},
  isSkipped: (term: string, partner: string) => boolean = () => false,
): number {
  let compared = 0;
  const ours = new Map(
    answer.rows.map((row) => [`${row.industry}|${row.partner}`, row.terms] as const),
  );
  for (const { term, row, col, value } of readRecords(...path)) {
    const at = row!.indexOf("_");
    if (row!.slice(0, at) !== answer.exporter || isSkipped(term!, col!)) continue;
    const expected = Number(value);
    const names = [rename[term!] ?? term!].flat();
    const industry = row!.slice(at + 1);
    let actual = 0;
    if (col === "WLD") {
      for (const line of answer.rows) {
        if (line.industry === industry) for (const name of names) actual += line.terms[name]!;
      }
    } else {
      const terms = ours.get(`${industry}|${col}`);
      // Partners at home, and members of a group that exports: nothing crosses a border.
      if (terms === undefined) {
        expect(expected, `${term} of ${row} to ${col}`).toBe(0);
        continue;
      }
      for (const name of names) actual += terms[name]!;
    }
    const scale = answer.totals.EXGR!;
    const difference = Math.abs(actual - expected);
    const isClose = difference <= 1e-9 * Math.abs(expected) + 1e-13 * scale;
    expect(isClose, `${term} of ${row} to ${col}: ${actual} instead of ${expected}`).toBe(true);
    compared++;
  }
  return compared;
}
