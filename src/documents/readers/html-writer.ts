import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { InputError } from "../../errors.ts";
import type { CellText, DocumentBuilder } from "../builder.ts";
import type { BlockKind } from "../document.ts";
import { raised } from "./superscript.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;

/** What a browser does not show, or shows as a control, a picture or a page of its own. */
const UNSEEN = new Set(
  "script style noscript template head title meta link iframe object embed canvas svg audio video select textarea datalist input img map source track".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figure footer form header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul figcaption caption h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);
const HIDDEN_CLASS = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const NOTE_NAME = /^(?:fn|footnote|endnote|cite_note)[-:_]?\w{0,20}$/i;
/** The optional end tags of these are often left out, which nests nothing. */
const CLOSES_ITSELF =
  /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|colgroup|col|br|hr|img|input|meta|link|area|base|embed|source|track|wbr|param)$/i;
const DEEPEST = 2000;
/** A cell with more text than this is part of the layout of a page. */
const LONGEST_CELL = 400;

/**
 * Writes the visible text of HTML: no styles, scripts, attributes or comments.
 * @param origin where the HTML begins in the source.
 * @throws InputError where elements are nested so deeply that no browser made them.
 */
export function writeHtml(html: string, builder: DocumentBuilder, origin: number): void {
  refuseDepth(html);
  const tree = parse(html, { sourceCodeLocationInfo: true });
  new Writer(html, builder, origin).write(tree.childNodes);
}

/** The parser walks the open elements for each new one, so that very deep nesting takes for ever. */
function refuseDepth(html: string): void {
  let depth = 0;
  for (const [, closing, name] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,20})/g)) {
    if (CLOSES_ITSELF.test(name!)) continue;
    depth = closing === "" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) {
      throw new InputError(`: the HTML nests more than ${DEEPEST} elements (is it a web page?)`);
    }
  }
}

class Writer {
  constructor(
    readonly html: string,
    readonly builder: DocumentBuilder,
    readonly origin: number,
    /** Inside a cell, where blocks only part words. */
    readonly inCell = false,
  ) {}

  /** Walks the tree without recursion, whatever its depth. */
  write(nodes: readonly Node[]): void {
    const stack: (Node | (() => void))[] = [...nodes].reverse();
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (typeof next === "function") next();
      else if (next.nodeName === "#text") this.#text(next as TextNode);
      else if ("tagName" in next) this.#element(next, stack);
    }
  }

  #element(element: Element, stack: (Node | (() => void))[]): void {
    const { tagName } = element;
    if (UNSEEN.has(tagName) || isHidden(element)) return;
    const at = this.origin + (element.sourceCodeLocation?.startOffset ?? 0);
    if (tagName === "br") {
      if (this.inCell) this.builder.space(at);
      else this.builder.line(at);
      return;
    }
    if (tagName === "table" && !this.inCell) {
      const table = dataTable(element);
      if (table) {
        this.#table(table);
        return;
      }
    }
    const block = BLOCKS.has(tagName);
    if (block && this.inCell) this.builder.space(at);
    else if (block) this.builder.open(...kindOf(element));
    if (block) {
      stack.push(() => {
        if (this.inCell) this.builder.space(at);
        else this.builder.close();
      });
    }
    if (tagName === "sup" && element.childNodes.every(({ nodeName }) => nodeName === "#text")) {
      for (const child of element.childNodes) this.#text(child as TextNode, true);
      return;
    }
    for (let index = element.childNodes.length - 1; index >= 0; index--) {
      stack.push(element.childNodes[index]!);
    }
  }

  #text(node: TextNode, high = false): void {
    const { value } = node;
    const start = node.sourceCodeLocation?.startOffset ?? 0;
    const source = this.html.slice(start, node.sourceCodeLocation?.endOffset ?? start);
    const shown = high ? raised(value) : value;
    const base = this.origin + start;
    if (source === value || !/[&\r]/.test(source)) {
      this.builder.flow(shown, (index) => base + index);
      return;
    }
    const origins = originsOf(source, value);
    this.builder.flow(shown, (index) => base + (origins[index] ?? source.length));
  }

  #table({ caption, rows, headerRows }: DataTable): void {
    const words = caption ? textOf(caption).replace(/\s+/g, " ").trim() : "";
    if (caption && words !== "") {
      this.builder.open("caption");
      new Writer(this.html, this.builder, this.origin, true).write(caption.childNodes);
      this.builder.close();
    }
    const written = rows.map((row) =>
      row.map(
        ({ element, column, span }): CellText => ({
          column,
          span,
          write: (builder) =>
            new Writer(this.html, builder, this.origin, true).write(element.childNodes),
        }),
      ),
    );
    this.builder.table(written, headerRows, words);
  }
}

