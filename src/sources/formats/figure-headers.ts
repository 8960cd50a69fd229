import type { PartnerDirectory } from "../../partners/directory.ts";
import { type Figures, PublishedMonths } from "./figures.ts";
import type { Layout } from "./format.ts";
import { type Aside, aside, type Problem, unplacedPartner } from "./outcome.ts";
import { yearToDate } from "./periods.ts";

/** Reads what the headers of figures say of them: a partner, or a period. */
export class FigureHeaders {
  readonly #published: PublishedMonths | null;
  readonly #partners: PartnerDirectory;

  constructor(layout: Layout, figures: readonly Figures[], partners: PartnerDirectory) {
    this.#published = layout.zerosAtEndAreUnpublished ? new PublishedMonths(figures) : null;
    this.#partners = partners;
  }

  /** Whether rows must be seen once before they are read. */
  get observes(): boolean {
    return this.#published !== null;
  }

  observe(cells: readonly string[]): void {
    this.#published?.observe(cells);
  }

  /** What the header of a wide table says of the figure; an outcome where that makes it no record. */
  read(
    row: Record<string, string>,
    cells: readonly string[],
    { wide, partner, yearToDate: toDate, says }: Figures,
  ): Aside | Problem | null {
    if (toDate && row.period !== undefined) row.period = yearToDate(row.period);
    if (partner !== null) {
      const match = this.#partners.find(partner);
      if (!match) return unplacedPartner(partner);
      row.partner = match.kind === "group" ? match.group.id : match.partner.code;
    }
    if (!wide) return null;
    if (wide.period !== null) {
      row.period = wide.period;
      return null;
    }
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
}
