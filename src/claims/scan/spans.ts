import type { Layout } from "./layout.ts";
import { type IgnoreReason, ignoreReasons } from "./scanned-number.ts";

const MONTH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const YEAR = "(?:1[789]|20)\\d\\d";
/** `3`, `A.3`, `3.10`, `34.7(b)`: the number of a table or article. */
const LABEL_NUMBER = "[A-Z]?[.-]?\\d{1,5}(?:\\.\\d{1,4}){0,4}[a-z]?(?:\\([a-z\\d]{1,4}\\)){0,3}";
const AND_MORE = `(?:(?:,\\s(?:and\\s|or\\s)?|\\s?(?:and|or|to|through|&|[-–—])\\s?)${LABEL_NUMBER}(?![\\d%]|,\\d)){0,12}`;
const numbered = (singular: string, plural: string): RegExp =>
  new RegExp(
    `(?<![\\w-])(?:(?:${singular})\\s?${LABEL_NUMBER}(?:[-–]\\d{1,4})?(?![\\d%]|,\\d{3})|(?:${plural})\\s?${LABEL_NUMBER}${AND_MORE})`,
    "g",
  );

/**
 * Places in which a number is no claim, each a pattern with bounded repeats, so that the work grows
 * with the text and no faster. Where two overlap, the reason named first in `ignoreReasons` wins.
 */