/** For each character of decoded text, where it stands in its source. */
function originsOf(source: string, value: string): Int32Array {
  const origins = new Int32Array(value.length + 1);
  let at = 0;
  for (const { 0: token, index } of source.matchAll(/&#?\w{1,40};?|\r\n?|[^&\r]+|&/g)) {
    const literal = value.startsWith(token, at);
    const length = literal
      ? token.length
      : /^[&\r]/.test(token)
        ? unitsAt(value, at)
        : token.length;
    for (let step = 0; step < length && at < value.length; step++, at++) {
      origins[at] = index + (literal ? step : 0);
    }
  }
  for (; at <= value.length; at++) origins[at] = source.length;
  return origins;
}

function unitsAt(value: string, at: number): number {
  return (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function attribute({ attrs }: Element, name: string): string {
  return attrs.find((one) => one.name === name)?.value ?? "";
}

function isHidden(element: Element): boolean {
  return (
    element.attrs.some(({ name }) => name === "hidden") ||
    HIDDEN_STYLE.test(attribute(element, "style")) ||
    HIDDEN_CLASS.test(attribute(element, "class"))
  );
}

function kindOf(element: Element): [BlockKind, number | null] {
  const { tagName } = element;
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level) return ["heading", Number(level)];
  const noted =
    NOTE_NAME.test(attribute(element, "id")) ||
    /(?:^|\s)(?:foot|end)notes?(?:\s|$)/.test(attribute(element, "class")) ||
    /^doc-(?:foot|end)note$/.test(attribute(element, "role"));
  if (noted || isInNote(element)) return ["footnote", null];
  if (tagName === "figcaption" || tagName === "caption") return ["caption", null];
  if (tagName === "p" && /(?:^|\s)caption(?:\s|$)/.test(attribute(element, "class")))
    return ["caption", null];
  if (tagName === "li" || (tagName === "p" && parentName(element) === "li")) return ["item", null];
  return ["paragraph", null];
}

function parentName(element: Element): string {
  return element.parentNode && "tagName" in element.parentNode ? element.parentNode.tagName : "";
}

/** The paragraph of a note stands right inside the item that bears its name. */
function isInNote({ parentNode }: Element): boolean {
  return (
    parentNode !== null &&
    "tagName" in parentNode &&
    parentNode.tagName === "li" &&
    NOTE_NAME.test(attribute(parentNode, "id"))
  );
}

interface DataCell {
  readonly element: Element;
  readonly column: number;
  readonly span: number;
}

interface DataTable {
  readonly caption: Element | null;
  readonly rows: readonly (readonly DataCell[])[];
  readonly headerRows: number | null;
}

/** The cells of a table, or null where the table only arranges a page. */
function dataTable(table: Element): DataTable | null {
  const elements = (node: Element) =>
    node.childNodes.filter((one): one is Element => "tagName" in one);
  const trs: Element[] = [];
  let caption: Element | null = null;
  let inHead = 0;
  for (const child of elements(table)) {
    if (child.tagName === "caption") caption = child;
    if (child.tagName === "tr") trs.push(child);
    if (!/^t(?:head|body|foot)$/.test(child.tagName)) continue;
    const own = elements(child).filter(({ tagName }) => tagName === "tr");
    if (child.tagName === "thead") inHead += own.length;
    trs.push(...own);
  }
  const rows: DataCell[][] = [];
  /** For each column the row up to which a cell from above covers it. */
  const covered: number[] = [];
  let heads = 0;
  for (const tr of trs) {
    const cells = elements(tr).filter(({ tagName }) => tagName === "td" || tagName === "th");
    const row: DataCell[] = [];
    let column = 0;
    for (const element of cells) {
      while ((covered[column] ?? 0) > rows.length) column += 1;
      const span = spanOf(element, "colspan", 200);
      const down = spanOf(element, "rowspan", 2000);
      if (isLayout(element)) return null;
      row.push({ element, column, span });
      for (let at = column; down > 1 && at < column + span; at++) covered[at] = rows.length + down;
      column += span;
    }
    if (heads === rows.length && cells.length > 1 && cells.every(({ tagName }) => tagName === "th"))
      heads += 1;
    rows.push(row);
  }
  return { caption, rows, headerRows: inHead || heads || null };
}

function spanOf(element: Element, name: string, most: number): number {
  const span = Number.parseInt(attribute(element, name), 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), most) : 1;
}

function isLayout(cell: Element): boolean {
  let length = 0;
  const stack: Node[] = [...cell.childNodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ("tagName" in node) {
      if (/^(?:table|h[1-6]|article|section|nav|ul|ol)$/.test(node.tagName)) return true;
      for (const child of node.childNodes) stack.push(child);
    } else if (node.nodeName === "#text") length += (node as TextNode).value.trim().length;
    if (length > LONGEST_CELL) return true;
  }
  return false;
}

function textOf(element: Element): string {
  const words: string[] = [];
  const stack: Node[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === "#text") words.push((node as TextNode).value);
    else if ("tagName" in node && !UNSEEN.has(node.tagName)) {
      for (const child of [...node.childNodes].reverse()) stack.push(child);
    }
  }
  return words.join("");
}
