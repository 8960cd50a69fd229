import { levelOf } from "../products/classification.ts";
import { findProducts, titled } from "../products/find-products.ts";
import type { HarmonizedSystem } from "../products/harmonized-system.ts";
import {
  type HsEdition,
  type HsRelation,
  hsEditionName,
  hsEditions,
} from "../products/hs-relation.ts";
import { normalizedProduct } from "../products/product.ts";
import { type ProductSet, productSets } from "../products/product-sets.ts";
import { harmonizedSystem } from "../sources/embedded/harmonized-system.ts";
import type { Definition } from "./definition.ts";

const CORRELATION =
  "United Nations Statistics Division, correlation tables between the editions of the Harmonized System";

export function setDefinition({ id, title, codes, note, source, subject }: ProductSet): Definition {
  return {
    ...{ id, title, kind: "product set", text: `${note[0]!.toUpperCase()}${note.slice(1)}.` },
    details: [
      ["Codes", codes.join(", ")],
      ["Stands for", subject],
    ],
    sources: [source],
    aliases: codes.length === 1 ? [codes[0]!] : [],
  };
}

/**
 * The definitions of a product code or of a plain word: all sets of a subject such as petroleum, the
 * life of an HS code, or what a word like vehicles chooses. Empty where it is none.
 */
export function productDefinitions(word: string): Definition[] {
  const subject = word.trim().toLowerCase();
  const sets = productSets.filter((set) => set.subject === subject);
  if (sets.length > 0) return sets.map(setDefinition);
  const code = normalizedProduct(word);
  if (code !== null) return code.startsWith("hs:") ? hsDefinitions(code.slice(3)) : [];
  const { chosen } = findProducts(word, harmonizedSystem().titles());
  if (!chosen) return [];
  const set = productSets.find(({ id }) => id === chosen.id);
  return set ? [setDefinition(set)] : hsDefinitions(chosen.id.slice(3));
}

/** What a code is called, which editions have it, and what became of it from one to the next. */
function hsDefinitions(code: string): Definition[] {
  const hs = harmonizedSystem();
  const editions = hs.editionsOf(code);
  if (editions.length === 0) return [];
  const changes = lifeOf(code, hs);
  const latest = editions.at(-1)!;
  const name = hs.titleOf(code, latest);
  const title = (edition: HsEdition) => hs.titleOf(code, edition) ?? "";
  const names = [...new Set(editions.map(title))].map((one) => {
    const years = editions.filter((edition) => title(edition) === one).map(hsEditionName);
    return `${one} in ${years.join(", ")}`;
  });
  return [
    {
      ...{ id: `hs:${code}`, kind: "product" },
      title: name === null ? `HS ${code}` : titled(code, code.length > 4 ? `in ${name}` : name),
      text:
        names.length > 1
          ? `Not the same goods in every edition: ${names.join("; ")}.`
          : `${capital(levelOf(`hs:${code}`)!.name)} of the Harmonized System.`,
      details: [
        ["Editions", editions.map(hsEditionName).join(", ")],
        ...(changes.length > 0
          ? changes
          : [["Changes", "none: the same goods in every edition"] as const]),
      ],
      sources: [CORRELATION],
      aliases: [],
    },
  ];
}

function lifeOf(code: string, hs: HarmonizedSystem): Definition["details"] {
  const known = hs.editionsOf(code);
  return hsEditions.slice(1).flatMap((edition, at): [string, string][] => {
    const before = hsEditions[at]!;
    const label = hsEditionName(edition);
    if (known.includes(before)) {
      const change = becomes(code, hs.relation(before, code, edition), edition);
      return change === null ? [] : [[label, change]];
    }
    if (!known.includes(edition)) return [];
    const origin = hs.relation(edition, code, before);
    const from = origin.counterparts;
    return [[label, from.length > 0 ? `new, from ${listed(from)}` : "new"]];
  });
}

/** What a code became, or null where it kept its goods. */
function becomes(code: string, relation: HsRelation, edition: HsEdition): string | null {
  const { kind, counterparts, together, setAside } = relation;
  const others = together.filter((one) => one !== code);
  const aside = setAside.length > 0 ? `; a little is shared with ${listed(setAside)}` : "";
  switch (kind) {
    case "same":
      return setAside.length > 0 ? `kept${aside}` : null;
    case "renamed":
      return `became ${listed(counterparts)}${aside}`;
    case "split":
      return `split into ${listed(counterparts)}${aside}`;
    case "merged":
      return `merged with ${listed(others)} into ${listed(counterparts)}${aside}`;
    case "mixed":
      return `shares goods, with ${listed(others)}, in ${listed(counterparts)}${aside}`;
    case "set-aside":
      return `spread over ${counterparts.length} codes of ${hsEditionName(edition)}`;
    case "none":
      return null;
  }
}

const MOST_NAMED = 8;

function listed(codes: readonly string[]): string {
  if (codes.length <= MOST_NAMED) return codes.join(", ");
  return `${codes.slice(0, MOST_NAMED).join(", ")} and ${codes.length - MOST_NAMED} others`;
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
