import { lexicon, type Slot } from "./lexicon.ts";
import { neverPartners, partnerWords, peoples } from "./partner-words.ts";
import { Phrases } from "./phrases.ts";
import { productWords } from "./product-words.ts";
import { type Word, wordsOf } from "./words.ts";

/** A word or phrase that says a part of a statement. */
export interface Mark {
  readonly slot: Slot;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One or several partners named in a row: `Japan, South Korea and Taiwan`. */
export interface Named {
  readonly codes: readonly string[];
  readonly start: number;
  readonly end: number;
  /** `Mexico's` or `Mexican`. */
  readonly possessive: boolean;
  /** Said as a people: `Mexican`. */
  readonly people: boolean;
}

export interface Economy {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What the phrases of a sentence say. */
export interface Lexed {
  readonly words: readonly Word[];
  readonly marks: readonly Mark[];
  readonly named: readonly Named[];
}

interface NameEntry {
  readonly code: string;
  readonly people: boolean;
  /** Written without a capital: `southern neighbor`. */
  readonly plain: boolean;
}

const CHAPTERS = 97;

let phrases: Phrases<readonly [Slot, string]> | null = null;

function phrasesOfLexicon(): Phrases<readonly [Slot, string]> {
  if (phrases) return phrases;
  phrases = new Phrases();
  for (const [slot, value, list] of lexicon) phrases.add(list, [slot, value]);
  for (const [chapter, list] of productWords) phrases.add(list, ["product", `hs:${chapter}`]);
  for (let chapter = 1; chapter <= CHAPTERS; chapter++) {
    const code = String(chapter).padStart(2, "0");
    phrases.add(`chapter/hs/hs2 ${code}, hs chapter ${code}`, ["product", `hs:${code}`]);
  }
  return phrases;
}

/** Finds what words say, and the economies that are named. */
export class Lexer {
  readonly #names = new Phrases<NameEntry>();

  /** Codes and numbers among the aliases are left out: "IT" and "NO" are words too. */
  constructor(economies: Iterable<Economy>) {
    for (const [code, list] of Object.entries(partnerWords)) {
      for (const name of list.split(",")) {
        this.#names.add(name, { code, people: false, plain: !/[A-Z]/.test(name) });
      }
    }
    for (const [code, list] of Object.entries(peoples)) {
      this.#names.add(list, { code, people: true, plain: false });
      for (const people of list.split(",")) {
        // "Canadians bought": the country buys.
        if (/^\s*\w+(?:an|i)$/.test(people) && !/^\s*(?:Taiw|Milan|Hainan)/.test(people))
          this.#names.add(`${people}s`, { code, people: false, plain: false });
      }
    }
    for (const { code, name, aliases } of economies) {
      if (neverPartners.has(code)) continue;
      for (const each of [name, ...aliases]) {
        if (each.length < 4 || !/[a-z]/.test(each) || /[,(/]/.test(each)) continue;
        this.#names.add(each, { code, people: false, plain: false });
      }
    }
  }

  lex(sentence: string): Lexed {
    const words = wordsOf(sentence);
    const texts = words.map(({ text, mark }) => (mark === "" ? text : mark));
    const named = this.#namedIn(words, texts, sentence);
    const marks: Mark[] = [];
    for (let at = 0; at < words.length; ) {
      const found = phrasesOfLexicon().at(texts, at);
      if (!found || isName(words, found.from, found.to)) {
        at += 1;
        continue;
      }
      const [slot, value] = found.value;
      marks.push({ slot, value, start: words[at]!.start, end: words[found.to - 1]!.end });
      at = found.to;
    }
    const free = marks.filter(
      (mark) => !named.some((one) => mark.start < one.end && mark.end > one.start),
    );
    return { words, marks: free, named };
  }

  #namedIn(words: readonly Word[], texts: readonly string[], sentence: string): Named[] {
    const found: {
      codes: string[];
      start: number;
      end: number;
      possessive: boolean;
      people: boolean;
    }[] = [];
    for (let at = 0; at < words.length; ) {
      const hit = this.#names.at(texts, at);
      const isHit =
        hit && (hit.value.plain || words.slice(hit.from, hit.to).some(({ capital }) => capital));

      if (!hit || !isHit) {
        at += 1;
        continue;
      }
      const { code, people } = hit.value;
      if (code === "USMCA" && isAgreement(words, hit.from, hit.to)) {
        at = hit.to;
        continue;
      }
      const [start, end] = [words[at]!.start, words[hit.to - 1]!.end];
      const possessive = people || words[hit.to - 1]!.possessive;
      at = hit.to;
      const last = found.at(-1);
      if (
        last &&
        !last.possessive &&
        last.people === people &&
        JOINT.test(sentence.slice(last.end, start))
      ) {
        if (!last.codes.includes(code)) last.codes.push(code);
        Object.assign(last, { end, possessive });
      } else found.push({ codes: [code], start, end, possessive, people });
    }
    return found;
  }
}

/** "After USMCA took effect" names the agreement, "trade with USMCA" its members. */
function isAgreement(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > 1 || !/^(?:usmca|nafta)$/.test(words[from]!.text)) return false;
  const before = words.slice(Math.max(0, from - 2), from).map(({ text }) => text);
  return !before.some((word) => /^(?:with|from|to|among|between|within)$/.test(word));
}

const JOINT = /^(?:,\s|,?\sand\s|\splus\s|\s\+\s|\/|\s&\s)(?:the\s|from\s|with\s|to\s)?$/;

/** "US" is the reporter and "us" is none; `May` and the like are identified by their neighbours. */
function isName(words: readonly Word[], from: number, to: number): boolean {
  return to - from === 1 && words[from]!.text === "us" && !words[from]!.capital;
}
