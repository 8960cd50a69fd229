/** The marks with which publishers hold a figure back: `c`, `[c]`, `(D)`, `S`, `np` and the like. */
const MARK = /^(?:[:.]? ?[[(]?c[\])]?|conf(?:idential)?\.?|suppressed|n\.?p\.?)$/i;
const LETTER = /^(?:\([DS]\)|[DS])$/;
/** A zero in place of the figure, with the mark behind it. */
const ZERO = /^0(?:[.,]0+)? ?[[(]?c[\])]?$/i;

/**
 * Whether a cell says in place of its figure that this is confidential. `(D)` is the mark of US
 * agencies for what would disclose a company's data, `c` that of Eurostat and SDMX, `[c]` that of the
 * United Kingdom, `np` (not published) that of Australia.
 */
export function isSuppressed(text: string): boolean {
  if (text === "") return false;
  if (/^\d/.test(text)) return text.startsWith("0") && ZERO.test(text);
  return LETTER.test(text) || MARK.test(text);
}
