import { z } from "zod";
import { isAmount, LARGEST_AMOUNT } from "./amounts.ts";
import { contentMethods, productClasses } from "./part.ts";
import { isCountryCode } from "./region.ts";

const LARGEST_COUNT = 100_000_000;

function shown(input: unknown): string {
  return JSON.stringify(input) ?? String(input);
}

function number(mend: string) {
  return z.number({
    error: ({ input }) =>
      input === undefined || input === null
        ? `is missing (${mend})`
        : `expected a number, got ${shown(input)} (${mend})`,
  });
}

function amount(mend: string) {
  return number(mend).superRefine((value, context) => {
    if (value < 0) context.addIssue(`${value} is negative (${mend})`);
    else if (value > LARGEST_AMOUNT) {
      context.addIssue(`${value} is larger than ${LARGEST_AMOUNT} (give all values in thousands)`);
    } else if (!isAmount(value)) {
      context.addIssue(`${value} has more than four decimals (round it)`);
    }
  });
}

function flag() {
  return z
    .boolean({ error: ({ input }) => `expected true or false, got ${shown(input)}` })
    .optional();
}

function text(mend: string) {
  const message = `is missing (${mend})`;
  return z
    .string({
      error: ({ input }) => (input == null ? message : `expected text, got ${shown(input)}`),
    })
    .trim()
    .min(1, message);
}

function oneOf<Name extends string>(names: readonly Name[]) {
  return z.enum(names as [Name, ...Name[]], {
    error: ({ input }) => `${shown(input)} is not one of ${names.join(", ")}`,
  });
}

/** The keys of a part in a file, as the user writes them. */
export const partFields = z.object({
  id: text("give each part a name of its own"),
  name: text("leave the key out instead").optional(),
  value: amount("give what the next producer pays for it"),
  origin: text("give the ISO alpha-2 code of the country where it is made").refine(isCountryCode, {
    error: ({ input }) =>
      `${shown(input)} is not an ISO alpha-2 code (use two capitals, such as MX)`,
  }),
  parent: text("leave the key out for the final good").optional(),
  class: oneOf(productClasses).optional(),
  transactionValue: amount("give an amount").optional(),
  netCost: amount("give an amount").optional(),
  ownContent: amount("give an amount").optional(),
  wage: amount("give US dollars an hour").optional(),
  labourHours: amount("give hours").optional(),
  labourCost: amount("give an amount").optional(),
  threshold: amount("give a percentage")
    .max(100, { error: ({ input }) => `${shown(input)} is more than 100 percent` })
    .optional(),
  method: oneOf(contentMethods).optional(),
  originating: flag(),
  selfProduced: flag(),
  tariffChange: flag(),
  units: number("give how many were made")
    .int({ error: ({ input }) => `${shown(input)} is not a whole number` })
    .min(1, { error: ({ input }) => `${shown(input)} is less than 1` })
    .max(LARGEST_COUNT, { error: ({ input }) => `${shown(input)} is more than ${LARGEST_COUNT}` })
    .optional(),
});

export type PartFields = z.infer<typeof partFields>;

export const partKeys: readonly string[] = Object.keys(partFields.shape);

const numericKeys: ReadonlySet<string> = new Set([
  "value",
  "transactionValue",
  "netCost",
  "ownContent",
  "wage",
  "labourHours",
  "labourCost",
  "threshold",
  "units",
]);

const flagKeys: ReadonlySet<string> = new Set(["originating", "selfProduced", "tariffChange"]);

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The text of a table's cell as the value of a key; what does not fit stays text and is refused. */
export function fieldFromText(key: string, cell: string): unknown {
  if (cell === "") return undefined;
  if (numericKeys.has(key)) return PLAIN_NUMBER.test(cell) ? Number(cell) : cell;
  if (flagKeys.has(key)) return { true: true, false: false }[cell.toLowerCase()] ?? cell;
  return cell;
}
