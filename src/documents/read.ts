import { InputError } from "../errors.ts";
import { decode, encodingOf } from "../sources/files/encoding.ts";
import type { TextDocument } from "./document.ts";
import { documentReaders } from "./readers/registry.ts";
import { whyUnreadable } from "./unreadable.ts";

/**
 * Reads a document of any kind that is known, by its content, as plain text with its structure.
 * @param name the file, for messages.
 * @throws InputError in one line where it cannot be read: binary bytes, a picture, an encrypted or
 *   scanned PDF, a damaged Word document.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<TextDocument> {
  const reason = whyUnreadable(bytes);
  const contents = { bytes, text: reason === null ? textOf(bytes) : null };
  const reader = documentReaders.find((one) => one.recognises(contents));
  if (!reader) throw new InputError(`${name}: ${reason ?? NOT_TEXT}`);
  try {
    const document = await reader.read(contents);
    refuseData(document.text);
    return document;
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${name}: ${error.message}`, error.hint);
    throw error;
  }
}

/** A report of five megabytes prints some forty thousand. */
const MOST_NUMBERS = 400_000;

/** More numbers than any report prints are data, and would fill the memory. */
function refuseData(text: string): void {
  const digits = /\d+/g;
  for (let count = 0; digits.test(text); count++) {
    if (count < MOST_NUMBERS) continue;
    throw new InputError(
      `holds more than ${MOST_NUMBERS.toLocaleString("en")} numbers, as data do and no report does`,
      "Files of data are described by: trade-metrics data check FILE",
    );
  }
}

/** What a person calls a format: `Word (.docx)`. */
export function documentTitle(format: string): string {
  return documentReaders.find(({ id }) => id === format)?.title ?? format;
}

const KINDS = documentReaders.map(({ title }) => title).join(", ");
const NOT_TEXT = `is not a document that can be read (${KINDS})`;

/** A page of the web says in its head which encoding it has; all else is identified by the bytes. */
function textOf(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  // Bytes that are no text decode to control characters in any encoding.
  const start = text.slice(0, 20_000);
  const controls = [...start].filter(isControl).length;
  return controls * 100 > start.length || start.includes("\0") ? null : text;
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code === 0xfffd || code < 9 || (code > 13 && code < 32 && code !== 27);
}
