import { decodeHTMLStrict } from "entities";
import type { DocumentBuilder } from "../builder.ts";
import { raised } from "./superscript.ts";

/**
 * What is not text of its own inside a line. Every repeat is bounded, or ends at the first character
 * that another alternative could begin with, so that the work grows with the line and no faster.
 */
const MARKS =
  /\\(?<escaped>[!-/:-@[-`{-~])|(?<code>`{1,3})|<(?<address>https?:[^\s<>]{1,2000})>|<sup>(?<raised>[^<>]{1,40})<\/sup>|<(?<tag>\/?[a-zA-Z][^<>]{0,1000})>|(?<image>!\[[^[\]]{0,1000}\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s+"[^"]{0,500}")?\))|\[(?!\^)(?<words>[^[\]]{1,1000})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s+"[^"]{0,500}")?\)|\[(?!\^)[^[\]]{0,200}\])|(?<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});)|(?<emphasis>\*{1,3}|_{1,3}|~~)/g;

/** Writes a run of Markdown without its marks; `origin` is where it stands in the source. */
export function writeInline(text: string, origin: number, builder: DocumentBuilder): void {
  let at = 0;
  const plain = (from: number, to: number): void =>
    builder.flow(text.slice(from, to), (index) => origin + from + index);
  for (const match of text.matchAll(MARKS)) {
    const { index, groups } = match;
    if (index < at) continue;
    const end = index + match[0].length;
    const { escaped, code, address, raised: high, tag, image, words, entity, emphasis } = groups!;
    if (emphasis !== undefined && !isEmphasis(text, index, end)) continue;
    plain(at, index);
    at = end;
    if (escaped !== undefined) builder.add(escaped, origin + index + 1);
    else if (high !== undefined) builder.add(raised(high), origin + index + 5);
    else if (words !== undefined) writeInline(words, origin + index + 1, builder);
    else if (entity !== undefined) builder.add(decodeHTMLStrict(entity), origin + index);
    else if (address !== undefined) builder.add(address, origin + index + 1);
    else if (tag !== undefined && /^br\b/i.test(tag)) builder.space(origin + index);
    else if (
      code === undefined &&
      tag === undefined &&
      emphasis === undefined &&
      image === undefined
    )
      plain(index, end);
  }
  plain(at, text.length);
}

/** Marks of emphasis touch a word on one side; `5 * 3` and `snake_case` have none. */
function isEmphasis(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? " ";
  const after = text[end] ?? " ";
  if (/\s/.test(before) && /\s/.test(after)) return false;
  return !(text[start] === "_" && /\w/.test(before) && /\w/.test(after));
}
