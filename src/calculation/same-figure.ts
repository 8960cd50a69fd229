import type { FigureRequest } from "../metrics/cell.ts";
import { placeId } from "./place-id.ts";

function figureId(request: FigureRequest): string {
  return [request.of, placeId(request), request.at.period.label].join("|");
}

/** Whether two inputs ask for one figure. */
export function isSame(one: FigureRequest | undefined, other: FigureRequest | undefined): boolean {
  return one !== undefined && other !== undefined && figureId(one) === figureId(other);
}
