import type { Scale } from "./scanned-number.ts";

/** What a header, caption or title says of the numbers under it; null where it says nothing. */
export interface Measure {
  readonly unit: string | null;
  readonly scale: Scale | null;
}

const SCALES: readonly (readonly [RegExp, Scale])[] = [
  [/\btrillions?\b|\b(?:tn|trn)\b|(?:\$|US\$|€|£)\s?(?:tn|t)\b/i, "trillion"],
  [/\bbillions?\b|\b(?:bn|bln|bil)\b|(?:\$|€|£)\s?(?:bn|b)\b/i, "billion"],
  [/\bmillions?\b|\b(?:mn|mln|mil)\b|(?:\$|€|£)\s?(?:mn|m)\b/i, "million"],
  [/\bthousands?\b|\b(?:\$|US\$)?000s?\b|'000/i, "thousand"],
];
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:CAD|C\$|Can\$)|\bCanadian\sdollars?\b/, "CAD"],
  [/\bMXN\b|\bpesos?\b/i, "MXN"],
  [/€|\bEUR\b|\beuros?\b/i, "EUR"],
  [/£|\bGBP\b/, "GBP"],
  [/\$|\bUSD\b|\bdollars?\b/i, "USD"],
];
const POINTS = /\bpercentage[\s-]points?\b|%[\s-]points?|\bppts?\b|\(pp\)|\bp\.p\./i;
const PERCENT = /%|\bper\s?cent(?:age)?\b|\bpct\b/i;
/** Columns of counts and of plain numbers, which take nothing from a caption in dollars. */
const COUNTS =
  /\b(?:number|no\.|count|firms|companies|exporters|jobs|workers|employees|employment|units|index|ratio|rank|HHI)\b/i;
const SHARES = /\b(?:share|growth(?:\srate)?|rate)\b/i;

/** "The $1.6 trillion question" states an amount, not what the cells are in. */
const AMOUNT =
  /\$\s?\d[\d.,]*\s?(?:thousand|million|billion|trillion|bn|mn)?|\d[\d.,]*\s?(?:%|percent|per\scent|thousand|million|billion|trillion|bn|mn)(?!\w)/gi;

/** The unit and scale that words name, as `billions of dollars`, `US$ mn`, `Change (%)`. */
export function measureOf(printed: string): Measure {
  const words = printed.replace(AMOUNT, " ");
  if (POINTS.test(words)) return { unit: "percentage-points", scale: null };
  const currency = CURRENCIES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const scale = SCALES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  if (currency === null && PERCENT.test(words)) return { unit: "percent", scale: null };
  return { unit: currency, scale };
}

/**
 * The unit and scale of a cell from what stands around it, the nearest first. A percent has no scale,
 * and a column of counts or shares takes no dollars from the caption.
 * @param scopes the header of the column, the row, the section, the caption, the heading, the note.
 */
export function measureOfCell(scopes: readonly string[]): Measure {
  const [header = "", row = ""] = scopes;
  let unit: string | null = null;
  let scale: Scale | null = null;
  for (const [index, words] of scopes.entries()) {
    const found = measureOf(words);
    if (unit === null && found.unit !== null) unit = found.unit;
    if (scale === null && found.scale !== null && isScalable(unit)) scale = found.scale;
    if (unit !== null && !isScalable(unit)) return { unit, scale: null };
    if (index === 1 && unit === null && scale === null) {
      if (COUNTS.test(header) || COUNTS.test(row)) return { unit: null, scale: null };
      if (SHARES.test(header)) return { unit: "percent", scale: null };
    }
    if (unit !== null && scale !== null) break;
  }
  return { unit, scale };
}

function isScalable(unit: string | null): boolean {
  return unit === null || /^[A-Z]{3}$/.test(unit);
}
