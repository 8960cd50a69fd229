import { html, type Markup, trusted } from "./markup.ts";

interface TableCell {
  readonly text: string;
  /** What is sorted, copied and exported, where that is not the text: numbers are not rounded. */
  readonly value?: number | null;
  readonly href?: string;
}

export interface DataTable {
  /** A name for the file of its CSV. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly {
    readonly title: string;
    readonly numeric?: boolean;
    /** Its texts stay on one line. */
    readonly whole?: boolean;
  }[];
  readonly rows: readonly {
    readonly cells: readonly TableCell[];
    readonly verdict?: string;
  }[];
}

/**
 * A table that can be sorted and copied where there is scripting, and taken as CSV from a link that
 * needs none. The first cell of a row is its head.
 */
export function dataTable({ id, caption, columns, rows }: DataTable): Markup {
  const head = columns.map(
    ({ title, numeric }) =>
      html`<th scope="col"${numeric ? trusted(' class="number"') : null}>${title}</th>`,
  );
  const csv = encodeURIComponent(csvText(columns, rows)).replace(/'/g, "%27");
  return html`<div class="data">
<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
<table class="sortable">
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map((row) => tableRow(row, columns))}</tbody>
</table>
</div>
<p class="tools"><button type="button" class="copy" hidden>Copy<span class="unseen"> the table: ${caption}</span></button>
<a download="${id}.csv" href="data:text/csv;charset=utf-8,%EF%BB%BF${trusted(csv)}">CSV<span class="unseen"> of the table: ${caption}</span></a></p>
</div>
`;
}

function tableRow(
  { cells, verdict }: DataTable["rows"][number],
  columns: DataTable["columns"],
): Markup {
  const data = verdict === undefined ? null : html` data-verdict="${verdict}"`;
  return html`<tr${data}>${cells.map((cell, index) => tableCell(cell, index, columns[index]!))}</tr>
`;
}

function tableCell(
  { text, value, href }: TableCell,
  index: number,
  { numeric, whole }: DataTable["columns"][number],
): Markup {
  const shown = href === undefined ? html`${text}` : html`<a href="${href}">${text}</a>`;
  const data = value === undefined ? null : html` data-value="${value === null ? "" : value}"`;
  const look = numeric ? trusted(' class="number"') : whole ? trusted(' class="whole"') : null;
  return index === 0
    ? html`<th scope="row"${look}${data}>${shown}</th>`
    : html`<td${look}${data}>${shown}</td>`;
}

function csvText(columns: DataTable["columns"], rows: DataTable["rows"]): string {
  const lines = [
    columns.map(({ title }) => csvCell(title)),
    ...rows.map(({ cells }) =>
      cells.map(({ text, value }) =>
        value === undefined ? csvCell(text) : value === null ? "" : String(value),
      ),
    ),
  ];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** Quoted where it must be; what a spreadsheet would run as a formula gets an apostrophe in front. */
function csvCell(text: string): string {
  const harmless = /^[=+@\t\r-]/.test(text) && !/^[-+]?[\d.,]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