const patterns: readonly (readonly [IgnoreReason, RegExp])[] = [
  ["url", /\b(?:https?:\/\/|ftp:\/\/|www\.)\S+/gi],
  ["url", /\b[\w-]{1,63}\.(?:gov|com|org|net|edu|int|info)(?![\w-])(?:\/\S*)?/gi],
  ["url", /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,24}/g],
  ["url", /\b(?:doi:\s?)?10\.\d{4,9}\/\S+/gi],
  ["citation", /\b(?:ISBN|ISSN)(?:-1[03])?:?\s?[\dXx][\dXx\s-]{6,20}/g],
  [
    "citation",
    /(?<!\w)(?:vol(?:ume|\.)|issue|nos?\.|Nos?\.|Publication|Pub\.)\s?\d[\w-]{0,30}(?:(?:,|\sand)\s\d[\w-]{0,30}){0,4}/g,
  ],
  ["citation", /\b\d{1,4}\s?\(\d{1,4}\)\s?:\s?\d{1,5}(?:[-–]\d{1,5})?/g],
  ["citation", /\b\d{1,4},?\s(?:no|nr)\.\s?\d{1,4}(?::\s?\d{1,5}(?:[-–]\d{1,5})?)?/gi],
  ["citation", /\b[Ww]orking\s[Pp]apers?\s(?:[Nn]o\.\s?)?\d{1,6}/g],
  [
    "citation",
    new RegExp(
      `(?<=\\([A-Z][^()$%]{0,120}${YEAR}[a-z]?(?:,|:)\\s?)(?:pp?\\.\\s?)?\\d{1,4}(?:[-–]\\d{1,4})?(?=\\))`,
      "g",
    ),
  ],
  [
    "date",
    new RegExp(
      `\\b${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?(?:\\s?[-–—]\\s?(?:${MONTH}\\s)?\\d{1,2})?(?![\\d%]|,\\d{3})(?:,?\\s${YEAR})?`,
      "g",
    ),
  ],
  ["date", new RegExp(`\\b${MONTH},?\\s(?:of\\s)?${YEAR}\\b`, "g")],
  [
    "date",
    new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}(?![a-z])(?:,?\\s${YEAR})?`, "g"),
  ],
  ["date", new RegExp(`\\b${YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?(?![\\d-])`, "g")],
  ["date", /\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?![\d/])/g],
  ["date", /(?<!\w)(?:[1-4]Q|Q[1-4])(?:[\s-]?'?(?:\d{4}|\d{2}))?(?!\w)|\b\d{4}[-\s]?Q[1-4]\b/g],
  ["date", /\b\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\b\d{1,2}\s?[ap]\.?m\b/g],
  [
    "statute",
    numbered(
      "[Aa]rticle|Art\\.|[Ss]ection|Sec\\.|§|Title|Clause|Subsection|Paragraph|Para\\.|Rule|Annex|Schedule|Protocol",
      "[Aa]rticles|Arts\\.|[Ss]ections|Secs\\.|§§|Titles|Clauses|Paragraphs|Rules|Annexes",
    ),
  ],
  ["statute", /\b\d{2,3}(?:st|nd|rd|th)\s(?:Cong\b|Congress\b)/g],
  [
    "statute",
    /(?<!\w)(?:S\.?\s?J\.?\s?Res\.?|H\.?\s?J\.?\s?Res\.?|H\.?\s?R\.?|S\.|H\.?\s?Con\.?\s?Res\.?|Pub\.\s?L\.|Public\sLaw|P\.L\.|Proclamation|Executive\sOrder|E\.O\.|Docket|Directive|Regulation|Resolution)\s(?:Nos?\.\s?)?\d{1,6}(?:[-–]\d{1,4})?/g,
  ],
  [
    "statute",
    /\b\d{1,3}\s(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Fed\.\sReg\.|F\.R\.|Stat\.)\s(?:§{1,2}\s?|[Pp]art\s)?\d{1,6}(?:[-–.]\d{1,6})?/g,
  ],
  ["statute", /\bInvestigations?\s(?:Nos?\.\s?)?\d[\w-]{0,30}(?:(?:,|\sand)\s\d[\w-]{0,30}){0,6}/g],
  [
    "code",
    /\b(?:HTSUS|HTS|HS|NAICS|SITC|ISIC|SIC|BEC|CPC|NACE|CAS|ISO)(?:-?\d)?(?:\s(?:[Cc]odes?|[Cc]hapters?|[Hh]eadings?|[Ss]ub-?headings?|[Ss]ectors?|[Ii]ndustr(?:y|ies)|[Dd]ivisions?|[Rr]ev\.?))?\s\d[\d.]{0,14}(?:(?:,\s(?:and\s)?|\s(?:and|or|to|through)\s|[-–])\d[\d.]{0,14}(?![\d%]|,\d)){0,20}/g,
  ],
  ["code", /(?<![\d$.,])\d{4}\.\d{2}\.\d{2,4}(?![\d%])/g],
  ["code", /(?<![\w-])(?:[Ss]ub)?[Hh]eadings?\s\d{4}(?:\.\d{2}){0,3}/g],
  [
    "code",
    /(?<![\d-])(?:\+?1[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[.-]\d{4}(?!\d)|\+\d{1,3}(?:[\s.-]\d{2,4}){2,5}(?!\d)/g,
  ],
  [
    "label",
    numbered(
      "[Tt]able|[Ff]igure|Fig\\.|[Gg]raph|[Cc]hart|[Ee]xhibit|Box|Panel|Map|Appendix|Equation|Eq\\.|Column|Row|Step|Phase|Tier|Scenario|Model|Part|Pillar|[Cc]hapter|Round|Version|Group|Stage|Number",
      "[Tt]ables|[Ff]igures|Figs\\.|[Gg]raphs|[Cc]harts|[Ee]xhibits|Boxes|Panels|Maps|Appendices|Equations|Columns|Rows|Steps|Phases|Tiers|Scenarios|Models|Parts|[Cc]hapters",
    ),
  ],
  ["code", /(?<![\w/])(?:24\/7|9\/11)(?![\w/])/g],
  ["page", /(?<!\w)(?:pp?\.|[Pp]ages?)\s?\d{1,5}(?:\s?(?:[-–]|of|and)\s?\d{1,5})?/g],
  ["note", /\[\^[^\]\s]{1,60}\]/g],
  ["note", /\[\^?\d{1,3}(?:[,–-]\s?\d{1,3}){0,12}\]/g],
  ["note", /\b(?:foot|end)?notes?\s\d{1,3}\b/gi],
  ["list", /(?<=[:;,.]\s(?:and\s|or\s)?)\(\d{1,2}\)(?=\s[a-zA-Z])/g],
  ["ordinal", /(?<![\d,])\d{1,9}(?:,\d{3}){0,4}(?:st|nd|rd|th)\b/g],
];

const REFERENCE_SECTION =
  /^(?:\d{1,2}\.?\s+)?(?:references|bibliography|works cited|reference list|sources)\b/i;
const NOTES_SECTION = /^(?:\d{1,2}\.?\s+)?(?:end|foot)?notes\b/i;
/** What every entry of a reference list has near its beginning: a year, or what replaces one. */
const ENTRY = new RegExp(
  `^[^\\n]{0,240}?(?:[.,(]\\s?${YEAR}[a-z]?\\b|\\bn\\.d\\.|\\bforthcoming\\b|https?:|\\bAccessed\\b)`,
  "im",
);
const ITEM_NUMBER = /^(?:\s*[-*•]\s+)?\s*\(?(\d{1,3}(?:\.\d{1,3}){0,4})[.)]?\s/;

/** The reasons that the text around numbers gives, painted over the text once. */
export class Spans {
  /** For each character the index of its reason in `ignoreReasons`, plus one. */
  readonly #painted: Uint8Array;

  constructor(layout: Layout) {
    this.#painted = new Uint8Array(layout.plain.length);
    this.#paintReferences(layout);
    for (const [reason, pattern] of patterns) {
      for (const match of layout.plain.matchAll(pattern)) {
        this.#paint(reason, match.index, match.index + match[0].length);
      }
    }
    this.#paintItems(layout);
  }

  reasonAt(offset: number): IgnoreReason | null {
    return ignoreReasons[this.#painted[offset]! - 1] ?? null;
  }

  #paint(reason: IgnoreReason, start: number, end: number): void {
    const rank = ignoreReasons.indexOf(reason) + 1;
    for (let at = start; at < end; at++) {
      const present = this.#painted[at]!;
      if (present === 0 || rank < present) this.#painted[at] = rank;
    }
  }

  #paintReferences({ plain, paragraphs }: Layout): void {
    for (const { start, end, section, kind } of paragraphs) {
      if (kind === "code") this.#paint("code", start, end);
      if (kind === "heading" || section === null || !REFERENCE_SECTION.test(section)) continue;
      if (ENTRY.test(plain.slice(start, end))) this.#paint("citation", start, end);
    }
  }

  /** The number that begins a list item, a note or a heading. */
  #paintItems({ plain, paragraphs }: Layout): void {
    for (const { start, end, section, kind } of paragraphs) {
      const heading = kind === "heading";
      const opening = plain
        .slice(start, Math.min(end, start + 40))
        .replace(/^\s*#+/, (marks) => " ".repeat(marks.length));
      if (kind === "row") continue;
      const match = ITEM_NUMBER.exec(opening);
      if (!match) continue;
      const punctuated = /[.)]\s$/.test(match[0]);
      if (!punctuated && !(heading && /\.|^\d$/.test(match[1]!))) continue;
      const notes = section !== null && NOTES_SECTION.test(section);
      this.#paint(notes ? "note" : "list", start, start + match[0].length);
    }
  }
}
