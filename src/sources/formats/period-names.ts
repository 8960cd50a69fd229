import { PeriodError, parsePeriod } from "../../records/period.ts";
import { type FiscalStart, periodText } from "./periods.ts";

/** The period that a text is, also as `Year 2024`; null for other text. */
export function asPeriod(text: string, fiscal: FiscalStart | null = null): string | null {
  const period = periodText(
    text.replace(/^(year|yr)[ _]?(?=\d{4}$)|^x(?=\d{4})/i, "").trim(),
    fiscal,
  );
  // An error takes longer than all else, and most texts that are asked about are none.
  if (!MAY_BE_PERIOD.test(period)) return null;
  try {
    parsePeriod(period);
    return period;
  } catch (error) {
    if (error instanceof PeriodError) return null;
    throw error;
  }
}

const MAY_BE_PERIOD = /^(?:\d{4}(?:-\d{2}|-?Q[1-4])?|Q[1-4][- ]?\d{4})(?:\/|$)/i;
