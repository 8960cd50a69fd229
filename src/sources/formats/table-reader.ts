import type { Period } from "../../records/period.ts";
import type { Warning } from "../../warning.ts";
import { KnownTexts, parseKey } from "../records/row.ts";
import { AlikeRows, type Aspects, type Subject } from "./alike-rows.ts";
import { FigureHeaders } from "./figure-headers.ts";
import { FigureValues } from "./figure-values.ts";
import { type Figures, figuresOf } from "./figures.ts";
import type { Layout } from "./format.ts";
import { columnIndex } from "./header.ts";
import { type Aside, notARecord, type Outcome, type Problem, unplacedPartner } from "./outcome.ts";
import { RecordSelection } from "./record-selection.ts";
import { RowRules } from "./row-rules.ts";
import { TableAttributes } from "./table-attributes.ts";
import type { TableContext } from "./table-context.ts";

/** An outcome of everything but the value, which rows that differ in nothing else share. */
export type Judged = Aside | Problem | (Subject & { readonly kind: "key" });

const REMEMBERED = 50_000;

/** Reads the rows of one table as its layout says: each figure becomes a record, or why not. */
export class TableReader {
  readonly figures: readonly Figures[];
  readonly unknownColumns: readonly string[];
  /** Columns on which everything but the value depends. */
  readonly keyColumns: readonly number[];
  /** Codes that were found to count all products, such as `E_COMMODITY "00"`. */
  readonly wholes = new Set<string>();
  readonly #attributes: TableAttributes;
  readonly #rules: RowRules;
  readonly #selection: RecordSelection;
  readonly #headers: FigureHeaders;
  readonly #values: FigureValues;
  readonly #judged = new Map<string, Judged>();
  /** Whether rows repeat each other often enough to be remembered, and how often they did. */
  #remembers = true;
  #recalled = 0;
  readonly #known = new KnownTexts();
  readonly #alike = new Map<Figures, AlikeRows>();

  constructor(
    readonly layout: Layout,
    readonly header: readonly string[],
    readonly context: TableContext,
    /** What is to be said of how the table is read. */
    readonly warnings: readonly Warning[] = [],
  ) {
    this.#attributes = new TableAttributes(layout, header, context);
    this.#rules = new RowRules(layout, header, context);
    this.#selection = new RecordSelection(this.#attributes, context);
    this.figures = figuresOf(layout, header);
    this.#headers = new FigureHeaders(layout, this.figures, context.partners);
    this.#values = new FigureValues(layout, context, this.#rules);
    this.keyColumns = this.#keyColumns();
    this.unknownColumns = this.#unknownColumns();
  }

  /** Whether the table itself says an attribute of records. */
  says(attribute: string): boolean {
    const inFigures = this.figures.some(
      ({ says, partner, wide }) =>
        attribute in says ||
        (attribute === "partner" && partner !== null) ||
        (attribute === "period" && wide !== null),
    );
    return inFigures || this.#attributes.says(attribute);
  }

  /** Whether rows must be seen once before they are read. */
  get observes(): boolean {
    return this.#headers.observes;
  }

  observe(cells: readonly string[]): void {
    this.#headers.observe(cells);
  }

