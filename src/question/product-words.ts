import { InputError } from "../errors.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import { parseProductSelection } from "../products/product.ts";
import { optionName } from "./number-options.ts";
import type { QuestionWords } from "./words.ts";

/** Bare codes of the Harmonized System, such as 87. */
const BARE = /^(?:\d{2}){1,3}$/;

/**
 * The options of a question with codes in place of words: `vehicles` and `87` are `hs:87`. What needs
 * no looking up costs nothing.
 * @throws InputError for a word that names no product, or several, with those that it may mean.
 */
export async function withProductCodes<Options extends QuestionWords>(
  metric: AnyMetric,
  options: Options,
): Promise<Options> {
  const own = (metric.asks.parameters ?? []).filter(({ kind }) => kind === "products");
  const names = ["product", "excludeProduct", ...own.map(({ name }) => name)];
  const read: Record<string, string> = {};
  for (const name of names) {
    const text = options[name];
    if (typeof text !== "string" || isRead(text)) continue;
    read[name] = await codesOf(text, `--${optionName(name)}`);
  }
  return { ...options, ...read };
}

function isRead(text: string): boolean {
  try {
    parseProductSelection(text, "");
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

async function codesOf(text: string, option: string): Promise<string> {
  const [{ harmonizedSystem }, { findProducts }] = await Promise.all([
    import("../sources/embedded/harmonized-system.ts"),
    import("../products/find-products.ts"),
  ]);
  const hs = harmonizedSystem();
  const words = text.split(",").map((word) => word.trim());
  const codes = words.map((word) => {
    if (isRead(word)) return word;
    if (BARE.test(word) && hs.editionsOf(word).length > 0) return `hs:${word}`;
    const { chosen, others } = /[a-z]/i.test(word)
      ? findProducts(word, hs.titles())
      : { chosen: null, others: [] };
    if (chosen) return chosen.id;
    if (others.length === 0) return word;
    throw new InputError(
      `${option}: "${word}" may mean several products (name one)`,
      others.map(({ id, title }) => `${id} (${title})`).join("; "),
    );
  });
  return codes.join(",");
}

/** The plain name of a code of the Harmonized System or of services: `vehicles` for `hs:87`; null for any other. */
export async function productTitles(): Promise<(code: string) => string | null> {
  const [{ harmonizedSystem }, { serviceTitle }] = await Promise.all([
    import("../sources/embedded/harmonized-system.ts"),
    import("../products/service-titles.ts"),
  ]);
  const hs = harmonizedSystem();
  return (code) => {
    if (code.startsWith("ebops:")) return serviceTitle(code.slice(6));
    // A name of the heading does for no subheading, of which there are several.
    const isNamed = /^hs:(?:\d{2}|\d{4})$/.test(code);
    return isNamed ? hs.titleOf(code.slice(3)) : null;
  };
}
