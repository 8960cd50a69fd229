import { InputError } from "../errors.ts";
import { DOLLARS } from "../records/record.ts";
import type { MeasuredFigure, UsedFigure } from "./flow-figure.ts";

/** US dollars for a unit of each currency, in all periods (`EUR`) or in one (`EUR 2023`). */
export type Rates = Readonly<Record<string, number>>;

/**
 * A figure in US dollars, by the rate that the question gives for its currency and period; the same
 * figure where it gives none for the currency. Rounded to whole dollars.
 * @throws InputError where there are rates of the currency and none of the period.
 */
export function converted(found: MeasuredFigure, rates: Rates | null | undefined): MeasuredFigure {
  const [first] = found.figures;
  if (!rates || first === undefined) return found;
  const own = found.figures.map((used) => rateOf(used, rates));
  const [rate] = own;
  if (rate === undefined || rate === null) return found;
  const figures = found.figures.map((used, at) => inDollars(used, own[at] ?? rate));
  if (found.value === null) return { ...found, figures };
  if (own.some((one) => one !== rate)) {
    throw new InputError(
      "--rate: one figure is of periods with unlike rates (leave out --project)",
    );
  }
  return { ...found, value: Math.round(found.value * rate), figures };
}

/** The rate of a figure; null where it needs none or nobody gives one. */
function rateOf({ figure, period: { label } }: UsedFigure, rates: Rates): number | null {
  const currency = figure.provenance?.currency;
  if (currency === undefined || currency === DOLLARS) return null;
  const rate = rates[`${currency} ${label}`] ?? rates[currency];
  if (rate !== undefined) return rate;
  if (!Object.keys(rates).some((key) => key.startsWith(`${currency} `))) return null;
  throw new InputError(`--rate: no rate of ${currency} for ${label} (add it to the file)`);
}

function inDollars(used: UsedFigure, rate: number): UsedFigure {
  const { provenance, value } = used.figure;
  return {
    ...used,
    figure: {
      ...used.figure,
      value: value === null ? null : Math.round(value * rate),
      provenance: provenance && { ...provenance, currency: DOLLARS },
    },
  };
}
