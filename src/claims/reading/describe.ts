import type { Statement, Subject } from "../../statements/statement.ts";

/** A statement in plain words: `deficit in goods with Mexico, 2024`. */
export function describeStatement(statement: Statement, nameOf: (code: string) => string): string {
  const { quantity, subject, against, period, from, measure } = statement;
  const own = describeSubject(subject, nameOf);
  const when = period?.label ?? "";
  switch (quantity) {
    case "level":
      return `${own}, ${when}`;
    case "average":
      return `${own}, average of the months of ${when}`;
    case "change":
      return `change of ${own}, ${from?.label} to ${when}`;
    case "growth":
      return `growth of ${own}, ${from?.label} to ${when}`;
    case "annual-growth":
      return `average growth of ${own} a year, ${from?.label} to ${when}`;
    case "multiple":
      return `${own} as a multiple, ${from?.label} to ${when}`;
    case "share":
      return `${own}, in percent of ${against ? describeSubject(against, nameOf) : "all"}, ${when}`;
    case "ratio":
      return `${own}, relative to ${against ? describeSubject(against, nameOf) : "all"}, ${when}`;
    case "points":
      return `change of ${own} in percent of ${against ? describeSubject(against, nameOf) : "all"}, ${from?.label} to ${when}`;
    case "value-added":
      return `${measure} of ${subject.partners.map(nameOf).join(" and ")}, ${when}`;
    case "rank":
      return `rank by ${own}, ${when}`;
  }
}

const prepositions = { exports: "to", imports: "from", total: "with", balance: "with" } as const;

function describeSubject(
  { flow, as, partners, sector, product, without }: Subject,
  nameOf: (code: string) => string,
): string {
  const what =
    flow === "balance"
      ? as === "deficit"
        ? "deficit"
        : "surplus"
      : flow === "total"
        ? "trade"
        : flow;
  const counted = sector === "both" ? "goods and services" : sector;
  const of = product === null ? counted : chapterOf(product);
  const inWhat =
    of === null ? "" : flow === "exports" || flow === "imports" ? ` of ${of}` : ` in ${of}`;
  const less = without === null ? "" : ` without ${chapterOf(without)}`;
  const whom = partners.map(nameOf).join(" and ");
  return `${what}${inWhat}${less} ${prepositions[flow]} ${whom}`;
}

/** `hs:27` in words. */
function chapterOf(product: string): string {
  return product.replace(/^hs:/, "HS chapter ");
}
