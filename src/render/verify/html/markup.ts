import { safeText } from "../../safe-text.ts";

/** Text that is HTML already. Only `html` and `trusted` make it, so all other text is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | null | readonly Part[];

/**
 * A template whose values are escaped: text from claim files and data cannot become markup, in an
 * element or in a quoted attribute. Null is nothing; a list is its parts one after the other.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const texts = strings.map((text, index) =>
    index === 0 ? text : rendered(parts[index - 1]!) + text,
  );
  return new Markup(texts.join(""));
}

/** Text of this program's own that is HTML: the style and the script of the page. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function rendered(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(rendered).join("");
  return escapeHtml(String(part));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (sign) => entities[sign]!);
}

/** An address for a link, or null where it is not one of the web. */
export function webAddress(text: string | null): string | null {
  if (text === null) return null;
  return /^https?:\/\/[^\s]+$/i.test(text) ? text : null;
}
