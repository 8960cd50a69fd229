import type { RecordDefaults } from "../description.ts";
import type { Figures } from "./figures.ts";
import type { Layout } from "./format.ts";
import { columnIndex } from "./header.ts";
import { type Aside, aside } from "./outcome.ts";
import type { TableContext } from "./table-context.ts";

/** Whatever the columns of a row and the text around it say of a figure beside its attributes. */
export class RowRules {
  /** Every column that is looked at, the value's aside. */
  readonly columns: readonly number[];
  /** Columns that repeat the figure on a stated valuation. */
  readonly valuationColumns: readonly number[];
  readonly #layout: Layout;
  readonly #context: TableContext;
  readonly #asides: readonly { at: number; fits: (text: string) => boolean; because: string }[];
  readonly #breakdowns: readonly { at: number; name: string; whole: readonly string[] }[];
  readonly #conditions: readonly { at: number; text: string }[];
  readonly #valuedLike: readonly (readonly [at: number, valuation: string])[];
  readonly #contextAt: number;
  readonly #memberAt: number;
  readonly #heldBack: readonly { at: number; when: RegExp }[];

  constructor(layout: Layout, header: readonly string[], context: TableContext) {
    this.#layout = layout;
    this.#context = context;
    this.#asides = (layout.aside ?? []).flatMap(({ column, when, because }) => {
      const first = typeof column === "object" && "first" in column;
      const at = first ? 0 : columnIndex(header, column);
      const fits =
        when instanceof RegExp
          ? (text: string) => when.test(text)
          : (text: string) => when.includes(text);
      return at < 0 ? [] : [{ at, fits, because }];
    });
    this.#breakdowns = (layout.breakdowns ?? []).flatMap(({ column, whole }) => {
      const at = columnIndex(header, column);
      return at < 0 ? [] : [{ at, name: header[at]!, whole }];
    });
    this.#conditions = context.where.flatMap(({ column, text }) => {
      const at = columnIndex(header, column);
      return at < 0 ? [] : [{ at, text }];
    });
    this.#valuedLike = Object.entries(layout.valuedLike ?? {}).flatMap(([column, valuation]) => {
      const at = columnIndex(header, column);
      return at < 0 ? [] : [[at, valuation] as const];
    });
    this.#contextAt =
      layout.contextColumn === undefined ? -1 : columnIndex(header, layout.contextColumn);
    this.#memberAt = layout.addedUpBy === undefined ? -1 : columnIndex(header, layout.addedUpBy);
    this.#heldBack = (layout.suppressed ?? []).flatMap(({ column, when }) => {
      const at = columnIndex(header, column);
      return at < 0 ? [] : [{ at, when }];
    });
    const placed = [
      ...this.#heldBack,
      ...this.#asides,
      ...this.#breakdowns,
      ...this.#conditions,
    ].map(({ at }) => at);
    this.columns = [...placed, this.#contextAt, this.#memberAt].filter((at) => at >= 0);
    this.valuationColumns = this.#valuedLike.map(([at]) => at);
  }

  /** Whether the columns beside a figure without a value say that it is held back. */
  isHeldBack(cells: readonly string[]): boolean {
    return this.#heldBack.some(({ at, when }) => when.test(cells[at] ?? ""));
  }

  /** Why a figure is no record; null where it may be one. */
  asideOf(cells: readonly string[], figures: Figures): Aside | null {
    for (const { at, text } of this.#conditions) {
      if ((cells[at] ?? "") !== text) return aside("not-where");
    }
    for (const { at, fits, because } of this.#asides) {
      if (fits(cells[at] ?? "")) return aside(because);
    }
    return figures.aside === null ? null : aside(figures.aside);
  }

  /** What the text around a figure says of it, or why that makes it no record. */
  around(cells: readonly string[], { header }: Figures): { says: RecordDefaults } | Aside {
    const { context } = this.#layout;
    if (!context) return { says: {} };
    const { above, beside } = this.#context;
    const near = this.#contextAt < 0 ? above : (cells[this.#contextAt] ?? "");
    let says: RecordDefaults = {};
    for (const fact of context) {
      if (!fact.text.test(near) && !(this.#contextAt >= 0 && fact.text.test(header))) continue;
      if (fact.aside !== undefined && Object.keys(says).length === 0) return aside(fact.aside);
      says = { ...fact.says, ...says };
    }
    if (this.#contextAt >= 0) {
      for (const fact of context) {
        if (fact.says && fact.text.test(beside)) says = { ...fact.says, ...says };
      }
    }
    return { says };
  }

  /** The valuation of the column that repeats the figure; empty where none does. */
  valuationOf(cells: readonly string[], { at }: Figures): string {
    const value = cells[at];
    if (value === undefined || value === "") return "";
    for (const [column, valuation] of this.#valuedLike) {
      if (cells[column] === value) return valuation;
    }
    return "";
  }

  /** Which part of its figure a row is, such as `customsCode=C01`; empty for the whole. */
  partOf(cells: readonly string[]): string {
    const parts: string[] = [];
    for (const { at, name, whole } of this.#breakdowns) {
      const text = cells[at] ?? "";
      if (!whole.includes(text)) parts.push(`${name}=${text}`);
    }
    return parts.join(" ");
  }

  /** The code under which a figure adds to others of the same partner; null where it stands alone. */
  memberOf(cells: readonly string[]): string | null {
    return this.#memberAt < 0 ? null : (cells[this.#memberAt] ?? null);
  }
}
