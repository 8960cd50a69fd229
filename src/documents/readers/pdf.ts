import { InputError } from "../../errors.ts";
import type { TextDocument } from "../document.ts";
import { writePages } from "./pdf-blocks.ts";
import { pageLines } from "./pdf-lines.ts";
import type { PdfLine, PdfPiece } from "./pdf-pieces.ts";

type Library = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/**
 * Reads the text of a PDF, page by page: lines from the positions of their pieces, columns one after
 * the other, words that a line end parted put together.
 * @throws InputError, without the name of the file, where it is encrypted, damaged, or has no text.
 */
export async function readPdf(bytes: Uint8Array): Promise<TextDocument> {
  const library = await loadLibrary();
  const task = library.getDocument({
    // The library takes the bytes for itself, and no Buffer.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
  });
  try {
    const file = await task.promise;
    const pages: PdfLine[][] = [];
    const empty: number[] = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: false });
      const pieces = items.flatMap((item) => ("str" in item ? pieceOf(item) : []));
      if (pieces.length === 0) empty.push(number);
      pages.push(pageLines(pieces));
      page.cleanup();
    }
    if (empty.length === pages.length) {
      throw new InputError(
        "the PDF holds no text, only pictures of it (run text recognition first)",
      );
    }
    const notes = empty.length === 0 ? [] : [`no text on ${pagesOf(empty)}`];
    return writePages(pages, notes);
  } catch (error) {
    throw refusal(error);
  } finally {
    await task.destroy();
  }
}

function pagesOf(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 10).join(", ");
  return `${numbers.length === 1 ? "page" : "pages"} ${shown}${numbers.length > 10 ? ", …" : ""}`;
}

function refusal(error: unknown): unknown {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException")
    return new InputError("the PDF is encrypted (save it without a password)");
  if (error instanceof InputError) return error;
  return new InputError("the PDF is damaged (open it in a reader and save it again)");
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Text that does not stand upright (a mark across the page) belongs to no line. */
function pieceOf({ str, transform, width, height }: TextItem): PdfPiece[] {
  const [a, b, , , x, y] = transform as [number, number, number, number, number, number];
  if (str.trim() === "" || Math.abs(b) > Math.abs(a)) return [];
  return [{ text: str, x, y, width, size: height || Math.hypot(a, b) }];
}

let library: Promise<Library> | undefined;

/** Loaded once. Its worker runs in this thread, and what it would draw with is not wanted. */
function loadLibrary(): Promise<Library> {
  library ??= (async () => {
    const scope = globalThis as Record<string, unknown>;
    class Undrawn {}
    for (const name of ["DOMMatrix", "ImageData", "Path2D"]) scope[name] ??= Undrawn;
    const { warn } = console;
    console.warn = () => {};
    try {
      await import("pdfjs-dist/legacy/build/pdf.worker.mjs" as string);
      return await import("pdfjs-dist/legacy/build/pdf.mjs");
    } finally {
      console.warn = warn;
    }
  })();
  return library;
}
