import { type Period, yearOf } from "../../records/period.ts";
import { WORLD } from "../../records/record.ts";
import type { Claim } from "../file/schema.ts";
import { type Recipe, singleFigures } from "../recipe.ts";
import { chaptersOf, economiesOf, expectedFlow, isAsked, meets } from "./asked.ts";
import { withoutPriceYear } from "./prices.ts";
import { isOfOne, type SaidWords, saidIn } from "./said.ts";

/** What a text says otherwise than a recipe asks: the key, what it holds, and the words against it. */
export interface Contradiction {
  readonly key: "partner" | "period" | "from" | "product" | "of" | "metric";
  readonly asked: string;
  readonly said: string;
}

/** Why the subject that a claim names is not that of its recipe; null where it can be. */
export function subjectProblem(claim: Claim, recipe: Recipe): string | null {
  const says = withoutPriceYear(claim.says);
  if (!isOfOne(says)) return null;
  const found = contradictionOf(saidIn(says), recipe);
  if (!found) return null;
  const { key, asked, said } = found;
  const written = key === "period" && claim.compute?.to !== undefined ? "to" : key;
  return `compute.${written}: "${asked}" contradicts what the claim says ("${said}")`;
}

/**
 * The partner, time, product or flow that words name where the recipe asks for none of those that they
 * name; null where they name none, or one that it asks.
 */
function contradictionOf(said: SaidWords, recipe: Recipe): Contradiction | null {
  const { metric } = recipe;
  if (metric === null || recipe.inTable) return null;
  return (
    otherPartner(said, recipe) ??
    otherTime(said, recipe) ??
    otherProduct(said, recipe) ??
    otherFlow(said, recipe)
  );
}

function otherPartner({ partners, world }: SaidWords, recipe: Recipe): Contradiction | null {
  if (partners.length === 0) return null;
  const asked = singleFigures(recipe).flatMap(economiesOf);
  const own = recipe.partners.map(({ name }) => name).join(", ");
  const isOfWorld = asked.includes(WORLD);
  if (isOfWorld && (world || recipe.metric!.asks.about !== "partner" || recipe.by.length > 0)) {
    return null;
  }
  if (partners.some(({ codes }) => codes.some((code) => isAsked(code, asked)))) return null;
  return { key: "partner", asked: own, said: partners.map(({ text }) => text).join(", ") };
}

function otherTime({ times, spans, since }: SaidWords, recipe: Recipe): Contradiction | null {
  const { period, from } = recipe;
  const [span] = spans;
  const start = from ?? (yearOf(period) < Math.floor(period.last / 12) ? period : null);
  if (span && spans.length === 1 && times.length === 0 && start && !recipe.than) {
    if (!meets(span.from, from ?? firstYear(period))) {
      return { key: "from", asked: start.label, said: span.text };
    }
    if (!meets(span.period, from ? period : lastYear(period))) {
      return { key: "period", asked: period.label, said: span.text };
    }
    return null;
  }
  if (from && since && spans.length === 0 && !meets(since.period, from)) {
    return { key: "from", asked: from.label, said: since.text };
  }
  const named = [...times, ...spans.map((one) => ({ ...one, period: whole(one) }))];
  if (named.length === 0) return null;
  const asked = singleFigures(recipe).flatMap((one) => [
    one.period,
    ...(one.from ? [one.from] : []),
  ]);
  if (named.some((one) => asked.some((own) => meets(one.period, own)))) return null;
  return { key: "period", asked: period.label, said: named.map(({ text }) => text).join(", ") };
}

const firstYear = ({ label, first }: Period): Period => ({ label, first, last: first + 11 });
const lastYear = ({ label, last }: Period): Period => ({ label, first: last - 11, last });

function whole({ from, period }: { from: Period; period: Period }): Period {
  return { label: period.label, first: from.first, last: period.last };
}

/** Only chapters can be told from words, and only where nothing but products of one system is asked. */
function otherProduct({ products }: SaidWords, recipe: Recipe): Contradiction | null {
  if (products.length === 0) return null;
  const chapters = chaptersOf(recipe);
  if (chapters === null || products.some(({ code }) => chapters.includes(code))) return null;
  const { title } = recipe.product;
  return { key: "product", asked: title, said: products.map(({ text }) => text).join(", ") };
}

const FLOWS = ["exports", "imports"];

/** Exports for imports, one flow for the balance, and the balance or the sum for one flow. */
function otherFlow({ flows, more }: SaidWords, recipe: Recipe): Contradiction | null {
  const [said] = flows;
  if (!said || flows.some(({ flow }) => flow !== said.flow)) return null;
  const { metric, of } = recipe;
  const expected = expectedFlow(recipe);
  if (expected === null) return null;
  const isOne = said.flow !== "balance";
  const contradicts = isOne ? expected !== said.flow : FLOWS.includes(expected);
  // "More than it sold" is a balance without the word.
  if (!contradicts || (!metric!.asks.of && more)) return null;
  return metric!.asks.of
    ? { key: "of", asked: of, said: said.flow }
    : { key: "metric", asked: metric!.id, said: said.flow };
}
