import type { PartnerDirectory } from "../../partners/directory.ts";
import { placePartner } from "./attributes.ts";
import { asPeriod } from "./declared-layout.ts";
import { flowWords } from "./flow-words.ts";
import { type DateOrder, dateOrderOf, isFiscalYear, monthNumber, periodText } from "./periods.ts";
import { type Unit, unitIn } from "./units.ts";

const EXPORT =
  /(^| )(re )?exp(ort(s|ed|ac\p{L}+|at\p{L}+)?)?( |$)|ausfuhr|exporta[cç]|ihracat|İhracat/iu;
const IMPORT =
  /(^| )(re )?imp(ort(s|ed|ac\p{L}+|at\p{L}+)?)?( |$)|einfuhr|importa[cç]|ithalat|İthalat/iu;

/** A column of a table with some of its texts, and what can be told from them. */
export class TableColumn {
  /** Its name in small letters, word by word. */
  readonly words: string;
  /** The same with what stands above its name. */
  readonly label: string;
  /** Which number of its dates is the month, where they tell. */
  readonly dates: DateOrder | null;

  constructor(
    readonly name: string,
    readonly at: number,
    readonly texts: readonly string[],
    /** What stands above the name, in the same column. */
    readonly above: readonly string[],
    readonly partners: PartnerDirectory,
  ) {
    this.words = wordsOf(name);
    this.label = wordsOf([...above, name].join(" "));
    this.dates = dateOrderOf(texts);
  }

  /** The share of its texts that are so; 0 where it has none. */
  share(fits: (text: string) => boolean): number {
    return this.texts.length === 0 ? 0 : this.texts.filter(fits).length / this.texts.length;
  }

  /** The columns whose own name is data: then the row of names is none. */
  get isNamedByData(): boolean {
    const { name } = this;
    return (
      (this.isPartners && placePartner(name, undefined, this.partners) !== null) ||
      (this.isPeriods && isPeriod(name)) ||
      (this.isFlows && flowWords[name.toUpperCase()] !== undefined) ||
      (this.isNumeric && /^[-+]?[\d.,]+$/.test(name) && !isPeriod(name))
    );
  }

  get isNumeric(): boolean {
    return this.share((text) => /^[-+(]?[\d.,' \u00a0]*\d/.test(text)) > 0.5;
  }

  /** Numbers with a zero in front are codes. */
  get isCodes(): boolean {
    return this.share((text) => /^0\d+$/.test(text)) > 0.2;
  }

  get isPartners(): boolean {
    return this.share((text) => placePartner(text, undefined, this.partners) !== null) > 0.7;
  }

  /** Numbers of countries as the United Nations have them. */
  get isPartnerNumbers(): boolean {
    return (
      this.share(
        (text) =>
          /^\d{1,3}(\.0)?$/.test(text) && placePartner(text, "comtrade", this.partners) !== null,
      ) > 0.7
    );
  }

  get isPeriods(): boolean {
    return this.share((text) => isPeriod(periodText(text, null, this.dates))) > 0.7;
  }

  get isPeriodName(): boolean {
    return asPeriod(this.name) !== null;
  }

  get isMonths(): boolean {
    return this.share((text) => monthNumber(text) !== null) > 0.9;
  }

  get isFlows(): boolean {
    return this.share((text) => flowWords[text.toUpperCase()] !== undefined) > 0.7;
  }

  /** The flow that its name or what stands above it tells. */
  get flow(): "exports" | "imports" | null {
    const [exports, imports] = [EXPORT.test(this.label), IMPORT.test(this.label)];
    if (exports === imports) return null;
    return exports ? "exports" : "imports";
  }

  /** What each of its texts means, where all of them name one flow in more words. */
  get flowMeanings(): Readonly<Record<string, string>> | null {
    const distinct = [...new Set(this.texts)];
    if (distinct.length === 0 || distinct.length > 8) return null;
    const meanings: Record<string, string> = {};
    for (const text of distinct) {
      const words = wordsOf(text);
      const [isExport, isImport] = [EXPORT.test(words), IMPORT.test(words)];
      if (isExport === isImport) return null;
      const re = /(^| )re ?(exp|imp)/i.test(words) ? "re-" : "";
      meanings[text] = `${re}${isExport ? "export" : "import"}`;
    }
    return meanings;
  }

  /** The unit in its name, or above it. */
  get unit(): Unit | null {
    const texts = [this.name, this.words, ...this.above.toReversed()];
    return texts.map(unitIn).find((unit) => unit !== null) ?? null;
  }
}

/** A name in small letters, its words apart: `tradeValue_usd` as `trade value usd`. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\d%$€£¥]+/gu, " ")
    .trim();
}

function isPeriod(text: string): boolean {
  return asPeriod(text) !== null || isFiscalYear(text);
}
