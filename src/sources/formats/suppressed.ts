/** The marks with which publishers hold a figure back: `c`, `(D)`, `(S)` and the like. */
const MARK = /^(?:[:.]? ?\(?c\)?|\((?:D|S)\)|conf(?:idential)?\.?|suppressed)$/i;

/**
 * Whether a cell says in the place of its figure that this is confidential. `(D)` is the mark of US
 * agencies for what would disclose a company's data, `c` that of Eurostat and SDMX.
 */
export function isSuppressed(text: string): boolean {
  return text !== "" && !/^\d/.test(text) && MARK.test(text);
}
