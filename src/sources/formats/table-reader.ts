import type { PartnerDirectory } from "../../partners/directory.ts";
import type { Period } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { RecordDefaults } from "../description.ts";
import { KnownTexts, parseKey, parseValue, type RowProblem } from "../records/row.ts";
import {
  type AttributeReader,
  type CodeTable,
  factReader,
  partnerReader,
  periodReader,
  placePartner,
  productReader,
  silent,
} from "./attributes.ts";
import { type Figures, figuresOf, PublishedMonths } from "./figures.ts";
import type { Layout } from "./format.ts";
import { columnIndex } from "./header.ts";
import { yearToDate } from "./periods.ts";

/** What surrounds a table and bears on how its rows are read. */
export interface TableContext {
  readonly partners: PartnerDirectory;
  readonly defaults: RecordDefaults;
  /** Marks for missing figures beside the format's own. */
  readonly missing: readonly string[];
  /** The text above the header. */
  readonly above: string;
  /** The text of sheets of notes and parameters. */
  readonly beside: string;
  readonly codeTable: CodeTable;
  /** Rows are kept only where these columns have these texts. */
  readonly where: readonly Condition[];
  /** The codes of the partners that are asked for; null: all. Rows of others are only counted. */
  readonly wanted: ReadonlySet<string> | null;
}

export interface Condition {
  readonly column: string;
  readonly text: string;
}

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
    }
  | { readonly kind: "aside"; readonly reason: string; readonly name?: string }
  | { readonly kind: "problem"; readonly problem: RowProblem };

/** An outcome of everything but the value, which rows that differ in nothing else share. */
type Judged =
  | Exclude<Outcome, { kind: "record" }>
  | {
      kind: "key";
      key: SeriesKey;
      period: Period;
      unit: string;
      part: string;
      member: string | null;
    };

type Name = "period" | "partner" | "reporter" | "flow" | "product";
type Word = Name | "sector" | "flowBasis" | "valuation" | "basis" | "unit";

const REMEMBERED = 50_000;

/** The reason of figures whose partner was not asked for. */
export const NOT_SELECTED = "not-selected";

/** Reads the rows of one table as its layout says: each figure becomes a record, or why not. */
export class TableReader {
  readonly figures: readonly Figures[];
  readonly unknownColumns: readonly string[];
  /** Columns on which everything but the value depends. */
  readonly keyColumns: readonly number[];
  readonly #attributes: Readonly<Record<Word, AttributeReader>>;
  /** The attributes of which the table says something. */
  readonly #said: readonly (readonly [string, AttributeReader])[];
  readonly #places = new Map<string, Outcome | null>();
  readonly #published: PublishedMonths | null;
  readonly #missing: ReadonlySet<string>;
  readonly #asides: readonly { at: number; fits: (text: string) => boolean; because: string }[];
  readonly #breakdowns: readonly { at: number; name: string; whole: readonly string[] }[];
  readonly #conditions: readonly { at: number; text: string }[];
  readonly #valuedLike: readonly (readonly [at: number, valuation: string])[];
  readonly #contextAt: number;
  readonly #memberAt: number;
  readonly #judged = new Map<string, Judged>();
  readonly #known = new KnownTexts();
  /** Codes that were found to count all products, such as `E_COMMODITY "00"`. */
  readonly wholes = new Set<string>();
  readonly #isAll: (cells: readonly string[]) => string | null;

