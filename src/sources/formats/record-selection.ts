import { PeriodError, parsePeriod, yearOf } from "../../records/period.ts";
import { type AttributeReader, placePartner } from "./attributes.ts";
import type { Figures } from "./figures.ts";
import { type Aside, notSelected, unplacedPartner } from "./outcome.ts";
import type { TableAttributes } from "./table-attributes.ts";
import type { TableContext } from "./table-context.ts";

const REMEMBERED = 50_000;

/** Tells the figures that are asked for from all others, by partner, reporter and period alone. */
export class RecordSelection {
  readonly #attributes: TableAttributes;
  readonly #context: TableContext;
  readonly #judged = new Map<string, Aside | null>();
  readonly #others = new Map<Figures, readonly number[]>();

  constructor(attributes: TableAttributes, context: TableContext) {
    this.#attributes = attributes;
    this.#context = context;
  }

  /** The columns by which the partner of a figure is told. */
  partnerColumns(figures: Figures): readonly number[] {
    return this.#partner(figures).at;
  }

  /** The columns by which it is told whether a figure of a partner is asked for. */
  otherColumns(figures: Figures): readonly number[] {
    const known = this.#others.get(figures);
    if (known) return known;
    const { reporter, years } = this.#context.asked;
    const columns = [
      ...(reporter === null ? [] : this.#reporter(figures).at),
      ...(years === null || figures.wide ? [] : this.#attributes.period.at),
    ].filter((at) => at >= 0);
    this.#others.set(figures, columns);
    return columns;
  }

  /** The code of a figure's partner; null where it cannot be placed. */
  partnerOf(cells: readonly string[], figures: Figures): string | null {
    return this.#codeOf(this.#partner(figures), cells);
  }

  /** The columns by which the reporter of a figure is told. */
  reporterColumns(figures: Figures): readonly number[] {
    return this.#reporter(figures).at;
  }

  /** The code of a figure's reporter; null where it cannot be placed. */
  reporterOf(cells: readonly string[], figures: Figures): string | null {
    return this.#codeOf(this.#reporter(figures), cells);
  }

  /** The outcome of a figure that was not asked for; null where it is to be taken. */
  unselected(cells: readonly string[], figures: Figures): Aside | null {
    return this.unselectedPartner(cells, figures) ?? this.unselectedOther(cells, figures);
  }

  /** The same by the columns of the partner alone. */
  unselectedPartner(cells: readonly string[], figures: Figures): Aside | null {
    const { partners } = this.#context.asked;
    if (!partners || figures.partner !== null) return null;
    const columns = this.partnerColumns(figures);
    return this.#remembered("partner", cells, columns, figures, () => {
      const text = this.#partner(figures).read(cells);
      if (typeof text !== "string") {
        return "unplaced" in text ? unplacedPartner(text.unplaced) : null;
      }
      const code = this.partnerOf(cells, figures);
      return code === null || partners.has(code) ? null : notSelected(code);
    });
  }

  /** The same by the columns of reporter and period. */
  unselectedOther(cells: readonly string[], figures: Figures): Aside | null {
    const { reporter, years } = this.#context.asked;
    if (reporter === null && years === null) return null;
    const columns = this.otherColumns(figures);
    const left = this.#remembered("other", cells, columns, figures, () =>
      this.isOtherReporter(cells, figures) || this.isOtherYear(cells, figures)
        ? notSelected(null)
        : null,
    );
    return left && notSelected(this.partnerOf(cells, figures));
  }

  /** Whether a figure is of a reporter that is not asked for. */
  isOtherReporter(cells: readonly string[], figures: Figures): boolean {
    const { reporter } = this.#context.asked;
    if (reporter === null || this.reporterColumns(figures).length === 0) return false;
    const code = this.reporterOf(cells, figures);
    return code !== null && code !== reporter;
  }

  /** Whether a figure is of years that are not asked for. */
  isOtherYear(cells: readonly string[], figures: Figures): boolean {
    const { years } = this.#context.asked;
    if (!years || figures.wide) return false;
    const text = this.#attributes.periodOf(cells, figures);
    if (text === null || text === "") return false;
    try {
      const period = parsePeriod(text);
      return yearOf(period) > years.last || Math.floor(period.last / 12) < years.first;
    } catch (error) {
      if (error instanceof PeriodError) return false;
      throw error;
    }
  }

  #codeOf(reader: AttributeReader, cells: readonly string[]): string | null {
    const { partners } = this.#context;
    const text = reader.read(cells);
    if (typeof text !== "string") return null;
    return partners.get(text) ? text : placePartner(text, undefined, partners);
  }

  #remembered(
    kind: string,
    cells: readonly string[],
    columns: readonly number[],
    { mirrored, yearToDate: toDate }: Figures,
    judge: () => Aside | null,
  ): Aside | null {
    let id = `${kind}${mirrored}${toDate}`;
    for (const at of columns) id += `\u0001${cells[at] ?? ""}`;
    const known = this.#judged.get(id);
    if (known !== undefined) return known;
    if (this.#judged.size >= REMEMBERED) this.#judged.clear();
    const outcome = judge();
    this.#judged.set(id, outcome);
    return outcome;
  }

  #partner({ mirrored }: Figures): AttributeReader {
    return mirrored ? this.#attributes.reporter : this.#attributes.partner;
  }

  #reporter({ mirrored }: Figures): AttributeReader {
    return mirrored ? this.#attributes.partner : this.#attributes.reporter;
  }
}
