import type { Period } from "../../records/period.ts";
import { ALL_PRODUCTS } from "../../records/record.ts";
import type { Aspects, Subject } from "../formats/alike-rows.ts";
import type { Figures } from "../formats/figures.ts";
import type { Aside } from "../formats/outcome.ts";
import type { TableReader } from "../formats/table-reader.ts";
import { Numbered } from "../records/growing.ts";
import { KeyWords } from "../records/kept-series.ts";
import type { DefinedTable } from "../records/load.ts";
import { withProduct } from "../records/row.ts";
import { NeedsRows } from "./needs-rows.ts";

/** One of the things that a row says of a figure, told by the texts of some columns alone. */
export type AspectName = keyof Aspects;

/** Different texts of some columns of a table. */
export interface TextSet {
  readonly columns: readonly number[];
  readonly texts: (readonly string[])[];
}

/** A row of a table of meanings: the texts, and what they mean as numbers. */
export interface Meaning {
  readonly texts: readonly string[];
  /** Why rows with these texts are no records, by number; null where they may be. */
  readonly why: number | null;
  /** What they say by number; of a family, everything that no other column says. */
  readonly numbers: readonly (number | null)[];
}

/** A product of a classification, whichever it is. */
const ANY_PRODUCT = "?";

/**
 * What the texts of a stored table mean, judged by its reader: each text once, in a row that is good
 * otherwise. A figure is good when each of its texts is.
 */
export class Meanings {
  readonly words: KeyWords;
  readonly periods: Period[];
  readonly whys: Aside[];
  /** The codes of a product that count all of it, such as `cmdCode "TOTAL"`, by its number. */
  readonly wholes: Map<number, Set<string>>;
  readonly #reader: TableReader;
  readonly #figures: Figures;
  readonly #base: readonly string[];
  readonly #numberedWhys: Numbered<string>;
  readonly aspects: Aspects;
  readonly unit: string;
  readonly isMirrored: boolean;

  /**
   * @param reader a reader for nothing else, since it learns from rows that are not in the table.
   * @param like the meanings of another column of figures, with which these share their numbers.
   * @throws NeedsRows where the table cannot be read so.
   */
  constructor(table: DefinedTable, reader: TableReader, figures: Figures, like: Meanings | null) {
    const aspects = reader.aspects(figures);
    if (!aspects) throw new NeedsRows("the header tells what figures are about");
    this.aspects = aspects;
    this.isMirrored = figures.mirrored;
    this.#reader = reader;
    this.#figures = figures;
    this.words = like?.words ?? new KeyWords();
    this.periods = like?.periods ?? [];
    this.whys = like?.whys ?? [];
    this.wholes = like?.wholes ?? new Map();
    this.#numberedWhys = like ? like.#numberedWhys : new Numbered();
    const { base, subject } = this.#goodRow(table);
    this.#base = base;
    this.unit = subject.unit;
  }

  /** A row of the start of the table that is a record; in such a row, other texts are judged. */
  #goodRow({ source, recognised }: DefinedTable) {
    for (const { cells, line } of source.start ?? source.sample) {
      if (line <= recognised.header.line) continue;
      const { aspects } = this;
      const isWhole = (["partner", "reporter", "product", "period"] as const).every(
        (name) => aspects[name].length === 0 || aspects[name].some((at) => cells[at]),
      );
      if (!isWhole || this.#reader.outcome(cells, this.#figures).kind !== "record") continue;
      const base = [...cells];
      for (const at of this.#reader.valuationColumns) base[at] = "";
      const judged = this.#reader.subject(base, this.#figures);
      if (judged.kind === "key" && judged.part === "") return { base, subject: judged };
    }
    throw new NeedsRows("no row of the start is a record");
  }

  #with(columns: readonly number[], texts: readonly string[]): string[] {
    const cells = [...this.#base];
    for (const [index, at] of columns.entries()) cells[at] = texts[index]!.trim();
    return cells;
  }

  /** @throws NeedsRows where texts have no meaning of their own. */
  ofTexts(name: Exclude<AspectName, "family">, { columns, texts }: TextSet): Meaning[] {
    return texts.map((one) => {
      const own = name === "product" ? one.slice(0, 1) : one;
      if (own.every((text) => text.trim() === "")) throw new NeedsRows(`${name}: is empty`);
      this.#reader.wholes.clear();
      const judged = this.#reader.subject(this.#with(columns, one), this.#figures);
      if (judged.kind === "problem") throw new NeedsRows(judged.problem.message);
      if (judged.kind === "aside") {
        if (judged.name === undefined) throw new NeedsRows(`${name}: ${judged.reason}`);
        return { texts: one, why: this.#why(judged), numbers: [null] };
      }
      const number = this.#numberOf(name, judged);
      if (name === "product") this.#noteWholes(number);
      return { texts: one, why: null, numbers: [number] };
    });
  }

  #noteWholes(product: number): void {
    const wholes = this.wholes.get(product) ?? new Set();
    this.wholes.set(product, wholes);
    for (const whole of this.#reader.wholes) wholes.add(whole);
  }

  #numberOf(name: Exclude<AspectName, "family">, { key, period }: Subject): number {
    if (name === "period") return this.#periodOf(period);
    return this.words[`${name}s`].numberOf(key[name]);
  }

  #productOf({ product }: Subject["key"]): number {
    const number = this.words.products.numberOf(product);
    this.#noteWholes(number);
    return number;
  }