  constructor(
    readonly layout: Layout,
    readonly header: readonly string[],
    readonly context: TableContext,
  ) {
    const { partners, codeTable } = context;
    const unplaced = layout.unplaced === "named";
    const who = (fact: Parameters<typeof partnerReader>[0]) =>
      partnerReader(fact, header, partners, codeTable, unplaced);
    const product = productReader(layout.products, header);
    this.#isAll = (cells) => {
      const text = cells[product.at[0] ?? -1];
      return text !== undefined && product.isAll(text) ? `${product.column} "${text}"` : null;
    };
    this.#attributes = {
      period: periodReader(layout.period, header),
      partner: layout.partner === "columns" ? factReader({ is: "" }, header) : who(layout.partner),
      reporter: who(layout.reporter),
      flow: factReader(layout.flow, header),
      product,
      sector: factReader(layout.sector, header),
      flowBasis: factReader(layout.flowBasis, header),
      valuation: factReader(layout.valuation, header),
      basis: factReader(layout.basis, header),
      unit: factReader(layout.unit, header),
    };
    this.#said = Object.entries(this.#attributes).filter(([, reader]) => reader !== silent);
    this.figures = figuresOf(layout, header);
    this.#published = layout.zerosAtEndAreUnpublished ? new PublishedMonths(this.figures) : null;
    this.#missing = new Set([...layout.missing, ...context.missing]);
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
    this.keyColumns = this.#keyColumns();
    this.unknownColumns = this.#unknownColumns();
  }

  /** Whether rows must be seen once before they are read. */
  get observes(): boolean {
    return this.#published !== null;
  }

  observe(cells: readonly string[]): void {
    this.#published?.observe(cells);
  }

  /** Every column on which a figure depends. */
  neededColumns({ at }: Figures): readonly number[] {
    return [...new Set([...this.keyColumns, ...this.#valuedLike.map(([column]) => column), at])];
  }

  /** The columns by which the partner of a figure is told. */
  partnerColumns({ mirrored }: Figures): readonly number[] {
    return (mirrored ? this.#attributes.reporter : this.#attributes.partner).at;
  }

  /**
   * The outcome of a figure of a partner that was not asked for; null where it is to be taken. Looks
   * at the columns of the partner alone.
   */
  unselected(cells: readonly string[], figures: Figures): Outcome | null {
    if (!this.context.wanted || figures.partner !== null) return null;
    let id = String(figures.mirrored);
    for (const at of this.partnerColumns(figures)) id += `\u0001${cells[at] ?? ""}`;
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    if (this.#places.size >= REMEMBERED) this.#places.clear();
    const outcome = this.#unselected(cells, figures, this.context.wanted);
    this.#places.set(id, outcome);
    return outcome;
  }

  /** The code of a figure's partner; null where it cannot be placed. */
  partnerOf(cells: readonly string[], { mirrored }: Figures): string | null {
    const { partners } = this.context;
    const reader = mirrored ? this.#attributes.reporter : this.#attributes.partner;
    const text = reader.read(cells);
    if (typeof text !== "string") return null;
    return partners.get(text) ? text : placePartner(text, undefined, partners);
  }

  #unselected(
    cells: readonly string[],
    figures: Figures,
    wanted: ReadonlySet<string>,
  ): Outcome | null {
    const reader = figures.mirrored ? this.#attributes.reporter : this.#attributes.partner;
    const text = reader.read(cells);
    if (typeof text !== "string") {
      return "unplaced" in text
        ? { kind: "aside", reason: "unknown-partner", name: text.unplaced }
        : null;
    }
    const code = this.partnerOf(cells, figures);
    return code === null || wanted.has(code) ? null : aside(NOT_SELECTED);
  }

  /** What becomes of one figure of a row, whose cells are trimmed. */
  take(cells: readonly string[], figures: Figures): Outcome {
    return this.#valued(cells, figures, this.#remembered(cells, figures));
  }

  /** The same for a row of which every other row differs, so that nothing is to be remembered. */
  takeOnce(cells: readonly string[], figures: Figures): Outcome {
    const judged = this.#judge(cells, figures, this.#valuationOf(cells, figures));
    return this.#valued(cells, figures, judged);
  }

  #valued(cells: readonly string[], figures: Figures, judged: Judged): Outcome {
    if (judged.kind !== "key") return judged;
    const { key, period, unit, part, member } = judged;
    let text = cells[figures.at] ?? "";
    if (this.#missing.has(text)) return { kind: "aside", reason: "missing" };
    if (this.layout.thousands && /^\d{1,3}(,\d{3})+$/.test(text)) text = text.replaceAll(",", "");
    const value = parseValue(text, unit);
    if (typeof value === "number") return { kind: "record", key, period, value, part, member };
    return { kind: "problem", problem: this.#placed(value, figures) };
  }

  /** What a figure is about, whatever its value; rows often differ in their values alone. */
  #remembered(cells: readonly string[], figures: Figures): Judged {
    let id = `${figures.at}${figures.mirrored}`;
    for (const at of this.keyColumns) id += `\u0001${cells[at] ?? ""}`;
    const like = this.#valuationOf(cells, figures);
    id += `\u0001${like}`;
    const known = this.#judged.get(id);
    if (known) return known;
    if (this.#judged.size >= REMEMBERED) this.#judged.clear();
    const judged = this.#judge(cells, figures, like);
    this.#judged.set(id, judged);
    return judged;
  }

  #judge(cells: readonly string[], figures: Figures, like: string): Judged {
    for (const { at, text } of this.#conditions) {
      if ((cells[at] ?? "") !== text) return aside("not-where");
    }
    for (const { at, fits, because } of this.#asides) {
      if (fits(cells[at] ?? "")) return aside(because);
    }
    if (figures.aside !== null) return aside(figures.aside);
    const said = this.#context(cells, figures);
    if ("aside" in said) return aside(said.aside);
    const row: Record<string, string> = { ...said.says, ...figures.says };
    for (const [name, reader] of this.#said) {
      const attribute = reader.read(cells);
      if (typeof attribute === "string") {
        if (attribute !== "") row[name] = attribute;
      } else if ("unplaced" in attribute) {
        return { kind: "aside", reason: "unknown-partner", name: attribute.unplaced };
      } else
        return {
          kind: "problem",
          problem: { column: reader.column ?? name, message: attribute.problem },
        };
    }
    const surprise = this.#readHeader(row, cells, figures);
    if (surprise) return surprise;
    if (like !== "" && row.sector !== "services") row.valuation = like;
    if (figures.mirrored) [row.partner, row.reporter] = [row.reporter!, row.partner!];
    const parsed = parseKey(row, this.context.defaults, this.context.partners, this.#known);
    if ("problem" in parsed) {
      const { column, message } = parsed.problem;
      const name = this.#attributes[column as Word]?.column ?? column;
      return { kind: "problem", problem: { column: name, message } };
    }
    const { key, period, unit } = parsed;
    const whole = this.#isAll(cells);
    if (whole !== null) this.wholes.add(whole);
    const member = this.#memberAt < 0 ? null : (cells[this.#memberAt] ?? null);
    return { kind: "key", key, period, unit, part: this.#part(cells), member };
  }

  /** What the header of a wide table says of the figure; an outcome where that makes it no record. */
  #readHeader(
    row: Record<string, string>,
    cells: readonly string[],
    { wide, partner, yearToDate: toDate, says }: Figures,
  ): Exclude<Outcome, { kind: "record" }> | null {
    if (toDate && row.period !== undefined) row.period = yearToDate(row.period);
    if (partner !== null) {
      const match = this.context.partners.find(partner);
      if (!match) return { kind: "aside", reason: "unknown-partner", name: partner };
      row.partner = match.kind === "group" ? match.group.id : match.partner.code;
    }
    if (!wide) return null;
    const year = wide.year ?? cells[wide.yearAt] ?? "";
    if (!/^\d{4}$/.test(year)) {
      return { kind: "problem", problem: { column: "year", message: `"${year}" is not a year` } };
    }
    const last = this.#published?.lastOf(Number(year), says.flow ?? "") ?? 12;
    if (last === 0 || (wide.month !== null && wide.month > last)) return aside("unpublished");
    const month = String(wide.month ?? last).padStart(2, "0");
    if (wide.month !== null) row.period = `${year}-${month}`;
    else row.period = last === 12 ? year : `${year}-01/${year}-${month}`;
    return null;
  }

  #context(
    cells: readonly string[],
    { header }: Figures,
  ): { says: RecordDefaults } | { aside: string } {
    const { context } = this.layout;
    if (!context) return { says: {} };
    const { above, beside } = this.context;
    const near = this.#contextAt < 0 ? above : (cells[this.#contextAt] ?? "");
    let says: RecordDefaults = {};
    for (const fact of context) {
      if (!fact.text.test(near) && !(this.#contextAt >= 0 && fact.text.test(header))) continue;
      if (fact.aside !== undefined && Object.keys(says).length === 0) return { aside: fact.aside };
      says = { ...fact.says, ...says };
    }
    if (this.#contextAt >= 0) {
      for (const fact of context) {
        if (fact.says && fact.text.test(beside)) says = { ...fact.says, ...says };
      }
    }
    return { says };
  }

  #valuationOf(cells: readonly string[], { at }: Figures): string {
    const value = cells[at];
    if (value === undefined || value === "") return "";
    for (const [column, valuation] of this.#valuedLike) {
      if (cells[column] === value) return valuation;
    }
    return "";
  }

  #part(cells: readonly string[]): string {
    const parts: string[] = [];
    for (const { at, name, whole } of this.#breakdowns) {
      const text = cells[at] ?? "";
      if (!whole.includes(text)) parts.push(`${name}=${text}`);
    }
    return parts.join(" ");
  }

  /** Values have their column's own name in messages, where the layout is not ours. */
  #placed(problem: RowProblem, { header }: Figures): RowProblem {
    return { ...problem, column: header };
  }

  #keyColumns(): number[] {
    const years = this.figures.map(({ wide }) => wide?.yearAt ?? -1);
    const attributes = Object.values(this.#attributes).flatMap(({ at }) => [...at]);
    const others = [...this.#asides, ...this.#breakdowns, ...this.#conditions].map(({ at }) => at);
    const all = [...attributes, ...years, ...others, this.#contextAt, this.#memberAt];
    return [...new Set(all)].filter((at) => at >= 0).sort((a, b) => a - b);
  }

  #unknownColumns(): string[] {
    const { optional, header: required } = this.layout;
    if (!optional) return [];
    const known = [...required, ...optional];
    return this.header.filter((name) => !known.some((one) => columnIndex([name], one) === 0));
  }
}

function aside(reason: string): { kind: "aside"; reason: string } {
  return { kind: "aside", reason };
}
