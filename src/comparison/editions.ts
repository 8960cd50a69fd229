import { firstNames } from "../first-names.ts";
import type { Relations } from "../products/hs-relation.ts";
import { type HsEdition, hsEditionName, hsEditionOf, hsEditions } from "../products/hs-relation.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import { groupedBy } from "./grouped.ts";
import type { Compared, Finding } from "./identity.ts";

/**
 * Whether figures of one product code count the same products, where they are of two editions of its
 * classification: by the UN's correlation of the Harmonized System, at the level of the code. Codes
 * that took a little of very many others are set aside, and said.
 */
export function correlated(
  figures: readonly Compared[],
  relations: Relations | null,
): Finding | null {
  for (const own of groupedBy(figures, ({ identity }) => identity.product)) {
    const { product } = own[0]!.identity;
    if (product === ALL_PRODUCTS) continue;
    const editions = [...new Set(own.map(({ identity }) => identity.edition))];
    const known = editions.filter((edition) => edition !== null).sort();
    if (known.length === 0 || editions.length < 2) continue;
    if (known.length === 1) {
      const message = `${product}: some figures do not state the edition of their classification, others ${nameOf(known[0]!)}`;
      return { note: { code: "unstated", message } };
    }
    const found = ofEditions(product, known[0]!, known.at(-1)!, relations);
    if (found) return found;
  }
  return null;
}

function ofEditions(
  product: string,
  first: string,
  last: string,
  relations: Relations | null,
): Finding | null {
  const codes = product.split("+").map((code) => code.slice(code.indexOf(":") + 1));
  const [from, to] = [hs(first), hs(last)];
  const title = `${titleOf(product)} of ${nameOf(first)} and of ${nameOf(last)}`;
  if (!relations || from === null || to === null || !product.startsWith("hs:")) {
    return refused(`${title} are codes of two editions, whose products may differ`);
  }
  const notes: string[] = [];
  for (const code of codes) {
    const there = relations.relation(from, code, to);
    // A code that the earlier edition lacks is asked for from the other end.
    const { kind, counterparts, setAside } =
      there.kind === "none" ? relations.relation(to, code, from) : there;
    const edition = there.kind === "none" ? from : to;
    if (kind === "same") {
      if (setAside.length > 0)
        notes.push(`a little of ${code} moved from or to ${firstNames(setAside, NAMED)}`);
      continue;
    }
    const life =
      counterparts.length > 0
        ? `: its goods are in ${firstNames(counterparts, NAMED)} of ${nameOf(edition)}`
        : "";
    const broader = broaderCode(code, from, to, relations);
    const ask = broader ? ` (use --product hs:${broader}, which is the same in both)` : "";
    return refused(
      `HS ${code} of ${nameOf(first)} and of ${nameOf(last)} are not the same products${life}${ask}`,
    );
  }
  if (notes.length === 0) return null;
  return {
    note: { code: "edition-change", message: `${title} are compared: ${notes.join("; ")}` },
  };
}

/** The nearest heading or chapter above a code that has the same goods in both editions. */
function broaderCode(
  code: string,
  from: HsEdition,
  to: HsEdition,
  relations: Relations,
): string | null {
  for (let length = code.length - 2; length >= 2; length -= 2) {
    const wider = code.slice(0, length);
    if (relations.relation(from, wider, to).kind === "same") return wider;
  }
  return null;
}

function refused(message: string): Finding {
  return { refused: { code: "not-comparable", message } };
}

const NAMED = 4;

function hs(edition: string): HsEdition | null {
  return hsEditions.find((one) => one === hsEditionOf(edition)) ?? null;
}

function nameOf(edition: string): string {
  const known = hs(edition);
  return known ? hsEditionName(known) : edition;
}

function titleOf(product: string): string {
  return product.replaceAll(/([a-z]+):/g, (_, system: string) => `${system.toUpperCase()} `);
}
