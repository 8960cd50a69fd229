import type { Recipe } from "../recipe.ts";

/** One thing that an author may have done otherwise than the report says. */
export interface Change {
  readonly what: ChangeKind;
  /** How the change is given back: `period: 2024-01/2024-11`. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** For people: `period 2024-01/2024-11 instead of 2023`. */
  readonly says: string;
  /** How likely it is beside the other changes of its kind; 1 where this is left out. */
  readonly weight?: number;
  /** The changed recipe, or null where the change does not touch this one. */
  apply(recipe: Recipe): Recipe | null;
}

/**
 * How often each kind of slip is made beside the others. They are set by judgement, and the study says
 * how well they do.
 */
const kinds = {
  year: 0.1,
  vintage: 0.05,
  mistaken: 0.16,
  measure: 0.07,
  sign: 0.06,
  scale: 0.05,
  digits: 0.06,
  truncated: 0.04,
  partner: 0.05,
  partners: 0.05,
  months: 0.05,
  span: 0.04,
  flows: 0.04,
  basis: 0.05,
  whole: 0.04,
  relative: 0.03,
  prices: 0.03,
  product: 0.03,
  inverse: 0.02,
} as const;
export type ChangeKind = keyof typeof kinds;

/** How likely a wrong number is a slip of no such kind, or one that nobody can retrace. */
export const UNKNOWN = 0.25;

const SUM = Object.values(kinds).reduce((sum, weight) => sum + weight, 0);

/** How likely a wrong number is a slip of a kind, before anything is computed. */
export function kindPrior(kind: ChangeKind): number {
  return (kinds[kind] / SUM) * (1 - UNKNOWN);
}

/** What the digits of a printed number say. */
export interface PrintedDigits {
  /** One unit of the last digit that was computed, in dollars, percent or plain. */
  readonly unit: number;
}

/** A change of what is printed alone, which needs no new figures. */
export interface PrintingChange extends Omit<Change, "apply"> {
  /** The changed printing, or null where the change does not touch this recipe; null of a formula. */
  reprint?(recipe: Recipe): Recipe["printing"] | null;
  /** The changed number of what would be printed. */
  rewrite?(value: number, digits: PrintedDigits): number | null;
}

export const printingChanges: readonly PrintingChange[] = [
  {
    what: "sign",
    parameters: { sign: "reversed" },
    says: "the sign reversed",
    rewrite: (value) => -value,
  },
  {
    what: "inverse",
    parameters: { inverse: true },
    says: "the reciprocal",
    reprint: (recipe) =>
      isQuotient(recipe) ? { ...recipe.printing, inverted: !recipe.printing.inverted } : null,
  },
  ...([-9, -6, -3, -2, 2, 3, 6, 9] as const).map(
    (shift): PrintingChange => ({
      what: "scale",
      parameters: { scale: `1e${shift}` },
      says: shift > 0 ? `the value times 10^${shift}` : `the value divided by 10^${-shift}`,
      // A million for a billion is the usual one.
      weight: Math.abs(shift) === 3 ? 8 : Math.abs(shift) === 2 ? 4 : 1,
      rewrite: (value) => value * 10 ** shift,
    }),
  ),
];

/** Changes of digits: tried of what is computed as stated alone, since any number has such neighbours. */
export const digitChanges: readonly PrintingChange[] = [
  {
    what: "truncated",
    parameters: { digits: "cut off" },
    says: "the digits cut off in place of rounded",
    rewrite(value, { unit }) {
      const cut = Math.trunc(value / unit + Math.sign(value) * 1e-9);
      return cut === Math.round(value / unit) ? null : cut * unit;
    },
  },
  ...[0, 1, 2, 3, 4].map(
    (at): PrintingChange => ({
      what: "digits",
      parameters: { digits: `exchanged ${at + 1}` },
      says: "two digits exchanged",
      rewrite(value, { unit }) {
        const digits = String(Math.round(Math.abs(value) / unit)).split("");
        const [one, other] = [digits[at], digits[at + 1]];
        if (one === undefined || other === undefined || one === other || digits.length > 7)
          return null;
        digits[at] = other;
        digits[at + 1] = one;
        return Math.sign(value) * Number(digits.join("")) * unit;
      },
    }),
  ),
];

function isQuotient({ metric, inTable }: Recipe): boolean {
  return metric?.unit === "percent" || inTable?.unit === "percent" || inTable?.unit === "ratio";
}
