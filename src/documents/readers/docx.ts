import { InputError } from "../../errors.ts";
import { DocumentBuilder } from "../builder.ts";
import type { TextDocument } from "../document.ts";
import { placesIn } from "../places.ts";
import { archiveContents } from "./archive.ts";
import { writeHtml } from "./html-writer.ts";

/** Word gives titles and captions a style, and no element of their own. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
];
/** Bytes unpacked; a text of any length has fewer. */
const LARGEST = 300_000_000;

/**
 * Reads a Word document. Its lines are its paragraphs and the rows of its tables.
 * @throws InputError, without the name of the file, where it is damaged.
 */
export async function readDocx(bytes: Uint8Array): Promise<TextDocument> {
  if ((archiveContents(bytes)?.size ?? 0) > LARGEST) {
    throw new InputError("the Word document unpacks to more than 300 MB (save its text alone)");
  }
  const { default: mammoth } = await import("mammoth");
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    )
    .catch(() => {
      throw new InputError("the Word document is damaged (open it in Word and save it again)");
    });
  const builder = new DocumentBuilder();
  writeHtml(html.value, builder, 0);
  const { text, blocks } = builder.build("docx", placesIn(html.value));
  // Blocks are parted by two line ends, of which only one counts.
  const placeOf = placesIn(text.replaceAll("\n\n", " \n"));
  return { format: "docx", text, blocks, notes: [], placeOf };
}
