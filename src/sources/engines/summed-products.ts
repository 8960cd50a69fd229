import type { ProductGrain } from "../asked.ts";
import { Numbered } from "../records/growing.ts";
import { SEPARATOR } from "./dialect.ts";
import { type Lifted, liftedTo } from "./lifting.ts";
import type { Meanings, TextSet } from "./meanings.ts";
import { NeedsRows } from "./needs-rows.ts";
import type { ProductNumbers } from "./sum-sql.ts";

/** A grain at which sums are worth more than records. */
export type SumGrain = Exclude<ProductGrain, "each">;

/** To what products are lifted, and the products of which sums over all partners are asked for. */
export interface Grains {
  readonly grain: SumGrain;
  readonly members: ProductGrain;
}

/** The most different texts of products; beyond, they are no codes or names. */
export const MOST_TEXTS = 200_000;

/** What the products of a stored table are, and what each adds to; some may be met while it is read. */
export class SummedProducts {
  readonly texts: TextSet;
  /** The codes of all products, each at the place of its bit. */
  readonly codes: string[] = [];
  readonly lifted: Lifted[] = [];
  /** The number of the member that each product belongs to, at the place of its bit. */
  readonly memberOf: number[] = [];
  /** The codes of the products that members are. */
  readonly targets = new Numbered<string>();
  readonly #meanings: Meanings;
  readonly #grains: Grains;
  readonly #bits = new Numbered<string>();
  readonly #ids = new Numbered<string>();
  readonly #known = new Map<string, ProductNumbers>();

  constructor(meanings: Meanings, grains: Grains) {
    this.#meanings = meanings;
    this.#grains = grains;
    this.texts = { columns: meanings.aspects.product, texts: [] };
  }

  /** The numbers of all products that are known, in the order of their codes. */
  addAll(texts: readonly (readonly string[])[]): readonly ProductNumbers[] {
    const all = texts.map((one) => ({ texts: one, code: this.#codeOf(one) }));
    all.sort((a, b) => (a.code < b.code ? -1 : 1));
    return all.map((one) => this.#add(one.texts, one.code));
  }

  /** @throws NeedsRows where texts are no product of which sums could be made. */
  numbersOf(texts: readonly string[]): ProductNumbers {
    return this.#known.get(texts.join(SEPARATOR)) ?? this.#add(texts, this.#codeOf(texts));
  }

  #add(texts: readonly string[], code: string): ProductNumbers {
    if (this.#known.size >= MOST_TEXTS)
      throw new NeedsRows("there are too many different products");
    const { grain, members } = this.#grains;
    const own = liftedTo(grain, code);
    const numbers = {
      texts,
      bit: this.#bits.numberOf(code),
      lifted: this.#ids.numberOf([own.target, own.isWhole, own.level].join("|")),
      target: this.targets.numberOf(members === "each" ? code : liftedTo(members, code).target),
    };
    this.texts.texts.push(texts);
    this.codes[numbers.bit] = code;
    this.lifted[numbers.lifted] ??= own;
    this.memberOf[numbers.bit] = numbers.target;
    this.#known.set(texts.join(SEPARATOR), numbers);
    return numbers;
  }

  #codeOf(texts: readonly string[]): string {
    refuseQuotes(texts);
    const { columns } = this.texts;
    const [judged] = this.#meanings.ofTexts("product", { columns, texts: [texts] });
    return this.#meanings.words.products.things[judged!.numbers[0]!]!;
  }
}

export function refuseQuotes(texts: readonly string[]): void {
  if (texts.some((text) => text.includes('"'))) throw new NeedsRows("a text has a quote in it");
}
