/** How a table writes its numbers, where it does not write them plainly. */
export interface NumberSpelling {
  readonly decimal: "." | ",";
  /** What may stand behind a figure: status letters and footnote marks, such as `r`, `p` or `*`. */
  readonly marks: readonly string[];
}

/** A point for decimals, and thousands set apart by commas, spaces or apostrophes. */
export const decimalPoint: NumberSpelling = { decimal: ".", marks: [] };
export const decimalComma: NumberSpelling = { decimal: ",", marks: [] };

/** Longer text is no number, whatever it holds. */
const LONGEST = 100;

const GROUPED = /^([+-]?)(\d{1,3}(?:([ \u00a0\u202f'’])\d{3})(?:\3\d{3})*)((?:[.,]\d+)?)$/;
const POINT_GROUPED = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})((?:\.\d+)?)$/;
const COMMA_GROUPED = /^([+-]?)(\d{1,3}(?:\.\d{3})+)((?:,\d+)?)$/;
const COMMA_PLAIN = /^([+-]?)(\d+)(,\d+)$/;

/**
 * A number in plain digits, with a point for decimals: `1.234,5` and `1 234,5` under a decimal comma,
 * `1,234.5` and `12,34,567` under a decimal point, `147,806 r` where `r` is a mark, `(14)` as -14; a sign of
 * currency before it is none of the number.
 * Text that is no number is given back as it is; null for a number in the other spelling.
 */
export function plainNumber(text: string, { decimal, marks }: NumberSpelling): string | null {
  if (text.length > LONGEST) return text;
  const bare = withoutMarks(text, marks).replace(/^([+-]?)(?:US ?)?[$€£¥] ?(?=\d)/, "$1");
  const negative = /^\((?=[\d.,\s]+\)$)(.*)\)$/.exec(bare);
  if (negative) return `-${plainNumber(negative[1]!.trim(), { decimal, marks: [] }) ?? text}`;
  const spaced = GROUPED.exec(bare);
  if (spaced && (spaced[4] === "" || spaced[4]![0] === decimal)) {
    return `${spaced[1]}${spaced[2]!.replace(/\D/g, "")}${spaced[4]!.replace(",", ".")}`;
  }
  const grouped = (decimal === "," ? COMMA_GROUPED : POINT_GROUPED).exec(bare);
  if (grouped)
    return `${grouped[1]}${grouped[2]!.replace(/\D/g, "")}${grouped[3]!.replace(",", ".")}`;
  const comma = decimal === "," ? COMMA_PLAIN.exec(bare) : null;
  if (comma) return `${comma[1]}${comma[2]}${comma[3]!.replace(",", ".")}`;
  if (decimal === "," && /^[+-]?\d+\.\d+$/.test(bare)) return null;
  return bare;
}

function withoutMarks(text: string, marks: readonly string[]): string {
  let bare = text;
  for (;;) {
    const mark = marks.find((one) => bare.endsWith(one) && /\d/.test(bare.slice(0, -one.length)));
    if (mark === undefined || mark === "") return bare;
    bare = bare.slice(0, -mark.length).trim();
  }
}

/** What the figures of a table tell of their spelling: how they are written, or that they do not say. */
export type FoundSpelling = "plain" | "comma" | "ambiguous" | "perhaps-thousands";

/**
 * The spelling of figures by all that a sample holds. A comma is a decimal comma only where it cannot
 * set thousands apart, or several points do, and no figure has a decimal point. Points before three digits everywhere in a
 * file that semicolons divide may be either. Where other signs divide it they are decimals by custom,
 * but may set thousands apart unless a whole number has four digits without one.
 */
export function spellingOf(all: readonly string[], delimiter: string | null): FoundSpelling {
  const texts = all.filter(({ length }) => length <= LONGEST);
  const comma = texts.some(
    (text) =>
      /^[+-]?\d+,(\d{1,2}|\d{4,})$/.test(text) ||
      /^[+-]?(0|\d{4,}),\d+$/.test(text) ||
      /^[+-]?\d{1,3}([. \u00a0\u202f'’]\d{3})+,\d+$/.test(text) ||
      /^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text),
  );
  const point = texts.some(
    (text) =>
      /^[+-]?\d+\.(\d{1,2}|\d{4,})$/.test(text) ||
      /^[+-]?(0|\d{4,})\.\d+$/.test(text) ||
      /^[+-]?\d{1,3}([, \u00a0\u202f'’]\d{3})+\.\d+$/.test(text),
  );
  if (comma) return point ? "plain" : "comma";
  const either = texts.filter((text) => /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)).length;
  if (either === 0 || point) return "plain";
  if (delimiter === ";") return "ambiguous";
  const isUngrouped = texts.some((text) => /^[+-]?\d{4,}$/.test(text));
  return either > 1 && !isUngrouped ? "perhaps-thousands" : "plain";
}
