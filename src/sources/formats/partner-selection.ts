import { type AttributeReader, placePartner } from "./attributes.ts";
import type { Figures } from "./figures.ts";
import { type Aside, aside, NOT_SELECTED, unplacedPartner } from "./outcome.ts";
import type { TableAttributes } from "./table-attributes.ts";
import type { TableContext } from "./table-context.ts";

const REMEMBERED = 50_000;

/** Tells the figures of the partners that are asked for from all others, by the partner's columns alone. */
export class PartnerSelection {
  readonly #attributes: TableAttributes;
  readonly #context: TableContext;
  readonly #judged = new Map<string, Aside | null>();

  constructor(attributes: TableAttributes, context: TableContext) {
    this.#attributes = attributes;
    this.#context = context;
  }

  /** The columns by which the partner of a figure is told. */
  columns(figures: Figures): readonly number[] {
    return this.#reader(figures).at;
  }

  /** The code of a figure's partner; null where it cannot be placed. */
  partnerOf(cells: readonly string[], figures: Figures): string | null {
    const { partners } = this.#context;
    const text = this.#reader(figures).read(cells);
    if (typeof text !== "string") return null;
    return partners.get(text) ? text : placePartner(text, undefined, partners);
  }

  /** The outcome of a figure of a partner that was not asked for; null where it is to be taken. */
  unselected(cells: readonly string[], figures: Figures): Aside | null {
    if (!this.#context.wanted || figures.partner !== null) return null;
    let id = String(figures.mirrored);
    for (const at of this.columns(figures)) id += `\u0001${cells[at] ?? ""}`;
    const known = this.#judged.get(id);
    if (known !== undefined) return known;
    if (this.#judged.size >= REMEMBERED) this.#judged.clear();
    const outcome = this.#judge(cells, figures, this.#context.wanted);
    this.#judged.set(id, outcome);
    return outcome;
  }

  #judge(cells: readonly string[], figures: Figures, wanted: ReadonlySet<string>): Aside | null {
    const text = this.#reader(figures).read(cells);
    if (typeof text !== "string") return "unplaced" in text ? unplacedPartner(text.unplaced) : null;
    const code = this.partnerOf(cells, figures);
    return code === null || wanted.has(code) ? null : aside(NOT_SELECTED);
  }

  #reader({ mirrored }: Figures): AttributeReader {
    return mirrored ? this.#attributes.reporter : this.#attributes.partner;
  }
}
