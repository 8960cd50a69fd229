import { productSets } from "./product-sets.ts";

/** Products that a word may mean: a named set, or a chapter or heading of HS. */
export interface NamedProduct {
  /** What `--product` takes: `ft900-petroleum`, `hs:87`. */
  readonly id: string;
  readonly title: string;
  readonly kind: "set" | "chapter" | "heading";
}

export interface FoundProducts {
  /** The one that the words name, or null where they name several or none. */
  readonly chosen: NamedProduct | null;
  /** What else the words may mean, the likeliest first; at most eight. */
  readonly others: readonly NamedProduct[];
}

/**
 * Everyday words for a chapter or heading, where its name has others. A word that has several
 * accepted meanings, such as petroleum, is not among them.
 */
const everyday: Readonly<Record<string, string>> = {
  energy: "27",
  fuel: "27",
  fuels: "27",
  "mineral fuels": "27",
  "crude oil": "2709",
  crude: "2709",
  "natural gas": "2711",
  electricity: "2716",
  coal: "2701",
  pharmaceutical: "30",
  medicine: "30",
  medicines: "30",
  drugs: "30",
  fertilizers: "31",
  plastic: "39",
  lumber: "44",
  paper: "48",
  shoes: "64",
  gold: "7108",
  diamonds: "7102",
  jewellery: "71",
  jewelry: "71",
  "iron and steel": "72",
  steel: "72",
  aluminum: "76",
  machinery: "84",
  machines: "84",
  computers: "8471",
  semiconductors: "8542",
  chips: "8542",
  "integrated circuits": "8542",
  electronics: "85",
  "electrical machinery": "85",
  phones: "8517",
  smartphones: "8517",
  telephones: "8517",
  batteries: "8507",
  vehicle: "87",
  vehicles: "87",
  "motor vehicles": "87",
  car: "8703",
  cars: "8703",
  automobiles: "8703",
  trucks: "8704",
  "car parts": "8708",
  "auto parts": "8708",
  aircraft: "88",
  aeroplanes: "8802",
  airplanes: "8802",
  ships: "89",
  boats: "89",
  furniture: "94",
  toys: "95",
  soybeans: "1201",
  soya: "1201",
  maize: "1005",
  corn: "1005",
  wheat: "1001",
  rice: "1006",
  coffee: "0901",
  tea: "0902",
  beef: "0201",
  pork: "0203",
  fish: "03",
  seafood: "03",
  wine: "2204",
  beer: "2203",
  tobacco: "24",
  cotton: "52",
  arms: "93",
  weapons: "93",
};

/** Words that mean a subject with several definitions: all of its sets are offered. */
const subjects: Readonly<Record<string, string>> = {
  petroleum: "petroleum",
  oil: "petroleum",
  automotive: "automotive",
  autos: "automotive",
  agriculture: "agriculture",
  agricultural: "agriculture",
  farm: "agriculture",
  "high tech": "advanced technology",
  "high technology": "advanced technology",
};

const SHORTEST_WORD = 3;
const MOST_OTHERS = 8;

/**
 * Finds products by plain words: the name or an everyday word of one chapter, heading or set chooses
 * it; a subject with several definitions chooses none and lists them; otherwise everything whose
 * name has all of the words is listed.
 * @param titles chapters and headings with their plain names, without `hs:`.
 */
export function findProducts(
  words: string,
  titles: readonly { readonly code: string; readonly name: string }[],
): FoundProducts {
  const wanted = plain(words);
  if (wanted.length < SHORTEST_WORD) return { chosen: null, others: [] };
  const sets = productSets.map(({ id, title, subject }) => ({
    ...{ id, title, kind: "set" as const, subject },
  }));
  const named = titles.map(
    ({ code, name }): NamedProduct => ({
      ...{ id: `hs:${code}`, title: titled(code, name) },
      kind: code.length === 2 ? "chapter" : "heading",
    }),
  );
  const subject = subjects[wanted];
  const code = everyday[wanted];
  const chosen =
    (subject === undefined ? undefined : only(sets.filter((set) => set.subject === subject))) ??
    sets.find(({ id, title }) => plain(id) === wanted || plain(title) === wanted) ??
    (code === undefined ? undefined : named.find(({ id }) => id === `hs:${code}`)) ??
    (subject === undefined ? exactly(wanted, titles, named) : undefined);
  const ofSubject = sets.filter((set) => set.subject === subject);
  const all = [
    ...ofSubject,
    ...[...sets, ...named].filter(({ title }) => hasAll(plain(title), wanted.split(" "))),
  ].map(({ id, title, kind }): NamedProduct => ({ id, title, kind }));
  const others = all.filter(
    ({ id }, at) => id !== chosen?.id && all.findIndex((one) => one.id === id) === at,
  );
  return {
    chosen: chosen ? { id: chosen.id, title: chosen.title, kind: chosen.kind } : null,
    others: others.slice(0, MOST_OTHERS),
  };
}

/** `HS 87, vehicles`. */
export function titled(code: string, name: string): string {
  return `HS ${code}, ${/^[A-Z][a-z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name}`;
}

function exactly(
  wanted: string,
  titles: readonly { readonly name: string }[],
  named: readonly NamedProduct[],
): NamedProduct | undefined {
  return only(named.filter((_, at) => plain(titles[at]!.name) === wanted));
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** Whether a name has every word, also as the beginning of one of its own from four letters on. */
function hasAll(name: string, words: readonly string[]): boolean {
  const own = name.split(" ");
  return words.every((word) =>
    own.some((one) => one === word || (word.length > 3 && one.startsWith(word))),
  );
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