  #periodOf(period: Period): number {
    const number = this.words.labels.numberOf(period.label);
    this.periods[number] = period;
    return number;
  }

  /**
   * The families of rows: kind, whatever has no columns of its own, and the kind of their totals, which
   * belong to no edition of a classification.
   * @param likes for each family, the number of the column that repeats its value; -1 for none.
   * @param products texts of products, one of which must fit the family's system.
   */
  ofFamilies({ columns, texts }: TextSet, likes: readonly number[], products: TextSet): Meaning[] {
    return texts.map((one, index) => {
      this.#reader.wholes.clear();
      const judged = this.#judgedFamily(columns, one, likes[index]!, products);
      if (judged.kind === "aside") {
        const numbers = [null, null, null, null, null, null];
        return { texts: one, why: this.#why(judged), numbers };
      }
      const { key, period, part, member, unit, edition } = judged;
      if (part !== "" || member !== null) throw new NeedsRows("rows are parts of figures");
      if (this.#reader.statusOf(this.#with(columns, one)) !== null) {
        throw new NeedsRows("figures are marked as provisional, estimated or the like");
      }
      if (unit !== this.unit) throw new NeedsRows("values are in several units");
      const { words, aspects } = this;
      const ofProduct = (product: string) =>
        words.kindOf(aspects.product.length > 0 ? withProduct(key, product, edition) : key);
      const numbers = [
        ofProduct(ANY_PRODUCT),
        aspects.reporter.length > 0 ? null : words.reporters.numberOf(key.reporter),
        aspects.partner.length > 0 ? null : words.partners.numberOf(key.partner),
        aspects.product.length > 0 ? null : this.#productOf(key),
        aspects.period.length > 0 ? null : this.#periodOf(period),
        ofProduct(ALL_PRODUCTS),
      ];
      return { texts: one, why: null, numbers };
    });
  }

  #judgedFamily(
    columns: readonly number[],
    texts: readonly string[],
    like: number,
    products: TextSet,
  ) {
    const cells = this.#with(columns, texts);
    const { valuationColumns } = this.#reader;
    if (like >= 0) cells[valuationColumns[like]!] = cells[this.#figures.at]!;
    const first = this.#reader.subject(cells, this.#figures);
    if (first.kind !== "problem") return first;
    // The product of the good row may be none in the system of these.
    for (const product of products.texts) {
      if (products.columns.some((at, index) => index > 0 && cells[at] !== product[index]!.trim())) {
        continue;
      }
      cells[products.columns[0]!] = product[0]!.trim();
      const judged = this.#reader.subject(cells, this.#figures);
      if (judged.kind !== "problem") return judged;
    }
    throw new NeedsRows(first.problem.message);
  }

  /** Values that are no plain numbers: what becomes of them, or what they are in dollars. */
  ofValues(texts: readonly string[]): Meaning[] {
    return texts.map((text) => {
      const cells = this.#with([this.#figures.at], [text]);
      const outcome = this.#reader.outcome(cells, this.#figures);
      if (outcome.kind === "problem") throw new NeedsRows(outcome.problem.message);
      // Whether it is held back stands in another column.
      if (
        outcome.kind === "aside" &&
        outcome.reason === "missing" &&
        this.#reader.layout.suppressed
      ) {
        throw new NeedsRows("a figure without a value may be held back");
      }
      if (outcome.kind === "record" && outcome.status !== undefined) {
        throw new NeedsRows("figures are marked as provisional, estimated or the like");
      }
      const why = outcome.kind === "aside" ? this.#why(outcome) : null;
      const amount = outcome.kind === "record" ? outcome.value : null;
      return { texts: [text], why, numbers: [amount] };
    });
  }

  #why(aside: Aside): number {
    const number = this.#numberedWhys.numberOf(`${aside.reason}|${aside.name ?? ""}`);
    this.whys[number] = aside;
    return number;
  }
}
