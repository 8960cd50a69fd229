import type { Recipe } from "../recipe.ts";

/** One thing that an author may have done otherwise than the report says. */
export interface Change {
  readonly what: ChangeKind;
  /** How the change is given back: `period: 2024-01/2024-11`. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** For people: `period 2024-01/2024-11 instead of 2023`. */
  readonly says: string;
  /** How far it leads from what the report says: years apart for periods, else 0. */
  readonly far: number;
  /** The changed recipe, or null where the change does not touch this one. */
  apply(recipe: Recipe): Recipe | null;
}

/** The kinds of change in the order in which they are believed when they explain equally well. */
export const changeKinds = [
  "year",
  "vintage",
  "flows",
  "partner",
  "partners",
  "months",
  "measure",
  "sign",
  "inverse",
  "scale",
  "basis",
  "product",
] as const;
type ChangeKind = (typeof changeKinds)[number];

/** A change of what is printed alone, which needs no new figures. */
export interface PrintingChange extends Omit<Change, "apply"> {
  /** The changed printing, or null where the change does not touch this recipe. */
  reprint(recipe: Recipe): Recipe["printing"] | null;
}

export const printingChanges: readonly PrintingChange[] = [
  {
    what: "sign",
    parameters: { sign: "reversed" },
    says: "the sign reversed",
    far: 0,
    reprint: ({ printing }) => ({ ...printing, negated: !printing.negated }),
  },
  {
    what: "inverse",
    parameters: { inverse: true },
    says: "the ratio turned upside down",
    far: 0,
    reprint: ({ metric, printing }) =>
      metric?.unit === "percent" ? { ...printing, inverted: !printing.inverted } : null,
  },
  ...[-9, -6, -3, -2, 2, 3, 6, 9].map(
    (shift): PrintingChange => ({
      what: "scale",
      parameters: { scale: `1e${shift}` },
      says: shift > 0 ? `the value times 10^${shift}` : `the value divided by 10^${-shift}`,
      far: 0,
      reprint: ({ printing }) => ({ ...printing, shift: printing.shift + shift }),
    }),
  ),
];
