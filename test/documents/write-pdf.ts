import { report } from "./report.ts";

/** A run of characters at a place of a page; y grows upwards. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** Characters of Windows-1252 beyond ASCII that the tests print. */
const CODES: Readonly<Record<string, number>> = {
  "–": 0x96,
  "—": 0x97,
  "’": 0x92,
  "•": 0x95,
  "\u00a0": 0xa0,
  "³": 0xb3,
};

function literal(text: string): string {
  return [...text]
    .map((one) => {
      const code = CODES[one] ?? one.charCodeAt(0);
      return code > 126 || "()\\".includes(one) ? `\\${code.toString(8).padStart(3, "0")}` : one;
    })
    .join("");
}

/** A PDF of pages of placed text in Helvetica; with `encrypt`, one that asks for a password. */
export function pdfOf(pages: readonly (readonly Placed[])[], encrypt = false): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(" ");
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const page of pages) {
    const content = page
      .map(
        ({ x, y, size, text }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${literal(text)}) Tj ET`,
      )
      .join("\n");
    const number = objects.length + 1;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${number + 1} 0 R >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [at, body] of objects.entries()) {
    offsets.push(file.length);
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const secret = "00".repeat(32);
  const locked = encrypt
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >> /ID [<00> <00>]`
    : "";
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${locked} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (one) => one.charCodeAt(0));
}

/** About the width of Helvetica, for breaking lines. */
const widthOf = (text: string, size: number) => text.length * size * 0.5;

/** Lines of words, the last of a line hyphenated where it says so. */
function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(`${line} ${word}`, size) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The report as a PDF: wrapped lines, raised marks of notes, a table of placed cells. */
export function asPdf(width = 450): Uint8Array {
  const placed: Placed[] = [];
  let y = 740;
  for (const part of report) {
    if (part.kind === "table") {
      for (const row of part.rows) {
        for (const [at, text] of row.entries())
          placed.push({ x: 72 + at * 110, y, size: 10, text });
        y -= 14;
      }
      y -= 10;
      continue;
    }
    const size = part.kind === "heading" ? (part.level === 1 ? 18 : 13) : 10;
    const words = part.text.replace(/\*/g, "").replace(/ %/g, "\u00a0%");
    const shown = part.kind === "item" ? `• ${words}` : words;
    for (const line of wrapped(shown, size, width)) {
      let x = 72;
      for (const piece of line.split(/(\^3\^)/)) {
        if (piece === "") continue;
        const raised = piece === "^3^";
        const text = raised ? "3" : piece;
        placed.push({ x, y: raised ? y + 4 : y, size: raised ? 6 : size, text });
        x += helvetica(text, raised ? 6 : size);
      }
      y -= size * 1.3;
    }
    y -= 10;
  }
  // A number at the foot is the page's.
  placed.push({ x: 300, y: 30, size: 9, text: "1" });
  return pdfOf([placed]);
}

/** The width of text in Helvetica, from the widths that Adobe published with the typeface. */
function helvetica(text: string, size: number): number {
  const narrow: Readonly<Record<string, number>> = {
    ...{ " ": 278, "\u00a0": 278, ".": 278, ",": 278, ":": 278, i: 222, j: 222, l: 222, I: 278 },
    ...{ t: 278, f: 278, r: 333, c: 500, k: 500, s: 500, v: 500, x: 500, y: 500, z: 500 },
    ...{ "(": 333, ")": 333, "-": 333, "/": 278, m: 833, w: 722, M: 833, "•": 350 },
    ...{ G: 778, E: 667, C: 722, A: 667, P: 667, B: 667, S: 667, T: 611, "%": 889, "&": 667 },
  };
  return [...text].reduce((sum, one) => sum + (narrow[one] ?? 556), 0) * (size / 1000);
}
