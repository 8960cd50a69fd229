/** A report of our own, as a list of blocks from which every format is written. */
export type Part =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "paragraph" | "item" | "caption" | "note"; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

/** `^3^` is the mark of a note, raised where the format can; `*x*` is emphasis. */
export const report: readonly Part[] = [
  { kind: "heading", level: 1, text: "Trade with the neighbours" },
  {
    kind: "paragraph",
    text: "Issued on 14 March 2025. Goods exports to Mexico fell *9 percent* to $1.1 trillion over 2019–2023, and the deficit reached $152.5 billion^3^ in 2023, more than two-thirds of that with China.",
  },
  { kind: "item", text: "The share rose from 11 percent in 2016 to 13 percent in 2021." },
  {
    kind: "item",
    text: "About one dollar in seven of imports came from Canada; a 25 percent tariff applied.",
  },
  { kind: "heading", level: 2, text: "2. Leading partners" },
  {
    kind: "paragraph",
    text: "Canada bought $1.2–1.4 billion of wheat & flour; non-petroleum exports were worth two hundred and twelve billion dollars, about 5 % less than expected. See Table 1 and https://example.org/2024/12 for the 27 members.",
  },
  { kind: "caption", text: "Table 1. Trade in goods (billions of dollars)" },
  {
    kind: "table",
    rows: [
      ["Partner", "Exports 2022", "Exports 2023", "Change (%)"],
      ["Mexico", "324.2", "322.7", "(0.5)"],
      ["Canada", "359.2", "357.3", "(0.5)"],
      ["Germany", "72.9", "76.7", "5.2"],
    ],
  },
  { kind: "note", text: "Note: figures may not add up because of rounding." },
  {
    kind: "paragraph",
    text: "Another $79.7 billion went to Japan. Imports from Japan were worth $148.2 billion, 1.9 times as much.",
  },
];

const plain = (text: string) => text.replace(/\*/g, "");
const escaped = (text: string) =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/ %/g, "&nbsp;%")
    .replace(/–/g, "&ndash;");

export function asText(): string {
  const raised = (text: string) => plain(text).replace(/\^3\^/g, "³");
  return report
    .map((part) => {
      if (part.kind === "table")
        return part.rows
          .map((row) =>
            row
              .map((cell) => cell.padEnd(16))
              .join("")
              .trimEnd(),
          )
          .join("\n");
      return part.kind === "item" ? `• ${raised(part.text)}` : raised(part.text);
    })
    .join("\n\n");
}

export function asMarkdown(): string {
  const marked = (text: string) =>
    text
      .replace(/\*([^*]+)\*/g, "**$1**")
      .replace(/\^3\^/g, "[^3]")
      .replace("Canada bought", "[Canada](https://example.org/ca/2020) bought")
      .replace(/ %/g, "&nbsp;%");
  const lines = report.map((part) => {
    if (part.kind === "table") {
      const rows = part.rows.map((row) => `| ${row.join(" | ")} |`);
      return [rows[0], "|---|---:|---:|---:|", ...rows.slice(1)].join("\n");
    }
    if (part.kind === "heading") return `${"#".repeat(part.level)} ${part.text}`;
    return part.kind === "item" ? `- ${marked(part.text)}` : marked(part.text);
  });
  return `${lines.join("\n\n")}\n\n<!-- $99 billion -->\n`;
}

export function asHtml(): string {
  const inline = (text: string) =>
    escaped(text)
      .replace(/\*([^*]+)\*/g, "<b>$1</b>")
      .replace(/\^3\^/g, "<sup>3</sup>");
  const body = report.map((part) => {
    if (part.kind === "heading") return `<h${part.level}>${inline(part.text)}</h${part.level}>`;
    if (part.kind === "item") return `<ul><li>${inline(part.text)}</li></ul>`;
    if (part.kind === "caption")
      return `<table class="w-100"><caption>${inline(part.text)}</caption>`;
    if (part.kind === "table") {
      const row = (cells: readonly string[], tag: string) =>
        `<tr>${cells.map((cell) => `<${tag} style="width: 25%">${cell}</${tag}>`).join("")}</tr>`;
      const [head, ...rest] = part.rows;
      return `<thead>${row(head!, "th")}</thead><tbody>${rest.map((cells) => row(cells, "td")).join("\n")}</tbody></table>`;
    }
    return `<p data-value="88.8">${inline(part.text)}</p>`;
  });
  return `<!DOCTYPE html>
<html><head><title>Report 7</title><style>p { margin: 12px; width: 80% }</style>
<script>const share = "99.9 percent";</script></head>
<body><div hidden>Draft of $5 billion</div><main>${body.join("\n")}</main><svg><text>77%</text></svg></body></html>`;
}
