import { DocumentBuilder } from "../builder.ts";
import type { TextDocument } from "../document.ts";
import { placesIn } from "../places.ts";
import { writeHtml } from "./html-writer.ts";

/** Reads the visible text of a web page. */
export function readHtml(source: string): TextDocument {
  const builder = new DocumentBuilder();
  writeHtml(source, builder, 0);
  return builder.build("html", placesIn(source));
}
