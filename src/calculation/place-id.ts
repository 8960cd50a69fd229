import { type Cell, type FigureRequest, ONLY_REPORTER } from "../metrics/cell.ts";

/** The same for figures of one place, whatever their flow and period. */
export function placeId({ at }: FigureRequest): string {
  const economies = (members: Cell["reporter"]) =>
    members === ONLY_REPORTER || members === "all" ? members : members.join("+");
  const { reporter, partner, product } = at;
  return [economies(reporter), economies(partner), product.id].join("|");
}
