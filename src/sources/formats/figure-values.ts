import type { Gap } from "../../records/record.ts";
import { parseValue } from "../records/row.ts";
import type { Subject } from "./alike-rows.ts";
import type { Figures } from "./figures.ts";
import type { Layout } from "./format.ts";
import { type NumberSpelling, plainNumber } from "./numbers.ts";
import { aside, type Outcome, type Problem } from "./outcome.ts";
import type { RowRules } from "./row-rules.ts";
import { statusOfMark } from "./status.ts";
import { isSuppressed } from "./suppressed.ts";
import type { TableContext } from "./table-context.ts";

/** Reads the cells of figures: the value, or why there is none. */
export class FigureValues {
  readonly #missing: ReadonlySet<string>;
  readonly #heldBack: ReadonlySet<string>;
  readonly #numbers: NumberSpelling | null;
  readonly #rules: RowRules;

  constructor(layout: Layout, { missing, spelling }: TableContext, rules: RowRules) {
    this.#missing = new Set([...layout.missing, ...missing]);
    this.#heldBack = new Set(layout.heldBack);
    this.#numbers = spelling.numbers;
    this.#rules = rules;
  }

  /** What becomes of a figure, by its cell and what it is about. */
  of(
    cells: readonly string[],
    figures: Figures,
    { key, period, unit, part, member }: Subject,
  ): Outcome {
    let text = cells[figures.at] ?? "";
    const gap = this.#gapOf(text, cells);
    if (gap) {
      // In tables with a column for each period an empty cell may be a period that was not published.
      const isListed = gap === "suppressed" || (figures.wide === null && part === "");
      const reason = gap === "suppressed" ? "suppressed" : "missing";
      return { ...aside(reason), ...(isListed && { without: { key, period, gap } }) };
    }
    let status = this.#rules.statusOf(cells);
    if (this.#numbers) {
      if (this.#numbers.marks.length > 0) status ??= statusOfMark(text);
      const plain = plainNumber(text, this.#numbers);
      if (plain === null) return this.#misspelt(text, figures);
      text = plain;
    }
    const value = parseValue(text, unit);
    if (typeof value === "number") {
      const record = { kind: "record", key, period, value, part, member } as const;
      return status === null ? record : { ...record, status };
    }
    // Values have their column's own name in messages, where the layout is not ours.
    return { kind: "problem", problem: { ...value, column: figures.header } };
  }

  #misspelt(text: string, { header }: Figures): Problem {
    const message = `expected a number with a decimal comma, got "${text}" (correct it, or use --decimal point)`;
    return { kind: "problem", problem: { column: header, message } };
  }

  /** Why a cell has no figure; null where it has one, or should have. */
  #gapOf(text: string, cells: readonly string[]): Gap | null {
    if (isSuppressed(text) || this.#heldBack.has(text)) return "suppressed";
    if (!this.#missing.has(text)) {
      // A zero beside a mark of what is held back stands in its place.
      return text === "0" && this.#rules.isHeldBack(cells) ? "suppressed" : null;
    }
    return this.#rules.isHeldBack(cells) ? "suppressed" : "missing";
  }
}
