/** Text as roff prints it, whatever stands in it. */
export function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll('"', "\\(dq")
    .replace(/^(?=[.'])/gm, "\\&")
    .replace(
      /[^\0-\x7f]/gu,
      (mark) => `\\[u${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`,
    );
}

export function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

export function italic(text: string): string {
  return `\\fI${roff(text)}\\fR`;
}

/** A paragraph with a tag at its left: an option and what it does. */
export function paragraph(tag: string, text: string): string {
  return `.TP\n${tag}\n${text}`;
}

/** A section of a page; nothing where it would be empty. */
export function section(heading: string, parts: readonly string[]): string {
  if (parts.length === 0) return "";
  return `\n.SH "${roff(heading.toUpperCase())}"\n${parts.join("\n")}`;
}
