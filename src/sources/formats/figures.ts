import type { RecordDefaults } from "../description.ts";
import type { FigureColumn, Layout } from "./format.ts";
import { columnIndex } from "./header.ts";
import { monthNumber, periodText } from "./periods.ts";

/** A column of figures in one table: where it stands and what its header says of them. */
export interface Figures {
  readonly at: number;
  readonly header: string;
  readonly says: RecordDefaults;
  readonly partner: string | null;
  readonly aside: string | null;
  readonly yearToDate: boolean;
  readonly mirrored: boolean;
  /** For wide tables: the column of the year or the year itself, and the month. */
  readonly wide: WideFigures | null;
}

interface WideFigures {
  /** The whole period, where the header has it. */
  readonly period: string | null;
  readonly year: string | null;
  readonly yearAt: number;
  readonly month: number | null;
  readonly wholeYear: boolean;
}

/** The columns of figures that a header has by its layout. */
export function figuresOf({ figures }: Layout, header: readonly string[]): Figures[] {
  if ("header" in figures) {
    return header.flatMap((name, at) => {
      const groups = figures.header.exec(name)?.groups;
      if (!figures.header.test(name)) return [];
      const month = groups?.month === undefined ? null : monthNumber(groups.month);
      if (groups?.month !== undefined && month === null) return [];
      const yearAt = figures.year === undefined ? -1 : columnIndex(header, figures.year);
      const period = groups?.period === undefined ? null : periodText(groups.period);
      const dated =
        period !== null ||
        month !== null ||
        groups?.year !== undefined ||
        groups?.wholeYear !== undefined;
      return [
        {
          ...plain,
          at,
          header: name,
          says: { ...figures.says, ...figures.flows?.[groups?.flow ?? ""] },
          partner: groups?.partner?.replace(/\s+/g, " ") ?? null,
          wide: dated
            ? {
                period,
                year: groups?.year ?? null,
                yearAt,
                month,
                wholeYear: groups?.wholeYear !== undefined,
              }
            : null,
        },
      ];
    });
  }
  return figures.flatMap((figure) => {
    const at = columnIndex(header, figure.column);
    if (at < 0) return [];
    const { says, aside, yearToDate, mirrored, partner } = figure;
    return [
      {
        ...plain,
        at,
        header: header[at]!,
        says: says ?? {},
        aside: aside ?? null,
        yearToDate: yearToDate ?? false,
        mirrored: mirrored ?? false,
        partner: partner ?? null,
        wide: datedColumn(figure, header),
      },
    ];
  });
}

/** The period of a column that is for one. */
function datedColumn(
  { period, month, year }: FigureColumn,
  header: readonly string[],
): WideFigures | null {
  if (period === undefined && month === undefined) return null;
  return {
    period: period ?? null,
    year: null,
    yearAt: year === undefined ? -1 : columnIndex(header, year),
    month: month ?? null,
    wholeYear: false,
  };
}

const plain = { partner: null, aside: null, yearToDate: false, mirrored: false, wide: null };

/**
 * The last published month of each flow in the latest year of a wide table whose unpublished months
 * are zeros: the last in which any row has a figure.
 */
export class PublishedMonths {
  #latest = 0;
  #months = new Map<string, number>();
  readonly #figures: readonly Figures[];

  constructor(figures: readonly Figures[]) {
    this.#figures = figures;
  }

  observe(cells: readonly string[]): void {
    for (const { at, wide, says } of this.#figures) {
      if (!wide || wide.month === null) continue;
      const year = Number(wide.year ?? cells[wide.yearAt]);
      if (!(year >= this.#latest)) continue;
      if (year > this.#latest) {
        this.#latest = year;
        this.#months = new Map();
      }
      const known = this.#months.get(says.flow ?? "") ?? 0;
      const published = !/^0*\.?0*$/.test(cells[at] ?? "");
      if (published && wide.month > known) this.#months.set(says.flow ?? "", wide.month);
    }
  }

  /** The last published month where the year is the latest; else December. */
  lastOf(year: number, flow: string): number {
    return year === this.#latest ? (this.#months.get(flow) ?? 0) : 12;
  }
}
