import { zipSync } from "fflate";

/** A date is a day of Excel with the format of one. */
export type CellValue = string | number | null | { readonly date: string };

/** The bytes of an Excel workbook with these sheets. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  options: {
    readonly addresses?: boolean;
    /** What is merged on each sheet, such as `A2:A3`. */
    readonly merged?: Readonly<Record<string, readonly string[]>>;
  } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const entries: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships">${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [at, name] of names.entries()) {
    const rows = sheets[name]!.map((cells, row) => {
      const inRow = cells.map((cell, column) =>
        cellXml(cell, row, column, options.addresses ?? true),
      );
      return `<row r="${row + 1}">${inRow.join("")}</row>`;
    });
    entries[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData>${mergedXml(options.merged?.[name] ?? [])}</worksheet>`;
  }
  const bytes = Object.entries(entries).map(([path, text]) => [path, Buffer.from(text)] as const);
  return zipSync(Object.fromEntries(bytes));
}

function mergedXml(ranges: readonly string[]): string {
  if (ranges.length === 0) return "";
  const cells = ranges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return `<mergeCells count="${ranges.length}">${cells}</mergeCells>`;
}

function cellXml(cell: CellValue, row: number, column: number, addressed: boolean): string {
  const address = addressed ? ` r="${columnName(column)}${row + 1}"` : "";
  if (cell === null) return `<c${address}/>`;
  if (typeof cell === "object") {
    const days = (Date.parse(cell.date) - Date.UTC(1899, 11, 30)) / 86_400_000;
    return `<c${address} s="1"><v>${days}</v></c>`;
  }
  if (typeof cell === "number") return `<c${address}><v>${cell}</v></c>`;
  return `<c${address} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
