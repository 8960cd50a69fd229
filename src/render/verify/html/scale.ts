/** A linear scale from figures to places on a page. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  at(value: number): number;
}

export function linearScale(low: number, high: number, start: number, end: number): Scale {
  const at = (value: number) => start + ((value - low) / (high - low)) * (end - start);
  return { low, high, at: (value) => Math.round(at(value) * 100) / 100 };
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round figures within a range, at most so many, evenly spaced; zero is one where it is inside. */
export function ticksWithin(low: number, high: number, most: number): number[] {
  const rough = (high - low) / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const step of STEPS.map((one) => one * power)) {
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    if (last - first + 1 > most) continue;
    return Array.from({ length: last - first + 1 }, (_, index) =>
      tidy((first + index) * step, step),
    );
  }
  return [];
}

/** Digits after the decimal point that all of these numbers need. */
export function decimalsNeeded(numbers: readonly number[]): number {
  return Math.max(0, ...numbers.map(decimalsOf));
}

function decimalsOf(value: number): number {
  for (let digits = 0; digits < 12; digits += 1) {
    const rounded = Number(value.toFixed(digits));
    if (Math.abs(rounded - value) <= Math.abs(value) * 1e-10) return digits;
  }
  return 12;
}

/** A multiple of a step without the last bits that the multiplication leaves. */
function tidy(value: number, step: number): number {
  const digits = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(step))));
  return Number(value.toFixed(digits)) + 0;
}
