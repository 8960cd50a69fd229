import { strToU8, zipSync } from "fflate";
import { report } from "./report.ts";

const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/ %/g, "\u00a0%");

function runs(text: string): string {
  return escaped(text)
    .split(/(\*[^*]+\*|\^3\^)/)
    .filter((part) => part !== "")
    .map((part) => {
      const raised = part === "^3^";
      const properties = raised
        ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        : part.startsWith("*")
          ? "<w:rPr><w:b/></w:rPr>"
          : "";
      const words = raised ? "3" : part.replace(/\*/g, "");
      return `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
    })
    .join("");
}

const STYLES: Readonly<Record<string, string>> = {
  heading1: "Heading1",
  heading2: "Heading2",
  caption: "Caption",
  item: "ListParagraph",
};

function paragraph(text: string, style: string | undefined): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  return `<w:p>${properties}${runs(text)}</w:p>`;
}

/** The report as a Word document, with the fewest parts that Word opens. */
export function asDocx(): Uint8Array {
  const body = report.map((part) => {
    if (part.kind === "table") {
      const rows = part.rows.map((row, at) => {
        const header = at === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
        const cells = row.map((cell) => `<w:tc>${paragraph(cell, undefined)}</w:tc>`).join("");
        return `<w:tr>${header}${cells}</w:tr>`;
      });
      return `<w:tbl>${rows.join("")}</w:tbl>`;
    }
    const style = part.kind === "heading" ? `heading${part.level}` : part.kind;
    return paragraph(part.text, STYLES[style]);
  });
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const files = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    "word/styles.xml": `<?xml version="1.0"?><w:styles ${w}>${style("Heading1", "heading 1")}${style("Heading2", "heading 2")}${style("Caption", "caption")}${style("ListParagraph", "List Paragraph")}</w:styles>`,
    "word/document.xml": `<?xml version="1.0"?><w:document ${w}><w:body>${body.join("")}</w:body></w:document>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}
