import { contains } from "../../numbers/interval.ts";
import type { Formula } from "../file/schema.ts";
import { formulaParts } from "../formula.ts";
import type { Change, PrintedDigits } from "./change.ts";
import { digitChanges, printingChanges } from "./change.ts";
import { priorsOf } from "./combinations.ts";
import type { Alternative, Evidence } from "./merit.ts";
import { Search } from "./search.ts";

/** A slip in a formula over printed numbers: what it is, and the number that it gives. */
interface FormulaSlip extends Omit<Change, "apply"> {
  of(numbers: readonly number[]): number;
}

function slip(id: string, says: string, of: FormulaSlip["of"]): FormulaSlip {
  return { what: "mistaken", parameters: { mistake: id }, says, of };
}

const growth = (from: number, to: number) => (to / from - 1) * 100;

/** What authors do in place of each formula. */
const slips: Readonly<Record<keyof Required<Formula>, readonly FormulaSlip[]>> = {
  growth: [
    slip("over-end", "the change over the end in place of the start", ([a, b]) => -growth(b!, a!)),
    slip("end-over-start", "the end in percent of the start", ([a, b]) => (b! / a!) * 100),
    slip("less-whole", "a hundred percent taken off", ([a, b]) => growth(a!, b!) - 100),
    slip("from-end", "growth from the end back to the start", ([a, b]) => growth(b!, a!)),
    slip("points", "the difference in place of growth", ([a, b]) => b! - a!),
  ],
  share: [
    slip("inverse", "the whole in percent of the part", ([a, b]) => (b! / a!) * 100),
    slip("of-both", "the first in percent of both together", ([a, b]) => (a! / (a! + b!)) * 100),
    slip("over-rest", "the part over the rest", ([a, b]) => (a! / (b! - a!)) * 100),
    slip("rest", "the rest in place of the part", ([a, b]) => (1 - a! / b!) * 100),
    slip("plain", "the ratio, not in percent", ([a, b]) => a! / b!),
  ],
  ratio: [
    slip("inverse", "the second over the first", ([a, b]) => b! / a!),
    slip("of-both", "the first over both together", ([a, b]) => a! / (a! + b!)),
    slip("rise", "how much more, in place of how many times", ([a, b]) => a! / b! - 1),
    slip("percent", "in percent", ([a, b]) => (a! / b!) * 100),
  ],
  difference: [
    slip("turned", "the second less the first", ([a, b]) => b! - a!),
    slip("sum", "the sum in place of the difference", ([a, b]) => a! + b!),
    slip("growth", "growth in percent in place of the difference", ([a, b]) => growth(b!, a!)),
  ],
  sum: [
    slip("difference", "the difference in place of the sum", ([a, b]) => a! - b!),
    slip("average", "the average in place of the sum", (all) => total(all) / all.length),
  ],
  average: [slip("sum", "the sum in place of the average", total)],
  product: [slip("ratio", "the ratio in place of the product", ([a, b]) => a! / b!)],
  deflate: [
    slip("nominal", "nominal in place of real growth", ([a]) => a!),
    slip("difference", "the rise of prices subtracted in place of divided", ([a, b]) => a! - b!),
  ],
  "real-value": [
    slip("prices", "the rise of prices taken for the fall of the value", ([a]) => -a!),
  ],
};

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** One of several numbers that was left out of a sum or average. */
function leftOut([name, parts]: ReturnType<typeof formulaParts>): FormulaSlip[] {
  if (name !== "sum" && name !== "average") return [];
  return parts.map((part, at) => ({
    what: "partners",
    parameters: { leftOut: part },
    says: `${part} left out`,
    of(numbers) {
      const kept = numbers.filter((_, index) => index !== at);
      return name === "sum" ? total(kept) : total(kept) / kept.length;
    },
  }));
}

/**
 * What gives a printed number in place of its formula, the likeliest first.
 * @param numbers the arguments of the formula.
 * @param sign -1 where the number is printed without the sign that the formula gives.
 */
export function formulaAlternatives(
  formula: Formula,
  numbers: readonly number[],
  right: number,
  sign: 1 | -1,
  claim: Evidence & PrintedDigits,
): { alternatives: readonly Alternative[]; tried: number } {
  const parts = formulaParts(formula);
  const figures = [...slips[parts[0]], ...leftOut(parts)];
  const priorOf = priorsOf([
    ...figures.map((one) => ({ ...one, apply: () => null })),
    ...printingChanges,
    ...digitChanges,
  ]);
  const search = new Search([claim]);
  const add = (changes: Parameters<typeof priorOf>[0], value: number | null) => {
    const computed = value !== null && Number.isFinite(value) ? value : null;
    const fits = computed !== null && contains(claim.wanted, computed);
    search.add({ changes, prior: priorOf(changes), computed: [computed], fits: [fits] });
  };
  for (const printing of [...printingChanges, ...digitChanges]) {
    if (printing.rewrite) add([printing], printing.rewrite(right, claim));
  }
  for (const { of, ...slipped } of figures) {
    const change: Change = { ...slipped, apply: () => null };
    const value = of(numbers) * sign;
    add([change], value);
    for (const printing of printingChanges) {
      if (printing.rewrite) add([change, printing], printing.rewrite(value, claim));
    }
  }
  const { alone, tried } = search.result();
  return { alternatives: alone[0]!, tried };
}
