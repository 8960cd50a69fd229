import { type Cell, type FigureRequest, ONLY_REPORTER } from "../metrics/cell.ts";

/** One text for the figures of one place, whatever their flow and period. */
export function placeId({ at }: FigureRequest): string {
  const economies = (members: Cell["reporter"]) =>
    members === ONLY_REPORTER || members === "all" ? members : members.join("+");
  const { reporter, partner, product } = at;
  return [economies(reporter), economies(partner), product.id].join("|");
}

function figureId(request: FigureRequest): string {
  return [request.of, placeId(request), request.at.period.label].join("|");
}

/** Whether two inputs ask for one figure. */
export function isSame(one: FigureRequest | undefined, other: FigureRequest | undefined): boolean {
  return one !== undefined && other !== undefined && figureId(one) === figureId(other);
}