  /** Every column on which a figure depends. */
  neededColumns({ at }: Figures): readonly number[] {
    return [...new Set([...this.keyColumns, ...this.#rules.valuationColumns, at])];
  }

  /** The columns in which alone the rows of one series differ: its period and its values. */
  entryColumns({ at }: Figures): readonly number[] {
    const { columns, valuationColumns } = this.#rules;
    const periods = this.#attributes.periodColumns.filter((column) => !columns.includes(column));
    return [...new Set([...periods, ...valuationColumns, at])];
  }

  /** The columns by which the partner of a figure is told. */
  partnerColumns(figures: Figures): readonly number[] {
    return this.#selection.partnerColumns(figures);
  }

  /** The columns by which the reporter of a figure is told. */
  reporterColumns(figures: Figures): readonly number[] {
    return this.#selection.reporterColumns(figures);
  }

  /** The columns by which it is told whether a figure of a partner is asked for. */
  selectionColumns(figures: Figures): readonly number[] {
    return this.#selection.otherColumns(figures);
  }

  /** The outcome of a figure that was not asked for; null where it is to be taken. */
  unselected(cells: readonly string[], figures: Figures): Aside | null {
    return this.#selection.unselected(cells, figures);
  }

  /** The same by the columns of the partner alone. */
  unselectedPartner(cells: readonly string[], figures: Figures): Aside | null {
    return this.#selection.unselectedPartner(cells, figures);
  }

  /** The same by the columns of reporter and period. */
  unselectedOther(cells: readonly string[], figures: Figures): Aside | null {
    return this.#selection.unselectedOther(cells, figures);
  }

  /** The code of a figure's partner; null where it cannot be placed. */
  partnerOf(cells: readonly string[], figures: Figures): string | null {
    return this.#selection.partnerOf(cells, figures);
  }

  /** The code of a figure's reporter; null where it cannot be placed. */
  reporterOf(cells: readonly string[], figures: Figures): string | null {
    return this.#selection.reporterOf(cells, figures);
  }

  /**
   * What becomes of one figure of a row, whose cells are trimmed: whether it is asked for, and what it
   * is, by what rows like it were found to be.
   */
  outcome(cells: readonly string[], figures: Figures): Outcome {
    if (figures.wide) return this.unselected(cells, figures) ?? this.take(cells, figures);
    const alike = this.#alikeTo(figures);
    const like = this.#rules.valuationOf(cells, figures);
    const left = alike.turnTo(cells, like);
    if (left) return left;
    const { subject } = alike;
    if (subject) return this.#values.of(cells, figures, subject);
    const judged = alike.isBad
      ? this.#judgedOnce(cells, figures, like)
      : this.#judge(cells, figures, like);
    alike.learn(judged.kind === "key" ? judged : null);
    return this.#valued(cells, figures, judged);
  }

  /** What becomes of one figure of a row, whose cells are trimmed. */
  take(cells: readonly string[], figures: Figures): Outcome {
    const like = this.#rules.valuationOf(cells, figures);
    return this.#valued(cells, figures, this.#judgedOnce(cells, figures, like));
  }

  #judgedOnce(cells: readonly string[], figures: Figures, like: string): Judged {
    return this.#remembers
      ? this.#remembered(cells, figures, like)
      : this.#judge(cells, figures, like);
  }

  /**
   * What becomes of a figure of several rows that are alike but for the columns of their entries,
   * and whose partner is asked for. What the first of them is about is what the next is about, at a
   * period that was read before.
   */
  takeSeries(
    alike: readonly string[],
    figures: Figures,
    columns: readonly number[],
    entries: readonly (readonly string[])[],
  ): Outcome[] {
    const cells = [...alike];
    let judged = null as Judged | null;
    let like = "";
    return entries.map((entry) => {
      for (const [index, at] of columns.entries()) cells[at] = entry[index]!;
      const left = this.#selection.unselectedOther(cells, figures);
      if (left) return left;
      const now = this.#rules.valuationOf(cells, figures);
      const period = now === like ? this.#knownPeriod(cells, figures) : undefined;
      like = now;
      if (judged?.kind === "key" && period) {
        return this.#valued(cells, figures, judged, period);
      }
      judged = this.#judge(cells, figures, now);
      return this.#valued(cells, figures, judged);
    });
  }

  /** The columns by which each thing about a figure is told; null where a header tells some. */
  aspects(figures: Figures): Aspects | null {
    return figures.wide || figures.partner !== null ? null : this.#alikeTo(figures).aspects;
  }

  /** Columns that repeat the figure on a stated valuation. */
  get valuationColumns(): readonly number[] {
    return this.#rules.valuationColumns;
  }

  /** What the columns beside a figure say of it, such as `provisional`; null where nothing. */
  statusOf(cells: readonly string[]): string | null {
    return this.#rules.statusOf(cells);
  }

  /** What a figure is about, whatever its value; or why it is none. */
  subject(cells: readonly string[], figures: Figures): Judged {
    return this.#judge(cells, figures, this.#rules.valuationOf(cells, figures));
  }

  #alikeTo(figures: Figures): AlikeRows {
    let alike = this.#alike.get(figures);
    if (!alike) {
      const { keyColumns } = this;
      alike = new AlikeRows(figures, this.#attributes, this.#rules, this.#selection, keyColumns);
      this.#alike.set(figures, alike);
    }
    return alike;
  }

  #knownPeriod(cells: readonly string[], figures: Figures): Period | undefined {
    if (figures.wide) return undefined;
    const text = this.#attributes.periodOf(cells, figures);
    return text === null ? undefined : this.#known.periodOf(text);
  }

  #valued(
    cells: readonly string[],
    figures: Figures,
    judged: Judged,
    at: Period | null = null,
  ): Outcome {
    if (judged.kind !== "key") return judged;
    return this.#values.of(cells, figures, at ? { ...judged, period: at } : judged);
  }

