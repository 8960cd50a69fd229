import type { RecordDefaults } from "../description.ts";
import type { Figures } from "./figures.ts";
import type { Layout } from "./format.ts";
import { columnIndex } from "./header.ts";
import { type Aside, aside } from "./outcome.ts";
import { statusOfCode } from "./status.ts";
import type { TableContext } from "./table-context.ts";

/** Whatever the columns of a row and the text around it say of a figure beside its attributes. */
export class RowRules {
  /** Every column that is looked at, the value's aside. */
  readonly columns: readonly number[];
  /** Those of them by which figures are set aside, and no more. */
  readonly asideColumns: readonly number[];
  /** Columns that repeat the figure on a stated valuation. */
  readonly valuationColumns: readonly number[];
  readonly #layout: Layout;
  readonly #header: readonly string[];
  readonly #context: TableContext;
  readonly #asides: readonly { at: number; fits: (text: string) => boolean; because: string }[];
  readonly #breakdowns: readonly PlacedBreakdown[];
  readonly #conditions: readonly { at: number; text: string }[];
  readonly #valuedLike: readonly (readonly [at: number, valuation: string])[];
  readonly #contextAt: number;
  readonly #membersAt: readonly number[];
  readonly #heldBack: readonly { at: number; when: RegExp }[];
  readonly #statusAt: number;

  constructor(layout: Layout, header: readonly string[], context: TableContext) {
    this.#layout = layout;
    this.#header = header;
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
    this.#breakdowns = breakdownsOf(layout, header, context.addUp);
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
    this.#membersAt = (layout.addedUpBy ?? [])
      .map((column) => columnIndex(header, column))
      .filter((at) => at >= 0);
    this.#heldBack = (layout.suppressed ?? []).flatMap(({ column, when }) => {
      const at = columnIndex(header, column);
      return at < 0 ? [] : [{ at, when }];
    });
    this.#statusAt = layout.status ? columnIndex(header, layout.status.column) : -1;
    const placed = [...this.#heldBack, ...this.#breakdowns, ...this.#conditions];
    const others = [
      ...placed.map(({ at }) => at),
      ...[this.#contextAt, ...this.#membersAt, this.#statusAt].filter((at) => at >= 0),
    ];
    const asides = this.#asides.map(({ at }) => at);
    this.columns = [...others, ...asides];
    this.asideColumns = asides.filter((at) => !others.includes(at));
    this.valuationColumns = this.#valuedLike.map(([at]) => at);
  }

  /** Whether the columns beside a figure without a value say that it is held back. */
  isHeldBack(cells: readonly string[]): boolean {
    return this.#heldBack.some(({ at, when }) => when.test(cells[at] ?? ""));
  }

  /** What the publisher says of the figure, such as `provisional`; null where it says nothing. */
  statusOf(cells: readonly string[]): string | null {
    const text = cells[this.#statusAt];
    if (!text) return null;
    const { codes } = this.#layout.status!;
    return codes ? (codes[text] ?? null) : statusOfCode(text);
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
    const surroundings = `${above}\n${beside}`;
    let says: RecordDefaults = {};
    for (const fact of context) {
      if (fact.unless?.some((column) => columnIndex(this.#header, column) >= 0)) continue;
      if (fact.butFor?.test(surroundings)) continue;
      const fits = fact.around
        ? fact.text.test(surroundings)
        : fact.text.test(near) || (this.#contextAt >= 0 && fact.text.test(header));
      if (!fits) continue;
      if (fact.aside !== undefined && says.flow === undefined) return aside(fact.aside);
      says = { ...fact.says, ...says };
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
    for (const { at, name, isWhole, addsUp } of this.#breakdowns) {
      const text = cells[at] ?? "";
      if (!isWhole(text)) parts.push(addsUp ? name : `${name}=${text}`);
    }
    return parts.join(" ");
  }

  /** The codes under which a figure adds to others; null where it stands alone. */
  memberOf(cells: readonly string[]): string | null {
    const members = this.#membersAt.map((at) => cells[at] ?? "");
    for (const { at, isWhole, addsUp } of this.#breakdowns) {
      const text = cells[at] ?? "";
      if (addsUp && !isWhole(text)) members.push(text);
    }
    return members.length === 0 ? null : members.join(" ");
  }
}

/** A column that breaks figures down, and whether its parts are added up. */
interface PlacedBreakdown {
  readonly at: number;
  readonly name: string;
  readonly isWhole: (text: string) => boolean;
  readonly addsUp: boolean;
}

function breakdownsOf(
  layout: Layout,
  header: readonly string[],
  addUp: readonly string[],
): PlacedBreakdown[] {
  const adding = addUp.map((column) => columnIndex(header, column)).filter((at) => at >= 0);
  const declared = (layout.breakdowns ?? []).flatMap(({ column, whole }) => {
    const at = columnIndex(header, column);
    if (at < 0) return [];
    const isWhole = (text: string) => whole.includes(text);
    return [{ at, name: header[at]!, isWhole, addsUp: adding.includes(at) }];
  });
  const others = adding
    .filter((at) => !declared.some((one) => one.at === at))
    .map((at) => ({ at, name: header[at]!, isWhole: totalOf(header[at]!), addsUp: true }));
  return [...declared, ...others];
}

/** What stands for all parts where no format says which: `Total`, `All`, `All states`. */
function totalOf(column: string): (text: string) => boolean {
  const thing = column.toLowerCase().replace(/s$/, "");
  return (text) => {
    const word = text.toLowerCase();
    if (/^(|-|(grand )?total:?|all(?! other)( [a-z]+){0,2}|total,? all\b.*|world)$/.test(word)) {
      return true;
    }
    return [thing, `${thing}s`].some((one) => word === `total ${one}`);
  };
}
