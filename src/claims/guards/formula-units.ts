import type { Claim, ClaimFile, Formula } from "../file/schema.ts";
import { formulaParts, hasScale } from "../formula.ts";
import { isWord } from "../reported.ts";

/** The unit and scale of everything that a formula may name. */
export type NumberUnits = ReadonlyMap<string, { readonly unit: string; readonly scale: string }>;

export function unitsOfNumbers({ claims, facts }: ClaimFile): NumberUnits {
  return new Map(
    [...facts, ...claims].map(({ id, unit, scale }) => [id, { unit, scale: scale ?? "" }]),
  );
}

type Problem = { readonly key: string; readonly message: string };

const RELATIVE = ["percent", "percentage-points"];
const MULTIPLES = ["times", "ratio", "percent"];

/** What a formula and the unit of its claim cannot both be. */
export function formulaProblems(claim: Claim, units: NumberUnits): Problem[] {
  const { formula, consistency } = claim;
  const problems: Problem[] = [];
  const refuse = (key: string, message: string) => problems.push({ key, message });
  if (isWord(claim.reported) && !claim.compute) {
    refuse("reported", `"${claim.reported}" states no number and needs compute`);
  }
  if (formula) {
    const found = unitOf(formula, units);
    if (found !== null && typeof found === "object") refuse("formula", found.message);
    else if (found !== null && (!agree(found, claim.unit) || isOther(formula, claim.unit))) {
      const name = formulaParts(formula)[0];
      refuse("unit", `"${claim.unit}" is not that of its ${name} (use ${found})`);
    }
  }
  const to = consistency?.to;
  if (to !== undefined) {
    const found = typeof to === "string" ? (units.get(to)?.unit ?? null) : unitOf(to, units);
    if (typeof found === "object" && found !== null) refuse("consistency", found.message);
    else if (found !== null && !agree(found, claim.unit)) {
      refuse("consistency", `a number in ${claim.unit} is set against one in ${found}`);
    }
  }
  return problems;
}

/** Percent and its points differ as little as a ratio and how many times; all else by its word. */
function agree(one: string, other: string): boolean {
  const same = (list: readonly string[]) => list.includes(one) && list.includes(other);
  return one === other || same(RELATIVE) || same(["times", "ratio"]);
}

/** Growth and shares are in percent, and never in points of it. */
function isOther(formula: Formula, unit: string): boolean {
  return unit === "percentage-points" && ["growth", "share"].includes(formulaParts(formula)[0]);
}

/** The unit of a formula; null where none follows, a message where its numbers are unlike. */
function unitOf(formula: Formula, units: NumberUnits): string | null | { message: string } {
  const [name, parts] = formulaParts(formula);
  const known = parts.flatMap((part) => units.get(part) ?? []);
  const [first] = known;
  const unlike = known.find(({ unit }) => !agree(unit, first!.unit));
  switch (name) {
    case "sum":
    case "difference":
    case "average":
      if (unlike) return { message: `${name}: ${first!.unit} and ${unlike.unit} are unlike` };
      return first?.unit ?? null;
    case "growth":
    case "share":
      if (unlike) return { message: `${name}: ${first!.unit} and ${unlike.unit} are unlike` };
      return literalProblem(name, parts, units) ?? "percent";
    case "deflate":
    case "real-value": {
      const other = known.find(({ unit }) => !RELATIVE.includes(unit));
      return other ? { message: `${name}: takes percent, not ${other.unit}` } : "percent";
    }
    case "ratio":
      return known.length === 2 && !unlike && !MULTIPLES.includes(first!.unit) ? "ratio" : null;
    case "product":
      return null;
  }
}

/** A number in quotes beside one that is scaled must say its scale: "153 billion". */
function literalProblem(
  name: string,
  parts: readonly string[],
  units: NumberUnits,
): { message: string } | null {
  const literal = parts.find((part) => !units.has(part) && !hasScale(part));
  const scaled = parts.find((part) => (units.get(part)?.scale ?? "") !== "");
  if (literal === undefined || scaled === undefined) return null;
  const { scale } = units.get(scaled)!;
  return {
    message: `${name}: "${literal}" has no scale, ${scaled} has (write "${literal} ${scale}")`,
  };
}