  /** What a figure is about, whatever its value; rows often differ in their values alone. */
  #remembered(cells: readonly string[], figures: Figures, like: string): Judged {
    let id = `${figures.at}${figures.mirrored}`;
    for (const at of this.keyColumns) id += `\u0001${cells[at] ?? ""}`;
    id += `\u0001${like}`;
    const known = this.#judged.get(id);
    if (known) {
      this.#recalled += 1;
      return known;
    }
    if (this.#judged.size >= REMEMBERED) {
      this.#remembers = this.#recalled > REMEMBERED;
      this.#recalled = 0;
      this.#judged.clear();
    }
    const judged = this.#judge(cells, figures, like);
    this.#judged.set(id, judged);
    return judged;
  }

  #judge(cells: readonly string[], figures: Figures, like: string): Judged {
    const left = this.#rules.asideOf(cells, figures);
    if (left) return left;
    const around = this.#rules.around(cells, figures);
    if ("kind" in around) return around;
    const row: Record<string, string> = { ...around.says, ...figures.says };
    for (const [name, reader] of this.#attributes.said) {
      const attribute = reader.read(cells);
      if (typeof attribute === "string") {
        if (attribute !== "") row[name] = attribute;
      } else if ("unplaced" in attribute) {
        return unplacedPartner(attribute.unplaced);
      } else return this.#problem(name, attribute.problem, attribute.column);
    }
    const surprise = this.#headers.read(row, cells, figures);
    if (surprise) return surprise;
    if (like !== "" && row.sector !== "services") row.valuation = like;
    if (figures.mirrored) [row.partner, row.reporter] = [row.reporter!, row.partner!];
    const apart = notARecord(row);
    if (apart) return apart;
    const parsed = parseKey(row, this.context.defaults, this.context.partners, this.#known);
    if ("problem" in parsed) return this.#problem(parsed.problem.column, parsed.problem.message);
    const { key, period, unit, edition } = parsed;
    const whole = this.#attributes.wholeIn(cells);
    if (whole !== null) this.wholes.add(whole);
    const part = this.#rules.partOf(cells);
    const member = this.#rules.memberOf(cells);
    return { kind: "key", key, period, unit, part, member, edition };
  }

  #problem(
    attribute: string,
    message: string,
    column = this.#attributes.columnOf(attribute),
  ): Problem {
    return { kind: "problem", problem: { column, message } };
  }

  #keyColumns(): number[] {
    const years = this.figures.map(({ wide }) => wide?.yearAt ?? -1);
    const all = [...this.#attributes.columns, ...years, ...this.#rules.columns];
    return [...new Set(all)].filter((at) => at >= 0).sort((a, b) => a - b);
  }

  #unknownColumns(): string[] {
    const { optional, header: required } = this.layout;
    if (!optional) return [];
    const { addUp, where } = this.context;
    const known = [...required, ...optional, ...addUp, ...where.map(({ column }) => column)];
    return this.header.filter((name) => !known.some((one) => columnIndex([name], one) === 0));
  }
}
