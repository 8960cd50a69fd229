import { isYear, monthsIn, type Period, yearOf } from "../../records/period.ts";
import type { Statement, Subject } from "../../statements/statement.ts";
import { type Definition, definitionsOf, type Figures } from "./figures.ts";

/**
 * What the data say of a statement, under one definition of what its words leave open: dollars for
 * levels and changes, percent for shares, ratios and growth, points, times, or a rank. A deficit is
 * positive. Null where a figure is missing, or where a base is not positive.
 */
export function statedValue(
  statement: Statement,
  definition: Definition,
  figures: Figures,
): number | null {
  const { quantity, subject, against, period, from, measure } = statement;
  if (!period) return null;
  const level = (one: Subject, when: Period) => levelOf(one, when, definition, figures);
  const quotient = (when: Period): number | null => {
    if (!against) return null;
    const other = against.sector === subject.sector ? definition : definitionsOf(against)[0]!;
    const [part, whole] = [level(subject, when), levelOf(against, when, other, figures)];
    return part === null || !whole ? null : (part / whole) * 100;
  };
  switch (quantity) {
    case "level":
      return level(subject, period);
    case "average": {
      const sum = level(subject, period);
      return sum === null ? null : sum / monthsIn(period);
    }
    case "change":
      return difference(level(subject, period), from && level(subject, from));
    case "growth":
    case "multiple": {
      const [start, end] = [from && level(subject, from), level(subject, period)];
      if (start === null || end === null || start <= 0) return null;
      return quantity === "growth" ? (end / start - 1) * 100 : end / start;
    }
    case "annual-growth": {
      const [start, end] = [from && level(subject, from), level(subject, period)];
      const years = from ? (period.first - from.first) / 12 : 0;
      if (start === null || end === null || start <= 0 || end <= 0 || years < 1) return null;
      return ((end / start) ** (1 / years) - 1) * 100;
    }
    case "share":
    case "ratio":
      return quotient(period);
    case "points":
      return difference(quotient(period), from && quotient(from));
    case "value-added":
      return isYear(period) && measure && subject.partners.length === 1
        ? figures.share(measure, subject.partners[0]!, yearOf(period))
        : null;
    case "rank":
      return rankOf(subject, period, definition, figures);
  }
}

function difference(end: number | null, start: number | null): number | null {
  return end === null || start === null ? null : end - start;
}

function levelOf(
  subject: Subject,
  period: Period,
  definition: Definition,
  figures: Figures,
): number | null {
  const { flow, as } = subject;
  if (flow === "exports" || flow === "imports")
    return netOf(flow, subject, period, definition, figures);
  const exports = netOf("exports", subject, period, definition, figures);
  const imports = netOf("imports", subject, period, definition, figures);
  if (exports === null || imports === null) return null;
  if (flow === "total") return exports + imports;
  return as === "deficit" ? imports - exports : exports - imports;
}

/** A flow less that of the product that is left out. */
function netOf(
  flow: "exports" | "imports",
  { partners, product, without }: Subject,
  period: Period,
  definition: Definition,
  figures: Figures,
): number | null {
  const all = figures.flow(flow, partners, product, definition, period);
  if (without === null) return all;
  return difference(all, figures.flow(flow, partners, without, definition, period));
}

/** Of fewer partners a rank says nothing. */
const FEWEST_RANKED = 50;

function rankOf(
  subject: Subject,
  period: Period,
  definition: Definition,
  figures: Figures,
): number | null {
  const [code] = subject.partners;
  const { flow, product } = subject;
  if (subject.partners.length !== 1 || subject.without !== null) return null;
  const levels = (one: "exports" | "imports") =>
    flow === one || flow === "total" || flow === "balance"
      ? figures.ofCountries(one, product, definition, period)
      : new Map<string, number>();
  const [exports, imports] = [levels("exports"), levels("imports")];
  // Of a product the data of some times have a few partners only.
  if (product !== null && Math.max(exports.size, imports.size) < FEWEST_RANKED) return null;
  const of = (partner: string): number | null => {
    const [out, into] = [exports.get(partner), imports.get(partner)];
    if (subject.flow === "exports") return out ?? null;
    if (subject.flow === "imports") return into ?? null;
    if (out === undefined || into === undefined) return null;
    if (subject.flow === "total") return out + into;
    return subject.as === "deficit" ? into - out : out - into;
  };
  const own = of(code!);
  if (own === null) return null;
  const members = new Set([...exports.keys(), ...imports.keys()]);
  return (
    1 + [...members].filter((partner) => (of(partner) ?? Number.NEGATIVE_INFINITY) > own).length
  );
}
