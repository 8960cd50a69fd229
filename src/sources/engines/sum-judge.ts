import type { Period } from "../../records/period.ts";
import { ALL_PRODUCTS } from "../../records/record.ts";
import type { AskedCodes } from "../asked.ts";
import { type Aside, notSelected } from "../formats/outcome.ts";
import { SEPARATOR } from "./dialect.ts";
import type { Meaning, Meanings } from "./meanings.ts";
import { NeedsRows } from "./needs-rows.ts";
import type { SumKey } from "./sum-collection.ts";
import type { MemberTexts } from "./sum-sql.ts";
import { refuseQuotes } from "./summed-products.ts";
import type { SumCell, SumRow, TableSums } from "./table-sums.ts";

/** What the texts of rows say of one column of figures. */
export class Judge {
  readonly #meanings: Meanings;
  readonly #sums: TableSums;
  /** What texts were found to mean, by what they tell. */
  readonly #known = {
    partner: new Map<string, Meaning>(),
    reporter: new Map<string, Meaning>(),
    period: new Map<string, Meaning>(),
    family: new Map<string, Meaning>(),
    value: new Map<string, Meaning>(),
  };
  readonly #unselected = new Map<string, Aside>();
  readonly #places: Readonly<Record<"family" | "partner" | "reporter", readonly number[]>>;
  /** Of each column that tells periods, its place among those that tell nothing else, and among all. */
  readonly #periodPlaces: readonly (readonly [number, number])[];

  constructor(meanings: Meanings, sums: TableSums) {
    this.#meanings = meanings;
    this.#sums = sums;
    const placesOf = (columns: readonly number[]) => columns.map((at) => sums.columns.indexOf(at));
    const { family, partner, reporter, period } = meanings.aspects;
    this.#places = {
      family: placesOf(family),
      partner: placesOf(partner),
      reporter: placesOf(reporter),
    };
    this.#periodPlaces = period.map((at) => [sums.periods.indexOf(at), sums.columns.indexOf(at)]);
  }

  /** What the rows are about but for their periods; or why they are no records. */
  judged(row: SumRow, asked: AskedCodes): { key: SumKey; product: string } | Aside {
    const { words, whys } = this.#meanings;
    const partner = this.#ofTexts("partner", row);
    const reporter = this.#ofTexts("reporter", row);
    const own = partner?.why === null ? words.partners.things[partner.numbers[0]!]! : null;
    const left = this.#notAsked(own, partner, reporter, asked);
    if (left) return left;
    const family = this.#ofFamily(row);
    const order = this.#meanings.isMirrored ? [reporter, partner] : [partner, reporter];
    for (const one of [family, ...order]) if (one && one.why !== null) return whys[one.why]!;
    const [kind, ofReporter, ofPartner, ofProduct, , ofTotal] = family.numbers;
    const lifted = this.#sums.liftedOf(row);
    const isTotal = lifted?.isWhole && lifted.target === ALL_PRODUCTS;
    return {
      key: {
        kind: words.kinds[isTotal ? ofTotal! : kind!]!,
        reporter: words.reporters.things[reporter ? reporter.numbers[0]! : ofReporter!]!,
        partner: words.partners.things[partner ? partner.numbers[0]! : ofPartner!]!,
      },
      product: ofProduct === null ? "" : words.products.things[ofProduct!]!,
    };
  }

  /** The period of some of these rows and the sum of their values; or why they are no records. */
  ofCell(row: SumRow, { texts, times, value }: SumCell): { period: Period; value: number } | Aside {
    const { whys } = this.#meanings;
    const period = this.#periodOf(row, texts);
    if ("kind" in period) return period;
    if (row.odd === null) return { period, value: summed(value) };
    const odd = this.#ofValue(row.odd);
    if (odd.why !== null) return whys[odd.why]!;
    return { period, value: summed(odd.numbers[0]! * times) };
  }

  /** @param own the texts of the columns that tell nothing but periods. */
  #periodOf(row: Pick<SumRow, "texts" | "like">, own: readonly string[]): Period | Aside {
    const { aspects, whys, periods } = this.#meanings;
    const texts = this.#periodPlaces.map(([at, place]) => (at < 0 ? row.texts[place]! : own[at]!));
    if (texts.length === 0) return periods[this.#ofFamily(row).numbers[4]!]!;
    const { why, numbers } = remembered(this.#known.period, texts.join(SEPARATOR), () => {
      refuseQuotes(texts);
      return this.#meanings.ofTexts("period", { columns: aspects.period, texts: [texts] })[0]!;
    });
    return why === null ? periods[numbers[0]!]! : whys[why]!;
  }

  /** Why rows of a partner or reporter that is not asked for are left out; null for all others. */
  ofOthers(row: Pick<SumRow, "texts">, asked: AskedCodes): Aside | null {
    const partner = this.#ofTexts("partner", row);
    const reporter = this.#ofTexts("reporter", row);
    const { things } = this.#meanings.words.partners;
    const own = partner?.why === null ? things[partner.numbers[0]!]! : null;
    return this.#notAsked(own, partner, reporter, asked);
  }

  /** Rows of partners and of a reporter that are not asked for, whatever else they say. */
  #notAsked(
    own: string | null,
    partner: Meaning | null,
    reporter: Meaning | null,
    { partners, reporter: only }: AskedCodes,
  ): Aside | null {
    if (partners && partner) {
      if (own === null) return this.#meanings.whys[partner.why!]!;
      if (!partners.has(own)) return this.#leftOut(own);
    }
    if (only === null || !reporter || reporter.why !== null) return null;
    const code = this.#meanings.words.reporters.things[reporter.numbers[0]!]!;
    return code === only ? null : this.#leftOut(own);
  }

  /** The texts of the partners whose codes fit, of those that were judged. */
  partnerTexts(fits: (code: string) => boolean): MemberTexts {
    const { things } = this.#meanings.words.partners;
    const all = [...this.#known.partner.values()];
    const fitting = all.filter(({ why, numbers }) => why === null && fits(things[numbers[0]!]!));
    const [one] = fitting;
    if (!one) throw new NeedsRows("no partner is identified by a column of its own");
    const texts = fitting.length === all.length ? null : fitting.map((each) => each.texts);
    return { columns: this.#meanings.aspects.partner, texts, one: one.texts };
  }

  #leftOut(partner: string | null): Aside {
    const id = partner ?? "";
    const known = this.#unselected.get(id) ?? notSelected(partner);
    this.#unselected.set(id, known);
    return known;
  }

  #ofTexts(name: "partner" | "reporter", row: Pick<SumRow, "texts">): Meaning | null {
    const places = this.#places[name];
    if (places.length === 0) return null;
    const [first] = places;
    const id = places.length === 1 ? row.texts[first!]! : textsOf(places, row).join(SEPARATOR);
    return remembered(this.#known[name], id, () => {
      const columns = this.#meanings.aspects[name];
      return this.#meanings.ofTexts(name, { columns, texts: [textsOf(places, row)] })[0]!;
    });
  }

  #ofFamily(row: Pick<SumRow, "texts" | "like">): Meaning {
    const texts = textsOf(this.#places.family, row);
    const id = [row.like, ...texts].join(SEPARATOR);
    return remembered(this.#known.family, id, () => {
      const set = { columns: this.#meanings.aspects.family, texts: [texts] };
      return this.#meanings.ofFamilies(set, [row.like], this.#sums.products.texts)[0]!;
    });
  }

  #ofValue(odd: string): Meaning {
    return remembered(this.#known.value, odd, () => {
      refuseQuotes([odd]);
      return this.#meanings.ofValues([odd])[0]!;
    });
  }
}

function textsOf(places: readonly number[], { texts }: Pick<SumRow, "texts">): string[] {
  return places.map((at) => texts[at]!);
}

function remembered(all: Map<string, Meaning>, id: string, judge: () => Meaning): Meaning {
  let known = all.get(id);
  if (!known) {
    known = judge();
    all.set(id, known);
  }
  return known;
}

/** @throws NeedsRows where a sum cannot be held exactly. */
function summed(value: number): number {
  if (!Number.isSafeInteger(value)) throw new NeedsRows("a sum is too large");
  return value;
}
