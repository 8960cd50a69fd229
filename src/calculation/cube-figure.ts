import type { Cell, Dimension } from "../metrics/cell.ts";
import type { Reason } from "../metrics/reason.ts";
import type { Interval } from "../numbers/interval.ts";
import type { MeasuredFigure } from "./flow-figure.ts";

/** One member of a list, with its sum. */
export interface ListMember {
  readonly member: string;
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly bounds?: Interval | null;
}

/** A sum of trade, or a list of sums by member; null with the first reason why not. */
export interface CubeFigure extends MeasuredFigure {
  readonly list: readonly ListMember[] | null;
}

/** The cell of one member. */
export function cellOf<At extends Omit<Cell, "period">>(at: At, by: Dimension, member: string): At {
  if (by !== "product") return { ...at, [by]: [member] };
  return { ...at, product: { id: member, title: member, codes: [member], excluded: [] } };
}

/** Members that are products of other editions than that of the period, and no flows that are missing. */
export function ofOtherEditions({ list, figures }: CubeFigure): Set<string> {
  const codes = new Set(
    figures.flatMap(({ editionThere, product }) =>
      editionThere === undefined ? [] : product.codes,
    ),
  );
  return new Set(
    (list ?? []).flatMap(({ member, value }) =>
      value === null && codes.has(member) ? [member] : [],
    ),
  );
}

/** The same figures, whose lists leave these members out. */
export function withoutMembers(
  all: ReadonlyMap<string, CubeFigure>,
  gone: ReadonlySet<string>,
): Map<string, CubeFigure> {
  return new Map(
    [...all].map(([name, figure]) => {
      if (!figure.list) return [name, figure];
      const list = figure.list.filter(({ member }) => !gone.has(member));
      const reason =
        list.length === 0 ? "no-data" : list.find(({ value }) => value === null)?.reason;
      const figures = figure.figures.filter(
        ({ editionThere, product }) => editionThere === undefined || !gone.has(product.id),
      );
      return [name, { ...figure, list, figures, reason: reason ?? null }];
    }),
  );
}
