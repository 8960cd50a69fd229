import type { TextDocument } from "../document.ts";
import { archiveContents } from "./archive.ts";
import { delimiterOf } from "./csv.ts";

/** What is known of a file before it is read. */
export interface Contents {
  readonly bytes: Uint8Array;
  /** The whole text, or null where the bytes are none. */
  readonly text: string | null;
}

/** A kind of document: known by its content and loaded only when one comes. */
export interface DocumentReader {
  readonly id: string;
  readonly title: string;
  /** True where the content is of this kind; the first reader that says so reads it. */
  readonly recognises: (contents: Contents) => boolean;
  readonly read: (contents: Contents) => Promise<TextDocument>;
}

const startOf = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.subarray(0, length)).toString("latin1");

const HTML =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|table|h[1-6]|p|ul|ol|header)[\s>]/i;
const MARKDOWN =
  /^\s{0,3}#{1,6}\s\S|^\s{0,3}\|?(?:\s?:?-{3,}:?\s?\|)+|\*\*[^*\n]{1,200}\*\*|\]\((?:https?:|#|\.|\/)|^```|^\s{0,3}\[\^[^\]\n]{1,40}\]:|&nbsp;/m;

/** The line below the headers of a table of Markdown, whose bars are no delimiters of CSV. */
const RULE_OF_TABLE = /^\s{0,3}\|?(?:\s?:?-{3,}:?\s?\|)+/m;

/** Every kind of document that is read, the plainest last. */
export const documentReaders: readonly DocumentReader[] = [
  {
    id: "pdf",
    title: "PDF",
    recognises: ({ bytes }) => startOf(bytes, 1024).includes("%PDF-"),
    read: async ({ bytes }) => (await import("./pdf.ts")).readPdf(bytes),
  },
  {
    id: "docx",
    title: "Word (.docx)",
    recognises: ({ bytes }) =>
      startOf(bytes, 2) === "PK" &&
      (archiveContents(bytes)?.names ?? []).some((name) => /^word\/document\d*\.xml$/.test(name)),
    read: async ({ bytes }) => (await import("./docx.ts")).readDocx(bytes),
  },
  {
    id: "html",
    title: "HTML",
    recognises: ({ text }) => text !== null && HTML.test(text.slice(0, 5000)),
    read: async ({ text }) => (await import("./html.ts")).readHtml(text!),
  },
  {
    id: "csv",
    title: "CSV",
    recognises: ({ text }) =>
      text !== null && delimiterOf(text) !== null && !RULE_OF_TABLE.test(text.slice(0, 5000)),
    read: async ({ text }) => (await import("./csv.ts")).readCsv(text!),
  },
  {
    id: "markdown",
    title: "Markdown",
    recognises: ({ text }) => text !== null && MARKDOWN.test(text.slice(0, 200_000)),
    read: async ({ text }) => (await import("./markdown.ts")).readMarkdown(text!),
  },
  {
    id: "text",
    title: "plain text",
    recognises: ({ text }) => text !== null,
    read: async ({ text }) => (await import("./text.ts")).readPlainText(text!),
  },
];
