import { DOLLARS } from "../records/record.ts";
import type { MeasuredFigure } from "./flow-figure.ts";

/** US dollars for a unit of each currency. */
export type Rates = Readonly<Record<string, number>>;

/**
 * A figure in US dollars, by the rate that the question gives for its currency; the same figure where
 * it gives none. Rounded to whole dollars.
 */
export function converted(found: MeasuredFigure, rates: Rates | null | undefined): MeasuredFigure {
  const [first] = found.figures;
  const currency = first?.figure.provenance?.currency;
  const rate = currency === undefined || currency === DOLLARS ? undefined : rates?.[currency];
  if (rate === undefined) return found;
  return {
    ...found,
    value: found.value === null ? null : Math.round(found.value * rate),
    figures: found.figures.map((used) => {
      const { provenance, value } = used.figure;
      return {
        ...used,
        figure: {
          ...used.figure,
          value: value === null ? null : Math.round(value * rate),
          provenance: provenance && { ...provenance, currency: DOLLARS },
        },
      };
    }),
  };
}
